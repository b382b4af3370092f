using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.History;

/// <param name="Origin">The way the change came.</param>
/// <param name="Kind">A kind of record that the change touched.</param>
/// <param name="Correction">Whether something published was wrong: the author says so, or a record was withdrawn.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record ChangeFilter(
    ChangeOrigin? Origin = null,
    RecordKind? Kind = null,
    bool? Correction = null,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>What a change made of a record.</summary>
public enum Became { New, Changed, Withdrawn, PublishedAgain }

/// <summary>A record that a change touched.</summary>
/// <param name="Title">Its present title; its slug if it is withdrawn.</param>
/// <param name="Version">The version that the change left.</param>
/// <param name="MergedInto">Where it was withdrawn by being merged: the slug of the record of its kind that took over.</param>
public sealed record ChangedRecord(RecordKind Kind, string Slug, string Title, int Version, Became Became, string? MergedInto)
{
    internal string BecameInWords => MergedInto is { } into ? $"merged into {into}" : Became.InWords().ToLowerInvariant();

    internal string HistoryPath => $"/{Kind.Path}/{Slug}/history";
}

/// <summary>One change to the record.</summary>
/// <param name="Number">Rises by one with each change, in the order in which they were published.</param>
/// <param name="At">UTC.</param>
/// <param name="Reviewer">Who read it before it was published, if someone did.</param>
/// <param name="Correction">What was wrong and is now right, where the author says that something was.</param>
/// <param name="RecordCount">How many records it touched.</param>
/// <param name="Records">The first of them, what was withdrawn before the rest.</param>
public sealed record ChangeItem(int Number, DateTime At, string Author, string? Reviewer, string Reason, string? Correction, ChangeOrigin Origin, int RecordCount, IReadOnlyList<ChangedRecord> Records)
{
    internal string Path => $"/changes/{Number}";

    /// <summary>How many records are not among <see cref="Records"/>.</summary>
    internal int More => RecordCount - Records.Count;
}

/// <summary>A record that a change touched, and the fields in which the version it left differs from the one before.</summary>
/// <param name="MoreDifferences">How many fields more differ than are told.</param>
public sealed record RecordChange(ChangedRecord Record, IReadOnlyList<Difference> Differences, int MoreDifferences);

/// <summary>One change, and a page of the records it touched.</summary>
/// <param name="From">The number within the change of the first record told here.</param>
/// <param name="Next">The number of the first record that is not, for the <c>from</c> parameter; null if none is left.</param>
public sealed record ChangeDetail(ChangeItem Change, IReadOnlyList<RecordChange> Records, int From, int? Next);

/// <summary>One version of a record: the change that left it, and how it differs from the version before.</summary>
public sealed record RecordVersion(ChangeItem Change, RecordChange Record);

public static class HistoryQueries
{
    public const int RecordsOnPage = 20;
    private const int RecordsInList = 5;
    private const int MaxDifferences = 100;
    private const string CursorSort = "Newest";

    extension(TrackerDb db)
    {
        public async Task<Paged<ChangeItem>> ListChangesAsync(ChangeFilter filter, CancellationToken ct)
        {
            if (filter.Cursor is { Sort: not CursorSort })
                throw new BadQueryException("cursor", "This cursor is not of this list: ask for the first page again, without a cursor.");
            IQueryable<LoggedChange> changes = db.Changes;
            if (filter.Origin is { } origin)
                changes = changes.Where(c => c.Origin == origin);
            if (filter.Kind is { } kind)
                changes = changes.Where(c => c.Revisions.Any(r => r.Kind == kind));
            if (filter.Correction is { } correction)
                changes = changes.Where(c => (c.Correction != null || c.Revisions.Any(r => r.Content == null)) == correction);
            var total = await changes.CountAsync(ct);
            if (filter.Cursor is { } cursor)
                changes = changes.Where(c => c.Id < cursor.Id);
            var numbers = await changes.OrderByDescending(c => c.Id).Select(c => c.Id).Take(filter.Limit + 1).ToListAsync(ct);
            var items = new List<ChangeItem>();
            foreach (var number in numbers.Take(filter.Limit))
                items.Add((await db.FindChangeItemAsync(number, ct))!);
            return new(items, numbers.Count > filter.Limit ? new Cursor(CursorSort, "", items[^1].Number).ToString() : null, total);
        }

