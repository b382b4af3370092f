using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SanctuaryTracker.Tests.Site;

/// <summary>What every list can be filtered by; which lists and values there are is read from the facets themselves.</summary>
public sealed class FacetTests(Seeded seeded)
{
    public static readonly TheoryData<string> Lists = ["jurisdictions", "campaigns", "letters", "responses", "statements", "lawsuits", "sources", "citations"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_count_is_what_the_list_shows_when_its_value_is_chosen(string list)
    {
        var app = await seeded.AppAsync();
        var asked = 0;
        foreach (var filter in await OneOfEachFacetAsync(app, list))
        {
            var counts = await app.GetJsonAsync($"/api/v1/{list}/facets?{filter}");
            counts.GetProperty("total").GetInt32().Should().Be(await TotalAsync(app, list, filter));
            foreach (var (parameter, value, count) in Values(counts))
            {
                asked++;
                var others = string.Join('&', filter.Split('&').Where(p => !p.StartsWith($"{parameter}=", StringComparison.Ordinal)));
                (await TotalAsync(app, list, $"{others}&{parameter}={Uri.EscapeDataString(value)}")).Should().Be(count, "{0} is offered in {1} of {2}", value, parameter, filter);
            }
        }
        asked.Should().BeGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Whatever_a_list_lets_one_type_can_be_asked(string list)
    {
        var app = await seeded.AppAsync();
        foreach (var filter in await OneOfEachFacetAsync(app, list))
        {
            foreach (var field in (await app.GetHtmlAsync($"/{list}?{filter}")).QuerySelectorAll(".facets input[type=text]").Select(i => i.GetAttribute("name")))
                (await app.Client.GetAsync($"/{list}?{filter}&{field}=2018", TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK, "{0} is offered where {1} is in force", field, filter);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_page_offers_what_the_api_counts_and_its_links_keep_the_rest(string list)
    {
        var app = await seeded.AppAsync();
        foreach (var filter in await OneOfEachFacetAsync(app, list))
        {
            var page = await app.GetHtmlAsync($"/{list}?{filter}&limit=7");
            var counts = Values(await app.GetJsonAsync($"/api/v1/{list}/facets?{filter}")).ToDictionary(v => $"{v.Parameter}={v.Value}", v => v.Count);

            page.QuerySelector(".tally")!.TextContent.Should().StartWith($"{await TotalAsync(app, list, filter)} ");
            var links = page.QuerySelectorAll(".facets a[data-key]");
            links.Should().NotBeEmpty();
            foreach (var link in links)
                link.QuerySelector(".num")!.TextContent.Should().Be($"{counts[link.GetAttribute("data-key")!]}", "{0} says so of {1}", list, filter);
            foreach (var option in page.QuerySelectorAll<IHtmlOptionElement>(".facets option").Where(o => o.Value.Length > 0))
                counts.Should().ContainKey($"{option.Closest("select")!.GetAttribute("name")}={option.Value}");
            foreach (var address in page.QuerySelectorAll(".facets a, .filters a, .tools a").Select(a => a.GetAttribute("href")))
                address.Should().Contain("limit=7");
            foreach (var form in page.QuerySelectorAll(".facets form, .tools form"))
                form.QuerySelectorAll("input[name=limit]").Should().ContainSingle();
            if (filter.Length > 0)
            {
                page.QuerySelectorAll(".facets a[aria-current]").Single().GetAttribute("data-key").Should().Be(Uri.UnescapeDataString(filter));
                page.QuerySelector(".filters a.off")!.GetAttribute("href").Should().Be($"/{list}?limit=7");
            }
        }
    }

    [Fact]
    public async Task A_filter_added_or_taken_off_leaves_the_others_the_order_and_the_columns_in_force()
    {
        var app = await seeded.AppAsync();
        var page = await app.GetHtmlAsync("/letters?q=letter&state=CA&reply=NotRecorded&sort=Recipient&columns=state&columns=sent_on&limit=2");

        page.QuerySelectorAll(".filters a.off").Select(a => a.GetAttribute("href")).Should().Equal(
            "/letters?reply=NotRecorded&state=CA&sort=Recipient&columns=state,sent_on&limit=2", "/letters?q=letter&state=CA&sort=Recipient&columns=state,sent_on&limit=2", "/letters?q=letter&reply=NotRecorded&sort=Recipient&columns=state,sent_on&limit=2");
        page.QuerySelector(".filters .clear")!.GetAttribute("href").Should().Be("/letters?sort=Recipient&columns=state,sent_on&limit=2");
        page.QuerySelector("[data-key='state=NY']")!.GetAttribute("href").Should().Be("/letters?q=letter&reply=NotRecorded&state=NY&sort=Recipient&columns=state,sent_on&limit=2");
        page.QuerySelector(".takes a[download]")!.GetAttribute("href").Should().Be("/letters.csv?q=letter&reply=NotRecorded&state=CA&sort=Recipient&columns=state,sent_on");
        page.QuerySelector(".pages a[rel=next]")!.GetAttribute("href").Should().StartWith("/letters?q=letter&reply=NotRecorded&state=CA&sort=Recipient&columns=state,sent_on&limit=2&cursor=");
        page.QuerySelectorAll("table.fold th[scope=col]").Select(h => h.TextContent).Should().Equal("Recipient", "State", "Sent");
        page.QuerySelector("#filters form")!.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")
            .Should().Equal("reply=NotRecorded", "state=CA", "sort=Recipient", "columns=state,sent_on", "limit=2");
    }

    [Fact]
    public async Task A_form_sent_with_some_fields_blank_asks_for_the_others()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync("/letters?state=CA&limit=2&q=letter&sent_from=&sent_to=");

        page.QuerySelector(".tally")!.TextContent.Should().Be("4 letters");
        page.QuerySelectorAll("tbody tr").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/letters?columns=colour", "columns", "“colour”")]
    [InlineData("/letters.csv?columns=sent_on,colour", "columns", "“colour”")]
    [InlineData("/letters?columns=title,recipient,jurisdiction,geoid,state,campaign,sent_on,demand,threat", "columns", "room for 8")]
    [InlineData("/jurisdictions.csv?columns=colour", "columns", "“colour”")]
    [InlineData("/letters.csv?limit=3", "limit", "no such parameter")]
    [InlineData("/letters.csv?state=Mauve", "state", "USPS")]
    [InlineData("/letters.csv?campaign=atlantis", "campaign", "“atlantis”")]
    [InlineData("/citations.csv?paragraph=3", "paragraph", "source")]
    public async Task What_a_page_or_a_download_cannot_use_is_refused_by_name(string address, string parameter, string message)
    {
        var app = await seeded.AppAsync();

        var said = (await app.GetHtmlAsync(address, HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent;

        said.Should().Contain(parameter).And.Contain(message);
    }

    [Theory]
    [InlineData("/api/v1/letters/facets?sort=Newest", "sort")]
    [InlineData("/api/v1/letters/facets?limit=3", "limit")]
    [InlineData("/api/v1/letters/facets?cursor=W10", "cursor")]
    [InlineData("/api/v1/letters?columns=state", "columns")]
    [InlineData("/api/v1/citations/facets?paragraph=3", "paragraph")]
    public async Task Facets_take_the_filters_and_nothing_else(string address, string parameter)
    {
        var problem = await (await seeded.AppAsync()).GetJsonAsync(address, HttpStatusCode.BadRequest);

        problem.GetProperty("errors").TryGetProperty(parameter, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Counts_follow_the_record_and_the_day()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", replyDueOn: "2018-02-23"), Given.Letter("boston", replyDueOn: "2018-03-20"));
        (await CountAsync("reply=Overdue")).Should().Be(1);

        app.Clock.SetUtcNow(new(2018, 3, 21, 0, 0, 0, TimeSpan.Zero));
        (await CountAsync("reply=Overdue")).Should().Be(2);

        await app.ReviseAsync<LetterContent>("denver", l => l.Closure = LetterClosure.Cleared);
        (await CountAsync("reply=Overdue")).Should().Be(1);

        async Task<int> CountAsync(string facet)
        {
            var count = Values(await app.GetJsonAsync("/api/v1/letters/facets")).Single(v => $"{v.Parameter}={v.Value}" == facet).Count;
            (await TotalAsync(app, "letters", facet)).Should().Be(count);
            return count;
        }
    }

    [Fact]
    public async Task Questions_that_only_look_alike_are_counted_apart()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Letter("boston"));
        var one = await app.GetJsonAsync("/api/v1/letters/facets?q=denver&jurisdiction=denver");

        var other = await app.GetJsonAsync($"/api/v1/letters/facets?q={Uri.EscapeDataString("denver\",\"Jurisdiction\":\"denver")}");

        one.GetProperty("total").GetInt32().Should().Be(1);
        other.GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Every_word_of_the_question_has_to_occur_whatever_its_case_and_accents()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Place("canon-city", p => p.Name = "Cañon City"), Given.Letter("canon-city"), Given.Letter("denver"), Given.Source("cafe", s => s.Publisher = "ÉCHO du Café"),
            Given.Response("canon-city", "letters/canon-city", with: r => r.Headline = "It refuses"), Given.Statement("said", with: s => s.Speaker = "ÉLODIE Ångström"));

        await ShouldFindAsync("letters?q=CITY%20canon", 1);
        await ShouldFindAsync("letters?q=canon%20denver", 0);
        await ShouldFindAsync("letters?q=%25", 0);
        await ShouldFindAsync("responses?q=refuses%20Ca%C3%B1on", 1);
        await ShouldFindAsync("statements?speaker=%C3%A9lodie", 1);
        await ShouldFindAsync("statements?speaker=angstrom", 1);
        await ShouldFindAsync("sources?publisher=echo%20DU", 1);
        await ShouldFindAsync("sources?publisher=%C3%89CHO", 1);

        async Task ShouldFindAsync(string question, int total) =>
            (await app.GetJsonAsync($"/api/v1/{question}")).GetProperty("total").GetInt32().Should().Be(total, "{0} was asked", question);
    }

    [Fact]
    public async Task A_facet_with_many_values_shows_those_that_lead_to_most_and_keeps_the_rest_at_hand()
    {
        var names = Enumerable.Range(0, 30).Select(i => $"place-{i:00}").ToList();
        await using var app = await TrackerApp.WithAsync([.. names.Select(n => Given.Letter(n)), Given.Letter("again", campaign: "other", with: l => l.Jurisdiction = "place-29")]);

        var page = await app.GetHtmlAsync("/letters?jurisdiction=place-17");

        page.QuerySelectorAll(".facets a[data-key^=jurisdiction]").Select(a => a.GetAttribute("data-key")!.Split('=')[1]).Should().StartWith("place-29").And.Contain("place-17").And.HaveCountLessThan(10);
        page.QuerySelectorAll<IHtmlOptionElement>("select[name=jurisdiction] option").Select(o => o.Value).Should().Equal(["", .. names]);
        page.QuerySelector<IHtmlSelectElement>("select[name=jurisdiction]")!.Value.Should().Be("place-17");
    }

    /// <summary>No filter, and the last value of each facet by itself.</summary>
    private static async Task<List<string>> OneOfEachFacetAsync(TrackerApp app, string list) =>
        ["", .. Values(await app.GetJsonAsync($"/api/v1/{list}/facets")).GroupBy(v => v.Parameter).Select(g => $"{g.Key}={Uri.EscapeDataString(g.Last().Value)}")];

    private static async Task<int> TotalAsync(TrackerApp app, string list, string filter) =>
        (await app.GetJsonAsync($"/api/v1/{list}?{filter}&limit=1")).GetProperty("total").GetInt32();

    private static IEnumerable<(string Parameter, string Value, int Count)> Values(JsonElement counts) =>
        from facet in counts.GetProperty("facets").EnumerateArray()
        from value in facet.GetProperty("values").EnumerateArray()
        select (facet.GetProperty("parameter").GetString()!, value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt32());
}
