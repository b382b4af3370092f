using SanctuaryTracker.Features.Letters;

namespace SanctuaryTracker.Tests.Features.Letters;

public sealed class ReplyTests
{
    [Theory]
    [InlineData(ResponseForm.Remark, false)]
    [InlineData(ResponseForm.Act, false)]
    [InlineData(ResponseForm.Reply, true)]
    [InlineData(ResponseForm.Documents, true)]
    public async Task Only_a_reply_or_documents_answer_a_letter(ResponseForm form, bool isReply)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Objection, form: form));

        await ShouldListAsync(app, "reply=Recorded", isReply ? ["denver"] : []);
        await ShouldListAsync(app, "reply=NotRecorded", isReply ? [] : ["denver"]);
        (await app.GetAsync<LetterDetail>("/api/v1/letters/denver")).Letter.Should().BeEquivalentTo(new { Responses = 1, ReplyRecorded = isReply });
    }

    [Fact]
    public async Task A_reply_of_the_recipient_to_the_whole_round_answers_its_letter_and_no_other()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver"), Given.Letter("boston"), Given.Letter("unidentified", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "a city")), Given.Letter("denver-again", campaign: "earlier", with: l => l.Jurisdiction = "denver"),
            Given.Response("denver", $"campaigns/{Given.Round}"), Given.Response("chicago", $"campaigns/{Given.Round}"));

        await ShouldListAsync(app, "reply=Recorded", "denver");
    }

    [Fact]
    public async Task A_reply_to_a_letter_of_no_round_answers_that_letter_alone()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", campaign: null, answer: ResponseKind.Refusal), Given.Letter("denver-again", campaign: null, with: l => l.Jurisdiction = "denver"));

        await ShouldListAsync(app, "reply=Recorded", "denver");
    }

    [Fact]
    public async Task What_another_place_replies_to_a_letter_does_not_answer_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Response("seattle", "letters/denver"));

        await ShouldListAsync(app, "reply=Recorded");
        (await app.GetAsync<LetterDetail>("/api/v1/letters/denver")).Letter.Should().BeEquivalentTo(new { Responses = 0, ResponsesByOthers = 1, ReplyRecorded = false });
    }

    [Fact]
    public async Task A_letter_said_to_have_no_deadline_does_not_take_its_rounds()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(replyDueOn: "2018-02-01"), Given.Letter("boston"),
            Given.Letter("denver", with: l => (l.None, l.Citations) = (["reply_due_on"], [Given.Cited(), Given.Cited("reply_due_on", paragraph: 2)])));

        await ShouldListAsync(app, "reply=Overdue", "boston");
        (await app.GetAsync<LetterDetail>("/api/v1/letters/denver")).Letter.Should().BeEquivalentTo(new { ReplyDueOn = (PartialDate?)null, HasNoDeadline = true });
        (await app.GetHtmlAsync("/letters/denver")).QuerySelectorAll("dt").Single(t => t.TextContent == "Reply deadline").NextElementSibling!.TextContent.Should().StartWith("none");
    }

    [Theory]
    [InlineData("2018-02-28", true)]
    [InlineData("2018-03-01", false)]
    [InlineData("2018-03-02", false)]
    [InlineData("2018-02", true)]
    [InlineData("2018-02~", true)]
    [InlineData("2018-03", false)]
    [InlineData("2018-03~", false)]
    [InlineData("2018", false)]
    [InlineData("2018~", false)]
    [InlineData("2018-03-01~", false)]
    [InlineData(null, false)]
    public async Task Overdue_is_only_what_has_a_deadline_the_whole_of_which_has_passed(string? dueOn, bool isOverdue)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", replyDueOn: dueOn), Given.Letter("boston", campaign: "due", with: l => l.Citations[0].Paragraph = 2), Given.Campaign("due", replyDueOn: dueOn));

        await ShouldListAsync(app, "reply=Overdue&sort=Recipient", isOverdue ? ["boston", "denver"] : []);
    }

    [Fact]
    public async Task A_year_is_over_when_the_next_begins()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", replyDueOn: "2018"));
        app.Clock.SetUtcNow(new(2018, 12, 31, 23, 59, 59, TimeSpan.Zero));
        await ShouldListAsync(app, "reply=Overdue");

        app.Clock.Advance(TimeSpan.FromSeconds(1));

        await ShouldListAsync(app, "reply=Overdue", "denver");
    }

    [Fact]
    public async Task A_reply_or_the_senders_own_closing_ends_overdue_and_a_remark_does_not()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(replyDueOn: "2018-02-23"), Given.Letter("remarked", answer: ResponseKind.Refusal, form: ResponseForm.Remark), Given.Letter("replied", answer: ResponseKind.Refusal),
            Given.Letter("cleared", with: l => l.Closure = LetterClosure.Cleared));

        await ShouldListAsync(app, "reply=Overdue", "remarked");
    }

    [Fact]
    public async Task Letters_are_found_by_date_as_far_as_it_is_known()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("day", sentOn: "2018-01-24"), Given.Letter("about", sentOn: "2018-01-24~"), Given.Letter("month", sentOn: "2018-01"), Given.Letter("rounds"), Given.Letter("later", sentOn: "2018-02-01"), Given.Letter("undated", campaign: null));

        await ShouldListAsync(app, "sent_from=2018-01-24&sent_to=2018-01-24&sort=Recipient", "about", "day", "rounds");
        await ShouldListAsync(app, "sent_from=2018-02&sort=Recipient", "later");
        await ShouldListAsync(app, "sent_to=2018-01-31&sort=Recipient", "about", "day", "month", "rounds");
    }

    private static async Task ShouldListAsync(TrackerApp app, string query, params string[] slugs) =>
        (await app.GetAsync<Paged<LetterItem>>($"/api/v1/letters?{query}")).Items.Select(l => l.Slug).Should().Equal(slugs, "{0} was asked", query);
}
