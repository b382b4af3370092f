using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<ResponseItem> Responses { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(ResponseFilter filter, CancellationToken ct)
    {
        Responses = await db.ListResponsesAsync(filter, ct);
        List = new("/responses", Responses.Total, Responses.Next, filter.Cursor is null,
        [
            FilterField.Of("kind", "What was said or done", filter.Kind),
            FilterField.Of("form", "How", filter.Form),
            FilterField.Of("standing", "Standing", filter.Standing),
            new("campaign", "Answers the campaign", filter.Campaign, await db.CampaignChoicesAsync(ct)),
            new("letter", "Answers the letter", filter.Letter, await db.Records.Where(r => r.Kind == RecordKind.Letter && (r.Slug == filter.Letter || db.Responses.Any(x => x.LetterId == r.Id))).ToChoicesAsync(ct)),
            new("jurisdiction", "Place", filter.Jurisdiction, await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && (r.Slug == filter.Jurisdiction || db.Responses.Any(x => x.JurisdictionId == r.Id))).ToChoicesAsync(ct)),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Headline", "Headline")]));
    }
}
