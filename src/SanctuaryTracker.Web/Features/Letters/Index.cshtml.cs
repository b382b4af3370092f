using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

public sealed class IndexModel(TrackerDb db, TimeProvider clock) : PageModel
{
    public Paged<LetterItem> Letters { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(LetterFilter filter, CancellationToken ct)
    {
        Letters = await db.ListLettersAsync(filter, clock.Today, ct);
        List = new("/letters", Letters.Total, Letters.Next, filter.Cursor is null,
        [
            new("campaign", "Campaign", filter.Campaign, await db.CampaignChoicesAsync(ct)),
            new("state", "State", filter.State, [.. States.Names.Select(s => new Choice(s.Key, s.Value))]),
            FilterField.YesNo("identified", "Recipient", filter.Identified, "Identified", "Not identified"),
            new("reply", "Formal reply", filter.Reply?.ToString(), [new("Recorded", "Recorded"), new("NotRecorded", "None recorded"), new("Overdue", "Overdue")]),
            FilterField.Of("known_by", "How we know of it", filter.KnownBy),
            new("jurisdiction", "Sent to", filter.Jurisdiction, await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && (r.Slug == filter.Jurisdiction || db.Letters.Any(l => l.JurisdictionId == r.Id))).ToChoicesAsync(ct)),
            new("copied", "Copied to", filter.Copied, await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && (r.Slug == filter.Copied || db.Copies.Any(c => c.JurisdictionId == r.Id))).ToChoicesAsync(ct)),
            new("sent_from", "Dated from", filter.SentFrom?.Value),
            new("sent_to", "Dated to", filter.SentTo?.Value),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Recipient", "Recipient")]));
    }
}
