using System.Net;
using SanctuaryTracker.Features.Desk.Drafting;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class DeskTests
{
    [Fact]
    public async Task An_editor_adds_a_letter_and_it_is_published_under_their_name_and_reason()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var editor = await app.SignInAsync("ada@example.org");

        using var answer = await (await NewLetterAsync(editor)).With("parts[0].fields.copies[0].person", "A. Mayor").With("parts[0].fields.citations[0].quotations", " ").SendAsync();

        answer.Headers.Location.Should().Be("/letters/boston-2018-01-25");
        (await app.GetHtmlAsync("/letters/boston-2018-01-25")).QuerySelector("h1")!.TextContent.Should().Contain("Boston");
        var revision = await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25");
        revision.Change.Should().BeEquivalentTo(new { Author = "ada", Reason = "Reported by the paper", Origin = ChangeOrigin.Form });
    }

    [Fact]
    public async Task What_is_to_mend_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("parts[0].fields.jurisdiction", "atlantis").With("parts[0].fields.citations[0].paragraph", "41").With("parts[0].fields.subject", "<b>Records</b>").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await Form.ReadAsync(answer);
        page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")).Should().BeEquivalentTo("#parts-0-fields-jurisdiction", "#parts-0-fields-citations-0-paragraph");
        var form = Form.In(page, editor, "/desk/letters/new");
        (form["parts[0].fields.jurisdiction"], form["parts[0].fields.subject"], form["parts[0].fields.citations[0].paragraph"], form["reason"]).Should().Be(("atlantis", "<b>Records</b>", "41", "Reported by the paper"));
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Theory]
    [InlineData("parts[0].fields.sent_on", "yesterday", "2018, 2018-01 or 2018-01-24")]
    [InlineData("parts[0].fields.citations[0].paragraph", "seven", "whole number")]
    [InlineData("parts[0].fields.known_by", "Gossip", "Choose one of")]
    [InlineData("reason", "", "Say why")]
    [InlineData("parts[0].fields.subject", "\u0007", "control characters")]
    [InlineData("parts[0].fields.subject", "\0", "control characters")]
    [InlineData("parts[0].fields.jurisdiction", "bos\0ton", "control characters")]
    public async Task What_cannot_be_read_is_told_and_not_guessed(string field, string value, string message)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With(field, value).SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain(message);
    }

    [Theory]
    [InlineData("Beantown", true)]
    [InlineData("2507000", true)]
    [InlineData("The Hub", false)]
    public async Task A_place_is_found_by_another_name_or_its_geoid_where_it_alone_has_it(string typed, bool isFound)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => (p.State, p.OtherNames, p.Geoid) = ("MA", ["Beantown", "The Hub"], "2507000")), Given.Place("chicago", p => p.OtherNames = ["The Hub"]));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("parts[0].fields.jurisdiction", typed).SendAsync();

        answer.StatusCode.Should().Be(isFound ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity);
        (await app.ReadAsync(db => db.Letters.CountAsync(l => l.Jurisdiction!.Record.Slug == "boston"))).Should().Be(isFound ? 1 : 0);
    }

    [Fact]
    public async Task A_small_form_makes_no_large_draft()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var form = await NewLetterAsync(editor);
        form.With($"parts[0].fields.{string.Join('.', Enumerable.Repeat("a[499]", 200))}", "deep");
        for (var i = 0; i < 300; i++)
            form.With($"parts[0].fields.a{i}[499].b", "wide");

        using var answer = await form.With("do", "save").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Set<Draft>().Select(d => d.Text).SingleAsync())).Length.Should().BeLessThan(200_000);
    }

    [Fact]
    public async Task Checking_publishes_nothing()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("do", "check").SendAsync();

        (await Form.ReadAsync(answer)).QuerySelector("#checked").Should().NotBeNull();
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_colleagues_change_is_shown_beside_ones_own_and_never_overwritten_unseen()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var mine = (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Mine").With("reason", "A subject");
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Theirs");

        using var answer = await mine.With("do", "publish").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var page = await Form.ReadAsync(answer);
        page.QuerySelector("#stale-0")!.TextContent.Should().Contain("Mine").And.Contain("Theirs").And.Contain("An editor");
        (await app.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(2);

        using var again = await Form.In(page, editor, "/desk/letters/denver").With("do", "publish").SendAsync();
        again.Headers.Location.Should().Be("/letters/denver");
        (await app.LatestAsync(RecordKind.Letter, "denver")).Should().Match<Revision>(r => r.Version == 3 && r.Content!.Contains("Mine"));
    }

    [Fact]
    public async Task A_form_opened_and_sent_as_it_is_changes_nothing()
    {
        await using var app = await TrackerApp.WithSeedAsync();
        using var editor = await app.SignInAsync();
        foreach (var record in await app.ReadAsync(db => db.Records.Select(r => new { r.Kind, r.Slug }).ToListAsync()))
        {
            var path = $"{record.Kind.Path}/{record.Slug}";
            var before = (await app.LatestAsync(record.Kind, record.Slug)).Content;
            using var answer = await (await Form.OpenAsync(editor, $"/desk/{path}")).With("reason", "None").With("do", "publish").SendAsync();

            answer.Headers.Location.Should().Be($"/{path}", "{0}", (await Form.ReadAsync(answer)).QuerySelector("#errors")?.TextContent);
            var after = await app.LatestAsync(record.Kind, record.Slug);
            after.Content.Should().Be(before, "{0} was only looked at", path);
            after.Version.Should().Be(1);
        }
    }

    [Fact]
    public async Task Without_the_forms_own_token_nothing_is_taken_even_from_an_editor()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();

        using var answer = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Forged").With("__RequestVerificationToken", "").With("reason", "None").With("do", "publish").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await app.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(1);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_alike_for_known_and_unknown_people_and_closes_the_account_for_a_while()
    {
        await using var app = await TrackerApp.WithAsync();
        using var known = await app.SignInAsync("ada@example.org");
        using var visitor = app.NewClient();
        async Task<string> TryAsync(string email, string password = "not the password")
        {
            using var answer = await (await Form.OpenAsync(visitor, "/desk/sign-in")).With("Email", email).With("Password", password).SendAsync();
            return (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent;
        }

        (await TryAsync("ada@example.org")).Should().Be(await TryAsync("nobody@example.org"));
        for (var i = 0; i < 8; i++)
            await TryAsync("ada@example.org");
        (await TryAsync("ada@example.org", TrackerApp.Password)).Should().Contain("not right");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string address)
    {
        await using var app = await TrackerApp.WithAsync();

        var page = await app.GetHtmlAsync($"/desk/sign-in?return_url={Uri.EscapeDataString(address)}");

        page.Forms.Select(f => f.GetAttribute("action")).Should().Contain("/desk/sign-in?return_url=%2Fdesk");
    }

    [Fact]
    public async Task Signed_out_the_desk_is_closed_again()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();
        using var desk = await editor.GetAsync("/desk");
        var token = (await Form.ReadAsync(desk)).QuerySelector("form[action='/desk/sign-out'] input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var signedOut = await editor.PostAsync("/desk/sign-out", content);

        using var after = await editor.GetAsync("/desk");

        after.StatusCode.Should().Be(HttpStatusCode.Redirect);
        after.Headers.Location!.ToString().Should().Contain("/desk/sign-in");
    }

    private static async Task<Form> NewLetterAsync(HttpClient editor) => (await Form.OpenAsync(editor, "/desk/letters/new"))
        .With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.campaign", Given.Round).With("parts[0].fields.sent_on", "2018-01-25").With("parts[0].fields.citations[0].source", Given.Paper)
        .With("parts[0].fields.citations[0].paragraph", "3").With("reason", "Reported by the paper").With("do", "publish");

    [Fact]
    public async Task A_letter_is_added_under_no_address_that_someone_made_up()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var form = await NewLetterAsync(editor);

        using var answer = await form.SendAsync("/desk/letters/any-slug-i-like");
        using var hidden = await form.With("parts[0].slug", "any-slug-i-like").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task What_a_correction_breaks_elsewhere_is_told_with_the_record_it_breaks()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal, sentOn: "2018-01-24"));
        await app.ReviseAsync<ResponseContent>("denver", r => r.MadeOn = Given.On("2018-01-30"));
        using var editor = await app.SignInAsync();

        using var answer = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.sent_on", "2018-03-01").With("reason", "Later").With("do", "publish").SendAsync();

        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("responses/denver").And.Contain("older than what it answers");
    }

    [Fact]
    public async Task The_desk_names_records_with_a_value_on_which_no_citation_bears_and_no_others()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Lawsuit("reported", l => (l.CaseName, l.PlaceReported, l.Place, l.Citations) = (null, "Denver", "denver", [Given.Cited("place_reported")])),
            Given.Lawsuit("named", l => (l.Court, l.Citations) = ("ilnd", [Given.Cited("case_name")])));
        using var editor = await app.SignInAsync();

        using var desk = await editor.GetAsync("/desk");

        var notCited = (await Form.ReadAsync(desk)).QuerySelectorAll("article").Single(a => a.QuerySelector("h3")!.TextContent.StartsWith("Not cited", StringComparison.Ordinal));
        notCited.QuerySelectorAll("li").Should().ContainSingle().Which.TextContent.Should().Be("Named v. Sessions court");
    }
}
