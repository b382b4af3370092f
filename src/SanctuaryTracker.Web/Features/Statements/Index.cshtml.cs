using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<StatementItem> Statements { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(StatementFilter filter, CancellationToken ct)
    {
        Statements = await db.ListStatementsAsync(filter, ct);
        var facets = await db.CountStatementsAsync(filter, kept, ct);
        List = new("/statements", ("statement", "statements"), Statements.Total, Statements.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Headline contains", filter.Q),
            new("speaker", "Speaker’s name contains", filter.Speaker),
            facets.Field("side", "Side", filter.Side) with { Mark = value => Enum.Parse<StatementSide>(value).Mark() },
            facets.Field("campaign", "About the campaign", filter.Campaign),
            facets.Field("jurisdiction", "About the place", filter.Jurisdiction),
        ],
        FilterOrder.Of(filter.Sort, (StatementSort.Newest, "Newest first"), (StatementSort.Oldest, "Oldest first"), (StatementSort.Headline, "Headline")));
    }
}
