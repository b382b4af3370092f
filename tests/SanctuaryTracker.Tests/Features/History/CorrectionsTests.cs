using System.Net;
using SanctuaryTracker.Features.History;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Tests.Features.History;

public sealed class CorrectionsTests
{
    private const string Note = "The letter was dated 24 January; it is dated <25> January.";

    [Fact]
    public async Task An_editor_says_what_was_wrong_and_readers_find_it_among_the_corrections_and_on_the_record()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync("ada@example.org");

        using var answer = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.sent_on", "2018-01-25").With("reason", "As the document says").With("correction", $"  {Note}\r\n").With("do", "publish").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var correction = (await app.GetAsync<Paged<ChangeItem>>("/api/v1/changes?correction=true")).Items.Single();
        (correction.Correction, correction.Author, correction.Reason).Should().Be((Note, "ada", "As the document says"));
        foreach (var path in new[] { "/corrections", "/letters/denver", "/letters/denver/history", "/changes", $"/changes/{correction.Number}" })
            (await app.GetHtmlAsync(path)).QuerySelector("main")!.TextContent.Should().Contain(Note, "{0} tells of it", path);
        (await app.GetAsync<LetterDetail>("/api/v1/letters/denver")).Record.Corrections.Should().ContainSingle().Which.Note.Should().Be(Note);
        (await app.GetAsync<IReadOnlyList<RevisionItem>>("/api/v1/letters/denver/revisions")).Select(r => r.Correction).Should().Equal(Note, null);
    }

    [Fact]
    public async Task Only_what_is_published_can_be_corrected()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var form = await Form.OpenAsync(editor, "/desk/letters/new");
        form["correction"].Should().BeNull("what is new was not wrong");

        using var answer = await form.With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.citations[0].source", Given.Paper).With("parts[0].fields.citations[0].paragraph", "3")
            .With("reason", "New").With("correction", Note).With("do", "publish").SendAsync();

        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("Only what is published can be corrected");
    }

    [Theory]
    [InlineData("\u0007", "control characters")]
    [InlineData("long", "1000 characters")]
    public async Task A_note_that_cannot_be_shown_is_refused_at_its_field_and_not_lost(string note, string message)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var typed = note == "long" ? new string('x', LoggedChange.MaxCorrectionLength + 1) : note;

        using var answer = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Records").With("reason", "Because").With("correction", typed).With("do", "publish").SendAsync();

        var page = await Form.ReadAsync(answer);
        page.QuerySelector("#errors a[href='#correction']")!.TextContent.Should().Contain(message);
        page.QuerySelector("#correction")!.TextContent.Should().Be(typed);
    }

    [Fact]
    public async Task A_withdrawal_is_listed_with_its_reason_and_an_ordinary_change_is_not()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"), Given.Statement("unsaid"));
        await app.ReviseAsync<StatementContent>("said", s => s.Office = "Mayor");
        await app.WithdrawAsync(RecordKind.Statement, "unsaid", "It was never said");

        var page = await app.GetHtmlAsync("/corrections");

        page.QuerySelectorAll(".changes > li").Should().ContainSingle().Which.TextContent.Should().Contain("It was never said").And.Contain("unsaid").And.Contain("withdrawn");
        page.QuerySelectorAll(".changes a").Select(a => a.GetAttribute("href")).Should().Contain("/statements/unsaid/history");
    }

    [Fact]
    public async Task Where_none_was_made_that_is_said_and_is_no_claim()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));

        (await app.GetHtmlAsync("/corrections")).QuerySelector("main")!.TextContent.Should().Contain("so far").And.Contain("not that nothing is wrong");
    }
}
