using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Support;

internal static class PageAddress
{
    /// <summary>Waits until the page is at an address, and loaded.</summary>
    /// <remarks>Asks the browser again and again: Playwright's own wait for a navigation can miss it (microsoft/playwright-dotnet#3364).</remarks>
    /// <param name="path">From the root of the site. <c>*</c> is any one part of it.</param>
    public static async Task ShouldComeToAsync(this IPage page, string path)
    {
        var address = new Regex("^[a-z]+://[^/]+" + Regex.Escape(path).Replace(@"\*", "[^/?#]*", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
        await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete", new() { Timeout = 15_000 });
    }
}
