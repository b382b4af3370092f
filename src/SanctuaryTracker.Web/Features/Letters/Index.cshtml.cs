using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

public sealed class IndexModel(TrackerDb db, UntilChanged kept, TimeProvider clock) : PageModel
{
    public Paged<LetterItem> Letters { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(LetterFilter filter, [FromQuery] string[]? columns, CancellationToken ct)
    {
        Letters = await db.ListLettersAsync(filter, clock.Today, ct, kept);
        var facets = await db.CountLettersAsync(filter, clock.Today, kept, ct);
        List = new("/letters", ("letter", "letters"), Letters.Total, Letters.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Recipient or date contains", filter.Q),
            facets.Field("reply", "Formal reply", filter.Reply),
            facets.Field("responded", "Recipient’s response of any form", filter.Responded),
            facets.Field("campaign", "Campaign", filter.Campaign),
            facets.Field("identified", "Recipient", filter.Identified),
            facets.Field("known_by", "How we know of it", filter.KnownBy),
            facets.Field("state", "State", filter.State),
            facets.Field("jurisdiction", "Sent to", filter.Jurisdiction),
            facets.Field("copied", "Copied to", filter.Copied),
            FilterField.Day("sent_from", "Sent on or after", filter.SentFrom),
            FilterField.Day("sent_to", "Sent on or before", filter.SentTo),
        ],
        FilterOrder.Of(filter.Sort, (LetterSort.Newest, "Newest first"), (LetterSort.Oldest, "Oldest first"), (LetterSort.Recipient, "Recipient")),
        LetterList.Columns.ChoiceOf(columns, "recipient", "sent_on", "copied", "reply_recorded", "citations"));
    }
}
