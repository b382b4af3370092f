using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

/// <summary>What a list of statements can be filtered by, and its columns.</summary>
public static class StatementList
{
    public static IReadOnlyList<Column<StatementItem>> Columns { get; } =
    [
        new("headline", s => s.Headline),
        new("side", s => s.Side.ToString()),
        new("speaker", s => s.Speaker),
        new("office", s => s.Office),
        new("attribution", s => s.Attribution),
        new("made_on", s => s.MadeOn?.Value),
        new("made_on_basis", s => s.MadeOnBasis?.ToString()),
        new("made_on_as_reported", s => s.MadeOnAsReported),
        new("summary", s => s.Summary),
        new("about", s => ListDownload.Several(s.About.Select(a => $"{a.Kind.Path}/{a.Slug}"))),
        .. ListDownload.Basis<StatementItem>(s => s.Citations),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountStatementsAsync(StatementFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<StatementFilter, Statement>(db, filter, f => db.MatchingStatementsAsync(f, ct), ct);
                return new(await count.TotalAsync(),
                [
                    await count.ByAsync("side", filter.Side, filter with { Side = null }, statements => statements.Select(s => s.Side)),
                    await count.ByRecordAsync("campaign", RecordKind.Campaign, filter.Campaign, filter with { Campaign = null }, statements => About(statements, RecordKind.Campaign)),
                    await count.ByRecordAsync("jurisdiction", RecordKind.Jurisdiction, filter.Jurisdiction, filter with { Jurisdiction = null }, statements => About(statements, RecordKind.Jurisdiction)),
                ]);
            }, ct);
        }
    }

    private static IQueryable<int?> About(IQueryable<Statement> statements, RecordKind kind) =>
        statements.SelectMany(s => s.About).Where(a => a.Record.Kind == kind).Select(a => (int?)a.RecordId);
}
