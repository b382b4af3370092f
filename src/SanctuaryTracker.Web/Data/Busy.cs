using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SanctuaryTracker.Data;

/// <summary>One Change is written at a time. A long one makes others wait longer than the database lets them.</summary>
public static class Busy
{
    private const int Tries = 20;

    /// <summary>Tries again as long as another Change is being written.</summary>
    /// <param name="waiting">Told each time that it has to wait.</param>
    public static async Task<T> WaitAsync<T>(Func<Task<T>> run, Action waiting, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
            try
            {
                return await run();
            }
            catch (Exception e) when (IsBusy(e) && tried < Tries)
            {
                waiting();
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
    }

    /// <summary>Writes what may as well stay unwritten, as when something was last used: not if a Change is being written.</summary>
    public static async Task TryAsync(TrackerDb db, Func<Task> write)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(1);
        try
        {
            await write();
        }
        catch (Exception e) when (IsBusy(e))
        {
            // The next request writes it.
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
        }
    }

    /// <summary>Whether it failed only because another Change was being written.</summary>
    public static bool IsBusy(Exception e) =>
        e is SqliteException { SqliteErrorCode: 5 or 6 } or NpgsqlException { InnerException: TimeoutException } || e.InnerException is { } inner && IsBusy(inner);
}
