using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>One version of a record, and the change that left it.</summary>
/// <param name="Correction">What was wrong and is now right, where the author says that something was.</param>
/// <param name="Content">The whole content as JSON; null where the change withdrew the record.</param>
public sealed record RevisionItem(int Version, int ChangeNumber, string Author, string Reason, string? Correction, ChangeOrigin Origin, DateTime At, System.Text.Json.JsonElement? Content);

/// <summary>That a record was withdrawn, and why.</summary>
public sealed record Withdrawal(string Reason, string? Correction, DateTime At, string HistoryPath);

/// <summary>A record that is published no more because another of its kind took over what it held.</summary>
public sealed class MergedAwayException(RecordKind kind, string slug, string into) : Exception($"{kind.Path}/{slug} was merged into {into}.")
{
    /// <summary>The same address for the other record.</summary>
    public string Instead(string path) => path.Replace($"/{kind.Path}/{slug}", $"/{kind.Path}/{into}", StringComparison.Ordinal);
}

public static class RecordQueries
{
    extension(TrackerDb db)
    {
        public async Task<RecordInfo?> FindRecordAsync(RecordKind kind, string slug, CancellationToken ct)
        {
            var found = await db.Records.Where(r => r.Kind == kind && r.Slug == slug)
                .Select(r => new { r.Id, r.Title, r.Version, r.ChangedAt, r.None, r.NotApplicable, Citations = r.Citations.AsQueryable().OrderBy(c => c.Position).Select(CitationItem.From).ToList() })
                .FirstOrDefaultAsync(ct);
            if (found is null)
                return null;
            var documents = await db.Documents.Where(d => d.RecordId == found.Id).OrderBy(d => d.Position)
                .Join(db.Files, d => d.Sha256, f => f.Sha256, (d, f) => new DocumentItem(d.Key!, d.Title, d.FileName, d.MediaType, d.SizeBytes, d.Pages, d.Sha256, d.Note, d.Held, f.TextState, f.TextProblem)).ToListAsync(ct);
            var corrections = await db.Revisions.Where(r => r.Kind == kind && r.Slug == slug && r.Change.Correction != null).OrderByDescending(r => r.Version).Take(Paging.MaxLimit)
                .Select(r => new CorrectionItem(r.ChangeId, r.Change.At, r.Change.Correction!)).ToListAsync(ct);
            var tookOver = await db.Revisions.Where(r => r.Kind == kind && r.MergedInto == slug && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version)).OrderBy(r => r.Slug).Take(Paging.MaxLimit).Select(r => r.Slug).ToListAsync(ct);
            return new(kind, slug, found.Title, found.Version, found.ChangedAt, found.None, found.NotApplicable, documents, found.Citations, corrections, tookOver);
        }

        /// <summary>The withdrawal of a record that was withdrawn; null if there is none of that name, or it is published.</summary>
        /// <exception cref="MergedAwayException">It was merged into another: the site leads there.</exception>
        public async Task<Withdrawal?> FindWithdrawalAsync(RecordKind kind, string slug, CancellationToken ct)
        {
            var last = await db.Revisions.Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version)
                .Select(r => new { IsWithdrawn = r.Content == null, r.MergedInto, r.Change.Reason, r.Change.Correction, r.Change.At }).FirstOrDefaultAsync(ct);
            if (last?.MergedInto is { } into)
                throw new MergedAwayException(kind, slug, into);
            return last is { IsWithdrawn: true } ? new(last.Reason, last.Correction, last.At, $"/{kind.Path}/{slug}/history") : null;
        }

        /// <summary>The latest revision of a published record: what an edit begins from.</summary>
        public async Task<Revision?> FindLatestRevisionAsync(RecordKind kind, string slug, CancellationToken ct)
        {
            var latest = await db.Revisions.AsNoTracking().Include(r => r.Change).Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);
            return latest?.Content is null ? null : latest;
        }

        public async Task<IReadOnlyList<RevisionItem>> ListRevisionsAsync(RecordKind kind, string slug, CancellationToken ct)
        {
            var rows = await db.Revisions.Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version).Take(Paging.MaxLimit)
                .Select(r => new { r.Version, r.ChangeId, r.Change.Author, r.Change.Reason, r.Change.Correction, r.Change.Origin, r.Change.At, r.Content }).ToListAsync(ct);
            return rows.ConvertAll(r => new RevisionItem(r.Version, r.ChangeId, r.Author, r.Reason, r.Correction, r.Origin, r.At, r.Content is null ? null : System.Text.Json.JsonElement.Parse(r.Content)));
        }
    }
}
