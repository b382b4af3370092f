using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>The import of a CSV file by the command: the same reading and rules as at the desk, and no review, since who runs the program runs the site.</summary>
/// <param name="Batch">So many rows are one Change; all of them, if null.</param>
public sealed record ImportCommand(string Path, RecordKind Kind, string Author, string? Reason, bool CheckOnly, int? Batch, bool AreOthers)
{
    private const int Shown = 1000;

    /// <summary>The kind that a file’s name says: <c>letters.csv</c>, <c>letters-2026-11.csv</c>.</summary>
    public static RecordKind? KindOf(string path) =>
        Enum.GetValues<RecordKind>().Cast<RecordKind?>().FirstOrDefault(k => System.IO.Path.GetFileName(path).StartsWith(k!.Value.Path, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null if it was applied, or would be.</returns>
    public async Task<ImportReport> RunAsync(TrackerDb db, Changes changes, TextWriter said, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var name = System.IO.Path.GetFileName(Path);
        var reading = new ImportReading(db, ImportFile.Read(Kind, await File.ReadAllBytesAsync(Path, ct), name), AreOthers, (what, of, done) => Tell(said, what, of, done));
        var report = await reading.ReadAsync(ct);
        var change = new Change(Author, Reason ?? $"Imported from {name}", ChangeOrigin.Import, []);
        if (CheckOnly || Batch is not null || !report.IsClear)
            report = await Busy.WaitAsync(() => reading.TryAsync(changes, change, ct), () => said.WriteLine("Waiting until another change is written"), ct);
        if (!report.IsClear || CheckOnly)
            return report;
        var done = 0;
        foreach (var edits in reading.Edits.Chunk(Batch ?? Math.Max(1, reading.Edits.Count)))
        {
            var before = done;
            var outcome = await Busy.WaitAsync(() => changes.ApplyAsync(change with { Edits = edits }, ct, null, count => Tell(said, "Publishing", reading.Edits.Count, before + count)), () => said.WriteLine("Waiting until another change is written"), ct);
            if (outcome is not Outcome.Applied)
                return reading.Add(outcome);
            done += edits.Length;
        }
        return report;
    }

    public static void Print(ImportReport report, TextWriter said, TextWriter wrong)
    {
        foreach (var problem in report.Problems.Take(Shown))
            wrong.WriteLine($"{(problem.Row is { } row ? $"row {row}" : "the file")}{(problem.Column.Length > 0 ? $", {problem.Column}" : "")}: {problem.Message}");
        foreach (var row in report.Doubtful.Take(Shown))
            wrong.WriteLine($"row {row.Row} is doubtful: {row.Why}{(row.Path is { } path ? $" ({path})" : "")}");
        said.WriteLine($"{report.Rows:N0} rows: {report.New:N0} new, {report.Changed:N0} changed, {report.Skipped:N0} skipped, {report.Doubtful.Select(d => d.Row).Distinct().Count():N0} doubtful, {report.Problems.Select(p => p.Row).Distinct().Count():N0} to mend.");
        if (!report.IsClear)
            wrong.WriteLine(report.Problems.Count > 0 ? "Mend them in the file, and run it again." : "If the doubtful rows are others, write true in their column is_another, or run it again with --others.");
    }

    private static void Tell(TextWriter said, string what, int of, int done)
    {
        if (done > 0 && done % 1000 == 0)
            said.WriteLine($"{what}: {done:N0} of {of:N0}");
    }
}
