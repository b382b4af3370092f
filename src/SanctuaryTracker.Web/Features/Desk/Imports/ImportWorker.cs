using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>How far an import is: what is being done, of how many rows, and of how many it is done.</summary>
public sealed record ImportProgress(string What, int Of, int Done);

/// <summary>Imports that wait for their turn, and how far the one is that has it.</summary>
public sealed class WaitingImports
{
    private readonly Channel<int> waiting = Channel.CreateUnbounded<int>();
    private readonly ConcurrentDictionary<int, ImportProgress> progress = [];

    public void Add(int import) => waiting.Writer.TryWrite(import);

    /// <summary>Null if its turn has not come.</summary>
    public ImportProgress? ProgressOf(int import) => progress.GetValueOrDefault(import);

    internal IAsyncEnumerable<int> TakeAsync(CancellationToken ct) => waiting.Reader.ReadAllAsync(ct);

    internal void Tell(int import, ImportProgress? now)
    {
        if (now is null)
            progress.TryRemove(import, out _);
        else
            progress[import] = now;
    }
}

/// <summary>Checks and publishes imports, one after the other; what a stopped program left is taken up again.</summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, WaitingImports queue, ILogger<ImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var left in await scope.ServiceProvider.GetRequiredService<TrackerDb>().Set<Import>().Where(i => i.State == ImportState.Checking || i.State == ImportState.Publishing).OrderBy(i => i.ChangedAt).Select(i => i.Id).ToListAsync(stoppingToken))
                queue.Add(left);
        }
        catch (Exception e) when (e is System.Data.Common.DbException)
        {
            log.LogWarning(e, "Imports that were under way could not be looked up");
        }
        await foreach (var id in queue.TakeAsync(stoppingToken))
            try
            {
                await RunAsync(id, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The database may be away: what became of the import cannot be written down, and it is tried again.
                log.LogError(e, "Import {Id} could not be worked on", id);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
                queue.Add(id);
            }
    }

    private async Task RunAsync(int id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDb>();
        if (await db.Set<Import>().AsNoTracking().Include(i => i.Upload).SingleOrDefaultAsync(i => i.Id == id, ct) is not { IsAtWork: true } import)
            return;
        var imports = new ImportDesk(db, queue, scope.ServiceProvider.GetRequiredService<TimeProvider>());
        try
        {
            await Busy.WaitAsync(() => RunAsync(import, db, scope.ServiceProvider.GetRequiredService<Changes>(), imports, ct), () => queue.Tell(id, new("Waiting until another change is written", 0, 0)), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "Import {Id} stopped", id);
            await imports.FinishAsync(import, ImportState.ToMend, new(0, 0, 0, 0, [new(null, "", "It stopped by an error of this program, and nothing was changed. Check it again; if it stops again, tell who runs the site.")], [], []), null, ct);
        }
        finally
        {
            queue.Tell(id, null);
        }
    }

    private async Task<bool> RunAsync(Import import, TrackerDb db, Changes changes, ImportDesk imports, CancellationToken ct)
    {
        var reading = new ImportReading(db, ImportFile.Read(import.Kind, import.Upload.Bytes, import.FileName), import.AreOthers, (what, of, done) => queue.Tell(import.Id, new(what, of, done)));
        var report = await reading.ReadAsync(ct);
        if (import.State == ImportState.Checking)
        {
            report = await reading.TryAsync(changes, import.ChangeOf([]), ct);
            return await imports.FinishAsync(import, report.IsClear ? ImportState.Ready : ImportState.ToMend, report, null, ct);
        }
        if (report.IsClear && await changes.ApplyAsync(import.ChangeOf(reading.Edits), ct, PublishedAsync, count => reading.Tell("Publishing", count)) is not Outcome.Applied and var refusal)
            report = reading.Add(refusal);
        return report.IsClear || await imports.FinishAsync(import, ImportState.ToMend, report, null, ct);

        async Task<Outcome?> PublishedAsync(Outcome.Applied applied) =>
            await imports.FinishAsync(import, ImportState.Published, report, applied.ChangeNumber, ct) ? null : new Outcome.Unknown($"imports/{import.Id}");
    }
}
