using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

/// <summary>A reporter on deadline, on a laptop with scripts and on a locked-down machine without.</summary>
[Trait("in", "browser")]
public sealed class ReporterTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finds_who_got_only_a_copy_quotes_an_answer_with_its_source_and_takes_the_list_away(bool scripts)
    {
        var page = await browser.VisitAsync(scripts: scripts);
        await page.GotoAsync("/");

        // Who got only a copy?
        await page.Locator(".figures a").And(page.GetByRole(AriaRole.Link, new() { Name = "place copied" })).ClickAsync();
        await ShouldSeeAsync(page, ".tally", "1 place");
        await page.Locator(".entry h2 a").ClickAsync();
        await ShouldSeeAsync(page, "h1", "Seattle, Washington");
        await ShouldSeeAsync(page, ".stand", "Copied on a letter to another");
        await ShouldSeeAsync(page, ".stand", "Did not receive a letter, a source says");

        // What did King County answer, and where is it printed?
        await page.GetByLabel("Search the record").First.FillAsync("king county stunt");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".hits h2 a").First.ClickAsync();
        await ShouldSeeAsync(page, "h1", "King County");
        var quote = page.Locator(".quote").Filter(new() { HasText = "press stunt" }).First;
        await quote.Locator(".cite-as summary").ClickAsync();
        (await quote.Locator(".cite-as p").TextContentAsync()).Should().Contain("press stunt").And.Contain("Joe McDermott").And.Contain("The Seattle Times, 24 January 2018, ¶7").And.Contain("/citations/responses/king-county-mcdermott-remark/");

        // The letters, narrowed down and taken away.
        await page.GetByRole(AriaRole.Link, new() { Name = "Letters", Exact = true }).First.ClickAsync();
        await page.Locator(".facets a").Filter(new() { HasText = "Not identified" }).ClickAsync();
        await page.ShouldComeToAsync("/letters?identified=false");
        await ShouldSeeAsync(page, ".tally", "5 letters");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        download.SuggestedFilename.Should().Be("letters-identified-false.csv");
        lines.Should().HaveCount(1 + 5).And.Contain(l => l.Contains("New Mexico", StringComparison.Ordinal) && l.Contains("seattle-times-2018-01-24 ¶21", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static Task ShouldSeeAsync(IPage page, string part, string text) => Assertions.Expect(page.Locator(part).First).ToContainTextAsync(text);
}
