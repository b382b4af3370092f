using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Features.Search;

[Trait("in", "browser")]
public sealed class SearchFieldTests(Browser browser)
{
    [Fact]
    public async Task The_field_is_reached_by_a_key_and_suggests_what_the_arrows_choose()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/about");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Search the record" });
        var list = page.GetByRole(AriaRole.Listbox);

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("king/");
        await Assertions.Expect(field).ToHaveValueAsync("king/", new() { Timeout = 5000 });
        await Assertions.Expect(list.GetByRole(AriaRole.Option).First).ToContainTextAsync("King County, Washington");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "suggestion" })).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(field).ToHaveValueAsync("king/");

        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(list.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("King County, Washington");
        (await field.GetAttributeAsync("aria-activedescendant")).Should().Be(await list.GetByRole(AriaRole.Option).First.GetAttributeAsync("id"));
        (await field.GetAttributeAsync("aria-expanded")).Should().Be("true");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldComeToAsync("/jurisdictions/king-county-wa");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_key_can_be_turned_off_and_on_again()
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync("/accessibility");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Search the record" });
        var choice = page.GetByRole(AriaRole.Button, new() { Name = "Keep the / key off in this browser" });
        await choice.ClickAsync();
        await page.GotoAsync("/about");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).Not.ToBeFocusedAsync();

        await page.GotoAsync("/accessibility");
        await Assertions.Expect(choice).ToHaveAttributeAsync("aria-pressed", "true");
        await choice.ClickAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_searches_for_what_was_typed_with_scripts_or_without(bool scripts)
    {
        var page = await browser.VisitAsync(width: 360, scripts: scripts);
        await page.GotoAsync("/about");

        await page.Locator("#seek").FillAsync("king county");
        if (scripts)
            await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await page.Locator("#seek").PressAsync("Enter");

        await page.ShouldComeToAsync("/search?q=king+county");
        (await page.Locator("main h1").InnerTextAsync()).Should().Contain("king county");
        (await page.Locator(".hits li").CountAsync()).Should().BePositive();
        await page.Context.CloseAsync();
    }
}
