using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<LawsuitItem> Lawsuits { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(LawsuitFilter filter, CancellationToken ct)
    {
        Lawsuits = await db.ListLawsuitsAsync(filter, ct);
        List = new("/lawsuits", Lawsuits.Total, Lawsuits.Next, filter.Cursor is null,
        [
            new("jurisdiction", "Place", filter.Jurisdiction, await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction
                && (r.Slug == filter.Jurisdiction || db.Lawsuits.Any(l => l.PlaceId == r.Id || l.Parties.Any(p => p.JurisdictionId == r.Id)))).ToChoicesAsync(ct)),
            FilterField.Of("direction", "Who sues whom", filter.Direction),
            FilterField.Of("status", "Status", filter.Status),
            new("campaign", "Linked to the campaign", filter.Campaign, await db.CampaignChoicesAsync(ct)),
            new("court", "Court (CourtListener id)", filter.Court),
            new("docket", "Docket number", filter.Docket),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Name", "Name")]));
    }
}
