using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace SanctuaryTracker.Tests.Site;

/// <summary>The checkers of others look at every page; tests/run installs them.</summary>
[Trait("in", "browser")]
public sealed class HtmlTests(Seeded seeded)
{
    private static readonly string[] ErrorPages = ["/letters/no-such-letter", "/letters?limit=0", "/no-such-page"];

    private static readonly string Checkers = Folder.FindUpwards("tests", "html") ?? throw new InvalidOperationException("The folder tests/html is missing.");

    [Fact]
    public async Task Every_page_is_valid_to_both_checkers()
    {
        using var folder = new Folder();
        var names = await WritePagesAsync(folder);

        var wrong = await NuErrorsAsync(folder.Path, names);
        wrong.AddRange(await HtmlValidateErrorsAsync(folder.Path, names));

        wrong.Should().BeEmpty();
        names.Count.Should().BeGreaterThan(90);
    }

    /// <summary>What a visitor can reach, what an editor can, and the pages that tell of an error; each file's name, and the page it holds.</summary>
    private async Task<Dictionary<string, string>> WritePagesAsync(Folder folder)
    {
        var app = await seeded.AppAsync();
        using var editor = await app.SignInAsync("html@example.org");
        var pages = await SendAsync(editor);
        pages.AddRange((await Crawl.OfAsync(editor)).Pages.Select(p => (p.Path, p.Html)));
        foreach (var path in ErrorPages.Append("/desk/sign-in"))
        {
            using var answer = await app.Client.GetAsync(path);
            pages.Add((path, await answer.Content.ReadAsStringAsync()));
        }
        var names = new Dictionary<string, string>();
        foreach (var (i, page) in pages.Index())
        {
            names[$"{i}.html"] = page.Path;
            folder.With($"{i}.html", page.Html);
        }
        return names;
    }

    /// <summary>What the desk's forms answer; the drafts that they leave are found by following links.</summary>
    private static async Task<List<(string Path, string Html)>> SendAsync(HttpClient editor)
    {
        var answers = new List<(string, string)>();
        var form = await Form.OpenAsync(editor, "/desk/letters/new");
        foreach (var action in new[] { "add:0:copies", "add:0:citations", "bring:Source", "bring:Jurisdiction", "bring:Response", "bring:Statement", "bring:Campaign", "bring:Lawsuit" })
        {
            using var redirected = await form.With("do", action).SendAsync();
            var draft = redirected.Headers.Location!.ToString().Split('#')[0];
            form = await Form.OpenAsync(editor, draft);
        }
        await SendAsync("a refused letter with all that comes with it", form.WithFile("parts[0].files", Files.Text("Dear\n\nSincerely"), "letter.txt").WithFile("parts[0].files", Files.Zip(), "no.pdf").With("do", "publish"));
        await SendAsync("a withdrawal without a reason", await Form.OpenAsync(editor, "/desk/letters/denver-co-2018-01-24/withdraw"));
        await SendAsync("the key of an app", (await Form.OpenAsync(editor, "/desk/account/two-step")).With("do", "begin"));
        await SendAsync("a refused token", await Form.OpenAsync(editor, "/desk/account/tokens"));
        await SendAsync("a new token", (await Form.OpenAsync(editor, "/desk/account/tokens")).With("name", "A sheet").With("password", TrackerApp.Password));
        var link = await SendAsync("an invitation", (await Form.OpenAsync(editor, "/desk/accounts", "button[value=invite]")).With("name", "A. Newcomer").With("email", "newcomer@example.org").With("do", "invite"));
        answers.Add(("the page of the invited", await editor.GetStringAsync(new Uri(link.QuerySelector(".code")!.TextContent.Trim()).AbsolutePath)));
        return answers;

        async Task<IHtmlDocument> SendAsync(string what, Form filled)
        {
            using var sent = await filled.SendAsync();
            using var shown = sent.Headers.Location is { } elsewhere ? await editor.GetAsync(elsewhere) : null;
            answers.Add((what, await (shown ?? sent).Content.ReadAsStringAsync()));
            return await Form.ReadAsync(shown ?? sent);
        }
    }

    private static async Task<List<string>> NuErrorsAsync(string folder, Dictionary<string, string> names)
    {
        var told = await RunAsync("java", ["-Xss4m", "-jar", $"{Checkers}/node_modules/vnu-jar/build/dist/vnu.jar", "--format", "json", "--exit-zero-always", folder]);
        told.Should().StartWith("{", "the checker should answer in JSON");
        return [.. JsonElement.Parse(told).GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("type").GetString() != "info" || m.TryGetProperty("subType", out _))
            .Select(m => $"{names[Path.GetFileName(m.GetProperty("url").GetString()!)]}, line {(m.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0)}: {m.GetProperty("message").GetString()}").Distinct()];
    }

    private static async Task<IEnumerable<string>> HtmlValidateErrorsAsync(string folder, Dictionary<string, string> names)
    {
        // To a file, because what it writes to a pipe is cut off when it ends.
        var report = Path.Combine(folder, "report.json");
        var errors = await RunAsync("node", [$"{Checkers}/node_modules/html-validate/bin/html-validate.mjs", "--formatter", $"json={report}", "--config", $"{Checkers}/.htmlvalidate.json", .. names.Keys.Select(name => Path.Combine(folder, name))]);
        File.Exists(report).Should().BeTrue("the checker should answer; it said {0}", errors);
        return from file in JsonElement.Parse(await File.ReadAllTextAsync(report)).EnumerateArray()
               from message in file.GetProperty("messages").EnumerateArray()
               where message.GetProperty("severity").GetInt32() > 1
               select $"{names[Path.GetFileName(file.GetProperty("filePath").GetString()!)]}, line {message.GetProperty("line").GetInt32()}: {message.GetProperty("ruleId").GetString()}, {message.GetProperty("message").GetString()}";
    }

    /// <summary>What the program says on its error stream.</summary>
    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = Checkers })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }
}
