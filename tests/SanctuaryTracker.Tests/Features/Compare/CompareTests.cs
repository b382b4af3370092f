using System.Net;
using SanctuaryTracker.Features.Compare;
using SanctuaryTracker.Features.Jurisdictions;

namespace SanctuaryTracker.Tests.Features.Compare;

public sealed class CompareTests(Seeded seeded)
{
    [Fact]
    public async Task Places_stand_side_by_side_in_the_order_asked_for_each_with_its_evidence()
    {
        var app = await seeded.AppAsync();

        var page = await app.GetHtmlAsync("/compare?first=seattle-wa&second=king-county-wa&third=&fourth=seattle-wa");
        var api = await app.GetAsync<IReadOnlyList<JurisdictionDetail>>("/api/v1/compare?first=seattle-wa&second=king-county-wa");

        page.QuerySelectorAll(".compare > article > h2").Select(h => h.TextContent).Should().Equal("Seattle, Washington", "King County, Washington").And.Equal(api.Select(p => p.Record.Title));
        var seattle = page.QuerySelector(".compare > article")!;
        seattle.TextContent.Should().Contain("Did not receive").And.Contain("Copied").And.Contain("prepared for a legal fight").And.Contain("None is recorded with this place");
        seattle.QuerySelectorAll("section:nth-of-type(n+2):nth-of-type(-n+4) div").Should().OnlyContain(fact => fact.QuerySelector(".ev a") != null);
        page.QuerySelectorAll(".compare > article").Should().OnlyContain(place => place.QuerySelectorAll("h3").Length == 6);
    }

    [Theory]
    [InlineData("first=Seattle,%20Washington&second=king%20county,%20washington", "Seattle, Washington", "King County, Washington")]
    [InlineData("first=seattle-wa", "Compare places", null)]
    [InlineData("", "Compare places", null)]
    public async Task Places_can_be_named_and_one_alone_waits_for_another(string query, string first, string? second)
    {
        var app = await seeded.AppAsync();

        var page = await app.GetHtmlAsync($"/compare?{query}");

        page.QuerySelectorAll(".compare h2").Select(h => h.TextContent).Should().Equal(second is null ? [] : new[] { first, second });
        page.QuerySelectorAll("form[action='/compare'] input").Should().HaveCount(4);
        page.QuerySelector("h1")!.TextContent.Should().Contain(first.Split(',')[0]);
    }

    [Theory]
    [InlineData("/compare?first=seattle-wa&second=atlantis", "second", "“atlantis”")]
    [InlineData("/compare?first=seattle-wa&second=%07", "second", "control characters")]
    [InlineData("/compare/letters?first=atlantis", "first", "“atlantis”")]
    [InlineData("/compare/letters?first=denver-co-2018-01-24&second=atlantis", "second", "“atlantis”")]
    public async Task What_cannot_be_compared_is_refused_by_name_at_both_doors(string path, string parameter, string message)
    {
        var app = await seeded.AppAsync();

        (await app.GetHtmlAsync(path, HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent.Should().Contain(message);
        (await app.GetJsonAsync($"/api/v1{path}", HttpStatusCode.BadRequest)).GetProperty("errors").GetProperty(parameter)[0].GetString().Should().Contain(message);
    }

    [Fact]
    public async Task Two_letters_that_are_attached_are_compared_word_by_word()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Letter("boston"), Given.Letter("chicago"));
        await AttachAsync(app, "denver", "Dear Mayor Hancock:\n\nSend us all orders to your sheriff.");
        await AttachAsync(app, "boston", "Dear Mayor Walsh:\n\nSend us all orders to your police.");

        var page = await app.GetHtmlAsync("/compare/letters?first=denver&second=boston");
        var api = await app.GetJsonAsync("/api/v1/compare/letters?first=denver&second=boston");

        var texts = page.QuerySelectorAll(".letter-text");
        texts.Select(t => t.TextContent).Should().Equal("Dear Mayor Hancock:\nSend us all orders to your sheriff.", "Dear Mayor Walsh:\nSend us all orders to your police.");
        texts.Select(t => string.Join('|', t.QuerySelectorAll("mark").Select(m => m.TextContent))).Should().Equal("Hancock|sheriff", "Walsh|police");
        api.GetProperty("second_text").GetProperty("text").GetString().Should().Contain("Walsh");
        (await app.GetHtmlAsync("/compare/letters?first=denver&second=chicago")).QuerySelector("#texts-h + p")!.TextContent.Should().Be("no text of the second letter is attached");
    }

