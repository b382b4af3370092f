using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed class BrowserTests(Browser browser)
{
    private static readonly string[] Paths =
    [
        "/", "/jurisdictions", "/jurisdictions/king-county-wa", "/campaigns", "/campaigns/document-requests-2018-01", "/letters", "/letters?reply=Overdue", "/responses", "/statements", "/lawsuits", "/sources",
        "/citations", "/citations/campaigns/document-requests-2018-01/st-21-recipients-reported", "/search?q=mayor", "/about", "/changes", "/changes/1", "/corrections", "/letters/denver-co-2018-01-24/history", "/letters/no-such-letter", "/letters?limit=0", "/desk/sign-in",
        "/figures/map/document-requests-2018-01", "/figures/answers/document-requests-2018-01", "/figures/responses-over-time/document-requests-2018-01", "/embed/figures/map/document-requests-2018-01",
        "/embed/jurisdictions/king-county-wa", "/embed/campaigns/document-requests-2018-01",
        "/compare", "/compare?first=seattle-wa&second=king-county-wa&third=sacramento-ca&fourth=new-york-ny", "/compare/letters?first=king-county-wa-2018-01-24&second=denver-co-2018-01-24", "/letters/king-county-wa-2018-01-24/chain",
        "/data", "/data/dictionary", "/accessibility", "/privacy",
    ];

    private static readonly string[] DeskPaths =
    [
        "/desk", "/desk/styleguide", "/desk/settings", "/desk/accounts", "/desk/account", "/desk/account/two-step", "/desk/account/passkeys", "/desk/account/tokens", "/desk/account/sessions",
        "/desk/changes/1/undo", "/desk/import", "/desk/import/lawsuits/columns", "/letters/denver-co-2018-01-24", "/letters/denver-co-2018-01-24/history/1",
    ];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_fits_the_screen_and_obeys_the_sites_own_policy(int width, ColorScheme scheme)
    {
        var app = await browser.AppAsync();
        var page = await browser.VisitAsync(width, scheme);
        var inspection = new Inspection(page, app.Address, width, scheme);
        foreach (var path in Paths.Concat((await OneOfEachKindAsync(app)).Select(record => $"/{record}")))
            await inspection.VisitAsync(path);

        await page.Context.CloseAsync();
        inspection.Wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Every_page_of_the_desk_is_too(int width, ColorScheme scheme)
    {
        var app = await browser.AppAsync();
        var page = await browser.VisitAsync(width, scheme);
        page.SetDefaultTimeout(15_000);
        await SignInAsync(app, page, $"{scheme}{width}@example.org".ToLowerInvariant());
        var inspection = new Inspection(page, app.Address, width, scheme);
        var records = await OneOfEachKindAsync(app);
        string[] paths =
        [
            .. DeskPaths, .. Content.Types.Keys.Select(kind => $"/desk/{kind.Path}/new"), .. records.Select(record => $"/desk/{record}"),
            .. new[] { "", "/withdraw", "/merge", "/resolve", "/restore/1" }.Select(act => $"/desk/letters/denver-co-2018-01-24{act}"),
            await app.ReadAsync(db => db.Users.Select(u => $"/desk/accounts/{u.Id}").FirstAsync()),
        ];
        foreach (var path in paths)
            await inspection.VisitAsync(path);

        await page.GotoAsync("/desk/letters/new");
        foreach (var addition in new[] { "Add a person copied", "Add a new source", "Add a new jurisdiction", "Add a new response", "Add a new statement", "Add a new campaign" })
            await PressAsync(addition);
        await page.Locator("#parts-0-files").SetInputFilesAsync([File("letter.txt", Files.Text("Dear\n\nSincerely")), File("scan.pdf", Files.Scan()), File("no.pdf", Files.Zip())]);
        await PressAsync("Publish");
        await inspection.LookAsync("A letter that was refused, with all that can come with it");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal));
        await inspection.LookAsync("A draft");
        await inspection.VisitAsync($"/desk/documents/{Files.Sha256(Files.Text("Dear\n\nSincerely"))}/text");

        const string Disputed = "white-house-on-mayors";
        await page.GotoAsync($"/desk/statements/{Disputed}");
        await app.ReviseAsync<StatementContent>(Disputed, s => s.Summary = $"As one read it, {scheme}{width}");
        await page.GetByLabel("Summary").First.FillAsync("As another read it");
        await page.GetByLabel("Why this change").FillAsync("Read again");
        await PressAsync("Publish");
        await inspection.LookAsync("A record that someone else changed meanwhile");

        await page.GotoAsync("/desk/letters/denver-co-2018-01-24/withdraw");
        await PressAsync("Draft the withdrawal");
        await inspection.LookAsync("A withdrawal without a reason");
        await page.GetByLabel("Why").FillAsync("Recorded in error");
        await PressAsync("Draft the withdrawal");
        await inspection.LookAsync("The draft of a withdrawal");

        await page.GotoAsync("/desk/import");
        await page.GetByLabel("The file").SetInputFilesAsync(new FilePayload { Name = "letters.csv", MimeType = "text/csv", Buffer = "jurisdiction,campaign,source,paragraph\nNarnia,x,seattle-times-2018-01-24,1\n\"Denver, Colorado\",document-requests-2018-01,seattle-times-2018-01-24,2\nBoston,,seattle-times-2018-01-24,3\n"u8.ToArray() });
        await PressAsync("See what would become of it");
        await Assertions.Expect(page.GetByText("What would become of 3 rows")).ToBeVisibleAsync();
        await inspection.LookAsync("An import with errors and doubtful rows");

        await page.GotoAsync("/desk/account/two-step");
        await PressAsync("Connect an app");
        await inspection.LookAsync("The key of an app");

        await page.GotoAsync("/desk/account/tokens");
        await page.GetByLabel("What it is for").FillAsync("A sheet");
        await page.GetByLabel("Your password").FillAsync(TrackerApp.Password);
        await PressAsync("Make a token");
        await inspection.LookAsync("A new token");

        await page.GotoAsync("/desk/accounts");
        await page.GetByLabel("Public name").FillAsync("A. Newcomer");
        await page.GetByLabel("E-mail address").FillAsync($"newcomer-{scheme}{width}@example.org".ToLowerInvariant());
        await PressAsync("Make an invitation");
        await inspection.LookAsync("An invitation");
        await inspection.VisitAsync(new Uri(await page.Locator(".code").First.InnerTextAsync()).AbsolutePath);
        await page.Context.CloseAsync();
        inspection.Wrong.Should().BeEmpty();

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

        static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "", Buffer = content };
    }

    [Fact]
    public async Task An_editor_without_scripts_adds_a_letter_with_the_keyboard_alone()
    {
        var app = await browser.AppAsync();
        (await app.SignInAsync("keyboard@example.org")).Dispose();
        var page = await browser.VisitAsync(scripts: false);
        await page.GotoAsync("/desk");
        await page.GetByLabel("E-mail address").FocusAsync();
        await page.Keyboard.TypeAsync("keyboard@example.org");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("correct horse battery");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a letter" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await TypeAsync("Recipient", "King County, Washington");
        await TypeAsync("Sent", "2018-02");
        await TypeAsync("Source", "CBS Los Angeles, 24 January 2018");
        await TypeAsync("Paragraph", "3");
        await page.Locator("#reason").FocusAsync();
        await page.Keyboard.TypeAsync("A second letter is reported");
        await page.Keyboard.PressAsync("Tab");
        while (await page.EvaluateAsync<string>("document.activeElement.value") != "publish")
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.ShouldComeToAsync("/letters/king-county-wa-2018-02");
        (await page.Locator("main").InnerTextAsync()).Should().Contain("Published");
        await page.Context.CloseAsync();

        async Task TypeAsync(string label, string text)
        {
            await page.GetByLabel(label).First.FocusAsync();
            await page.Keyboard.TypeAsync(text);
        }
    }

    private static async Task SignInAsync(TrackerApp app, IPage page, string email)
    {
        (await app.SignInAsync(email)).Dispose();
        await page.GotoAsync("/desk");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(TrackerApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldComeToAsync("/desk");
    }

    private static async Task<IEnumerable<string>> OneOfEachKindAsync(TrackerApp app)
    {
        var records = await app.ReadAsync(db => db.Records.GroupBy(r => r.Kind).Select(g => new { g.Key, Slug = g.Min(r => r.Slug) }).ToListAsync());
        return records.Select(r => $"{r.Key.Path}/{r.Slug}");
    }
}
