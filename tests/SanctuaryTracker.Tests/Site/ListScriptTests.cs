using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed class ListScriptTests(Browser browser)
{
    [Fact]
    public async Task A_filter_puts_the_list_in_place_without_a_page_load_and_the_address_tells_it()
    {
        var page = await OpenAsync("/letters");

        await ChooseAsync(page, "state=CA");

        (await TallyAsync(page)).Should().Be("4 letters");
        new Uri(page.Url).PathAndQuery.Should().Be("/letters?state=CA");
        (await page.TitleAsync()).Should().StartWith("Letters, State: California");
        (await page.Locator("#list-said").TextContentAsync()).Should().Be("4 letters");
        (await page.EvaluateAsync<string>("document.activeElement.dataset.key")).Should().Be("state=CA");
        await ShouldBeTheSamePageAsync(page);

        await page.GetByLabel("Recipient or date contains").FillAsync("angeles");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldComeToAsync("/letters?state=CA&q=angeles");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter: State: California" }).ClickAsync();
        await page.ShouldComeToAsync("/letters?q=angeles");

        (await TallyAsync(page)).Should().Be("1 letter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("tally");
        await ShouldBeTheSamePageAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Back_and_forward_show_each_list_again_where_it_was_left()
    {
        var page = await OpenAsync("/citations");
        await page.EvaluateAsync("scrollTo(0, 500)");
        await ChooseAsync(page, "basis=Inferred");
        await ChooseAsync(page, "kind=Jurisdiction");
        var last = await TallyAsync(page);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".filters .off")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".filters .off")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("Math.abs(scrollY - 500) < 5");
        await page.GoForwardAsync();
        await page.GoForwardAsync();

        await Assertions.Expect(page.Locator(".filters .off")).ToHaveCountAsync(2);
        (await TallyAsync(page)).Should().Be(last);
        await ShouldBeTheSamePageAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaving_for_a_record_and_coming_back_shows_the_filtered_list()
    {
        var page = await OpenAsync("/letters");
        await ChooseAsync(page, "state=CA");
        await page.Locator("table.fold tbody th a").First.ClickAsync();
        await page.ShouldComeToAsync("/letters/*");

        await page.GoBackAsync();

        await page.ShouldComeToAsync("/letters?state=CA");
        (await TallyAsync(page)).Should().Be("4 letters");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_order_and_columns_need_no_page_load_either()
    {
        var page = await OpenAsync("/letters?limit=5");
        await page.Locator("[data-key='sort=Recipient']").ClickAsync();
        await page.ShouldComeToAsync("/letters?sort=Recipient&limit=5");
        var first = await page.Locator("tbody th a").First.InnerTextAsync();
        await page.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "State" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "State" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync("continued");

        (await page.Locator("tbody th a").First.InnerTextAsync()).Should().NotBe(first);
        (await page.EvaluateAsync<double>("document.getElementById('list').getBoundingClientRect().top")).Should().BeGreaterThanOrEqualTo(-1);
        page.Url.Should().Contain("columns=").And.Contain("sort=Recipient").And.Contain("limit=5").And.Contain("cursor=");
        await ShouldBeTheSamePageAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_tab_a_refused_value_and_a_failing_line_are_left_to_the_browser()
    {
        var page = await OpenAsync("/letters");
        var tab = await page.Context.RunAndWaitForPageAsync(() => page.Locator("[data-key='state=CA']").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        new Uri(tab.Url).PathAndQuery.Should().BeOneOf("/letters?state=CA", "blank");
        new Uri(page.Url).PathAndQuery.Should().Be("/letters");

        await page.GetByLabel("Sent on or after").FillAsync("yesterday");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText(PartialDate.Expected).WaitForAsync();
        page.Url.Should().EndWith("/letters?sent_from=yesterday");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_same_links_and_forms_lead_to_the_same_lists()
    {
        var page = await browser.VisitAsync(scripts: false);
        await page.GotoAsync("/letters?limit=100");
        await page.Locator("[data-key='state=CA']").ClickAsync();
        await page.ShouldComeToAsync("/letters?state=CA&limit=100");
        await page.GetByLabel("Recipient or date contains").FillAsync("angeles");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldComeToAsync("/letters?*q=angeles*");
        await page.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "State" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "State" }).WaitForAsync();

        (await TallyAsync(page)).Should().Be("1 letter");
        (await page.GetByRole(AriaRole.Columnheader, new() { Name = "State" }).CountAsync()).Should().Be(1);
        page.Url.Should().Contain("state=CA").And.Contain("q=angeles").And.Contain("limit=100");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.VisitAsync();
        await page.GotoAsync(path);
        await page.EvaluateAsync("window.isTheSame = true");
        return page;
    }

    private static async Task ChooseAsync(IPage page, string key)
    {
        await page.Locator($"[data-key='{key}']").EvaluateAsync("link => link.click()");
        await page.Locator($"[data-key='{key}'][aria-current]").WaitForAsync();
    }

    private static Task<string> TallyAsync(IPage page) => page.Locator(".tally").InnerTextAsync();

    private static async Task ShouldBeTheSamePageAsync(IPage page) =>
        (await page.EvaluateAsync<bool>("window.isTheSame === true")).Should().BeTrue("no page was loaded");
}
