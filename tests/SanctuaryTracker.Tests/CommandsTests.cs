using System.Diagnostics;

namespace SanctuaryTracker.Tests;

/// <summary>The program as one runs it, with what it says and the code it ends with.</summary>
public sealed class CommandsTests
{
    [Fact]
    public async Task An_editor_is_added_with_a_password_long_enough_and_only_once()
    {
        await using var store = await Store.WithAsync();

        (await RunAsync(store, "too short\n", "add-editor", "ada@example.org")).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("at least 12"));
        (await RunAsync(store, "correct horse battery\n", "add-editor", "ada@example.org")).Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains("can now sign in at /desk/sign-in"));
        (await RunAsync(store, "correct horse battery\n", "add-editor", "ada@example.org")).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("already taken"));
        (await store.ReadAsync(db => db.Users.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task The_first_account_is_an_administrators_and_the_next_are_what_they_are_said_to_be()
    {
        await using var store = await Store.WithAsync();

        foreach (var arguments in new[] { "add-editor ada@example.org", "add-editor ben@example.org", "add-editor cyd@example.org --role Contributor" })
            (await RunAsync(store, "correct horse battery\n", arguments.Split(' '))).Code.Should().Be(0);

        (await store.ReadAsync(db => db.Users.OrderBy(u => u.Email).Select(u => u.Role).ToListAsync())).Should().Equal(DeskRole.Administrator, DeskRole.Editor, DeskRole.Contributor);
    }

    [Fact]
    public async Task An_import_with_errors_lists_them_and_changes_nothing()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder().With("jurisdictions.json", """{ "boston": { "name": "Boston", "kind": "City" }, "denver": { "state": "Colorado" } }""");

        (await RunAsync(store, "", "import", folder.Path)).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("jurisdictions.json: denver: name: ") && e.Said.Contains("2 to mend; nothing was changed"));
        (await store.ReadAsync(db => db.Records.CountAsync())).Should().Be(0);
        folder.With("jurisdictions.json", """{ "boston": { "name": "Boston", "kind": "City" } }""");
        (await RunAsync(store, "", "import", folder.Path)).Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains("1 records written"));
        (await store.ReadAsync(db => db.Records.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task The_record_as_of_a_day_is_made_into_a_folder_of_its_own()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.GivenAsync(Given.Letter("boston"));
        await using var copy = Store.Over(TestDatabase.InFolder());

        (await RunAsync(store, "", "rebuild", "--as-of", "2018-03-01")).Should().Match<Ended>(e => e.Code != 0 && e.Said.Contains("--into"));
        (await RunAsync(store, "", "rebuild", "--as-of", "2018-03-01", "--into", copy.Database.Settings.Folder)).Code.Should().Be(0);
        (await RunAsync(store, "", "rebuild", "--into", copy.Database.Settings.Folder)).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("exists already"));

        (await copy.ReadAsync(db => db.Letters.Select(l => l.Record.Slug).ToListAsync())).Should().Equal("denver");
    }

    [Fact]
    public async Task A_damaged_database_is_not_served()
    {
        await using var store = Store.Over(TestDatabase.InFolder());
        await File.WriteAllTextAsync(store.Database.Settings.SqlitePath, "This is a text file, not a database.");

        (await RunAsync(store, "", "--urls", "http://127.0.0.1:0")).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("is damaged") && !e.Said.Contains(" at SanctuaryTracker"));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_told()
    {
        await using var store = Store.Over(TestDatabase.InFolder());

        (await RunAsync(store, "", "improt")).Should().Match<Ended>(e => e.Code != 0 && e.Said.Contains("improt"));
    }

    private static async Task<Ended> RunAsync(Store store, string typed, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "SanctuaryTracker.Web.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["DataFolder"] = store.Database.Settings.Folder, ["ConnectionStrings__Postgres"] = store.Database.Settings.Postgres },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, string.Concat(said));
    }

    private sealed record Ended(int Code, string Said);
}
