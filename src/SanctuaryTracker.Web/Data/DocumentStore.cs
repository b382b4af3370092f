using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Features.Desk.Drafting;

namespace SanctuaryTracker.Data;

/// <summary>What a file was refused for: its size, its kind, or something else about it.</summary>
public enum RefusedFor { Size, Kind, Other }

/// <summary>What became of a file that was to be taken in.</summary>
public abstract record Intake
{
    private Intake()
    {
    }

    /// <param name="FileName">Its name, as it can stand in addresses and headers.</param>
    public sealed record Taken(StoredFile File, string FileName) : Intake;

    /// <param name="Problem">Why not, and what would be taken.</param>
    public sealed record Refused(string Problem, RefusedFor For = RefusedFor.Other) : Intake;
}

/// <summary>Keeps files by their checksum: their bytes, unchanged, in a folder, and what we know of them in the database.</summary>
public sealed class DocumentStore(TrackerDb db, DataSettings settings, TimeProvider clock)
{
    public const int MaxPages = 2000;

    private const string WhatIsTaken = "Attach a PDF, a PNG or JPEG image, or plain text in UTF-8.";
    private static readonly ConcurrentDictionary<string, (DateTime WrittenAt, long Size)> Verified = new(StringComparer.Ordinal);
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(7);

    /// <summary>Takes in a file if it is of a kind we know, and what it says it is. The same file twice is one.</summary>
    /// <param name="declaredType">The media type it was sent with, if any; believed no more than its name.</param>
    public async Task<Intake> TakeAsync(Stream content, string? fileName, string? declaredType, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Incoming).FullName, $"{Guid.NewGuid():N}");
        try
        {
            var (size, sha256) = await ReceiveAsync(content, incoming, ct);
            if (size == 0)
                return new Intake.Refused("The file is empty.");
            if (size > settings.MaxDocumentBytes)
                return new Intake.Refused($"It is larger than {settings.MaxDocumentBytes >> 20} MB, the most that is taken. Save it smaller, or in parts.", RefusedFor.Size);
            var kind = await FileKind.OfAsync(incoming, ct);
            if (FileKind.Said(fileName ?? "", declaredType) is { } said && said != kind)
                return new Intake.Refused($"This says it is {said.Name}, but it is {kind.Name}. {(kind.IsTaken ? "Give it a name that says so." : WhatIsTaken)}", kind.IsTaken ? RefusedFor.Other : RefusedFor.Kind);
            if (!kind.IsTaken)
                return new Intake.Refused($"This is {kind.Name}. {WhatIsTaken}", RefusedFor.Kind);
            if (await FindAsync(sha256, ct) is not { } file)
            {
                var text = await FileText.ReadAsync(kind, incoming, ct);
                if (Math.Max(text.Pages ?? 0, text.Texts.Count) is > MaxPages and var pages)
                    return new Intake.Refused($"It has {pages:N0} pages; at most {MaxPages:N0} are taken. Attach it in parts.");
                file = new() { Sha256 = sha256, MediaType = kind.MediaType!, SizeBytes = size, Pages = text.Pages, TextState = text.State, TextProblem = text.Problem, StoredAt = clock.GetUtcNow().UtcDateTime };
                Keep(incoming, sha256);
                file = await NoteAsync(file, text.Texts, ct);
            }
            else
            {
                Keep(incoming, sha256);
                await db.Files.Where(f => f.Sha256 == sha256).ExecuteUpdateAsync(f => f.SetProperty(x => x.StoredAt, clock.GetUtcNow().UtcDateTime), ct);
            }
            await SweepAsync(ct);
            return new Intake.Taken(file, kind.CleanName(fileName));
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Compares a file's bytes with its checksum, once as long as the file is not written again: what was damaged is never given out as if it were whole.</summary>
    public async Task VerifyAsync(string sha256, CancellationToken ct)
    {
        var path = PathOf(sha256);
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete });
        var state = (File.GetLastWriteTimeUtc(path), file.Length);
        if (Verified.TryGetValue(path, out var known) && known == state)
            return;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) is var found && found != sha256)
            throw new InvalidDataException($"The file {path} is damaged: its content has the checksum {found}. Put a good copy in its place.");
        Verified[path] = state;
    }

    public string PathOf(string sha256) => settings.PathOf(sha256);

    public Task<StoredFile?> FindAsync(string sha256, CancellationToken ct) => db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Sha256 == sha256, ct);

    private string Incoming => Path.Combine(settings.DocumentsFolder, "incoming");

    /// <summary>Writes the file down, as far as it is not too large, and sums it up.</summary>
    private async Task<(long Size, string Sha256)> ReceiveAsync(Stream content, string path, CancellationToken ct)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81_920];
        while (file.Length <= settings.MaxDocumentBytes && await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            sum.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        file.Flush(flushToDisk: true);
        return (file.Length, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>Gives the bytes their place, also if a file stands there: it has the same, or is damaged.</summary>
    private void Keep(string incoming, string sha256)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(settings.PathOf(sha256))!);
        File.Move(incoming, settings.PathOf(sha256), overwrite: true);
    }

    private async Task<StoredFile> NoteAsync(StoredFile file, IEnumerable<string> texts, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.Add(file);
        db.AddRange(texts.Select((text, i) => new FilePage { Sha256 = file.Sha256, Page = i + 1, Text = text }));
        try
        {
            await db.SaveChangesAsync(ct);
            return file;
        }
        catch (DbUpdateException)
        {
            // Someone else may have brought the same file meanwhile.
            db.ChangeTracker.Clear();
            if (await FindAsync(file.Sha256, ct) is not { } theirs)
                throw;
            return theirs;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Removes files that came a week ago or more and that no revision names, nor any draft that is still open.</summary>
    private async Task SweepAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptUnused;
        foreach (var left in Directory.EnumerateFiles(Incoming).Where(path => File.GetLastWriteTimeUtc(path) < before))
            File.Delete(left);
        if (await db.Files.AllAsync(f => f.IsNamed || f.StoredAt >= before, ct))
            return;
        // While no Change is being applied, which may name one of them.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockForWritingAsync(ct);
        var unused = await db.Files.Where(f => !f.IsNamed && f.StoredAt < before).Select(f => f.Sha256).ToListAsync(ct);
        foreach (var sha256 in unused.ToList())
            if (await db.Set<Draft>().AnyAsync(d => d.State != DraftState.Published && d.State != DraftState.Discarded && d.Text.Contains(sha256), ct))
                unused.Remove(sha256);
        await db.Files.Where(f => unused.Contains(f.Sha256)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        foreach (var sha256 in unused)
            File.Delete(settings.PathOf(sha256));
    }
}
