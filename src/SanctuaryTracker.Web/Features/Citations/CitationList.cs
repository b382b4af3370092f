using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

/// <summary>What a list of citations can be filtered by, and its columns.</summary>
public static class CitationList
{
    public static IReadOnlyList<Column<CitedFact>> Columns { get; } =
    [
        new("record", c => c.Record.Path[1..]) { Meaning = "The record that it is cited for: letters/denver-co-2018-01-24." },
        new("title", c => c.Record.Title) { Meaning = "What that record is called." },
        new("key", c => c.Citation.Key),
        new("field", c => c.Citation.Field),
        new("source", c => c.Citation.Source),
        new("publisher", c => c.Citation.Publisher) { Meaning = "Who published the source." },
        new("published_on", c => c.Citation.PublishedOn?.Value) { Meaning = "The day on which the source was published." },
        new("paragraph", c => c.Citation.Paragraph?.ToString()),
        new("page", c => c.Citation.Page),
        new("as_reported", c => c.Citation.AsReported),
        new("quotations", c => string.Join('\n', c.Citation.Quotations)),
        new("basis", c => c.Citation.Basis.ToString()),
        new("reasoning", c => c.Citation.Reasoning),
        new("bearing", c => c.Citation.Bearing.ToString()),
        new("origin", c => c.Citation.Origin),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountCitationsAsync(CitationFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                await db.MatchingCitationsAsync(filter, ct); // refuses a paragraph of no source
                var count = new FacetCounter<CitationFilter, Citation>(db, filter, f => db.MatchingCitationsAsync(f, ct, anySource: true), ct);
                return new(await count.TotalAsync(),
                [
                    await count.ByAsync("basis", filter.Basis, filter with { Basis = null }, citations => citations.Select(c => c.Basis)),
                    await count.ByAsync("bearing", filter.Bearing, filter with { Bearing = null }, citations => citations.Select(c => c.Bearing)),
                    await count.ByAsync("kind", filter.Kind, filter with { Kind = null }, citations => citations.Select(c => c.Record.Kind)),
                    await count.ByRecordAsync("source", RecordKind.Source, filter.Source, filter with { Source = null }, citations => citations.Select(c => (int?)c.SourceId)),
                    await count.ByAsync("origin", filter.Origin, filter with { Origin = null }, citations => citations.Select(c => c.Origin)),
                ]);
            }, ct);
        }
    }
}
