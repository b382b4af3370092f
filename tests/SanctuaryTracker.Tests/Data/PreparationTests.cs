using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

public sealed class PreparationTests
{
    [Fact]
    public async Task A_new_database_is_made_seeded_and_the_next_start_changes_nothing()
    {
        await using var store = Store.Over(TestDatabase.InFolder());

        (await PrepareAsync(store)).Should().BeOfType<Outcome.Applied>().Which.Changed.Should().NotBeEmpty();
        (await PrepareAsync(store)).Should().BeOfType<Outcome.Applied>().Which.Changed.Should().BeEmpty();
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_and_left_as_it_is()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        await store.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_FromTheFuture', '99')"""));
        await store.Database.CloseAsync();
        var before = Checksum(store);

        var preparing = () => PrepareAsync(store);

        (await preparing.Should().ThrowAsync<UnusableDataException>()).Which.Message.Should().Contain("newer than this program").And.Contain("99990101000000_FromTheFuture").And.Contain("Nothing was changed");
        await store.Database.CloseAsync();
        Checksum(store).Should().Be(before);
        (await store.ReadAsync(db => db.Records.CountAsync())).Should().Be(2, "nothing was seeded");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("cut off")]
    [InlineData("overwritten")]
    public async Task A_damaged_file_is_refused_and_not_touched(string damage)
    {
        await using var store = Store.Over(TestDatabase.InFolder());
        await PrepareAsync(store);
        await store.Database.CloseAsync();
        var path = store.Database.Settings.SqlitePath;
        var bytes = await File.ReadAllBytesAsync(path);
        if (damage == "overwritten")
            Random.Shared.NextBytes(bytes.AsSpan(bytes.Length / 4, bytes.Length / 2));
        await File.WriteAllBytesAsync(path, damage == "text" ? "This is a text file, not a database."u8.ToArray() : damage == "cut off" ? bytes[..(bytes.Length / 2)] : bytes);
        var before = Checksum(store);

        var preparing = () => PrepareAsync(store);

        (await preparing.Should().ThrowAsync<UnusableDataException>()).Which.Message.Should().Contain(path).And.Contain("is damaged").And.Contain("backup");
        Checksum(store).Should().Be(before);
    }

    [Fact]
    public async Task Records_that_an_earlier_program_titled_are_titled_anew()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));
        await store.ReadAsync(async db => await db.Records.Where(r => r.Kind == RecordKind.Letter).ExecuteUpdateAsync(r => r.SetProperty(x => x.Title, "Letter of old")) + await db.Passages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Edition, 1)));

        await store.InScopeAsync(async services => { await services.GetRequiredService<Preparation>().MigrateAsync(default); return true; });

        (await store.ReadAsync(db => db.Records.SingleAsync(r => r.Kind == RecordKind.Letter))).Title.Should().Be("Letter to Denver, sent 24 January 2018");
    }

    private static Task<Outcome> PrepareAsync(Store store) => store.InScopeAsync(async services =>
    {
        var preparation = services.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(default);
        return await preparation.SeedAsync(default);
    });

    /// <summary>Of the SQLite file; on PostgreSQL there is none.</summary>
    private static string? Checksum(Store store) =>
        File.Exists(store.Database.Settings.SqlitePath) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(store.Database.Settings.SqlitePath))) : null;
}
