using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Imports;
using SanctuaryTracker.Model;

namespace SanctuaryTracker;

/// <summary>What the program does besides serving: migrate, import, rebuild, check-quotations, add-editor.</summary>
public static class Commands
{
    private const string Folder = "--DataFolder";
    private static readonly string[] Names = ["migrate", "import", "rebuild", "check-quotations", "add-editor", "--help", "-h", "-?"];

    public static bool Match(string[] args) => args is [var first, ..] && (Names.Contains(first) || !first.StartsWith('-'));

    /// <summary>What of the arguments is settings: those of a command are its own but for one, and a path or a flag would be taken for the name of a setting.</summary>
    public static string[] SettingsIn(string[] args) =>
        !Match(args) ? args : [.. args.SkipWhile(a => a != Folder && !a.StartsWith($"{Folder}=", StringComparison.Ordinal)).Take(args.Contains(Folder) ? 2 : 1)];

    public static Task<int> RunAsync(WebApplication app, string[] args)
    {
        var root = new RootCommand("SanctuaryTracker. Without a command it serves the site. Settings are read from appsettings.json and the environment.") { TreatUnmatchedTokensAsErrors = true };
        var settings = new Option<string?>(Folder) { Description = "The data folder", Recursive = true };
        root.Options.Add(settings);
        root.Subcommands.Add(Migrate(app));
        root.Subcommands.Add(Import(app));
        root.Subcommands.Add(RebuildCommand(app));
        root.Subcommands.Add(CheckQuotations());
        root.Subcommands.Add(AddEditor(app));
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>Prepares the database, says where it is, and serves until stopped.</summary>
    public static async Task<int> ServeAsync(WebApplication app)
    {
        if (app.Configuration.GetValue("PrepareAtStart", true) && await GuardAsync(() => PrepareAsync(app)) is not 0 and var failed)
            return failed;
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Stop what listens there, or give another address with: --urls http://localhost:5081");
            return 1;
        }
    }

