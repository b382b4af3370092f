using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SkiaSharp;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed partial class PicturesTests(Browser browser)
{
    private static readonly Picture[] Pictures =
    [
        new("front", "/", 1280, 960, ColorScheme.Light), new("place", "/jurisdictions/king-county-wa", 1280, 960, ColorScheme.Dark),
        new("letters", "/letters", 1280, 960, ColorScheme.Light), new("phone", "/", 390, 844, ColorScheme.Light),
    ];

    /// <summary>After a wanted change of the look, run this with <c>UPDATE_PICTURES=1</c> and look at them.</summary>
    [Fact]
    public async Task The_readme_shows_pictures_taken_of_the_site_itself()
    {
        var docs = Folder.FindUpwards("docs")!;
        var readme = await File.ReadAllTextAsync(Path.Combine(docs, "..", "README.md"));
        if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1")
            await TakeAllAsync(Path.Combine(docs, "pictures"));

        var shown = Images().Matches(readme).ToDictionary(m => m.Groups["path"].Value, m => m.Groups["alt"].Value);
        shown.Keys.Should().BeEquivalentTo(Pictures.Select(p => $"docs/pictures/{p.Name}.png"));
        shown.Values.Should().OnlyContain(alt => alt.Length > 20, "whoever cannot see a picture is told what it shows");
        foreach (var picture in Pictures)
        {
            using var taken = SKBitmap.Decode(Path.Combine(docs, "pictures", $"{picture.Name}.png"));
            (taken.Width, taken.Height).Should().Be((picture.Width, picture.Height));
        }
    }

    private async Task TakeAllAsync(string folder)
    {
        await using var app = await TrackerApp.WithSeedAsync(onKestrel: true, at: DateTimeOffset.UtcNow);
        foreach (var picture in Pictures)
        {
            var page = await browser.VisitAsync(picture.Width, picture.Scheme);
            await page.SetViewportSizeAsync(picture.Width, picture.Height);
            await page.GotoAsync(new Uri(app.Address, picture.Address).ToString());
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{picture.Name}.png") });
            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Images();

    private sealed record Picture(string Name, string Address, int Width, int Height, ColorScheme Scheme);
}
