using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Makes the live tables again from the log, through the same code that a Change writes them with.</summary>
public sealed class Rebuild(TrackerDb db)
{
    private const int BatchSize = 2000;

    /// <param name="until">Leaves out what was changed after this moment (UTC).</param>
    /// <returns>How many records were made.</returns>
    public async Task<int> RunAsync(DateTime? until, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockForWritingAsync(ct);
        db.IsWritingRecord = true;
        try
        {
            await new LiveRecords(db, ct).RemoveAsync(db.Records.Select(r => r.Id));
            var count = await MakeSpineAsync(until, ct);
            foreach (var kind in Enum.GetValues<RecordKind>())
                await MakeKindAsync(kind, ct);
            await transaction.CommitAsync(ct);
            return count;
        }
        finally
        {
            db.IsWritingRecord = false;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Copies the log into an empty database, up to a moment, and what is known of the files that it names.</summary>
    public static async Task CopyLogAsync(TrackerDb from, TrackerDb to, DateTime? until, CancellationToken ct)
    {
        to.IsWritingRecord = true;
        await using var transaction = await to.Database.BeginTransactionAsync(ct);
        foreach (var file in await from.Files.AsNoTracking().Where(f => f.IsNamed).ToListAsync(ct))
        {
            to.Add(file);
            to.AddRange(await from.FilePages.AsNoTracking().Where(p => p.Sha256 == file.Sha256).ToListAsync(ct));
            await to.SaveChangesAsync(ct);
            to.ChangeTracker.Clear();
        }
        await foreach (var batch in from.Changes.AsNoTracking().Where(c => until == null || c.At <= until).Include(c => c.Revisions).OrderBy(c => c.Id).AsAsyncEnumerable().Chunk(100).WithCancellation(ct))
        {
            to.AddRange(batch.Cast<object>());
            await to.SaveChangesAsync(ct);
            to.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(ct);
        to.IsWritingRecord = false;
    }

    private async Task<int> MakeSpineAsync(DateTime? until, CancellationToken ct)
    {
        var revisions = db.Revisions.Where(r => until == null || r.Change.At <= until);
        var latest = revisions.Where(r => r.Content != null && !revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version))
            .OrderBy(r => r.RecordId).Select(r => new { r.RecordId, r.Kind, r.Slug, r.Version, r.Change.At });
        var rows = await latest.ToListAsync(ct);
        foreach (var batch in rows.Chunk(BatchSize))
        {
            db.AddRange(batch.Select(r => new Record { Id = r.RecordId, Kind = r.Kind, Slug = r.Slug, Version = r.Version, ChangedAt = r.At }));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        return rows.Count;
    }

    private async Task MakeKindAsync(RecordKind kind, CancellationToken ct)
    {
        var ids = await db.Records.Where(r => r.Kind == kind).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        // Letters, statements and responses name no record of their own kind; the others, far fewer, are written in one go.
        var size = kind is RecordKind.Letter or RecordKind.Statement or RecordKind.Response ? BatchSize : Math.Max(1, ids.Count);
        foreach (var batch in ids.Chunk(size))
        {
            var records = await db.Records.Where(r => batch.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
            var contents = await db.Revisions.Where(r => batch.Contains(r.RecordId)).Join(db.Records, r => new { Id = r.RecordId, r.Version }, r => new { r.Id, r.Version }, (revision, _) => revision)
                .OrderBy(r => r.RecordId).Select(r => new { r.RecordId, r.Content }).ToListAsync(ct);
            var live = new LiveRecords(db, ct);
            foreach (var row in contents)
                if ((await live.WriteAsync(records[row.RecordId], ContentJson.Parse(kind, row.Content!), isNew: true)).Problems is [var problem, ..])
                    throw new InvalidDataException($"The log does not hold together: {records[row.RecordId].Path}, {problem.Field}: {problem.Message}");
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