        /// <param name="from">The number within the change of the first record to be told, from 1.</param>
        public async Task<ChangeDetail?> FindChangeAsync(int number, int from, CancellationToken ct)
        {
            if (await db.FindChangeItemAsync(number, ct) is not { } change)
                return null;
            var records = await db.DescribeAsync(db.Revisions.Where(r => r.ChangeId == number).OrderBy(r => r.RecordId).Skip(from - 1).Take(RecordsOnPage), ct);
            return new(change, records, from, from + records.Count <= change.RecordCount && records.Count > 0 ? from + records.Count : null);
        }

        /// <summary>The versions of a record, newest first; none if there never was such a record.</summary>
        /// <param name="before">Only versions older than this one.</param>
        public async Task<IReadOnlyList<RecordVersion>> ListVersionsAsync(RecordKind kind, string slug, int? before, CancellationToken ct)
        {
            var revisions = db.Revisions.Where(r => r.Kind == kind && r.Slug == slug && (before == null || r.Version < before)).OrderByDescending(r => r.Version).Take(RecordsOnPage);
            var numbers = await revisions.Select(r => r.ChangeId).ToListAsync(ct);
            var versions = new List<RecordVersion>();
            foreach (var (number, record) in numbers.Zip(await db.DescribeAsync(revisions, ct)))
                versions.Add(new((await db.FindChangeItemAsync(number, ct))!, record));
            return versions;
        }

        /// <summary>One version and all that it says; null if there is none, or it withdrew the record.</summary>
        public async Task<(RecordVersion Version, IReadOnlyList<Difference> Content)?> FindVersionAsync(RecordKind kind, string slug, int version, CancellationToken ct)
        {
            var revisions = db.Revisions.Where(r => r.Kind == kind && r.Slug == slug && r.Version == version && r.Content != null);
            var found = await revisions.Select(r => new { r.ChangeId, r.Content }).FirstOrDefaultAsync(ct);
            if (found is null)
                return null;
            return (new((await db.FindChangeItemAsync(found.ChangeId, ct))!, (await db.DescribeAsync(revisions, ct))[0]), [.. Differences.Between(null, found.Content)]);
        }

        private async Task<ChangeItem?> FindChangeItemAsync(int number, CancellationToken ct)
        {
            var change = await db.Changes.Where(c => c.Id == number).Select(c => new { c.At, c.Author, c.Reviewer, c.Reason, c.Correction, c.Origin, c.Revisions.Count }).FirstOrDefaultAsync(ct);
            var records = await db.Touched(db.Revisions.Where(r => r.ChangeId == number).OrderBy(r => r.Content != null).ThenBy(r => r.RecordId).Take(RecordsInList)).ToListAsync(ct);
            return change is null ? null : new(number, change.At, change.Author, change.Reviewer, change.Reason, change.Correction, change.Origin, change.Count, records);
        }

        private async Task<List<RecordChange>> DescribeAsync(IQueryable<Revision> revisions, CancellationToken ct)
        {
            var touched = await db.Touched(revisions).ToListAsync(ct);
            var contents = await revisions.Select(r => new { After = r.Content, Before = db.Revisions.Where(p => p.RecordId == r.RecordId && p.Version == r.Version - 1).Select(p => p.Content).FirstOrDefault() }).ToListAsync(ct);
            return [.. touched.Zip(contents, (record, content) =>
            {
                var differences = Differences.Between(content.Before, content.After).ToList();
                return new RecordChange(record, [.. differences.Take(MaxDifferences)], Math.Max(0, differences.Count - MaxDifferences));
            })];
        }

        private IQueryable<ChangedRecord> Touched(IQueryable<Revision> revisions) => revisions.Select(r => new ChangedRecord(r.Kind, r.Slug, db.Records.Where(x => x.Id == r.RecordId).Select(x => x.Title).FirstOrDefault() ?? r.Slug, r.Version,
            r.Content == null ? Became.Withdrawn : r.Version == 1 ? Became.New : db.Revisions.Any(p => p.RecordId == r.RecordId && p.Version == r.Version - 1 && p.Content == null) ? Became.PublishedAgain : Became.Changed, r.MergedInto));
    }
}
