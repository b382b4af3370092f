using System.Diagnostics;

namespace SanctuaryTracker.Tests;

/// <summary>The program as one runs it, with what it says and the code it ends with.</summary>
public sealed class CommandsTests
{
    [Fact]
    public async Task Where_another_program_listens_the_site_says_so_and_what_to_do()
    {
        await using var store = await Store.WithAsync();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        (await RunAsync(store, "", "--urls", $"http://{other.LocalEndpoint}")).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("address already in use. Stop what listens there, or give another address with: --urls"));
    }

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

    [Theory]
    [InlineData("import", "{0}", "--DataFolder", "{1}")]
    [InlineData("import", "{0}", "--check", "--DataFolder={1}")]
    public async Task The_data_folder_of_a_command_is_the_one_that_it_is_given(params string[] arguments)
    {
        await using var store = Store.Over(TestDatabase.InFolder());
        using var other = new Folder();
        using var folder = new Folder().With("jurisdictions.json", """{ "boston": { "name": "Boston", "kind": "City" } }""");

        var ended = await RunAsync(store, "", [.. arguments.Select(a => string.Format(System.Globalization.CultureInfo.InvariantCulture, a, folder.Path, other.Path))]);

        ended.Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains("1 records written"));
        File.Exists(store.Database.Settings.SqlitePath).Should().BeFalse();
        File.Exists(Path.Combine(other.Path, "sanctuary-tracker.db")).Should().BeTrue();
    }

    [Fact]
    public async Task A_csv_file_is_imported_whole_or_not_at_all_and_twice_changes_nothing()
    {
        await using var store = await Store.WithAsync(Given.Campaign(), Given.Place("boston"), Given.Place("denver"));
        using var folder = new Folder().With("letters.csv", "jurisdiction,campaign,source,paragraph\nBoston,round,paper,3\nNarnia,round,paper,41\n");
        var file = Path.Combine(folder.Path, "letters.csv");

        (await RunAsync(store, "", "import", file)).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("row 3, jurisdiction: There is no jurisdiction “Narnia”.") && e.Said.Contains("row 3, paragraph: ") && e.Said.Contains("Mend them"));
        folder.With("letters.csv", "jurisdiction,campaign,source,paragraph\nBoston,round,paper,3\nDenver,round,paper,4\n");
        (await RunAsync(store, "", "import", file, "--check")).Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains("2 rows: 2 new"));
        (await store.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
        (await RunAsync(store, "", "import", file, "--author", "Ada", "--reason", "From the tracker of the Globe")).Code.Should().Be(0);
        (await RunAsync(store, "", "import", file)).Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains("0 new, 0 changed, 2 skipped"));
        (await RunAsync(store, "", "import", folder.With("new.csv", "name\nSalem\n").Path + "/new.csv")).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("--kind sources, jurisdictions"));

        (await store.LatestAsync(RecordKind.Letter, "denver-round")).Change.Should().BeEquivalentTo(new { Id = 2, Author = "Ada", Reason = "From the tracker of the Globe", Origin = ChangeOrigin.Import });
    }

    [Fact]
    public async Task A_killed_import_leaves_nothing_half_done_and_goes_on_from_the_last_whole_batch()
    {
        await using var store = await Store.WithAsync(Given.Source());
        using var folder = new Folder().With("jurisdictions.csv", $"name,kind,state\n{string.Concat(Enumerable.Range(0, 5000).Select(i => $"Town {i:0000},Town,MA\n"))}");
        var file = Path.Combine(folder.Path, "jurisdictions.csv");

        await KillAsync(store, "Publishing: 2,000", "import", file);
        (await store.ReadAsync(db => db.Jurisdictions.CountAsync())).Should().Be(0, "the file is one change");
        await KillAsync(store, "Publishing: 2,000", "import", file, "--batch", "800", "--others");
        var kept = await store.ReadAsync(db => db.Jurisdictions.CountAsync());
        kept.Should().BeInRange(1600, 4800);
        (kept % 800).Should().Be(0, "each batch is one change");
        (await store.ReadAsync(db => db.Passages.CountAsync())).Should().Be(kept + 1);
        (await RunAsync(store, "", "import", file, "--batch", "800", "--others")).Should().Match<Ended>(e => e.Code == 0 && e.Said.Contains($"{kept:N0} skipped"));

        (await store.ReadAsync(db => db.Jurisdictions.CountAsync())).Should().Be(5000);
    }

    [Fact]
    public async Task The_record_as_of_a_day_is_made_into_a_folder_of_its_own()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));
        var scan = await store.TakeAsync(Files.Png(), "scan.png");
        await store.ReviseAsync<LetterContent>("denver", l => l.Documents = [scan]);
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.GivenAsync(Given.Letter("boston"));
        await using var copy = Store.Over(TestDatabase.InFolder());

        (await RunAsync(store, "", "rebuild", "--as-of", "2018-03-01")).Should().Match<Ended>(e => e.Code != 0 && e.Said.Contains("--into"));
        (await RunAsync(store, "", "rebuild", "--as-of", "2018-03-01", "--into", copy.Database.Settings.Folder)).Code.Should().Be(0);
        (await RunAsync(store, "", "rebuild", "--into", copy.Database.Settings.Folder)).Should().Match<Ended>(e => e.Code == 1 && e.Said.Contains("exists already"));

        (await copy.ReadAsync(db => db.Letters.Select(l => l.Record.Slug).ToListAsync())).Should().Equal("denver");
        (await copy.ReadAsync(db => db.Documents.Select(d => d.FileName).ToListAsync())).Should().Equal("scan.png");
        (await File.ReadAllBytesAsync(copy.Database.Settings.PathOf(scan.Sha256!))).Should().Equal(Files.Png(), "the files come along");
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

    [Fact]
    public async Task Dates_and_numbers_are_the_records_own_whatever_the_language_of_the_server()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", replyDueOn: "2199-01-01"));
        var start = Starting(store, "--urls", "http://127.0.0.1:0", "--PrepareAtStart", "false");
        start.Environment["LC_ALL"] = "th_TH.UTF-8"; // where it is the year 2569
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = new(await AddressAsync(process)) };

            (await client.GetStringAsync("/api/v1/letters?reply=Overdue")).Should().Contain("\"total\":0");
            (await client.GetStringAsync("/")).Should().Contain(" January 2199").And.NotContain("256");
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Where it says that it listens.</summary>
    private static async Task<string> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
                return line[at..].Trim();
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private static ProcessStartInfo Starting(Store store, params string[] arguments) => new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "SanctuaryTracker.Web.dll"), .. arguments])
    {
        UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        Environment = { ["DataFolder"] = store.Database.Settings.Folder, ["ConnectionStrings__Postgres"] = store.Database.Settings.Postgres },
    };

    private static async Task<Ended> RunAsync(Store store, string typed, params string[] arguments)
    {
        using var process = Process.Start(Starting(store, arguments))!;
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, string.Concat(said));
    }

    /// <summary>Kills it once it says so.</summary>
    private static async Task KillAsync(Store store, string said, params string[] arguments)
    {
        using var process = Process.Start(Starting(store, arguments))!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith(said, StringComparison.Ordinal))
        {
        }
        process.Kill();
        await process.WaitForExitAsync();
        process.ExitCode.Should().NotBe(0, "it should have been killed before its end");
    }

    private sealed record Ended(int Code, string Said);
}
