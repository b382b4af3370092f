using System.Net;
using AngleSharp.Html.Dom;

namespace SanctuaryTracker.Tests.Site;

public sealed class CitingTests(Seeded seeded)
{
    [Fact]
    public async Task A_reporter_takes_King_Countys_response_away_with_speaker_office_day_paragraph_address_version_and_date()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/responses/king-county-mcdermott-remark");

        Citations(page).Should().ContainSingle(c => c.StartsWith("“This is nothing more than a press stunt.”", StringComparison.Ordinal)).Which.Should().Match(
            "“This is nothing more than a press stunt.” Joe McDermott, Metropolitan King County Council Chairman, 24 January 2018 (inferred), as printed in The Seattle Times, 24 January 2018, ¶7. "
            + "SanctuaryTracker, http://localhost/citations/responses/king-county-mcdermott-remark/st-7, version 1, record as of ??*20??.");
    }

    [Fact]
    public async Task Words_without_a_day_are_cited_as_undated_and_printed_in_two_places_as_both()
    {
        await using var app = await TrackerApp.WithAsync(Given.Source("wire"), Given.Statement("said", with: s => s.Citations =
            [Given.Cited(paragraph: 3, with: c => c.Quotations = ["We will."]), Given.Cited(source: "wire", paragraph: 4, with: c => c.Quotations = ["We will."])]));
        await app.ReviseAsync<StatementContent>("said", s => s.Office = "Spokesman");

        Citations(await app.GetHtmlAsync("/campaigns/round")).Should().ContainSingle(c => c.Contains("We will.", StringComparison.Ordinal)).Which.Should().Contain(
            "“We will.” A. Speaker, Spokesman, undated in the source, as printed in The Paper, 24 January 2018, ¶3; The Wire, 24 January 2018, ¶4. SanctuaryTracker, http://localhost/citations/statements/said/").And.Contain(", version 2, record as of ");
    }

    [Fact]
    public async Task Rows_of_respondents_and_lawsuits_can_be_taken_away_as_sentences()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/");

        var rows = page.QuerySelectorAll("td .cite-as p").Select(p => p.TextContent).ToList();
        rows.Should().ContainSingle(r => r.StartsWith("Seattle, Washington: ", StringComparison.Ordinal)).Which.Should().Match("*standing towards the letters: copied*¶11, ¶12. SanctuaryTracker, http://localhost/responses/seattle-durkan-statement, version 1, record as of *");
        rows.Should().ContainSingle(r => r.StartsWith("Suit reported in Chicago: pending on 24 January 2018 (inferred); court and docket not known; place against federal side (inferred). Source: ", StringComparison.Ordinal));
        rows.Should().ContainSingle(r => r.Contains("“roughly two dozen” recipients, as reported, beside the 23 shown.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_fact_has_a_permanent_address_where_page_and_api_say_the_same()
    {
        var app = await seeded.AppAsync();
        var all = await app.GetJsonAsync("/api/v1/citations?limit=200&kind=Letter");
        foreach (var path in all.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("citation").GetProperty("path").GetString()!).Take(12).Append("/citations/campaigns/document-requests-2018-01/st-21-recipients-reported"))
        {
            var api = await app.GetJsonAsync("/api/v1" + path);
            var page = await app.GetHtmlAsync(path);

            api.GetProperty("address").GetString().Should().Be("http://localhost" + path);
            var cited = api.GetProperty("cite_as").GetString()!;
            Citations(page)[0].Should().Be(cited);
            cited.Should().Contain($"SanctuaryTracker, http://localhost{path}, version 1, record as of ").And.Contain($"¶{api.GetProperty("fact").GetProperty("citation").GetProperty("paragraph").GetInt32()}");
            var record = await app.GetHtmlAsync(api.GetProperty("fact").GetProperty("record").GetProperty("path").GetString()!);
            record.QuerySelectorAll("#notes a").Select(a => a.GetAttribute("href")).Should().Contain(path, "the record's notes lead there");
        }
    }

    [Theory]
    [InlineData("campaigns/document-requests-2018-01/st-21-recipients-reported", "Recipients reported: 23", "Stated in The Seattle Times, 24 January 2018, ¶21")]
    [InlineData("campaigns/document-requests-2018-01/st-5-recipients-reported", "Recipients reported: 23", "In vaguer words in The Seattle Times, 24 January 2018, ¶5: roughly two dozen.")]
    [InlineData("campaigns/document-requests-2018-01/cbs-1-sent-on", "Sent on: 24 January 2018", "CBS Los Angeles, 24 January 2018, ¶1: Wednesday.")]
    [InlineData("jurisdictions/king-county-wa/cbs-3-state", "State: Washington", "Inferred by SanctuaryTracker from CBS Los Angeles")]
    [InlineData("campaigns/document-requests-2018-01/st-11-non-receipts-seattle", "Non-receipt: Seattle, Washington", "Seattle did not get the letter")]
    public async Task A_fact_shows_its_value_in_words_and_what_the_passage_says(string fact, string shown, string cited)
    {
        var app = await seeded.AppAsync();
        var page = await app.GetHtmlAsync($"/citations/{fact}");

        page.QuerySelector("h1")!.TextContent.Should().Be(shown);
        Citations(page)[0].Should().Contain(shown).And.Contain(cited);
        var inRecord = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("#fact-", StringComparison.Ordinal)).Split('#');
        if (!fact.Contains("non-receipts", StringComparison.Ordinal))
            (await app.GetHtmlAsync(inRecord[0])).GetElementById(inRecord[1])!.TextContent.Should().Contain(shown.Split(": ")[1]);
    }

    [Fact]
    public async Task An_unknown_fact_answers_404_and_one_of_a_withdrawn_record_410_with_the_reason()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said", with: s => s.Citations[0].Key = "the-key"));
        foreach (var unknown in new[] { "statements/said/no-key", "statements/unsaid/the-key", "letters/said/the-key", "rumours/said/the-key" })
        {
            await app.GetJsonAsync($"/api/v1/citations/{unknown}", HttpStatusCode.NotFound);
            await app.GetHtmlAsync($"/citations/{unknown}", HttpStatusCode.NotFound);
        }

        await app.GetJsonAsync("/api/v1/citations/statements/said/the-key");
        await app.WithdrawAsync(RecordKind.Statement, "said", "It was never said");

        (await app.GetJsonAsync("/api/v1/citations/statements/said/the-key", HttpStatusCode.Gone)).GetProperty("detail").GetString().Should().Be("It was never said");
        (await app.GetHtmlAsync("/citations/statements/said/the-key", HttpStatusCode.Gone)).QuerySelector("main")!.TextContent.Should().Contain("It was never said");
    }

    [Fact]
    public async Task What_an_editor_wrote_is_cited_as_text_and_never_run()
    {
        const string Script = "<script>alert(1)</script>";
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => (l.Subject, l.Citations) = (Script, [Given.Cited("subject", with: c => (c.Key, c.AsReported, c.Quotations) = ("the-key", Script, [Script]))])));

        var page = await app.GetHtmlAsync("/citations/letters/denver/the-key");

        page.QuerySelectorAll("script:not([src])").Should().BeEmpty();
        page.QuerySelector("h1")!.TextContent.Should().Be($"Subject: {Script}");
        Citations(page)[0].Should().Contain($"{Script} “{Script}”");
    }

    [Fact]
    public async Task A_passage_cited_for_a_whole_record_is_not_said_to_state_each_fact_in_its_name()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Citations = [Given.Cited(with: c => (c.Key, c.AsReported) = ("the-key", "Denver"))]));

        Citations(await app.GetHtmlAsync("/citations/letters/denver/the-key"))[0].Should().StartWith("Letter to Denver, sent 24 January 2018 (cited for the record as a whole, not for each fact in its name). Stated in ");
    }

    private static List<string> Citations(IHtmlDocument page) => [.. page.QuerySelectorAll(".cite-as > p").Select(p => p.TextContent)];
}
