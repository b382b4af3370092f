using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed class TakingAwayTests(Browser browser)
{
    private const string Response = "/responses/king-county-mcdermott-remark";

    [Fact]
    public async Task A_note_opens_in_place_by_keyboard_and_Escape_gives_the_focus_back()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/campaigns/document-requests-2018-01");
        var numbers = page.Locator("a.cite");
        await numbers.Nth(0).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await ShouldHaveAsync(page, "#note-open", "24 January 2018");
        (await numbers.Nth(0).GetAttributeAsync("aria-expanded")).Should().Be("true");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("note-open");

        await numbers.Nth(1).ClickAsync();
        (await page.Locator(".note-open").CountAsync()).Should().Be(1, "only one is open");
        (await numbers.Nth(0).GetAttributeAsync("aria-expanded")).Should().Be("false");

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".note-open").CountAsync()).Should().Be(0);
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be(await numbers.Nth(1).GetAttributeAsync("id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_quotation_is_copied_with_its_citation_and_the_page_says_so()
    {
        var page = await browser.VisitAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(Response);
        var cite = page.Locator(".quote .cite-as").First;
        await cite.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied with its citation");
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(await cite.Locator("p").TextContentAsync()).And.Contain("Joe McDermott").And.Contain("¶7");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_the_clipboard_is_refused_the_text_is_selected_instead()
    {
        var page = await browser.VisitAsync();
        await page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
        await page.GotoAsync(Response);
        var cite = page.Locator(".quote .cite-as").First;
        await cite.Locator("summary").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Selected with its citation, to be copied");
        (await page.EvaluateAsync<string>("getSelection().toString().trim()")).Should().Be(await cite.Locator("p").TextContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_notes_and_citations_can_be_read_all_the_same()
    {
        var page = await browser.VisitAsync(scripts: false);
        await page.GotoAsync(Response);
        await page.Locator(".quote .cite-as summary").First.ClickAsync();
        await ShouldHaveAsync(page, ".quote .cite-as p", "SanctuaryTracker, http");

        await page.Locator("a.cite").First.ClickAsync();
        page.Url.Should().EndWith("#n1");
        await ShouldHaveAsync(page, "#n1", "The Seattle Times, 24 January 2018");
        await page.Context.CloseAsync();
    }

    private static async Task ShouldHaveAsync(IPage page, string selector, string text)
    {
        await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(selector).First).ToContainTextAsync(text);
    }
}
