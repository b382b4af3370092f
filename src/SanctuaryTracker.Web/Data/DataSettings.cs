using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SanctuaryTracker.Data;

/// <summary>Where the record is kept.</summary>
/// <param name="Folder">The data folder: the SQLite database and the keys that sign cookies.</param>
/// <param name="Postgres">A connection string, if PostgreSQL holds the record instead.</param>
public sealed record DataSettings(string Folder, string? Postgres)
{
    /// <summary>Where the bytes of documents are kept; every instance of the site needs the same one.</summary>
    public string DocumentsFolder { get; init; } = Path.Combine(Folder, "documents");

    /// <summary>How large a document may be.</summary>
    public long MaxDocumentBytes { get; init; } = 25 << 20;

    /// <summary>How much one form may bring: two of the largest documents, and what is typed.</summary>
    public long MaxFormBytes => 2 * MaxDocumentBytes + (4 << 20);

    /// <summary>Where the bytes of a file are, by its checksum.</summary>
    public string PathOf(string sha256) => Path.Combine(DocumentsFolder, sha256[..2], sha256);

    public string SqlitePath => Path.Combine(Folder, "sanctuary-tracker.db");

    public string Where => Postgres is null ? SqlitePath : "PostgreSQL, as named by ConnectionStrings:Postgres";

    public static DataSettings From(IConfiguration configuration, string contentRoot)
    {
        var settings = new DataSettings(Path.GetFullPath(configuration["DataFolder"] ?? "data", contentRoot), configuration.GetConnectionString("Postgres"));
        return settings with
        {
            DocumentsFolder = configuration["DocumentsFolder"] is { Length: > 0 } documents ? Path.GetFullPath(documents, contentRoot) : settings.DocumentsFolder,
            MaxDocumentBytes = configuration.GetValue<long?>("MaxDocumentMegabytes") is { } megabytes ? megabytes << 20 : settings.MaxDocumentBytes,
        };
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string path) =>
        options.UseSqlite($"Data Source={path};Default Timeout=120", o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(new SqliteMemory());

    /// <summary>Lists within a record are read by queries of their own: joined, their rows would multiply.</summary>
    public static void UsePostgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
}

public static class DataServices
{
    public static IServiceCollection AddTrackerData(this IServiceCollection services, DataSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Postgres is { } connection)
            services.AddDbContext<TrackerDb, PostgresTrackerDb>(options => DataSettings.UsePostgres(options, connection));
        else
            services.AddDbContext<TrackerDb, SqliteTrackerDb>(options => DataSettings.UseSqlite(options, settings.SqlitePath));
        return services.AddScoped<Changes>().AddScoped<DocumentStore>().AddScoped<Seeds>().AddScoped<Rebuild>().AddScoped<Preparation>();
    }
}

/// <summary>For <c>dotnet ef</c>, which needs no server and no data.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteTrackerDb>
{
    public SqliteTrackerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresTrackerDb>
{
    public PostgresTrackerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql("Host=design").Options);
}
