using System.Net;
using SanctuaryTracker.Features.Desk.Drafting;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class DraftTests
{
    [Fact]
    public async Task What_a_contributor_drafts_is_public_only_once_an_editor_has_read_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var contributor = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(contributor)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);

        using var published = await (await Form.OpenAsync(editor, draft)).With("do", "publish").SendAsync();

        published.Headers.Location.Should().Be(draft);
        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Change.Should().BeEquivalentTo(new { Author = "cleo", Reviewer = "ed" });
        using var after = await editor.GetAsync(draft);
        (await Form.ReadAsync(after)).Body!.TextContent.Should().Contain("change 2");
    }

    [Theory]
    [InlineData(DeskRole.Contributor)]
    [InlineData(DeskRole.Editor)]
    [InlineData(DeskRole.Administrator)]
    public async Task Nobody_publishes_what_they_wrote_unless_the_settings_let_them(DeskRole role)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("ada@example.org", role, mayReviewOwn: false);
        using var tried = await (await NewLetterAsync(author)).With("do", "publish").SendAsync();
        (await Form.ReadAsync(tried)).QuerySelectorAll("button[value=publish]").Should().BeEmpty();
        var draft = await app.ReadAsync(db => db.Set<Draft>().Select(d => d.Id).SingleAsync());

        using var forced = await (await Form.OpenAsync(author, $"/desk/drafts/{draft}")).With("do", "publish").SendAsync();

        forced.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_draft_is_sent_back_with_a_note_mended_and_published()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var silent = await (await Form.OpenAsync(editor, draft)).With("do", "back").SendAsync();
        silent.StatusCode.Should().Be(HttpStatusCode.Conflict, "a note has to say what should be changed");

        (await (await Form.OpenAsync(editor, draft)).With("note", "Which paragraph?").With("do", "back").SendAsync()).Dispose();
        using var seen = await author.GetAsync(draft);
        (await Form.ReadAsync(seen)).Body!.TextContent.Should().Contain("Which paragraph?").And.Contain("Sent back");
        (await (await Form.OpenAsync(author, $"{draft}/edit")).With("parts[0].fields.citations[0].paragraph", "7").With("do", "review").SendAsync()).Dispose();
        (await (await Form.OpenAsync(editor, draft)).With("do", "publish").SendAsync()).Dispose();

        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Content.Should().Contain("\"paragraph\":7");
    }

    [Fact]
    public async Task A_letter_to_an_unknown_place_from_an_unknown_source_with_a_copy_and_a_response_is_one_form_and_one_change()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        using var editor = await app.SignInAsync();
        var form = (await Form.OpenAsync(editor, "/desk/letters/new")).With("parts[0].fields.jurisdiction", "Salem, Massachusetts").With("parts[0].fields.campaign", "The Round").With("parts[0].fields.sent_on", "2018-01-25").With("reason", "Reported by the Globe");
        foreach (var (add, fields) in new (string, (string, string)[])[]
        {
            ("add:0:copies", [("parts[0].fields.copies[0].person", "A. Sheriff"), ("parts[0].fields.copies[0].office", "Sheriff")]),
            ("bring:Jurisdiction", []),
            ("bring:Source", [("parts[2].fields.publisher", "The Boston Globe"), ("parts[2].fields.published_on", "2018-01-26"), ("parts[0].fields.citations[0].source", "The Boston Globe"), ("parts[0].fields.citations[0].paragraph", "4")]),
            ("bring:Response", [("parts[3].fields.headline", "Salem refuses"), ("parts[3].fields.kinds", "Refusal"), ("parts[3].fields.form", "Reply"), ("parts[3].fields.citations[0].source", "Source 3"), ("parts[3].fields.citations[0].paragraph", "5")]),
        })
        {
            using var added = await form.With("do", add).SendAsync();
            form = await Form.OpenAsync(editor, added.Headers.Location!.ToString().Split('#')[0]);
            foreach (var (name, value) in fields)
                form.With(name, value);
        }
        (form["parts[1].fields.name"], form["parts[1].fields.state"]).Should().Be(("Salem", "MA"));

        using var answer = await form.With("parts[1].fields.kind", "City").With("do", "publish").SendAsync();

        answer.Headers.Location.Should().Be("/letters/salem-ma-2018-01-25", "{0}", (await Form.ReadAsync(answer)).QuerySelector("#errors")?.TextContent);
        var letter = await app.GetJsonAsync("/api/v1/letters/salem-ma-2018-01-25");
        letter.GetProperty("responses")[0].GetProperty("headline").GetString().Should().Be("Salem refuses");
        letter.GetProperty("copies")[0].GetProperty("person").GetString().Should().Be("A. Sheriff");
        (await app.LatestAsync(RecordKind.Source, "the-boston-globe-2018-01-26")).ChangeId.Should().Be((await app.LatestAsync(RecordKind.Letter, "salem-ma-2018-01-25")).ChangeId);
    }

    [Fact]
    public async Task Of_two_who_publish_one_draft_at_once_one_is_told_that_it_was_done()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        using var one = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var other = await app.SignInAsync("eve@example.org", DeskRole.Editor, mayReviewOwn: false);
        Form[] forms = [await Form.OpenAsync(one, draft), await Form.OpenAsync(other, draft)];

        var answers = await Task.WhenAll(forms.Select(f => f.With("do", "publish").SendAsync()));

        answers.Select(a => a.StatusCode).Should().BeEquivalentTo([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        (await app.ReadAsync(db => db.Changes.CountAsync())).Should().Be(2, "the given records are one, the letter is the other");
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_draft_that_a_colleague_saved_meanwhile_is_not_overwritten_and_nothing_typed_is_lost()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        var draft = kept.Headers.Location!.ToString();
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor);
        var mine = await Form.OpenAsync(author, $"{draft}/edit");
        (await (await Form.OpenAsync(editor, $"{draft}/edit")).With("parts[0].fields.subject", "Theirs").With("do", "save").SendAsync()).Dispose();

        using var answer = await mine.With("parts[0].fields.subject", "Mine").With("do", "save").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var page = await Form.ReadAsync(answer);
        page.QuerySelector("#draft-stale")!.TextContent.Should().Contain("Theirs").And.Contain("Mine");
        Form.In(page, author, draft)["parts[0].fields.subject"].Should().Be("Mine");
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.Should().Contain("Theirs").And.NotContain("Mine");
    }

    [Fact]
    public async Task Two_who_correct_different_fields_of_one_record_both_have_their_way()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Copies = [new() { Key = "kim", Person = "Kim" }]));
        using var editor = await app.SignInAsync();
        var mine = await Form.OpenAsync(editor, "/desk/letters/denver");
        await app.ReviseAsync<LetterContent>("denver", l => (l.Subject, l.Copies[0].Office) = ("Theirs", "Mayor"));

        using var answer = await mine.With("parts[0].fields.addressee", "Mine").With("parts[0].fields.copies[0].person", "Kim Doe").With("reason", "As printed").With("do", "publish").SendAsync();

        answer.Headers.Location.Should().Be("/letters/denver");
        (await app.LatestAsync(RecordKind.Letter, "denver")).Content.Should().ContainAll("Theirs", "Mine", "Kim Doe", "Mayor");
    }

    [Fact]
    public async Task Where_both_changed_one_field_the_second_chooses_and_can_take_what_is_published()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var mine = (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Mine").With("parts[0].fields.signatory", "Mine alone").With("reason", "As printed");
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Theirs");
        using var refused = await mine.With("do", "publish").SendAsync();
        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);

        using var answer = await Form.In(await Form.ReadAsync(refused), editor, "/desk/letters/denver").With("take", "0:subject").With("do", "publish").SendAsync();

        answer.Headers.Location.Should().Be("/letters/denver");
        (await app.LatestAsync(RecordKind.Letter, "denver")).Content.Should().ContainAll("Theirs", "Mine alone").And.NotContain("\"Mine\"");
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_in_the_draft_as_it_was_typed()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var kept = await (await NewLetterAsync(editor)).With("parts[0].fields.sent_on", "last Wednesday").With("parts[0].fields.jurisdiction", "Somewhere").With("do", "save").SendAsync();

        var form = await Form.OpenAsync(editor, $"{kept.Headers.Location}/edit");
        (form["parts[0].fields.sent_on"], form["parts[0].fields.jurisdiction"]).Should().Be(("last Wednesday", "Somewhere"));
        using var draft = await editor.GetAsync(kept.Headers.Location);
        (await Form.ReadAsync(draft)).QuerySelector("#stands")!.TextContent.Should().Contain("2018-01-24");
    }

    [Fact]
    public async Task A_missing_reason_does_not_hide_what_else_is_to_be_mended()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("parts[0].fields.jurisdiction", "Atlantis").With("reason", "").With("do", "check").SendAsync();

        var errors = (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent;
        errors.Should().Contain("2 things to mend").And.Contain("Say why").And.Contain("Atlantis");
        (await app.ReadAsync(db => db.Changes.CountAsync())).Should().Be(1, "the test's own");
    }

    [Fact]
    public async Task A_contributor_sees_no_one_elses_drafts()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        using var other = await app.SignInAsync("carl@example.org", DeskRole.Contributor);

        using var seen = await other.GetAsync(kept.Headers.Location);
        using var visitor = await app.Client.GetAsync(kept.Headers.Location);

        seen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        visitor.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_letter_takes_at_most_twelve_fields_of_which_at_most_six_are_required()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        using var editor = await app.SignInAsync();

        using var answer = await editor.GetAsync("/desk/letters/new");

        var shown = (await Form.ReadAsync(answer)).QuerySelector("form.form[data-keep]")!.QuerySelectorAll(".field").Where(f => f.Closest("details:not([open])") is null).ToList();
        shown.Count.Should().BeLessThanOrEqualTo(12);
        shown.Count(f => f.QuerySelector(".opt") is null).Should().BeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task What_two_wrote_into_one_draft_is_brought_together_and_replaced_only_by_who_saw_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        var draft = kept.Headers.Location!.ToString();
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor);
        var mine = await Form.OpenAsync(author, $"{draft}/edit");
        (await (await Form.OpenAsync(editor, $"{draft}/edit")).With("parts[0].fields.subject", "Theirs").With("parts[0].fields.signatory", "Theirs alone").With("reason", "Their reason").With("do", "save").SendAsync()).Dispose();
        using var refused = await mine.With("parts[0].fields.subject", "Mine").With("parts[0].fields.addressee", "Mine alone").With("do", "save").SendAsync();
        var page = await Form.ReadAsync(refused);
        page.QuerySelector("#draft-stale")!.TextContent.Should().Contain("Their reason");
        var joined = Form.In(page, author, draft);
        (joined["parts[0].fields.signatory"], joined["parts[0].fields.addressee"], joined["reason"]).Should().Be(("Theirs alone", "Mine alone", "Reported by the paper"));

        using var answer = await joined.With("take_written", "0:subject").With("do", "save").SendAsync();

        answer.Headers.Location.Should().Be(draft);
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.Should().ContainAll("Theirs", "Theirs alone", "Mine alone").And.NotContain("\"Mine\"");
    }

    [Fact]
    public async Task A_form_that_does_not_say_which_version_of_the_draft_it_shows_overwrites_nothing()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);
        using var kept = await (await NewLetterAsync(author)).With("parts[0].fields.subject", "Kept").With("do", "save").SendAsync();

        using var answer = await (await Form.OpenAsync(author, $"{kept.Headers.Location}/edit")).With("version", "").With("parts[0].fields.subject", "Blind").With("do", "save").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.Should().Contain("Kept").And.NotContain("Blind");
    }

    [Fact]
    public async Task Of_many_who_save_one_draft_at_once_one_is_kept_and_the_others_see_it_beside_theirs()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Editor);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        Form[] forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Form.OpenAsync(author, $"{kept.Headers.Location}/edit")));

        var answers = await Task.WhenAll(forms.Select((form, n) => form.With("parts[0].fields.subject", $"Text {n}").With("do", "save").SendAsync()));

        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).Should().Be(1);
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect))
        {
            late.StatusCode.Should().Be(HttpStatusCode.Conflict);
            (await Form.ReadAsync(late)).QuerySelector("#draft-stale").Should().NotBeNull();
        }
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory]
    [InlineData("publish", "published")]
    [InlineData("back", "sent back")]
    [InlineData("discard", "discarded")]
    public async Task What_is_typed_for_a_draft_that_is_ended_meanwhile_is_kept_by_itself(string act, string became)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        using var one = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var other = await app.SignInAsync("eve@example.org", DeskRole.Editor, mayReviewOwn: false);
        var typed = (await Form.OpenAsync(one, $"{draft}/edit")).With("parts[0].fields.subject", "Typed for nothing");
        (await (await Form.OpenAsync(other, draft)).With("note", "So it is").With("do", act).SendAsync()).Dispose();

        using var answer = await typed.With("do", "save").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var page = await Form.ReadAsync(answer);
        var isOpen = act == "back";
        page.QuerySelector(isOpen ? "#draft-stale" : "#kept-apart")!.TextContent.Should().Contain(isOpen ? "Someone saved" : became);
        Form.In(page, one, "")["parts[0].fields.subject"].Should().Be("Typed for nothing");
        (await app.ReadAsync(db => db.Set<Draft>().CountAsync(d => d.Text.Contains("Typed for nothing")))).Should().Be(isOpen ? 0 : 1);
    }

    [Fact]
    public async Task What_a_contributor_types_into_a_draft_that_was_sent_to_review_is_kept_by_itself()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        var draft = kept.Headers.Location!.ToString();
        Form[] tabs = [await Form.OpenAsync(author, $"{draft}/edit"), await Form.OpenAsync(author, $"{draft}/edit")];
        (await tabs[0].With("do", "review").SendAsync()).Dispose();
        using var again = await tabs[0].With("do", "review").SendAsync();
        again.Headers.Location.Should().Be(draft, "nothing else was typed");

        using var answer = await tabs[1].With("parts[0].fields.subject", "An afterthought").With("do", "save").SendAsync();

        (await Form.ReadAsync(answer)).QuerySelector("#kept-apart")!.TextContent.Should().Contain("in review");
        (await app.ReadAsync(db => db.Set<Draft>().OrderByDescending(d => d.Id).FirstAsync())).Text.Should().Contain("An afterthought");
    }

    [Fact]
    public async Task What_is_typed_for_a_record_that_was_withdrawn_meanwhile_is_kept_and_can_publish_it_again()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var typed = (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Typed").With("reason", "As printed");
        using var withdrawn = await (await Form.OpenAsync(editor, "/desk/letters/denver/withdraw")).With("reason", "Another city").SendAsync();
        (await (await Form.OpenAsync(editor, withdrawn.Headers.Location!.ToString())).With("do", "publish").SendAsync()).Dispose();

        using var answer = await typed.With("do", "publish").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Form.ReadAsync(answer)).QuerySelector("#stale-0")!.TextContent.Should().Contain("withdrawn").And.Contain("Another city");
        var draft = await app.ReadAsync(db => db.Set<Draft>().MaxAsync(d => d.Id));
        var again = await Form.OpenAsync(editor, $"/desk/drafts/{draft}/edit", "#stale-0 ~ fieldset");
        again["parts[0].fields.subject"].Should().Be("Typed");
        using var published = await again.With("do", "publish").SendAsync();
        published.Headers.Location.Should().Be("/letters/denver");
    }

    [Fact]
    public async Task A_reviewer_who_only_looks_through_the_form_can_publish_from_it_and_one_who_writes_cannot()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var edit = $"{sent.Headers.Location}/edit";
        using var reader = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var writer = await app.SignInAsync("eve@example.org", DeskRole.Editor, mayReviewOwn: false);
        (await (await Form.OpenAsync(writer, edit)).With("parts[0].fields.subject", "Hers").With("do", "save").SendAsync()).Dispose();
        using var refused = await (await Form.OpenAsync(writer, edit)).With("do", "publish").SendAsync();
        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        using var looked = await (await Form.OpenAsync(reader, edit)).With("do", "check").SendAsync();

        using var answer = await Form.In(await Form.ReadAsync(looked), reader, edit).With("do", "publish").SendAsync();

        answer.Headers.Location.Should().Be("/letters/boston-2018-01-25");
        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Change.Should().BeEquivalentTo(new { Author = "cleo", Reviewer = "ed" });
    }

    [Fact]
    public async Task A_reason_is_asked_of_those_who_wrote_and_a_reviewers_note_survives_a_refusal()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        (await (await Form.OpenAsync(editor, draft)).With("do", "back").With("note", "Why?").SendAsync()).Dispose();
        (await (await Form.OpenAsync(author, $"{draft}/edit")).With("reason", "").With("do", "save").SendAsync()).Dispose();
        (await Form.OpenAsync(author, draft))["reason"].Should().NotBeNull();
        var read = await Form.OpenAsync(editor, draft);
        read["reason"].Should().BeNull();

        using var answer = await read.With("reason", "").With("note", "My long note").With("do", "review").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        Form.In(await Form.ReadAsync(answer), editor, draft)["note"].Should().Be("My long note");
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).WriterIds.Should().HaveCount(1);
    }

    [Fact]
    public async Task Nobody_publishes_a_draft_of_others_that_was_not_sent_to_review()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);
        using var kept = await (await NewLetterAsync(author)).With("do", "save").SendAsync();
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor);
        var form = await Form.OpenAsync(editor, kept.Headers.Location!.ToString());

        using var answer = await form.With("do", "publish").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_new_record_that_may_be_there_already_is_not_published_from_its_drafts_page_either()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var editor = await app.SignInAsync();
        using var kept = await (await NewLetterAsync(editor)).With("do", "save").SendAsync();
        var draft = kept.Headers.Location!.ToString();
        (await (await NewLetterAsync(editor)).With("do", "publish").SendAsync()).Dispose();

        using var refused = await (await Form.OpenAsync(editor, draft)).With("do", "publish").SendAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Form.ReadAsync(refused)).QuerySelector("#stands")!.TextContent.Should().Contain("the same recipient and round");
        (await (await Form.OpenAsync(editor, $"{draft}/edit")).With("parts[0].is_another", "true").With("do", "save").SendAsync()).Dispose();
        using var published = await (await Form.OpenAsync(editor, draft)).With("do", "publish").SendAsync();
        published.Headers.Location.Should().Be(draft);
    }

    [Fact]
    public async Task What_both_changed_is_told_until_it_is_decided()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var mine = (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Mine").With("reason", "As printed");
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Theirs");
        (await mine.With("do", "save").SendAsync()).Dispose();
        var edit = $"/desk/drafts/{await app.ReadAsync(db => db.Set<Draft>().Select(d => d.Id).SingleAsync())}/edit";
        using var added = await (await Form.OpenAsync(editor, edit, "#stale-0")).With("do", "add:0:copies").SendAsync();
        var told = await Form.OpenAsync(editor, edit, "#stale-0");
        told["parts[0].fields.subject"].Should().Be("Mine");

        using var answer = await told.With("take", "0:subject").With("do", "publish").SendAsync();

        answer.Headers.Location.Should().Be("/letters/denver");
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).Text.Should().Contain("Theirs").And.NotContain("\"Mine\"");
    }

    [Fact]
    public async Task Control_characters_in_a_reason_are_refused_and_the_rest_is_kept()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("reason", "Nul \0 within").With("parts[0].fields.subject", "The rest").With("do", "save").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("control characters");
        (await app.ReadAsync(db => db.Set<Draft>().SingleAsync())).Should().Match<Draft>(d => d.Reason == null && d.Text.Contains("The rest"));
    }

    [Fact]
    public async Task Control_characters_in_a_field_are_told_at_it_and_looked_up_nowhere()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var form = await NewLetterAsync(editor);
        foreach (var field in new[] { "jurisdiction", "recipient_label", "subject", "citations[0].source", "citations[0].quotations" })
            form.With($"parts[0].fields.{field}", "Nul \0 within");

        using var answer = await form.With("do", "check").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "{0}", string.Join('\n', app.Errors));
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("control characters");
    }

    [Fact]
    public async Task Of_two_reviewers_who_publish_from_the_form_at_once_one_is_told_that_it_was_done()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        using var sent = await (await NewLetterAsync(author)).With("do", "review").SendAsync();
        var draft = sent.Headers.Location!.ToString();
        using var one = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var other = await app.SignInAsync("eve@example.org", DeskRole.Editor, mayReviewOwn: false);
        Form[] forms = [await Form.OpenAsync(one, $"{draft}/edit"), await Form.OpenAsync(other, $"{draft}/edit")];

        var answers = await Task.WhenAll(forms.Select(f => f.With("do", "publish").SendAsync()));

        answers.Select(a => a.Headers.Location?.ToString()).Should().BeEquivalentTo("/letters/boston-2018-01-25", draft);
        var late = answers[0].Headers.Location!.ToString() == draft ? one : other;
        using var told = await late.GetAsync(draft);
        (await Form.ReadAsync(told)).Body!.TextContent.Should().Contain("Someone else was quicker");
        (await app.ReadAsync(db => db.Set<Draft>().CountAsync())).Should().Be(1);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_long_title_is_not_cut_within_a_character()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        using var editor = await app.SignInAsync();
        foreach (var before in new[] { "", "a" })
        {
            var form = (await Form.OpenAsync(editor, "/desk/campaigns/new")).With("parts[0].fields.title", before + string.Concat(Enumerable.Repeat("😀", 400)));

            using var kept = await form.With("do", "save").SendAsync();

            kept.StatusCode.Should().Be(HttpStatusCode.Redirect);
        }
        (await app.ReadAsync(db => db.Set<Draft>().Select(d => d.Title).ToListAsync())).Should().AllSatisfy(title => Text.HasControlCharacters(title).Should().BeFalse());
    }

    private static async Task<Form> NewLetterAsync(HttpClient client) => (await Form.OpenAsync(client, "/desk/letters/new"))
        .With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.campaign", Given.Round).With("parts[0].fields.sent_on", "2018-01-25")
        .With("parts[0].fields.citations[0].source", Given.Paper).With("parts[0].fields.citations[0].paragraph", "3").With("reason", "Reported by the paper");
}
