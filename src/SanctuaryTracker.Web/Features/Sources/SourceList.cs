using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

/// <summary>What a list of sources can be filtered by, and its columns.</summary>
public static class SourceList
{
    public static IReadOnlyList<Column<SourceItem>> Columns { get; } =
    [
        new("title", s => s.Title),
        new("publisher", s => s.Publisher),
        new("short_name", s => s.ShortName),
        new("kind", s => s.Kind.ToString()),
        new("published_on", s => s.PublishedOn?.Value),
        new("headline", s => s.Headline),
        new("url", s => s.Url),
        new("archived_url", s => s.ArchivedUrl),
        new("paragraphs", s => s.Paragraphs?.ToString()),
        new("citations", s => $"{s.Citations}"),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountSourcesAsync(SourceFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<SourceFilter, Source>(db, filter, f => db.MatchingSourcesAsync(f, ct), ct);
                return new(await count.TotalAsync(), [await count.ByAsync("kind", filter.Kind, filter with { Kind = null }, sources => sources.Select(s => s.Kind))]);
            }, ct);
        }
    }
}
