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
}
