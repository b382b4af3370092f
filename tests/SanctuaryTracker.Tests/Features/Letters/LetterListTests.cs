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

    private static IEnumerable<string?> Answers(AngleSharp.Dom.IDocument page, string heading) =>
        page.QuerySelectorAll($"section[aria-labelledby={heading}] article h3 a").Select(a => a.GetAttribute("href"));
}
