using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

/// <param name="Source">The slug of a source.</param>
/// <param name="Paragraph">Of that source.</param>
/// <param name="Kind">Only what is cited for records of this kind.</param>
/// <param name="Basis">Stated, or inferred with our reasoning.</param>
/// <param name="Bearing">Whether it supports the value shown, is vaguer, or disputes it.</param>
/// <param name="Origin">Citations of one origin confirm a fact once.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record CitationFilter(
    string? Source = null,
    [Range(1, 100_000)] int? Paragraph = null,
    RecordKind? Kind = null,
    Basis? Basis = null,
    Bearing? Bearing = null,
    string? Origin = null,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

public static class CitationQueries
{
    private const string Sort = "Record";
    private const int Batch = 500;

    extension(TrackerDb db)
    {
        /// <summary>What rests on which paragraph, what is inferred and what is disputed; by record, in the order of their keys.</summary>
        public async Task<Paged<CitedFact>> ListCitationsAsync(CitationFilter filter, CancellationToken ct)
        {
            if (filter.Cursor is { } other && other.Sort != Sort)
                throw new BadQueryException("cursor", "This is a cursor of another list: ask for the first page again, without a cursor.");
            var found = await db.MatchingCitationsAsync(filter, ct);
            var (items, next) = await found.SeekAsync(filter.Limit, filter.Cursor, ct);
            return new(items, next?.ToString(), await found.CountAsync(ct));
        }

        public async Task<IAsyncEnumerable<CitedFact>> AllCitationsAsync(CitationFilter filter, CancellationToken ct) =>
            (await db.MatchingCitationsAsync(filter, ct)).ToAllAsync(ct);

        /// <param name="anySource">For counting what sources there are: a paragraph then means that of whichever.</param>
        internal async Task<IQueryable<Citation>> MatchingCitationsAsync(CitationFilter filter, CancellationToken ct, bool anySource = false)
        {
            var source = await db.IdForFilterAsync(RecordKind.Source, filter.Source, "source", ct);
            if (filter.Paragraph is not null && source is null && !anySource)
                throw new BadQueryException("paragraph", "Give it with source: it says of which.");
            IQueryable<Citation> found = db.Citations;
            if (source is not null)
                found = found.Where(c => c.SourceId == source);
            if (filter.Paragraph is { } paragraph)
                found = found.Where(c => c.Paragraph == paragraph);
            if (filter.Kind is { } kind)
                found = found.Where(c => c.Record.Kind == kind);
            if (filter.Basis is { } basis)
                found = found.Where(c => c.Basis == basis);
            if (filter.Bearing is { } bearing)
                found = found.Where(c => c.Bearing == bearing);
            if (filter.Origin is { } origin)
                found = found.Where(c => c.Origin == origin);
            return found;
        }
    }

    private static async IAsyncEnumerable<CitedFact> ToAllAsync(this IQueryable<Citation> found, [EnumeratorCancellation] CancellationToken ct)
    {
        Cursor? next = null;
        do
        {
            (var batch, next) = await found.SeekAsync(Batch, next, ct);
            foreach (var fact in batch)
                yield return fact;
        }
        while (next is not null);
    }

    private static async Task<(IReadOnlyList<CitedFact> Page, Cursor? Next)> SeekAsync(this IQueryable<Citation> found, int limit, Cursor? cursor, CancellationToken ct)
    {
        if (cursor is not null)
            found = found.Where(c => c.RecordId > cursor.Id || c.RecordId == cursor.Id && string.Compare(c.Key, cursor.Key) > 0);
        var rows = await found.OrderBy(c => c.RecordId).ThenBy(c => c.Key).Take(limit + 1)
            .Select(((Expression<Func<Citation, CitedFact, Row>>)((c, fact) => new(c.RecordId, fact))).With(CitedFact.From)).ToListAsync(ct);
        var page = rows.Take(limit).ToList();
        return (page.ConvertAll(r => r.Fact), rows.Count > limit ? new(Sort, page[^1].Fact.Citation.Key, page[^1].RecordId) : null);
    }

    private sealed record Row(int RecordId, CitedFact Fact);
}
