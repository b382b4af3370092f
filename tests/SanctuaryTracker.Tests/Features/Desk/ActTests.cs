using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class ActTests
{
    [Fact]
    public async Task A_merged_place_hands_over_its_letters_names_and_citations_and_its_address_leads_to_the_other()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("king-county") + Given.Place("king-co", p => (p.OtherNames, p.State, p.Geoid) = (["Kings"], "WA", "53033"))
            + Given.Letter("king-co", campaign: null, sentOn: "2018-02-01", with: l => (l.Jurisdiction, l.Copies) = ("king-co", [new() { Person = "A. Mayor", Jurisdiction = "king-co" }])));
        using var editor = await app.SignInAsync();

        await ActAsync(editor, "/desk/jurisdictions/king-co/merge", ("other", "king-county"), ("reason", "One county, spelt twice"));

        using var old = await app.Client.GetAsync("/jurisdictions/king-co?x=1".Split('?')[0]);
        (old.StatusCode, old.Headers.Location!.ToString()).Should().Be((HttpStatusCode.MovedPermanently, "/jurisdictions/king-county"));
        using var api = await app.Client.GetAsync("/api/v1/jurisdictions/king-co/content");
        api.Headers.Location!.ToString().Should().Be("/api/v1/jurisdictions/king-county/content");
        var content = await app.GetJsonAsync("/api/v1/jurisdictions/king-county/content");
        content.GetProperty("other_names").EnumerateArray().Select(n => n.GetString()).Should().BeEquivalentTo("Kings", "King Co");
        content.GetProperty("geoid").GetString().Should().Be("53033");
        (await app.LatestAsync(RecordKind.Letter, "king-co")).Content.Should().NotContain("\"king-co\"").And.Contain("\"king-county\"");
        var change = (await app.GetJsonAsync("/api/v1/changes")).GetProperty("items")[0];
        change.GetProperty("reason").GetString().Should().Be("One county, spelt twice");
        change.GetProperty("records")[0].GetProperty("merged_into").GetString().Should().Be("king-county");
        (await app.GetHtmlAsync("/changes")).QuerySelector(".changes li")!.TextContent.Should().Contain("king-co (jurisdiction, merged into king-county)");
        (await app.GetHtmlAsync("/jurisdictions/king-county")).QuerySelectorAll(".facts a").Should().ContainSingle(a => a.TextContent == "king-co").Which.GetAttribute("href").Should().Be("/jurisdictions/king-co/history");
        await app.GetHtmlAsync("/jurisdictions/king-co/history");
    }

    [Fact]
    public async Task A_merger_is_undone_whole()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("king-county") + Given.Letter("king-co", sentOn: "2018-02-01", campaign: null));
        var before = await ContentsAsync(app);
        using var editor = await app.SignInAsync();
        await ActAsync(editor, "/desk/jurisdictions/king-co/merge", ("other", "king-county"), ("reason", "One county"));
        (await ContentsAsync(app)).Should().NotBeEquivalentTo(before);
        var number = await app.ReadAsync(db => db.Changes.MaxAsync(c => c.Id));

        await ActAsync(editor, $"/desk/changes/{number}/undo", ("reason", "They are two"));

        (await ContentsAsync(app)).Should().BeEquivalentTo(before);
        (await app.GetHtmlAsync("/jurisdictions/king-co")).QuerySelector("h1").Should().NotBeNull();
        (await app.GetJsonAsync("/api/v1/jurisdictions/king-county")).GetProperty("record").GetProperty("took_over").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("king-co", "king-county")]
    [InlineData("king-county", "king-co")]
    public async Task A_place_is_merged_with_one_that_it_lies_within(string merged, string into)
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("king-county") + Given.Place("washington") + Given.Place("king-co", p => p.Within = ["king-county", "washington"]));
        using var editor = await app.SignInAsync();

        await ActAsync(editor, $"/desk/jurisdictions/{merged}/merge", ("other", into), ("reason", "One county, spelt twice"));

        (await app.GetJsonAsync($"/api/v1/jurisdictions/{into}/content")).GetProperty("within").EnumerateArray().Select(n => n.GetString()).Should().BeEquivalentTo("washington");
    }

    [Fact]
    public async Task An_unidentified_recipient_becomes_a_place_and_the_named_count_follows()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver") + Given.Place("burlington")
            + Given.Letter("somewhere", with: l => (l.Jurisdiction, l.RecipientLabel, l.State) = (null, "A city in Vermont, not named", "VT")) + Given.Response("denver", answers: "letters/somewhere"));
        using var editor = await app.SignInAsync();
        async Task<int> NamedAsync() => (await app.GetJsonAsync($"/api/v1/campaigns/{Given.Round}")).GetProperty("campaign").GetProperty("recipients_named").GetInt32();
        (await NamedAsync()).Should().Be(1);

        await ActAsync(editor, "/desk/letters/somewhere/resolve", ("other", "burlington"), ("reason", "Named by a second paper"));

        (await NamedAsync()).Should().Be(2);
        var letter = await app.GetJsonAsync("/api/v1/letters/somewhere");
        letter.GetProperty("letter").GetProperty("jurisdiction").GetProperty("slug").GetString().Should().Be("burlington");
        letter.GetProperty("responses").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_recipient_that_turns_out_to_have_a_letter_already_is_merged_with_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver") + Given.Letter("somewhere", with: l => (l.Jurisdiction, l.RecipientLabel, l.Citations) = (null, "A city in Colorado, not named", [Given.Cited(paragraph: 9)])));
        using var editor = await app.SignInAsync();

        await ActAsync(editor, "/desk/letters/somewhere/resolve", ("other", "denver"), ("reason", "It is Denver"));

        (await app.GetJsonAsync("/api/v1/letters/denver/content")).GetProperty("citations").GetArrayLength().Should().Be(2);
        using var old = await app.Client.GetAsync("/letters/somewhere");
        old.Headers.Location!.ToString().Should().Be("/letters/denver");
    }

    [Fact]
    public async Task An_earlier_version_is_looked_at_and_restored_as_the_newest()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Subject = "As it was"));
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "As it is");
        using var editor = await app.SignInAsync();
        (await app.GetHtmlAsync("/letters/denver/history/1")).Body!.TextContent.Should().Contain("As it was").And.NotContain("As it is");

        await ActAsync(editor, "/desk/letters/denver/restore/1", ("reason", "The first was right"));

        var latest = await app.LatestAsync(RecordKind.Letter, "denver");
        (latest.Version, latest.Content!.Contains("As it was", StringComparison.Ordinal)).Should().Be((3, true));
    }

    [Fact]
    public async Task A_withdrawn_record_says_why_and_can_be_published_again()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();

        await ActAsync(editor, "/desk/letters/denver/withdraw", ("reason", "It was another city"));

        (await app.GetHtmlAsync("/letters/denver", HttpStatusCode.Gone)).Body!.TextContent.Should().Contain("It was another city");
        await ActAsync(editor, "/desk/letters/denver/restore/1", ("reason", "It was Denver after all"));
        (await app.GetHtmlAsync("/letters/denver")).QuerySelector("h1").Should().NotBeNull();
    }

    [Fact]
    public async Task A_source_that_is_some_records_support_is_not_withdrawn()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        using var drafted = await (await Form.OpenAsync(editor, $"/desk/sources/{Given.Paper}/withdraw")).With("reason", "Not needed").SendAsync();

        using var refused = await (await Form.OpenAsync(editor, drafted.Headers.Location!.ToString())).With("do", "publish").SendAsync();

        (await Form.ReadAsync(refused)).QuerySelector("#stands")!.TextContent.Should().Contain("letters/denver").And.Contain("refers to it");
        (await app.GetHtmlAsync($"/sources/{Given.Paper}")).QuerySelector("h1").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/desk/letters/denver/withdraw")]
    [InlineData("/desk/letters/denver/merge")]
    [InlineData("/desk/letters/denver/resolve")]
    [InlineData("/desk/letters/denver/restore/1")]
    [InlineData("/desk/changes/1/undo")]
    public async Task Only_editors_take_back_or_bring_together_what_is_published(string path)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var contributor = await app.SignInAsync(role: DeskRole.Contributor);

        using var answer = await contributor.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_letter_to_a_place_that_has_one_of_the_round_is_asked_whether_it_is_another()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();
        var form = (await Form.OpenAsync(editor, "/desk/letters/new")).With("parts[0].fields.jurisdiction", "denver").With("parts[0].fields.campaign", Given.Round)
            .With("parts[0].fields.citations[0].source", Given.Paper).With("parts[0].fields.citations[0].paragraph", "3").With("reason", "Reported");

        using var asked = await form.With("do", "publish").SendAsync();

        var page = await Form.ReadAsync(asked);
        page.QuerySelector("#parts-0-duplicates")!.TextContent.Should().Contain("the same recipient and round");
        using var answer = await Form.In(page, editor, "").With("parts[0].is_another", "true").With("do", "publish").SendAsync();
        answer.Headers.Location!.ToString().Should().StartWith("/letters/denver-");
    }

    /// <summary>Drafts the act and publishes it.</summary>
    private static async Task ActAsync(HttpClient editor, string path, params (string Name, string Value)[] fields)
    {
        var form = await Form.OpenAsync(editor, path);
        foreach (var (name, value) in fields)
            form.With(name, value);
        using var drafted = await form.SendAsync();
        drafted.StatusCode.Should().Be(HttpStatusCode.Redirect, "{0}", (await Form.ReadAsync(drafted)).QuerySelector("form.form .err")?.TextContent);
        var draft = drafted.Headers.Location!.ToString();
        using var published = await (await Form.OpenAsync(editor, draft)).With("do", "publish").SendAsync();
        published.Headers.Location.Should().Be(draft, "{0}", (await Form.ReadAsync(published)).QuerySelector("#stands")?.TextContent);
    }

    /// <summary>What is published now, by path.</summary>
    private static Task<Dictionary<string, string>> ContentsAsync(TrackerApp app) => app.ReadAsync(db => db.Records
        .Join(db.Revisions, r => new { r.Id, r.Version }, v => new { Id = v.RecordId, v.Version }, (record, revision) => new { record.Kind, record.Slug, revision.Content }).ToDictionaryAsync(r => $"{r.Kind}/{r.Slug}", r => r.Content!));
}
