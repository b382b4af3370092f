using Microsoft.Data.Sqlite;
using Npgsql;

namespace SanctuaryTracker.Tests.Support;

/// <summary>A database of a test's own, copied from one that is migrated once per run: an SQLite file or, where <c>TRACKER_TEST_POSTGRES</c> says how to reach a server as its owner, one there.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "TRACKER_TEST_POSTGRES";
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;
    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeTemplateAsync);

    private TestDatabase(DataSettings settings) => Settings = settings;

    public DataSettings Settings { get; }

    public static bool IsPostgres => Server is not null;

    /// <summary>A migrated database without any record.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var database = Named($"t{Guid.NewGuid():N}");
        if (IsPostgres)
            await OnServerAsync($"CREATE DATABASE \"{NameOf(database)}\" TEMPLATE \"{NameOf(template)}\"");
        else
            File.Copy(template.Settings.SqlitePath, database.Settings.SqlitePath);
        return database;
    }

    /// <summary>A folder for an SQLite database that is not there yet, whatever the run is on.</summary>
    public static TestDatabase InFolder() => new(new(NewFolder(), null));

    public static async Task DeleteTemplateAsync()
    {
        if (Template.IsValueCreated)
            await (await Template.Value).DisposeAsync();
    }

    public TrackerDb Open()
    {
        if (Settings.Postgres is { } connection)
            return new PostgresTrackerDb(new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql(connection).Options);
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        DataSettings.UseSqlite(options, Settings.SqlitePath);
        return new SqliteTrackerDb(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Settings.Postgres is not null)
            await OnServerAsync($"DROP DATABASE IF EXISTS \"{NameOf(this)}\" WITH (FORCE)");
        if (Directory.Exists(Settings.Folder))
            Directory.Delete(Settings.Folder, recursive: true);
    }

    /// <summary>Lets go of pooled connections, so that the files can be copied or deleted.</summary>
    public async Task CloseAsync()
    {
        await using var db = Open();
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            SqliteConnection.ClearPool(sqlite);
        else if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            NpgsqlConnection.ClearPool(postgres);
    }

    private static async Task<TestDatabase> MakeTemplateAsync()
    {
        var template = Named($"template{Environment.ProcessId}");
        await using (var db = template.Open())
            await db.Database.MigrateAsync();
        await template.CloseAsync();
        return template;
    }

    private static TestDatabase Named(string name) => new(new(
        NewFolder(),
        Server is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 12 }.ConnectionString));

    private static string NewFolder() => Directory.CreateTempSubdirectory("sanctuary-tracker-").FullName;

    private static string NameOf(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.Settings.Postgres).Database!;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
