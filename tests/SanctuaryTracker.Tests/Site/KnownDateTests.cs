using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Tests.Site;

public sealed class KnownDateTests(Seeded seeded)
{
    [Fact]
    public async Task A_date_worked_out_from_a_weekday_has_the_sources_word_beside_it_on_pages_in_the_api_and_in_the_csv()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", sentOn: "2018-01-24", with: l => l.Citations.Add(Given.Cited("sent_on", with: c => c.AsReported = "Wednesday"))));

        foreach (var path in new[] { "/letters", "/letters/denver", "/jurisdictions/denver", "/letters/denver/chain", "/embed/jurisdictions/denver" })
            Seen(await app.GetHtmlAsync(path)).Should().Contain("24 January 2018 worked out from “Wednesday”", "{0} has the date", path);
        (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters")).Items.Should().ContainSingle().Which.Should().BeEquivalentTo(new { SentOnBasis = DateBasis.Derived, SentOnAsReported = "Wednesday" });
        (await app.GetTextAsync("/letters.csv?columns=sent_on,sent_on_basis,sent_on_as_reported", System.Net.HttpStatusCode.OK)).Should().Contain("denver,2018-01-24,Derived,Wednesday,");
        (await app.GetHtmlAsync("/letters/denver")).QuerySelectorAll(".cite-as p").Select(p => p.TextContent).Should().Contain(c => c.Contains("Worked out by SanctuaryTracker from The Paper, 24 January 2018, ¶1: Wednesday.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_takes_its_rounds_day_takes_how_that_is_known()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => c.Citations.Add(Given.Cited("sent_on", with: s => s.AsReported = "last Wednesday"))), Given.Letter("denver"), Given.Letter("boston", sentOn: "2018-01-25"));

        (await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?sort=Recipient")).Items.Select(l => (l.SentOnBasis, l.SentOnAsReported)).Should().Equal((null, null), (DateBasis.Derived, "last Wednesday"));
        Seen(await app.GetHtmlAsync("/letters/denver")).Should().Contain("24 January 2018 as for the whole round worked out from “last Wednesday”");
    }

    [Theory]
    [InlineData(null, Basis.Stated, DateBasis.Stated)]
    [InlineData("January 24, 2018", Basis.Stated, DateBasis.Stated)]
    [InlineData("24.1.2018", Basis.Stated, DateBasis.Stated)]
    [InlineData("January 24", Basis.Stated, DateBasis.Derived)]
    [InlineData("Wednesday", Basis.Inferred, DateBasis.Inferred)]
    public void A_wording_without_a_year_states_no_date(string? wording, Basis basis, DateBasis known) => KnownDate.BasisOf(basis, wording).Should().Be(known);

    [Fact]
    public async Task An_inferred_date_is_marked_in_lists_quotations_and_citations_and_a_stated_one_beats_it()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Response("denver", madeOn: "2018-01-25", with: r => r.Citations = [Given.Cited(with: c => c.Quotations = ["We will not."]), Given.Inferred("made_on")]),
            Given.Response("boston", madeOn: "2018-01-25", with: r => r.Citations = [Given.Cited(), Given.Inferred("made_on"), Given.Cited("made_on", with: c => c.AsReported = "Jan. 25, 2018")]));

        var list = await app.GetHtmlAsync("/responses?sort=Headline");
        list.QuerySelectorAll("article > .meta").Select(m => Words(m.TextContent)).Should().SatisfyRespectively(boston => boston.Should().StartWith("25 January 2018 ·"), denver => denver.Should().StartWith("25 January 2018 Inferred ·"));
        list.QuerySelectorAll(".cite-as p").Select(p => p.TextContent).Should().ContainSingle(c => c.StartsWith("“We will not.” Denver, 25 January 2018 (inferred), as printed in ", StringComparison.Ordinal));
        Words((await app.GetHtmlAsync("/responses/denver")).QuerySelector("figcaption")!.TextContent).Should().Contain("25 January 2018 Inferred");
    }

    [Fact]
    public async Task No_page_of_the_founding_record_calls_the_letters_dated()
    {
        var app = await seeded.AppAsync();

        foreach (var path in new[] { "/", "/letters", "/letters/king-county-wa-2018-01-24", "/campaigns/document-requests-2018-01", "/data/dictionary" })
            Seen(await app.GetHtmlAsync(path)).Should().NotContain("Date on the letters").And.NotContain("Dated ").And.NotContain("date on the letters");
        (await app.GetHtmlAsync("/campaigns/document-requests-2018-01")).GetElementById("fact-sent_on")!.TextContent.Should().Be("Sent24 January 2018 worked out from “Wednesday”Note 2");
    }

    private static string Seen(AngleSharp.Dom.IDocument page) => Words(page.QuerySelector("main")!.TextContent);

    private static string Words(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
