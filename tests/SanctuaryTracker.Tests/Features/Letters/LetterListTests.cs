using System.Net;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;

namespace SanctuaryTracker.Tests.Features.Letters;

public sealed class LetterListTests(Seeded seeded)
{
    [Fact]
    public async Task Beside_each_letter_stands_what_the_recipient_itself_said_or_did_and_apart_from_it_what_others_did()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver"), Given.Response("denver", $"campaigns/{Given.Round}", form: ResponseForm.Remark), Given.Letter("boston"), Given.Response("seattle", "letters/boston", form: ResponseForm.Remark),
            Given.Letter("unnamed", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "a city")));

        var letters = (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?sort=Recipient")).Items;
        letters.Select(l => (l.Slug, l.Standing, l.ReplyRecorded, l.Responses, l.ResponsesByOthers)).Should().Equal(
            ("unnamed", null, false, 0, 0), ("boston", Standing.Recipient, false, 0, 1), ("denver", Standing.Recipient, false, 1, 0));
        (await app.GetTextAsync("/letters.csv?sort=Recipient&columns=standing,responses,responses_by_others", HttpStatusCode.OK)).Should().Contain("boston,Recipient,0,1,").And.Contain("denver,Recipient,1,0,");

        var page = await app.GetHtmlAsync("/letters?sort=Recipient");
        var (boston, denver) = (page.QuerySelectorAll("tbody tr")[1], page.QuerySelectorAll("tbody tr")[2]);
        boston.TextContent.Should().Contain("No formal reply recorded").And.Contain("nor any response of its own").And.Contain("1 response of others");
        denver.TextContent.Should().Contain("No formal reply recorded").And.Contain("1 response of its own, not in reply").And.NotContain("others");
        var list = denver.QuerySelectorAll("a").Single(a => a.TextContent == "1 response of its own").GetAttribute("href");
        (await app.GetAsync<Paged<ResponseItem>>($"/api/v1{list}")).Items.Select(r => r.Slug).Should().Equal("denver");
        (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?responded=true")).Items.Select(l => l.Slug).Should().Equal("denver");
        (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?responded=false")).Items.Select(l => l.Slug).Should().BeEquivalentTo("boston", "unnamed");
    }

    [Fact]
    public async Task A_letters_page_has_the_recipients_own_answers_first_and_those_of_others_apart()
    {
        var app = await seeded.AppAsync();

        var king = await app.GetHtmlAsync("/letters/king-county-wa-2018-01-24");
        Answers(king, "answers-h").Should().Equal("/responses/king-county-mcdermott-remark");
        Answers(king, "others-answer-h").Should().Equal("/responses/seattle-durkan-statement");
        var york = await app.GetHtmlAsync("/letters/new-york-ny-2018-01-24");
        Answers(york, "answers-h").Should().Equal("/responses/new-york-de-blasio-boycott");
        york.GetElementById("others-answer-h").Should().BeNull();
    }

    [Theory]
    [InlineData("2018-01-24", "24 January 2018", 16)]
    [InlineData("2018-01", "January 2018", 16)]
    [InlineData("L.A.", "Los Angeles", 1)]
    [InlineData("NYC", "New York City", 1)]
    public async Task A_day_in_figures_and_a_place_by_its_other_name_are_found(string q, string meant, int count)
    {
        var app = await seeded.AppAsync();

        var found = await app.GetAsync<Paged<LetterItem>>($"/api/v1/letters?q={q}");

        found.Items.Should().HaveCount(count).And.BeEquivalentTo((await app.GetAsync<Paged<LetterItem>>($"/api/v1/letters?q={meant}")).Items);
    }

    [Fact]
    public async Task What_is_another_places_name_is_still_found_as_part_of_a_title()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("los-angeles", p => p.Name = "Los Angeles"), Given.Letter("los-angeles"), Given.Letter("portland"), Given.Letter("denver"));

        (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?q=la&sort=Recipient")).Items.Select(l => l.Slug).Should().Equal("los-angeles", "portland");
    }

    private static IEnumerable<string?> Answers(AngleSharp.Dom.IDocument page, string heading) =>
        page.QuerySelectorAll($"section[aria-labelledby={heading}] article h3 a").Select(a => a.GetAttribute("href"));

    [Fact]
    public async Task What_a_letter_takes_from_its_round_is_told_from_its_own_at_both_doors()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(replyDueOn: "2018-02-23", with: c => (c.Demand, c.Threat) = ("Documents", "Subpoenas")), Given.Letter("denver"),
            Given.Letter("boston", with: l => (l.Demand, l.SentOn, l.None, l.Citations) = ("Orders", Given.On("2018-01-25"), ["reply_due_on"], [Given.Cited(), Given.Cited("reply_due_on")])), Given.Letter("chicago", campaign: null));

        (await app.GetTextAsync("/letters.csv?columns=recipient,from_campaign&sort=Recipient", System.Net.HttpStatusCode.OK)).Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => string.Join(',', l.Split(',')[..3]))
            .Should().Equal("boston,Boston,threat", "chicago,Chicago,", "denver,Denver,sent_on; demand; threat; reply_due_on");
        (await app.GetJsonAsync("/api/v1/letters/boston")).GetProperty("letter").GetProperty("from_campaign").GetProperty("demand").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("2018-02-01", "due 1 February 2018, overdue", "The deadline, 1 February 2018, has passed: it is overdue.")]
    [InlineData("2018-02", "due February 2018, overdue", "The deadline, February 2018, has passed: it is overdue.")]
    [InlineData("2018-03-20", "due 20 March 2018", null)]
    public async Task A_deadline_without_a_reply_is_told_on_the_list_and_on_the_letters_page(string due, string onList, string? onPage)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", replyDueOn: due), Given.Letter("replied", answer: ResponseKind.Refusal, replyDueOn: due));

        (await app.GetHtmlAsync("/letters?sort=Recipient")).QuerySelectorAll("tbody td[data-th=Answer]").Select(c => c.QuerySelectorAll(".meta").Select(m => m.TextContent).FirstOrDefault(m => m.StartsWith("due", StringComparison.Ordinal))).Should().Equal(onList, null);
        var verdict = (await app.GetHtmlAsync("/letters/denver")).QuerySelector(".verdict")!.TextContent;
        (onPage is null ? verdict.Contains("overdue", StringComparison.Ordinal) : !verdict.Contains(onPage, StringComparison.Ordinal)).Should().BeFalse(verdict);
    }

    [Fact]
    public async Task The_column_choice_says_how_many_have_room_and_leaves_out_what_is_there_already()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        var page = await app.GetHtmlAsync("/letters");

        page.QuerySelector(".choices legend")!.TextContent.Should().Be("At most 8 beside the first");
        page.QuerySelectorAll(".choices input").Select(i => i.GetAttribute("value")).Should().NotContain("recipient").And.HaveCountGreaterThan(8);
    }
}