    private static async Task<int> PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(CancellationToken.None);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SanctuaryTracker");
        if (await preparation.SeedAsync(CancellationToken.None) is not Outcome.Applied and var seeded)
        {
            Report(seeded);
            log.LogError("The seed files were not imported, as said above; the record is served as it is. Mend it with: import FOLDER");
        }
        log.LogInformation("The record is kept in {Where}", scope.ServiceProvider.GetRequiredService<DataSettings>().Where);
        if (!await scope.ServiceProvider.GetRequiredService<TrackerDb>().Users.AnyAsync())
            log.LogInformation("There is no editor yet. To add one, run the same command with: add-editor you@example.org --name \"Your Name\"");
        return 0;
    }

    private static Command Migrate(WebApplication app)
    {
        var command = new Command("migrate", "Create the database, or bring it to this program's version");
        command.SetAction((_, ct) => InScopeAsync(app, async services =>
        {
            await services.GetRequiredService<Preparation>().MigrateAsync(ct);
            Console.WriteLine($"Up to date: {services.GetRequiredService<DataSettings>().Where}");
            return 0;
        }));
        return command;
    }

    private static Command Import(WebApplication app)
    {
        var path = new Argument<string>("path") { Description = "A folder of seed files (letters.json, sources.json, …), or a CSV file" };
        var check = new Option<bool>("--check") { Description = "Only say what would become of it" };
        var kind = new Option<string?>("--kind") { Description = "What the rows of a CSV file are, as letters [default: as the file is called]" };
        var batch = new Option<int?>("--batch") { Description = "Make each so many rows of a CSV file a change of their own: stopped, run it again and it goes on" };
        var reason = new Option<string?>("--reason") { Description = "Why, for the history of what a CSV file changes" };
        var author = new Option<string>("--author") { Description = "What the history names the author of a CSV file by", DefaultValueFactory = _ => "The import command" };
        var others = new Option<bool>("--others") { Description = "Take the doubtful rows of a CSV file as other records than those they may be" };
        var command = new Command("import", "Import seed files or a CSV file: whole, or not at all with every error listed") { path, check, kind, batch, reason, author, others };
        command.Validators.Add(result =>
        {
            if (result.GetValue(batch) is < 1)
                result.AddError("--batch needs a number from 1.");
        });
        command.SetAction((result, ct) => InScopeAsync(app, async services =>
        {
            await services.GetRequiredService<Preparation>().MigrateAsync(ct);
            var from = Path.GetFullPath(result.GetRequiredValue(path));
            if (!File.Exists(from))
                return Report(await services.GetRequiredService<Seeds>().ApplyAsync(from, "The import command", ct, result.GetValue(check)));
            var words = result.GetValue(kind) ?? "";
            RecordKind? of = words.Length == 0 ? ImportCommand.KindOf(from) : RecordPaths.TryParse($"{words}/x", out var named, out _) ? named : null;
            if (of is not { } rows)
                throw new UnusableDataException($"Say what the rows are: --kind {string.Join(", ", Enum.GetValues<RecordKind>().Select(k => k.Path))}.");
            var import = new ImportCommand(from, rows, result.GetRequiredValue(author), result.GetValue(reason), result.GetValue(check), result.GetValue(batch), result.GetValue(others));
            var report = await import.RunAsync(services.GetRequiredService<TrackerDb>(), services.GetRequiredService<Changes>(), Console.Out, ct);
            ImportCommand.Print(report, Console.Out, Console.Error);
            return report.IsClear ? 0 : 1;
        }));
        return command;
    }

    private static Command RebuildCommand(WebApplication app)
    {
        var asOf = new Option<DateOnly?>("--as-of") { Description = "Leave out what was changed after this day (UTC); needs --into" };
        var into = new Option<string?>("--into") { Description = "A new data folder, to leave this database as it is" };
        var command = new Command("rebuild", "Make the live tables again from the log") { asOf, into };
        command.Validators.Add(result =>
        {
            if (result.GetValue(asOf) is not null && result.GetValue(into) is null)
                result.AddError("--as-of needs --into: the site's own database keeps to the present.");
        });
        command.SetAction((result, ct) => InScopeAsync(app, async services =>
        {
            var db = services.GetRequiredService<TrackerDb>();
            DateTime? until = result.GetValue(asOf) is { } day ? day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMilliseconds(-1) : null;
            if (result.GetValue(into) is not { } folder)
            {
                Console.WriteLine($"{await new Rebuild(db).RunAsync(null, ct)} records made again from the log.");
                return 0;
            }
            var target = new DataSettings(Path.GetFullPath(folder), null);
            if (File.Exists(target.SqlitePath))
                throw new UnusableDataException($"{target.SqlitePath} exists already; name an empty folder.");
            Directory.CreateDirectory(target.Folder);
            var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
            DataSettings.UseSqlite(options, target.SqlitePath);
            await using var copy = new SqliteTrackerDb(options.Options);
            await copy.Database.MigrateAsync(ct);
            await Rebuild.CopyLogAsync(db, copy, until, ct);
            foreach (var sha256 in await copy.Files.Select(f => f.Sha256).ToListAsync(ct))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target.PathOf(sha256))!);
                File.Copy(services.GetRequiredService<DataSettings>().PathOf(sha256), target.PathOf(sha256));
            }
            Console.WriteLine($"{await new Rebuild(copy).RunAsync(until, ct)} records made from the log in {target.SqlitePath}");
            return 0;
        }));
        return command;
    }

    private static Command CheckQuotations()
    {
        var articles = new Argument<string>("articles") { Description = "A folder with the sources' texts, which the project does not contain" };
        var seeds = new Option<string>("--seeds") { Description = "The seed files", DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "seed-data") };
        var command = new Command("check-quotations", "Verify that each quotation of the seed stands in the paragraph it cites") { articles, seeds };
        command.SetAction(result =>
        {
            if (!Directory.Exists(result.GetRequiredValue(articles)))
            {
                Console.WriteLine($"Skipped: there is no folder {result.GetRequiredValue(articles)}. The texts belong to their publishers and are not part of the project.");
                return 0;
            }
            var (contents, problems) = Seeds.Read(Path.GetFullPath(result.GetRequiredValue(seeds)));
            var (count, wrong) = QuotationCheck.Run(contents, result.GetRequiredValue(articles));
            problems.AddRange(wrong);
            Console.WriteLine($"{count} citations checked.");
            return problems.Count == 0 ? 0 : Report(new Outcome.Refused(problems));
        });
        return command;
    }

    private static Command AddEditor(WebApplication app)
    {
        var email = new Argument<string>("email");
        var name = new Option<string>("--name") { Description = "What the public history names the editor by", DefaultValueFactory = _ => "An editor" };
        var role = new Option<DeskRole?>("--role") { Description = "What the account may do [default: Administrator for the first account, else Editor]" };
        var command = new Command("add-editor", "Make an account that may change the record; the password is asked for, or read from standard input") { email, name, role };
        command.SetAction((result, ct) => InScopeAsync(app, async services =>
        {
            await services.GetRequiredService<Preparation>().MigrateAsync(ct);
            var users = services.GetRequiredService<UserManager<Editor>>();
            var address = result.GetRequiredValue(email);
            var may = result.GetValue(role) ?? (await users.Users.AnyAsync(ct) ? DeskRole.Editor : DeskRole.Administrator);
            var made = await users.CreateAsync(new Editor { UserName = address, Email = address, EmailConfirmed = true, Name = result.GetRequiredValue(name), Role = may }, ReadPassword());
            foreach (var error in made.Errors)
                await Console.Error.WriteLineAsync(error.Description);
            if (made.Succeeded)
                Console.WriteLine($"{address} can now sign in at /desk/sign-in, as {may}");
            return made.Succeeded ? 0 : 1;
        }));
        return command;
    }

    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() ?? "";
        Console.Write("Password (at least 12 characters): ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        Console.WriteLine();
        return typed.ToString();
    }

    private static int Report(Outcome outcome)
    {
        if (outcome is Outcome.Applied applied)
            Console.WriteLine(applied.Changed.Count == 0 ? "Nothing has changed since the last import." : $"{applied.Changed.Count} records written.");
        else if (outcome is Outcome.Refused refused)
        {
            foreach (var problem in refused.Problems)
                Console.Error.WriteLine($"{problem.Record}{(problem.Field.Length > 0 ? $": {problem.Field}" : "")}: {problem.Message}");
            Console.Error.WriteLine($"{refused.Problems.Count} to mend; nothing was changed.");
        }
        else
            Console.Error.WriteLine($"Someone changed the record meanwhile; nothing was changed. Run it again. ({outcome})");
        return outcome is Outcome.Applied ? 0 : 1;
    }

    private static Task<int> InScopeAsync(WebApplication app, Func<IServiceProvider, Task<int>> run) => GuardAsync(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    });

    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (UnusableDataException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
