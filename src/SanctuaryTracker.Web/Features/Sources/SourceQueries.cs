using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

public enum SourceSort { Newest, Oldest, Title }

/// <param name="Q">Words of the title, in any order.</param>
/// <param name="Kind">What the source is.</param>
/// <param name="Publisher">A part of the publisher's name.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record SourceFilter(
    string? Q = null,
    SourceKind? Kind = null,
    string? Publisher = null,
    SourceSort Sort = SourceSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>Which paragraph of a source.</summary>
/// <param name="Paragraph">Only what rests on this paragraph.</param>
public sealed record PassageFilter([Range(1, 100_000)] int? Paragraph = null);

/// <summary>One source in a list.</summary>
/// <param name="Title">The headline as printed, or the publisher and date where it is not known.</param>
/// <param name="Headline">The headline as printed, if it is known.</param>
/// <param name="Paragraphs">How many non-empty lines its text has.</param>
/// <param name="Citations">How many citations rest on it.</param>
public sealed record SourceItem(
    string Slug, string Title, string Publisher, string ShortName, SourceKind Kind, PartialDate? PublishedOn, string? Headline, string? Url, string? ArchivedUrl, int? Paragraphs, int Citations)
{
    internal static Expression<Func<Source, SourceItem>> From(TrackerDb db) => s => new(
        s.Record.Slug, s.Record.Title, s.Publisher, s.ShortName ?? s.Publisher, s.Kind, s.PublishedOn, s.Headline, s.Url, s.ArchivedUrl, s.Paragraphs,
        db.Citations.Count(c => c.SourceId == s.Id));
}

/// <summary>One source, with everything that rests on it, paragraph by paragraph.</summary>
/// <param name="TextSha256">SHA-256 of the text in which paragraphs were counted.</param>
public sealed record SourceDetail(RecordInfo Record, SourceItem Source, string? TextSha256, string? Note, IReadOnlyList<CitedFact> Uses);

public static class SourceQueries
{
    /// <summary>No page lists more uses of one source than this.</summary>
    public const int MaxUses = 1000;

    extension(TrackerDb db)
    {
        /// <summary>Sources by their slugs, by publisher: what a page tells of them in print.</summary>
        public async Task<IReadOnlyList<Source>> ListSourcesNamedAsync(IReadOnlyCollection<string> slugs, CancellationToken ct) =>
            await db.Sources.AsNoTracking().Where(s => slugs.Contains(s.Record.Slug)).OrderBy(s => s.Publisher).ThenBy(s => s.Id).ToListAsync(ct);

        public async Task<Paged<SourceItem>> ListSourcesAsync(SourceFilter filter, CancellationToken ct) =>
            await (await db.MatchingSourcesAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, SourceItem.From(db), ct);

        public async Task<IAsyncEnumerable<SourceItem>> AllSourcesAsync(SourceFilter filter, CancellationToken ct) =>
            (await db.MatchingSourcesAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), SourceItem.From(db), ct);

        internal async Task<IQueryable<Source>> MatchingSourcesAsync(SourceFilter filter, CancellationToken ct)
        {
            var sources = db.Sources.Titled(filter.Q);
            if (filter.Kind is { } kind)
                sources = sources.Where(s => s.Kind == kind);
            if (filter.Publisher is { } publisher)
            {
                var publishers = Text.WithPart(await db.Sources.Select(s => s.Publisher).Distinct().ToListAsync(ct), publisher);
                sources = sources.Where(s => publishers.Contains(s.Publisher));
            }
            return sources;
        }

        public async Task<SourceDetail?> FindSourceAsync(string slug, PassageFilter passage, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Source, slug, ct) is not { } record)
                return null;
            var sources = db.Sources.Where(s => s.Record.Slug == slug);
            var item = await sources.Select(SourceItem.From(db)).SingleAsync(ct);
            var own = await sources.Select(s => new { s.Id, s.TextSha256, s.Note }).SingleAsync(ct);
            var uses = await db.Citations.Where(c => c.SourceId == own.Id && (passage.Paragraph == null || c.Paragraph == passage.Paragraph))
                .OrderBy(c => c.Paragraph).ThenBy(c => c.Page).ThenBy(c => c.RecordId).ThenBy(c => c.Position).Take(MaxUses)
                .Select(CitedFact.From).ToListAsync(ct);
            return new(record, item, own.TextSha256, own.Note, uses);
        }
    }

    private static Order<Source> OrderOf(SourceSort sort) => sort switch
    {
        SourceSort.Newest => new(s => s.Record.SortDate, Descending: true),
        SourceSort.Oldest => new(s => s.Record.SortDate),
        _ => new(s => s.Record.SortTitle),
    };
}
