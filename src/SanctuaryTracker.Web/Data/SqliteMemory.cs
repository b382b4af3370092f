using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SanctuaryTracker.Data;

/// <summary>Lets SQLite read the file through the system's own cache: by itself it keeps 2 MB of it, and asks the system again for each page beyond.</summary>
internal sealed class SqliteMemory : DbConnectionInterceptor
{
    private const long MappedBytes = 8L << 30;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Map(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Map(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Map(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA mmap_size = {MappedBytes}";
        return command;
    }
}
