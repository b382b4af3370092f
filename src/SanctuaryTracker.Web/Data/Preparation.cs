using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SanctuaryTracker.Data;

/// <summary>Why the program cannot use the data it was given; the message says what to do.</summary>
public sealed class UnusableDataException(string message) : Exception(message);

/// <summary>Brings a database to the program's own version and seeds it, or says why not and leaves it as it is.</summary>
public sealed class Preparation(TrackerDb db, DataSettings settings, Seeds seeds)
{
    public async Task MigrateAsync(CancellationToken ct)
    {
        if (settings.Postgres is null)
        {
            Directory.CreateDirectory(settings.Folder);
            RefuseDamaged(settings.SqlitePath);
        }
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.GetService<IHistoryRepository>().ExistsAsync(ct) ? await db.Database.GetAppliedMigrationsAsync(ct) : [];
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            throw new UnusableDataException($"The database ({settings.Where}) is newer than this program: it has the migration {newer}. Run the newer program, or name another data folder. Nothing was changed.");
        await db.Database.MigrateAsync(ct);
        await RenewAsync(ct);
    }

    /// <returns>What became of the seed files beside the program.</returns>
    public Task<Outcome> SeedAsync(CancellationToken ct) => seeds.ApplyAsync(Path.Combine(AppContext.BaseDirectory, "seed-data"), "The seed files", ct);

    private async Task RenewAsync(CancellationToken ct)
    {
        if (!await db.Passages.AnyAsync(p => p.Edition != SearchText.Edition, ct))
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockForWritingAsync(ct);
        db.IsWritingRecord = true;
        try
        {
            await new LiveRecords(db, ct).RenewAsync();
            await transaction.CommitAsync(ct);
        }
        finally
        {
            db.IsWritingRecord = false;
            db.ChangeTracker.Clear();
        }
    }

    private static void RefuseDamaged(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return;
        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() is not "ok")
                throw new UnusableDataException(Message(path));
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new UnusableDataException(Message(path));
        }
    }

    private static string Message(string path) =>
        $"The database {path} is damaged, or is not an SQLite database. Put a backup in its place, or name another data folder. The file was not touched.";
}