    [Fact]
    public async Task A_letter_kept_for_the_desk_alone_is_not_compared_in_public()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Letter("boston"));
        await AttachAsync(app, "denver", "A secret", held: true);
        await AttachAsync(app, "boston", "A letter");

        (await app.GetTextAsync("/compare/letters?first=denver&second=boston", HttpStatusCode.OK)).Should().NotContain("secret");
        (await app.GetTextAsync("/api/v1/compare/letters?first=denver&second=boston", HttpStatusCode.OK)).Should().NotContain("secret").And.Contain("A letter");
    }

    [Theory]
    [InlineData("/compare?first=king&second=seattle", "King County and Seattle, side by side")]
    [InlineData("/compare?first=L.A.&second=NYC&third=&fourth=", "Los Angeles and New York City, side by side")]
    [InlineData("/compare/letters?first=king+county&second=Letter+to+Denver,+Colorado,+sent+24+January+2018", "Two letters compared")]
    public async Task What_is_compared_can_be_named_by_as_much_as_tells_it_from_others(string path, string expected)
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync(path);

        page.QuerySelector("h1")!.TextContent.Should().Be(expected);
        page.QuerySelectorAll(".compare > article, table.diff").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/compare?first=king-county-wa&second=new", "second", "“new” can be more than one jurisdiction, as Albany, New York; New Orleans, Louisiana; New York City, New York. Give more of the title.")]
    [InlineData("/compare/letters?first=california&second=denver", "first", "can be more than one letter")]
    public async Task What_could_be_several_is_told_at_its_field_and_what_was_typed_stays(string path, string parameter, string message)
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync(path, HttpStatusCode.BadRequest);

        page.QuerySelectorAll($"form input[name={parameter}]").Should().ContainSingle().Which.ParentElement!.TextContent.Should().Contain(message);
        page.QuerySelectorAll("main form[action^='/compare'] input").Select(i => i.GetAttribute("value") ?? "").Where(v => v.Length > 0).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_place_by_a_name_that_two_bear_is_not_chosen_for_the_reader()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("las-vegas-nv", p => (p.Name, p.State) = ("Las Vegas", "NV")), Given.Place("las-vegas-nm", p => (p.Name, p.State) = ("Las Vegas", "NM")), Given.Place("denver"));

        var page = await app.GetHtmlAsync("/compare?first=Vegas&second=denver", HttpStatusCode.BadRequest);

        page.QuerySelector("main")!.TextContent.Should().Contain("can be more than one jurisdiction, as Las Vegas, Nevada; Las Vegas, New Mexico");
    }

    [Theory]
    [InlineData("/compare?first=Seattle&second=&third=&fourth=")]
    [InlineData("/compare?second=Seattle")]
    public async Task One_place_alone_is_asked_to_be_given_another(string path)
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync(path);

        page.QuerySelector("#choose-h")!.TextContent.Should().Be("With which place shall Seattle, Washington be compared?");
    }

    [Fact]
    public async Task One_place_given_twice_is_told_at_its_field()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/compare?first=Seattle&second=seattle-wa", HttpStatusCode.BadRequest);

        page.QuerySelectorAll("form input[name=second]").Should().ContainSingle().Which.ParentElement!.TextContent.Should().Contain("this is the same one again");
    }

    [Theory]
    [InlineData("/api/v1/compare?first=seattle-wa", "second")]
    [InlineData("/api/v1/compare?first=seattle-wa&second=seattle", "second")]
    [InlineData("/api/v1/compare/letters?first=denver-co-2018-01-24", "second")]
    public async Task The_api_says_what_is_missing(string path, string parameter)
    {
        var app = await seeded.AppAsync();

        (await app.GetJsonAsync(path, HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty(parameter, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Two_letters_are_told_field_by_field_with_the_words_marked_that_the_other_lacks()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => (c.Threat, c.Citations) = ("Subpoenas", [Given.Cited(), Given.Cited("threat", paragraph: 9, with: c => c.AsReported = "A warning of subpoenas")])),
            Given.Letter("denver", with: l => (l.Demand, l.Subject) = ("Records <i>of</i> arrests", "Records")),
            Given.Letter("boston", with: l => (l.Demand, l.Subject, l.None, l.Citations) = ("Records of releases", "Records", ["reply_due_on"], [Given.Cited(), Given.Cited("reply_due_on", paragraph: 4)])));

        var page = await app.GetHtmlAsync("/compare/letters?first=denver&second=boston");
        var api = (await app.GetAsync<LetterComparison>("/api/v1/compare/letters?first=denver&second=boston")).Fields.ToDictionary(f => f.Field);

        (api["subject"].IsSame, api["demand"].IsSame, api["addressee"].IsSame).Should().Be((true, false, false));
        (api["threat"].First.IsOfRound, api["threat"].First.Citations.Single().Paragraph).Should().Be((true, 9));
        (api["reply_due_on"].First.Value, api["reply_due_on"].Second.Value).Should().Be((null, "none"));
        var rows = page.QuerySelectorAll("table tbody tr").ToDictionary(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim());
        rows["Demand"].QuerySelectorAll("mark").Select(m => m.TextContent).Should().Equal("<i>of</i> arrests", "of releases");
        rows["Demand"].QuerySelectorAll("i").Should().BeEmpty();
        rows["Subject"].QuerySelectorAll("mark").Should().BeEmpty();
        rows["Subject"].QuerySelector("th")!.TextContent.Should().Contain("the same");
        rows["Threat"].TextContent.Should().Contain("as for the whole round").And.Contain("¶9").And.NotContain("worked out", "it is no date");
        rows["Addressee"].QuerySelectorAll(".unknown").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_letters_chain_goes_from_the_letter_to_what_answered_it_and_the_suits_in_order_of_time()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", with: l => (l.SentOn, l.Copies) = (Given.On("2018-01-24"), [new() { Person = "A. Mayor", Jurisdiction = "boston" }])),
            Given.Response("denver", "letters/denver", madeOn: "2018-02-03"), Given.Response("boston", "letters/denver", with: r => r.Headline = "Boston speaks"),
            Given.Statement("warning", with: s => s.MadeOn = Given.On("2018-01")), Given.Statement("of-others", "jurisdictions/boston"),
            Given.Lawsuit("suit", l => (l.FiledOn, l.Links, l.Events) = (Given.On("2018-03-01"), [new() { Record = "letters/denver", Kind = LawsuitLinkKind.Challenges }], [new() { HappenedOn = Given.On("2018-06"), Kind = LawsuitEventKind.Hearing, Summary = "Heard" }])),
            Given.Lawsuit("of-the-round", l => l.Links = [new() { Record = "campaigns/round", Kind = LawsuitLinkKind.Precedes }]));

        var page = await app.GetHtmlAsync("/letters/denver/chain");
        var chain = await app.GetAsync<LetterChain>("/api/v1/letters/denver/chain");

        page.QuerySelectorAll(".timeline > li .side").Select(s => s.TextContent).Should().Equal(
            "The sending side: on the whole round", "The sending side, to Denver", "Copied: Boston", "Denver, received: answers this letter",
            "In court: filed, challenges the letter", "In court: hearing", "Boston, copied: answers this letter");
        page.QuerySelectorAll(".timeline > li .when").Select(w => w.TextContent.Trim()).ElementAt(6).Should().Contain("date not known");
        page.QuerySelectorAll(".timeline > li:not(:last-child)").Should().OnlyContain(li => li.QuerySelector(".ev a") != null);
        chain.Lawsuits.Select(l => l.Lawsuit.Slug).Should().Equal("suit");
        await app.GetHtmlAsync("/letters/atlantis/chain", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_that_has_no_place_or_no_round_is_taken_for_a_recipients_or_a_rounds()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("unnamed", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "A city, not named")),
            Given.Response("mayors", "campaigns/round", with: r => (r.Jurisdiction, r.Association) = (null, "A conference of mayors")),
            Given.Lawsuit("of-no-place", l => l.Links = [new() { Record = "campaigns/round", Kind = LawsuitLinkKind.Challenges }]),
            Given.Letter("denver", campaign: null), Given.Response("denver", with: r => r.Headline = "Of no round"));

        var unidentified = await app.GetAsync<LetterChain>("/api/v1/letters/unnamed/chain");
        var ofNoRound = await app.GetAsync<LetterChain>("/api/v1/letters/denver/chain");

        unidentified.Letter.OnRound.Should().BeEmpty();
        unidentified.Lawsuits.Should().BeEmpty();
        ofNoRound.Letter.OnRound.Should().BeEmpty();
    }

    private static async Task AttachAsync(TrackerApp app, string letter, string text, bool held = false)
    {
        var document = await app.TakeAsync(Files.Text(text), $"{letter}.txt", d => d.Held = held);
        (await app.ReviseAsync<LetterContent>(letter, l => l.Documents = [document])).Should().BeOfType<Outcome.Applied>();
    }
}
