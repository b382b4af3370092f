using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>Keeps imports and takes them along their way.</summary>
public sealed class ImportDesk(TrackerDb db, WaitingImports queue, TimeProvider clock)
{
    /// <summary>The import, if this account may see it: its own, or any for who reviews. Without its file.</summary>
    public Task<Import?> FindAsync(int id, Editor who, CancellationToken ct) =>
        db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && (i.AuthorId == who.Id || who.Role >= DeskRole.Editor), ct);

    public async Task<Import> BeginAsync(RecordKind kind, string fileName, byte[] file, Editor who, CancellationToken ct)
    {
        var name = Text.Cut(Path.GetFileName(string.Concat(fileName.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)))), Import.MaxFileNameLength);
        var import = new Import { Kind = kind, FileName = name, Upload = new() { Bytes = file }, Reason = $"Imported from {name}", AuthorId = who.Id, Author = who.Name, State = ImportState.Checking, ChangedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(import);
        await db.SaveChangesAsync(ct);
        queue.Add(import.Id);
        return import;
    }

    /// <summary>Whether this account may publish it, by its role and by being another than the author.</summary>
    public async Task<bool> MayPublishAsync(Import import, Editor who, CancellationToken ct) =>
        who.Role >= DeskRole.Editor && (import.AuthorId != who.Id || await db.DeskSettings.AnyAsync(s => s.ReviewerMayBeAuthor, ct));

    /// <returns>False if someone was quicker: nothing was written.</returns>
    public async Task<bool> MoveAsync(Import import, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, version) = (import.Id, import.Version);
        var (state, reason, correction, areOthers, reviewer, note) = (import.State, import.Reason, import.Correction, import.AreOthers, import.Reviewer, import.Note);
        var moved = await db.Set<Import>().Where(i => i.Id == id && i.Version == version).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, state).SetProperty(x => x.Reason, reason).SetProperty(x => x.Correction, correction).SetProperty(x => x.AreOthers, areOthers).SetProperty(x => x.Reviewer, reviewer).SetProperty(x => x.Note, note)
            .SetProperty(x => x.Version, version + 1).SetProperty(x => x.ChangedAt, now), ct);
        if (moved > 0 && import.IsAtWork)
            queue.Add(id);
        if (moved > 0 && !import.IsOpen)
            await db.Set<Upload>().Where(u => u.ImportId == id).ExecuteDeleteAsync(ct);
        return moved > 0;
    }

    /// <returns>False if it was ended meanwhile: nothing was written.</returns>
    public async Task<bool> FinishAsync(Import import, ImportState state, ImportReport report, int? changeNumber, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, version) = (import.Id, import.Version);
        var text = JsonSerializer.Serialize(report, ContentJson.Options);
        var isWritten = await db.Set<Import>().Where(i => i.Id == id && i.Version == version).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, state).SetProperty(x => x.ReportText, text).SetProperty(x => x.ChangeNumber, changeNumber)
            .SetProperty(x => x.Version, version + 1).SetProperty(x => x.ChangedAt, now), ct) > 0;
        if (isWritten && state == ImportState.Published)
            await db.Set<Upload>().Where(u => u.ImportId == id).ExecuteDeleteAsync(ct);
        return isWritten;
    }
}
