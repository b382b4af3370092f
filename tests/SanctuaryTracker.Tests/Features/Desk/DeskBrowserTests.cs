using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Features.Desk;

/// <summary>The desk as an editor uses it.</summary>
[Trait("in", "browser")]
public sealed class DeskBrowserTests(Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_letter_to_an_unknown_place_from_an_unknown_source_is_drafted_reviewed_published_corrected_merged_and_restored_by_keyboard_alone(bool scripts)
    {
        var app = await browser.AppAsync();
        var place = scripts ? "Salem" : "Dover";
        var author = await SignInAsync($"author-{place}@example.org", DeskRole.Contributor, scripts);
        await PressAsync(author.GetByRole(AriaRole.Link, new() { Name = "Add a letter" }));
        await TypeAsync(author, "Recipient", $"{place}, Massachusetts");
        await TypeAsync(author, "Sent", "2018-02-03");
        await PressAsync(author.GetByRole(AriaRole.Button, new() { Name = "Add a new jurisdiction" }));
        await author.GetByLabel("Kind, jurisdiction 2").SelectOptionAsync("City");
        await PressAsync(author.GetByRole(AriaRole.Button, new() { Name = "Add a new source" }));
        await TypeAsync(author, "Publisher", $"The {place} News");
        await PressAsync(author.GetByRole(AriaRole.Button, new() { Name = "Add a person copied" }));
        await TypeAsync(author, "Person", "A. Sheriff");
        await TypeAsync(author, "Source, citation 1", "Source 3");
        await TypeAsync(author, "Paragraph, citation 1", "2");
        await PressAsync(author.GetByRole(AriaRole.Button, new() { Name = "Add a new response" }));
        await TypeAsync(author, "Headline, response 4", $"{place} objects");
        await author.GetByLabel("Objection").First.FocusAsync();
        await author.Keyboard.PressAsync("Space");
        await TypeAsync(author, "Source, citation 1, response 4", "Source 3");
        await TypeAsync(author, "Paragraph, citation 1, response 4", "3");
        await TypeAsync(author, "Why this change", "Reported by a second paper");
        await PressAsync(author.GetByRole(AriaRole.Button, new() { Name = "Send to review" }));
        await author.ShouldComeToAsync("/desk/drafts/*");
        var draft = new Uri(author.Url).AbsolutePath;
        draft.Should().MatchRegex("^/desk/drafts/[0-9]+$");

        var reviewer = await SignInAsync($"reviewer-{place}@example.org", DeskRole.Editor, scripts);
        await reviewer.GotoAsync(draft);
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish" }));
        await Assertions.Expect(reviewer.GetByText("It became change")).ToBeVisibleAsync();
        var slug = $"{place.ToLowerInvariant()}-ma-2018-02-03";
        (await app.GetHtmlAsync($"/letters/{slug}")).Body!.TextContent.Should().Contain("A. Sheriff").And.Contain($"{place} objects");

        await reviewer.GotoAsync($"/desk/letters/{slug}");
        await TypeAsync(reviewer, "Paragraph, citation 1", "4");
        await TypeAsync(reviewer, "Why this change", "Counted again");
        await TypeAsync(reviewer, "Correction note", "The paragraph was wrong.");
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Keep as draft" }));
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Send to review" }));
        var second = await SignInAsync($"second-{place}@example.org", DeskRole.Editor, scripts);
        await PublishAsync();
        (await app.GetHtmlAsync("/corrections")).Body!.TextContent.Should().Contain("The paragraph was wrong.");

        var twin = $"{place.ToLowerInvariant()}-town-ma";
        (await app.ApplyAsync(new Edit(RecordKind.Jurisdiction, twin, new JurisdictionContent { Name = $"{place} Town", Kind = JurisdictionKind.Town, State = "MA" }))).Should().BeOfType<Outcome.Applied>();
        await reviewer.GotoAsync($"/desk/jurisdictions/{twin}/merge");
        await TypeAsync(reviewer, "Into which jurisdiction", $"{place}, Massachusetts");
        await TypeAsync(reviewer, "Why", "They are one place");
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Draft the merger" }));
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Send to review" }));
        await PublishAsync();
        await second.GotoAsync($"/jurisdictions/{twin}");
        new Uri(second.Url).AbsolutePath.Should().Be($"/jurisdictions/{place.ToLowerInvariant()}-ma");

        await reviewer.GotoAsync($"/letters/{slug}/history/1");
        await PressAsync(reviewer.GetByRole(AriaRole.Link, new() { Name = "Restore this version" }));
        await TypeAsync(reviewer, "Why", "It was right at first");
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Draft the restoration" }));
        await PressAsync(reviewer.GetByRole(AriaRole.Button, new() { Name = "Send to review" }));
        await PublishAsync();
        (await app.LatestAsync(RecordKind.Letter, slug)).Should().Match<Revision>(r => r.Version == 3 && r.Content!.Contains("\"paragraph\":2"));

        await author.Context.CloseAsync();
        await reviewer.Context.CloseAsync();
        await second.Context.CloseAsync();

        async Task PublishAsync()
        {
            await Assertions.Expect(reviewer.GetByText("waits for review")).ToBeVisibleAsync();
            await second.GotoAsync(new Uri(reviewer.Url).AbsolutePath);
            await PressAsync(second.GetByRole(AriaRole.Button, new() { Name = "Publish" }));
            await Assertions.Expect(second.GetByText("It became change")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Two_in_conflict_over_one_record_see_both_texts_and_lose_neither()
    {
        var app = await browser.AppAsync();
        var one = await SignInAsync("one@example.org", DeskRole.Administrator, scripts: true);
        var other = await SignInAsync("other@example.org", DeskRole.Administrator, scripts: true);
        foreach (var page in new[] { one, other })
        {
            await page.GotoAsync("/desk/letters/denver-co-2018-01-24");
            await page.GetByText("More of the letter").First.ClickAsync();
            await page.GetByLabel("Subject").First.FillAsync(page == one ? "As the first read it" : "As the second read it");
            await page.GetByLabel("Why this change").FillAsync("Read in the document");
        }
        await one.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await one.ShouldComeToAsync("/letters/denver-co-2018-01-24");

        await other.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        var conflict = other.Locator("#stale-0");
        await Assertions.Expect(conflict).ToContainTextAsync("As the first read it");
        await Assertions.Expect(conflict).ToContainTextAsync("As the second read it");
        await Assertions.Expect(other.Locator("#parts-0-fields-subject")).ToHaveValueAsync("As the second read it");
        await other.GetByLabel("Take theirs").CheckAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await other.ShouldComeToAsync("/letters/denver-co-2018-01-24");
        (await app.LatestAsync(RecordKind.Letter, "denver-co-2018-01-24")).Content.Should().Contain("As the first read it");
        await one.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_and_never_sent_is_offered_again_and_forgotten_once_it_is_kept()
    {
        var page = await SignInAsync("typing@example.org", DeskRole.Editor, scripts: true);
        await page.GotoAsync("/desk/statements/new");
        await page.GetByLabel("Headline").First.FillAsync("Half a sentence");
        await page.ReloadAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        (await page.GetByLabel("Headline").First.InputValueAsync()).Should().Be("Half a sentence");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as draft" }).ClickAsync();
        await page.ShouldComeToAsync("/desk/drafts/*");
        await page.GotoAsync("/desk/statements/new");

        (await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).CountAsync()).Should().Be(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_is_attached_beside_what_is_typed_which_is_offered_again_without_it()
    {
        var page = await SignInAsync("attaching@example.org", DeskRole.Editor, scripts: true);
        await page.GotoAsync("/desk/statements/new");
        await page.GetByLabel("Headline").First.FillAsync("Half a sentence");
        var letter = new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = Files.Text("Dear") };
        await page.GetByLabel("Attach files").SetInputFilesAsync(letter);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        (await page.GetByLabel("Headline").First.InputValueAsync()).Should().Be("Half a sentence");

        await page.GetByLabel("Attach files").SetInputFilesAsync(letter);
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach them now" }).ClickAsync();

        await page.ShouldComeToAsync("/desk/drafts/*/edit#parts-0-fields-documents");
        await Assertions.Expect(page.Locator("#parts-0-fields-documents-0")).ToContainTextAsync("letter.txt");
        (await page.GetByLabel("Headline").First.InputValueAsync()).Should().Be("Half a sentence");
        await page.EvaluateAsync("document.querySelector('#parts-0-files').dataset.most = 3");
        await page.GetByLabel("Attach more files").SetInputFilesAsync(letter);
        (await page.EvaluateAsync<string>("document.querySelector('#parts-0-files').validationMessage")).Should().Contain("larger than is taken");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_to_mend_is_read_out_and_the_first_of_it_has_the_focus()
    {
        var page = await SignInAsync("focus@example.org", DeskRole.Editor, scripts: true);
        await page.GotoAsync("/desk/letters/new");
        await TypeAsync(page, "Recipient", "Denver, Colorado");
        await TypeAsync(page, "Sent", "last week");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send to review" }));

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("to mend");
        await Assertions.Expect(page.Locator("#parts-0-fields-sent_on")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_picker_offers_names_as_one_types()
    {
        var page = await SignInAsync("picking@example.org", DeskRole.Editor, scripts: true);
        await page.GotoAsync("/desk/letters/new");

        await page.GetByLabel("Recipient").First.PressSequentiallyAsync("king");

        await Assertions.Expect(page.Locator("#names-Jurisdiction option")).ToHaveCountAsync(1);
        (await page.Locator("#names-Jurisdiction option").GetAttributeAsync("value")).Should().Be("King County, Washington");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(string email, DeskRole role, bool scripts)
    {
        var app = await browser.AppAsync();
        (await app.SignInAsync(email, role)).Dispose();
        var page = await browser.VisitAsync(scripts: scripts);
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync("/desk");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(TrackerApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldComeToAsync("/desk");
        return page;
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await page.GetByLabel(label).First.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(ILocator control)
    {
        await control.First.FocusAsync();
        await control.First.PressAsync("Enter");
    }
}
