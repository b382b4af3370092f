using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<CampaignItem> Campaigns { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(CampaignFilter filter, CancellationToken ct)
    {
        Campaigns = await db.ListCampaignsAsync(filter, ct);
        var facets = await db.CountCampaignsAsync(filter, kept, ct);
        List = new("/campaigns", ("campaign", "campaigns"), Campaigns.Total, Campaigns.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Title contains", filter.Q),
            facets.Field("jurisdiction", "Sent to", filter.Jurisdiction),
        ],
        FilterOrder.Of(filter.Sort, (CampaignSort.Newest, "Newest first"), (CampaignSort.Oldest, "Oldest first"), (CampaignSort.Title, "Title")));
    }
}
