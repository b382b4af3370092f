using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed class BrowserTests(Browser browser)
{
    /// <summary>The width to which WCAG wants a page to reflow.</summary>
    private const int Narrowest = 320;

    private static readonly string[] Paths =
    [
        "/", "/jurisdictions", "/jurisdictions/king-county-wa", "/campaigns", "/campaigns/document-requests-2018-01", "/letters", "/letters?reply=Overdue", "/responses", "/statements", "/lawsuits", "/sources",
        "/citations", "/citations/campaigns/document-requests-2018-01/st-21-recipients-reported", "/search?q=mayor", "/about", "/changes", "/changes/1", "/corrections", "/letters/denver-co-2018-01-24/history", "/letters/no-such-letter", "/letters?limit=0", "/desk/sign-in",
        "/figures/map/document-requests-2018-01", "/figures/answers/document-requests-2018-01", "/figures/responses-over-time/document-requests-2018-01", "/embed/figures/map/document-requests-2018-01",
        "/embed/jurisdictions/king-county-wa", "/embed/campaigns/document-requests-2018-01",
        "/compare", "/compare?first=seattle-wa&second=king-county-wa&third=sacramento-ca&fourth=new-york-ny", "/compare/letters?first=king-county-wa-2018-01-24&second=denver-co-2018-01-24", "/letters/king-county-wa-2018-01-24/chain",
        "/data", "/data/dictionary", "/accessibility", "/privacy",
    ];

    private static readonly string[] DeskPaths = ["/desk", "/desk/letters/new", "/desk/letters/denver-co-2018-01-24", "/desk/styleguide"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_fits_the_screen_and_obeys_the_sites_own_policy(int width, ColorScheme scheme)
    {
        var app = await browser.AppAsync();
        var page = await browser.VisitAsync(width, scheme);
        var wrong = new List<string>();
        // In the dark only colours differ; all else was looked at in the light.
        var rules = scheme == ColorScheme.Dark ? "{ runOnly: ['color-contrast', 'target-size'] }" : "";
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                wrong.Add($"{page.Url}: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                wrong.Add($"{page.Url} asks {request.Url}, another host");
        };
        page.RequestFailed += (_, request) => wrong.Add($"{page.Url}: {request.Url} {request.Failure}");
        foreach (var path in Paths.Concat(await OneOfEachKindAsync()).Concat(DeskPaths))
        {
            if (path == DeskPaths[0])
                await SignInAsync(app, page, $"{scheme}{width}@example.org".ToLowerInvariant());
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(path);
            await page.EvaluateAsync(Axe);
            wrong.AddRange((await page.EvaluateAsync<string[]>($"axe.run({rules}).then(r => r.violations.map(v => `${{v.id}}, ${{v.help}}: ${{v.nodes.slice(0, 3).map(n => n.html).join(' | ')}}`))")).Select(fault => $"{path}: {fault}"));
            if (width == 360)
                await page.SetViewportSizeAsync(Narrowest, 900);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                wrong.Add($"{path} is {over} pixels wider than the screen");
        }

        await page.Context.CloseAsync();
        wrong.Should().BeEmpty();
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

        await page.WaitForURLAsync("**/letters/king-county-wa-2018-02");
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
        await page.WaitForURLAsync("**/desk");
    }

    private async Task<IEnumerable<string>> OneOfEachKindAsync()
    {
        var app = await browser.AppAsync();
        var records = await app.ReadAsync(db => db.Records.GroupBy(r => r.Kind).Select(g => new { g.Key, Slug = g.Min(r => r.Slug) }).ToListAsync());
        return records.Select(r => $"/{r.Key.Path}/{r.Slug}");
    }
}
