using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Support;

/// <summary>Looks at one page after another as axe does, on a screen of one width and in one scheme, and gathers what is wrong.</summary>
public sealed class Inspection
{
    /// <summary>The width to which WCAG wants a page to reflow.</summary>
    private const int Narrowest = 320;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly IPage page;
    private readonly int width;
    private readonly string rules;
    private readonly List<string> wrong = [];

    /// <param name="site">Whoever else is asked for anything is one too many.</param>
    public Inspection(IPage page, Uri site, int width, ColorScheme scheme)
    {
        this.page = page;
        this.width = width;
        // In the dark only colours differ; all else was looked at in the light.
        rules = scheme == ColorScheme.Dark ? "{ runOnly: ['color-contrast', 'target-size'] }" : "";
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                wrong.Add($"{page.Url}: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                wrong.Add($"{page.Url} asks {request.Url}, another host");
        };
        page.RequestFailed += (_, request) => wrong.Add($"{page.Url}: {request.Url} {request.Failure}");
    }

    public IReadOnlyList<string> Wrong => wrong;

    public async Task VisitAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync(path);
    }

    /// <summary>At the page as it is now.</summary>
    public async Task LookAsync(string what)
    {
        await page.EvaluateAsync(Axe);
        wrong.AddRange((await page.EvaluateAsync<string[]>($"axe.run({rules}).then(r => r.violations.map(v => `${{v.id}}, ${{v.help}}: ${{v.nodes.slice(0, 3).map(n => n.html).join(' | ')}}`))")).Select(fault => $"{what}: {fault}"));
        if (width == 360)
            await page.SetViewportSizeAsync(Narrowest, 900);
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
            wrong.Add($"{what} is {over} pixels wider than the screen");
        await page.SetViewportSizeAsync(width, 900);
    }
}
