using System.ComponentModel.DataAnnotations;
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

/// <summary>A citation, and the record whose fact rests on it.</summary>
public sealed record CitedFact(RecordLink Record, CitationItem Citation);

public static class CitationQueries
{
    private const string Sort = "Record";

    extension(TrackerDb db)
    {
        /// <summary>What rests on which paragraph, what is inferred and what is disputed; by record, in the order of their keys.</summary>
        public async Task<Paged<CitedFact>> ListCitationsAsync(CitationFilter filter, CancellationToken ct)
        {
            var source = await db.IdForFilterAsync(RecordKind.Source, filter.Source, "source", ct);
            if (filter.Paragraph is not null && source is null)
                throw new BadQueryException("paragraph", "Give it with source: it says of which.");
            if (filter.Cursor is { } other && other.Sort != Sort)
                throw new BadQueryException("cursor", "This is a cursor of another list: ask for the first page again, without a cursor.");
            var found = db.Citations.Join(db.Records, c => c.RecordId, r => r.Id, (citation, record) => new { Citation = citation, Record = record });
            if (source is not null)
                found = found.Where(f => f.Citation.SourceId == source);
            if (filter.Paragraph is { } paragraph)
                found = found.Where(f => f.Citation.Paragraph == paragraph);
            if (filter.Kind is { } kind)
                found = found.Where(f => f.Record.Kind == kind);
            if (filter.Basis is { } basis)
                found = found.Where(f => f.Citation.Basis == basis);
            if (filter.Bearing is { } bearing)
                found = found.Where(f => f.Citation.Bearing == bearing);
            if (filter.Origin is { } origin)
                found = found.Where(f => f.Citation.Origin == origin);
            var total = await found.CountAsync(ct);
            if (filter.Cursor is { } cursor)
                found = found.Where(f => f.Citation.RecordId > cursor.Id || f.Citation.RecordId == cursor.Id && string.Compare(f.Citation.Key, cursor.Key) > 0);
            var rows = await found.OrderBy(f => f.Citation.RecordId).ThenBy(f => f.Citation.Key).Take(filter.Limit + 1)
                .Select(f => new
                {
                    f.Citation.RecordId,
                    Fact = new CitedFact(new RecordLink(f.Record.Kind, f.Record.Slug, f.Record.Title), new CitationItem(
                        f.Citation.Key!, f.Citation.Field, f.Citation.Source.Record.Slug, f.Citation.Source.ShortName ?? f.Citation.Source.Publisher, f.Citation.Source.Publisher, f.Citation.Source.PublishedOn,
                        f.Citation.Paragraph, f.Citation.Page, f.Citation.AsReported, f.Citation.Quotations, f.Citation.Basis, f.Citation.Reasoning, f.Citation.Bearing, f.Citation.Origin)),
                }).ToListAsync(ct);
            var items = rows.Take(filter.Limit).ToList();
            var next = rows.Count > filter.Limit ? new Cursor(Sort, items[^1].Fact.Citation.Key, items[^1].RecordId).ToString() : null;
            return new(items.ConvertAll(r => r.Fact), next, total);
        }
    }
}
