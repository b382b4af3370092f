using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<CampaignItem> Campaigns { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(CampaignFilter filter, CancellationToken ct)
    {
        Campaigns = await db.ListCampaignsAsync(filter, ct);
        List = new("/campaigns", Campaigns.Total, Campaigns.Next, filter.Cursor is null,
            [new("jurisdiction", "Reached the place with the slug", filter.Jurisdiction)],
            new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Title", "Title")]));
    }
}
