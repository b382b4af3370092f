using System.Data;
using System.Text.Json;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>The live half of the record, its log, search passages and editors' accounts.</summary>
public abstract class TrackerDb(DbContextOptions options) : IdentityDbContext<Editor>(options)
{
    public DbSet<Record> Records => Set<Record>();
    public DbSet<Citation> Citations => Set<Citation>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<NonReceipt> NonReceipts => Set<NonReceipt>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Copy> Copies => Set<Copy>();
    public DbSet<Response> Responses => Set<Response>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<Lawsuit> Lawsuits => Set<Lawsuit>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<PagePassage> PagePassages => Set<PagePassage>();
    public DbSet<LoggedChange> Changes => Set<LoggedChange>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<DeskSettings> DeskSettings => Set<DeskSettings>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FilePage> FilePages => Set<FilePage>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<DeskSession> DeskSessions => Set<DeskSession>();
    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    /// <summary>Set only by <see cref="Data.Changes"/> and <see cref="Rebuild"/>, the one way in.</summary>
    internal bool IsWritingRecord
    {
        get;
        set
        {
            field = value;
            // A large change would otherwise be looked through again at every look-up.
            ChangeTracker.AutoDetectChangesEnabled = !value;
        }
    }

    /// <summary>Within a transaction: waits until no other Change is being applied.</summary>
    internal abstract Task LockForWritingAsync(CancellationToken ct);

    /// <summary>Until it is let go, everything is read as it stands at one moment, however often it is changed meanwhile.</summary>
    internal abstract Task<IDbContextTransaction> ReadAtOnceAsync(CancellationToken ct);

    /// <summary>The keys of the records whose search words have this, or whose names have it.</summary>
    internal abstract IQueryable<int> Matching(Sought sought, bool inNames);

    /// <summary>The keys of the pages whose words, or whose record’s names, have this.</summary>
    internal abstract IQueryable<long> MatchingPages(Sought sought);

    /// <summary>The keys of the records that have this in their own words or on one page of their documents.</summary>
    internal abstract IQueryable<int> MatchingAnywhere(Sought sought);

    /// <summary>Adds to the vocabulary that misspelt words are corrected by. Nothing is taken out of it: a correction is only ever to what is found.</summary>
    internal abstract Task LearnAsync(string[] words, CancellationToken ct);

    internal IQueryable<string> Vocabulary => Database.SqlQuery<string>($"SELECT \"Word\" AS \"Value\" FROM \"Vocabulary\"");

    /// <summary>Makes text sort and compare by code point, as in .NET.</summary>
    protected abstract string OrdinalCollation { get; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseRecordsFromElsewhere();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseRecordsFromElsewhere();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly);
        foreach (var property in builder.Model.GetEntityTypes().Where(t => IsRecord(t.ClrType) || t.ClrType == typeof(StoredFile) || t.ClrType == typeof(FilePage)).SelectMany(t => t.GetProperties()))
            if ((property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string))
                property.SetCollation(OrdinalCollation);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(PartialDate.MaxLength);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>The live half, the log and what search reads; not files, nor the desk's own tables.</summary>
    internal static bool IsRecord(Type type) => type.Namespace == typeof(Record).Namespace || type == typeof(LoggedChange) || type == typeof(Revision) || type == typeof(Passage) || type == typeof(PagePassage);

    private void RefuseRecordsFromElsewhere()
    {
        if (IsWritingRecord)
            ChangeTracker.DetectChanges();
        if (!IsWritingRecord && ChangeTracker.Entries().Any(e => e.State is not (EntityState.Unchanged or EntityState.Detached) && IsRecord(e.Entity.GetType())))
            throw new InvalidOperationException("The record is changed only through a Change; see Data/Changes.cs.");
        if (ChangeTracker.Entries().Any(e => e is { State: EntityState.Modified or EntityState.Deleted, Entity: LoggedChange or Revision }))
            throw new InvalidOperationException("The log is only ever added to.");
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options) : TrackerDb(options)
{
    protected override string OrdinalCollation => "BINARY";

    // EF Core begins an immediate transaction, which already holds SQLite's write lock.
    internal override Task LockForWritingAsync(CancellationToken ct) => Task.CompletedTask;

    // By this level alone the provider knows that the write lock is not wanted; what SQLite reads is the same at any.
    internal override Task<IDbContextTransaction> ReadAtOnceAsync(CancellationToken ct) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, ct);

    internal override IQueryable<int> Matching(Sought sought, bool inNames) =>
        Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"PassageIndex\" WHERE \"PassageIndex\" MATCH {sought.AsFts5(inNames)}");

    internal override IQueryable<long> MatchingPages(Sought sought) =>
        Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM \"PagePassageIndex\" WHERE \"PagePassageIndex\" MATCH {sought.AsFts5(inNames: false)}");

    internal override IQueryable<int> MatchingAnywhere(Sought sought)
    {
        var words = sought.AsFts5(inNames: false);
        return Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"PassageIndex\" WHERE \"PassageIndex\" MATCH {words} UNION SELECT rowid >> {PagePassage.PageBits} FROM \"PagePassageIndex\" WHERE \"PagePassageIndex\" MATCH {words}");
    }

    internal override Task LearnAsync(string[] words, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO \"Vocabulary\" SELECT value FROM json_each({JsonSerializer.Serialize(words)})", ct);
}

public sealed class PostgresTrackerDb(DbContextOptions<PostgresTrackerDb> options) : TrackerDb(options)
{
    protected override string OrdinalCollation => "C";

    internal override async Task LockForWritingAsync(CancellationToken ct)
    {
        var patience = Database.GetCommandTimeout();
        Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
        await Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(491873052)", ct);
        Database.SetCommandTimeout(patience);
    }

    internal override Task<IDbContextTransaction> ReadAtOnceAsync(CancellationToken ct) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    internal override IQueryable<int> Matching(Sought sought, bool inNames) =>
        Database.SqlQuery<int>($"SELECT \"RecordId\" AS \"Value\" FROM \"Passages\" WHERE \"Index\" @@ {sought.AsTsQuery(inNames)}::tsquery");

    internal override IQueryable<long> MatchingPages(Sought sought) =>
        Database.SqlQuery<long>($"SELECT \"Id\" AS \"Value\" FROM \"PagePassages\" WHERE \"Index\" @@ {sought.AsTsQuery(inNames: false)}::tsquery");

    internal override IQueryable<int> MatchingAnywhere(Sought sought)
    {
        var words = sought.AsTsQuery(inNames: false);
        return Database.SqlQuery<int>($"SELECT \"RecordId\" AS \"Value\" FROM \"Passages\" WHERE \"Index\" @@ {words}::tsquery UNION SELECT \"RecordId\" FROM \"PagePassages\" WHERE \"Index\" @@ {words}::tsquery");
    }

    internal override Task LearnAsync(string[] words, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"INSERT INTO \"Vocabulary\" SELECT unnest({words}) ON CONFLICT DO NOTHING", ct);
}
