namespace SanctuaryTracker.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void Neither_database_has_changes_of_the_model_without_a_migration()
    {
        using TrackerDb sqlite = new SqliteDesign().CreateDbContext([]), postgres = new PostgresDesign().CreateDbContext([]);

        sqlite.Database.HasPendingModelChanges().Should().BeFalse();
        postgres.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using TrackerDb sqlite = new SqliteDesign().CreateDbContext([]), postgres = new PostgresDesign().CreateDbContext([]);

        Names(sqlite).Should().Equal(Names(postgres)).And.NotBeEmpty();

        static IEnumerable<string> Names(TrackerDb db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);
    }

    [Fact]
    public async Task What_keeps_the_search_index_is_there_whatever_was_migrated_since()
    {
        await using var store = await Store.WithAsync();

        var kept = await store.ReadAsync(db => db.Database.SqlQueryRaw<string>(TestDatabase.IsPostgres
            ? "SELECT indexname AS \"Value\" FROM pg_indexes WHERE tablename = 'Passages'"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Passages'").ToListAsync());

        kept.Should().Contain(TestDatabase.IsPostgres ? ["IX_Passages_Index"] : ["PassageIndex_Insert", "PassageIndex_Update", "PassageIndex_Delete"]);
    }

    [Fact]
    public async Task Whoever_had_an_account_before_there_were_roles_is_an_administrator()
    {
        await using var database = TestDatabase.InFolder();
        await using var db = database.Open();
        await db.Database.MigrateAsync("ListIndexes");
        await db.Database.ExecuteSqlAsync($"INSERT INTO AspNetUsers (Id, Name, UserName, EmailConfirmed, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount) VALUES ('1', 'Ada', 'ada@example.org', 1, 0, 0, 1, 0)");

        await db.Database.MigrateAsync();

        (await db.Users.SingleAsync()).Should().Match<Editor>(u => u.Role == DeskRole.Administrator && u.DisabledAt == null);
        (await db.DeskSettings.SingleAsync()).ReviewerMayBeAuthor.Should().BeFalse();
    }
}
