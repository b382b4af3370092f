using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SanctuaryTracker.Tests.Support.Browser))]

namespace SanctuaryTracker.Tests.Support;

/// <summary>The Chromium of this machine, and the seeded application on a port of its own; both start when the first test asks.</summary>
/// <remarks>Named by <c>CHROMIUM_PATH</c>, or found under one of the usual names.</remarks>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
    private readonly Lazy<Task<TrackerApp>> app = new(() => TrackerApp.WithSeedAsync(onKestrel: true));
    private readonly Lazy<Task<(IPlaywright, IBrowser)>> browser = new(LaunchAsync);

    public Task<TrackerApp> AppAsync() => app.Value;

    /// <summary>A visitor with an empty profile, at the site's start.</summary>
    public async Task<IPage> VisitAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var (_, chromium) = await browser.Value;
        var address = (await app.Value).Address;
        var context = await chromium.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            var (playwright, chromium) = await browser.Value;
            await chromium.DisposeAsync();
            playwright.Dispose();
        }
        if (app.IsValueCreated)
            await (await app.Value).DisposeAsync();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named : Names.Select(Find).FirstOrDefault(found => found is not null)
            ?? throw new InvalidOperationException("There is no Chromium or Chrome here: install one, or name it by CHROMIUM_PATH. On Debian and Ubuntu, tests/run installs it.");
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
