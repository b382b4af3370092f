using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<StatementItem> Statements { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(StatementFilter filter, CancellationToken ct)
    {
        Statements = await db.ListStatementsAsync(filter, ct);
        List = new("/statements", Statements.Total, Statements.Next, filter.Cursor is null,
        [
            FilterField.Of("side", "Side", filter.Side),
            new("speaker", "Speaker’s name contains", filter.Speaker),
            new("campaign", "About the campaign", filter.Campaign, await db.CampaignChoicesAsync(ct)),
            new("jurisdiction", "About the place", filter.Jurisdiction, await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && (r.Slug == filter.Jurisdiction || db.Statements.Any(s => s.About.Any(a => a.RecordId == r.Id)))).ToChoicesAsync(ct)),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Headline", "Headline")]));
    }
}
