using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace SanctuaryTracker.Tests.Features.Home;

public sealed partial class FrontPageTests(Seeded seeded)
{
    [Fact]
    public async Task Every_number_leads_to_a_list_that_has_exactly_so_many()
    {
        var app = await seeded.AppAsync();
        (await ShouldLeadToListsAsync(app)).Should().BeGreaterThan(15);
    }

    [Fact]
    public async Task Numbers_and_lists_agree_where_letters_are_due_overdue_replied_to_closed_and_of_other_rounds()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => (c.RecipientsReported, c.RecipientsPrecision) = (9, CountPrecision.About)), Given.Letter("overdue", replyDueOn: "2018-02-01"), Given.Letter("due", replyDueOn: "2199-01-01"),
            Given.Letter("replied", answer: ResponseKind.Refusal, replyDueOn: "2018-02-01"), Given.Letter("cleared", replyDueOn: "2018-02-01", with: l => l.Closure = LetterClosure.Cleared),
            Given.Letter("twice"), Given.Letter("twice-again", with: l => l.Jurisdiction = "twice"), Given.Letter("unnamed", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "a city")),
            Given.Letter("copying", with: l => l.Copies = [new() { Person = "A. Mayor", Jurisdiction = "copied" }]), Given.Letter("elsewhere", campaign: "earlier"), Given.Campaign("earlier", sentOn: "2017-01-01"), Given.Lawsuit("suit"));

        await ShouldLeadToListsAsync(app);
        var figures = (await app.GetHtmlAsync("/")).QuerySelectorAll(".figures > div").Select(d => d.QuerySelector("dd")!.TextContent.Trim()).ToList();
        figures.Should().Equal("6 of 9", "1", "1 of 6", "1 of 8", "1 of 2", "1");
        Sentences(await app.GetHtmlAsync("/")).Should().Contain(s => s.StartsWith("Of about 9 recipients reported of “The Round”, 6 are named. Source: The Paper, 24 January 2018, ¶1. SanctuaryTracker, http://localhost/jurisdictions?standing=Recipient&campaign=round, record after change 1, as of 1 March 2018.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Formal_replies_stand_before_remarks_among_those_who_answered()
    {
        string[] speaking = ["a", "b", "c", "d", "e", "f"];
        await using var app = await TrackerApp.WithAsync([.. speaking.Select(place => Given.Letter(place, answer: ResponseKind.Objection, form: ResponseForm.Remark)), Given.Letter("replying"), Given.Response("replying", "letters/replying", madeOn: "2018-02-20")]);

        (await app.GetHtmlAsync("/")).QuerySelector("#answers-h")!.Closest("section")!.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()).First().Should().StartWith("Replying");
    }

    [Fact]
    public async Task Each_figure_can_be_quoted_with_its_value_sources_and_list()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/");

        foreach (var figure in page.QuerySelectorAll(".figures > div"))
        {
            var count = figure.QuerySelector("a.count")!;
            var sentence = figure.QuerySelector(".cite-as p")!.TextContent;
            sentence.Should().Contain($"http://localhost{count.GetAttribute("href")}, record after change 1, as of ");
            Number().Matches(sentence).Select(m => m.Value).Should().Contain(count.TextContent.Trim() is "0" && sentence.StartsWith("No ", StringComparison.Ordinal) ? "2018" : count.TextContent.Trim());
        }
        Sentences(page)[0].Should().StartWith("Of 23 recipients reported of “Letters asking for documents, January 2018”, 11 are named, one of them by inference. Source: The Seattle Times, 24 January 2018, ¶").And.Contain("CBS Los Angeles, 24 January 2018, ¶1, ¶2, ¶3.");
    }

    [Fact]
    public async Task It_is_light_enough_for_a_bad_line()
    {
        var app = await seeded.AppAsync();
        var page = await app.GetHtmlAsync("/");

        var scripts = await SizesAsync(page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!));
        var rest = await SizesAsync(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img[src]").Select(s => s.GetAttribute("href") ?? s.GetAttribute("src")!).Distinct().Append("/"));

        scripts.Should().BeLessThan(15_000);
        (scripts + rest).Should().BeLessThan(100_000);

        async Task<int> SizesAsync(IEnumerable<string> paths)
        {
            var size = 0;
            foreach (var path in paths)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new("gzip") } } };
                using var answer = await app.Client.SendAsync(request);
                size += (await answer.Content.ReadAsByteArrayAsync()).Length;
            }
            return size;
        }
    }

    [Fact]
    public async Task It_stays_short_however_long_the_record()
    {
        var places = Enumerable.Range(0, 80).Select(i => $"place-{i:00}").ToList();
        await using var app = await TrackerApp.WithAsync(
        [
            .. places.Select(p => Given.Letter(p)), .. places.Take(12).Select(p => Given.Response(p, $"letters/{p}", with: r => r.Citations = [Given.Cited(with: c => c.Quotations = [$"Words of {p}"])])),
            .. places.Take(8).Select(p => Given.Lawsuit(p)), .. places.Take(6).Select(p => Given.Statement(p, with: s => s.Citations = [Given.Cited(with: c => c.Quotations = [$"Words on {p}"])])),
        ]);

        var page = await app.GetHtmlAsync("/");

        Section("answers-h").QuerySelectorAll("tbody tr").Should().HaveCount(5);
        Section("answers-h").TextContent.Should().Contain("All 12 responses").And.Contain("The first 5 of 12.");
        Section("suits-h").QuerySelectorAll("tbody tr").Should().HaveCount(5);
        Section("words-h").QuerySelectorAll(".words").Should().HaveCount(4);
        page.QuerySelectorAll(".roll .names a").Should().HaveCount(60 + 1, "the last leads to all");
        StopsOf(page).Should().BeLessThan(220);
        StopsOf(await (await seeded.AppAsync()).GetHtmlAsync("/")).Should().BeLessThan(170, "who goes by keyboard has to pass them all");

        AngleSharp.Dom.IElement Section(string heading) => page.GetElementById(heading)!.Closest("section")!;
        static int StopsOf(IHtmlDocument page) => page.QuerySelectorAll("a[href], summary, input, button").Count(e => e.GetAttribute("tabindex") is null && e.Closest("details > :not(summary), .numbered") is null);
    }

    [Fact]
    public async Task Standings_add_up_to_all_who_answered()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/");

        var all = page.QuerySelector("#answers-h")!.ParentElement!.QuerySelector("a.count")!.TextContent;
        page.QuerySelector("section[aria-labelledby=answers-h] .key")!.QuerySelectorAll("a.count").Sum(a => int.Parse(a.TextContent.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture))
            .Should().Be(int.Parse(Number().Match(all).Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<int> ShouldLeadToListsAsync(TrackerApp app)
    {
        var page = await app.GetHtmlAsync("/");
        var counts = page.QuerySelectorAll("a.count");
        foreach (var count in counts)
            (await app.GetJsonAsync($"/api/v1{count.GetAttribute("href")}")).GetProperty("total").GetInt32()
                .Should().Be(int.Parse(Number().Match(count.TextContent).Value, System.Globalization.CultureInfo.InvariantCulture), "“{0}” leads to {1}", count.TextContent.Trim(), count.GetAttribute("href"));
        return counts.Length;
    }

    private static List<string> Sentences(IHtmlDocument page) => [.. page.QuerySelectorAll(".figures .cite-as p").Select(p => p.TextContent)];

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
