using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<LawsuitItem> Lawsuits { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(LawsuitFilter filter, CancellationToken ct)
    {
        Lawsuits = await db.ListLawsuitsAsync(filter, ct);
        var facets = await db.CountLawsuitsAsync(filter, kept, ct);
        List = new("/lawsuits", ("suit, by case or by place", "suits, by case or by place"), Lawsuits.Total, Lawsuits.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Case or place contains", filter.Q),
            facets.Field("status", "Status", filter.Status),
            facets.Field("direction", "Who sues whom", filter.Direction),
            facets.Field("jurisdiction", "Place", filter.Jurisdiction),
            facets.Field("campaign", "Linked to the campaign", filter.Campaign),
            facets.Field("court", "Court (CourtListener id)", filter.Court),
            new("docket", "Docket number", filter.Docket),
        ],
        FilterOrder.Of(filter.Sort, (LawsuitSort.Newest, "Newest first"), (LawsuitSort.Oldest, "Oldest first"), (LawsuitSort.Name, "Name")));
    }
}
