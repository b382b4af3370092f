using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using SanctuaryTracker.Features.Figures;
using SanctuaryTracker.Site;
using SkiaSharp;

namespace SanctuaryTracker.Tests.Features.Figures;

public sealed class FigureTests(Seeded seeded)
{
    private const string SeedMap = "/figures/map/document-requests-2018-01";

    /// <summary>A figure of each kind, all of one record.</summary>
    private static readonly string[] All =
    [
        "/figures/map/round", "/figures/answers/round", "/figures/responses-over-time/round", "/figures/deadline/round", "/figures/timeline/denver", "/figures/docket/suit",
    ];

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, br;q=0.5", true)]
    [InlineData("br;q=0", false)]
    [InlineData(null, false)]
    public async Task The_land_comes_packed_to_who_can_unpack_it_and_is_the_same_to_all(string? accepted, bool isPacked)
    {
        await using var app = await TrackerApp.WithAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, UsMap.LandAddress);
        if (accepted is not null)
            request.Headers.Add("Accept-Encoding", accepted);

        using var answer = await app.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.Should().Equal(isPacked ? ["br"] : []);
        answer.Headers.Vary.Should().Contain("Accept-Encoding");
        await using var sent = await answer.Content.ReadAsStreamAsync();
        using var text = new StreamReader(isPacked ? new BrotliStream(sent, CompressionMode.Decompress) : sent);
        (await text.ReadToEndAsync()).Should().StartWith("<svg").And.Contain(UsMap.States["WY"].Path);
    }

    [Fact]
    public async Task The_map_shows_whom_the_api_names_as_recipients_copied_or_unidentified()
    {
        var app = await seeded.AppAsync();
        var recipients = await SlugsAsync(app, "/api/v1/jurisdictions?campaign=document-requests-2018-01&standing=Recipient&limit=200");
        var copied = await SlugsAsync(app, "/api/v1/jurisdictions?campaign=document-requests-2018-01&standing=Copied&limit=200");
        var unidentified = (await app.GetJsonAsync("/api/v1/letters?campaign=document-requests-2018-01&identified=false&limit=200")).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("state").GetString()!);

        var map = (await app.GetHtmlAsync(SeedMap)).QuerySelector(".chart > svg.wide")!;
        var rows = await RowsAsync(app, SeedMap);

        rows.Should().Contain(r => r["jurisdiction"] == "denver-co" && r["longitude"] == "-104.99");
        rows.Where(r => r["standing"] == "Recipient").Select(r => r["jurisdiction"]).Should().BeEquivalentTo(recipients);
        rows.Where(r => r["standing"] == "Copied").Select(r => r["jurisdiction"]).Should().BeEquivalentTo(copied);
        rows.Where(r => r["standing"] == "Unidentified").Select(r => r["state"]).Should().BeEquivalentTo(unidentified);
        rows.Where(r => r["on_map"] == "true" && r["jurisdiction"].Length > 0).Select(r => $"/jurisdictions/{r["jurisdiction"]}")
            .Concat(unidentified.Select(state => $"/letters?campaign=document-requests-2018-01&state={state}&identified=false"))
            .Should().BeEquivalentTo(map.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        map.QuerySelectorAll("a").Select(a => a.GetAttribute("aria-label")).Should().Contain("Denver, Colorado: received; response: none recorded");
    }

    [Fact]
    public async Task On_a_phone_each_place_on_the_map_has_a_number_and_the_list_beneath_says_whose()
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync(SeedMap);

        var numbered = page.QuerySelectorAll(".numbered a").Select(a => a.GetAttribute("href")).ToList();
        numbered.Should().BeEquivalentTo(page.QuerySelectorAll(".chart > svg.wide a[href^='/jurisdictions/']").Select(a => a.GetAttribute("href")));
        page.QuerySelectorAll(".chart > svg.narrow text").Select(t => t.TextContent).Where(t => t.All(char.IsDigit)).Select(int.Parse).Should().BeEquivalentTo(Enumerable.Range(1, numbered.Count));
    }

    [Fact]
    public async Task What_the_page_says_of_a_figure_its_table_and_its_data_say_too()
    {
        await using var app = await TrackerApp.WithAsync(Everything());
        foreach (var figure in All)
        {
            var page = await app.GetHtmlAsync(figure);
            var rows = await RowsAsync(app, figure);

            var table = page.QuerySelectorAll("main tbody tr");
            table.Select(r => r.QuerySelector("th")!.TextContent.Trim()).Should().Equal(rows.Select(r => r.Values.First()), "{0} has one row for each", figure);
            rows.Should().NotBeEmpty().And.OnlyContain(r => r["sources"].Contains("Paper ¶1"), "{0} cites each row", figure);
            page.QuerySelectorAll(".chart > svg > desc").Should().HaveCount(2).And.OnlyContain(d => d.TextContent.Length > 40);
            page.QuerySelectorAll(".chart > svg.wide a").Should().OnlyContain(a => a.GetAttribute("aria-label")!.Length > 3);
        }
    }

    [Fact]
    public async Task Figures_are_files_too_which_say_where_they_are_from()
    {
        await using var app = await TrackerApp.WithAsync(Everything());
        foreach (var figure in All)
        {
            var svg = XDocument.Parse(await app.GetTextAsync($"{figure}.svg", HttpStatusCode.OK));
            using var answer = await app.Client.GetAsync($"{figure}.png");
            using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());

            answer.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
            picture.Width.Should().Be(2 * (int)Math.Ceiling(double.Parse(svg.Root!.Attribute("width")!.Value)));
            picture.Height.Should().Be(2 * (int)Math.Ceiling(double.Parse(svg.Root!.Attribute("height")!.Value)));
            picture.Pixels.Distinct().Take(20).Should().HaveCount(20, "{0} is not blank", figure);
            svg.Root.Descendants().Select(e => e.Name.LocalName).Should().NotContain(["style", "script", "foreignObject"]);
            svg.Root.Value.Should().Contain("SanctuaryTracker, record as of 1 March 2018; sources: The Paper").And.Contain(figure);

            using var again = new HttpRequestMessage(HttpMethod.Get, $"{figure}.png");
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await app.Client.SendAsync(again);
            unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
            using var head = await app.Client.SendAsync(new(HttpMethod.Head, $"{figure}.csv"));
            head.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Names_in_a_figure_are_shown_and_never_run()
    {
        const string Script = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";
        await using var app = await TrackerApp.WithAsync(
            Given.Place("denver", p => (p.Name, p.State, p.Latitude, p.Longitude) = ($"Denver {Script}", "CO", 39.7, -105)), Given.Campaign(with: c => c.Title = Script), Given.Letter("denver", ResponseKind.Refusal, replyDueOn: "2018-02-01"),
            Given.Lawsuit("suit", l => (l.CaseName, l.FiledOn) = (Script, Given.On("2018-02-01"))));
        foreach (var figure in All)
        {
            XDocument.Parse(await app.GetTextAsync($"{figure}.svg", HttpStatusCode.OK)).Descendants().Select(e => e.Name.LocalName).Should().NotContain(["script", "img"]);
            foreach (var page in new[] { figure, $"/embed{figure}" })
                (await app.GetHtmlAsync(page)).QuerySelectorAll("[onerror], script:not([src]), [style]").Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_place_outside_the_map_or_without_a_point_is_listed_though_not_drawn()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Place("san-juan", p => (p.State, p.Latitude, p.Longitude) = ("PR", 18.4, -66.1)), Given.Letter("san-juan"),
            Given.Place("sacramento", p => (p.State, p.Kind) = ("CA", JurisdictionKind.Unknown)), Given.Letter("sacramento"),
            Given.Place("honolulu", p => (p.State, p.Latitude, p.Longitude) = ("HI", 21.3, -157.9)), Given.Letter("honolulu"),
            Given.Place("anchorage", p => (p.State, p.Latitude, p.Longitude) = ("AK", 61.2, -149.9)), Given.Letter("anchorage"));

        var page = await app.GetHtmlAsync("/figures/map/round");

        page.QuerySelectorAll(".chart > svg.wide a").Select(a => a.GetAttribute("href")).Should().BeEquivalentTo("/jurisdictions/anchorage", "/jurisdictions/honolulu");
        page.QuerySelector("figcaption")!.TextContent.Should().Contain("Not drawn, because no point is recorded: Sacramento, California.").And.Contain("Not drawn, because it lies outside the map: San Juan, Puerto Rico.");
        page.QuerySelectorAll("main tbody th").Select(t => t.TextContent).Should().Contain(["Sacramento, California", "San Juan, Puerto Rico"]);
    }

    [Theory]
    [InlineData("2018-01-24", null, "2 events are recorded, on 24 January 2018: the sending side, 1; places that answer, 1. Of 1 the date is not known.")]
    [InlineData("2018-01-24", "2018-02", "2 events are recorded, from 24 January 2018 to February 2018: the sending side, 1; places that answer, 1.")]
    public async Task A_timeline_in_words_tells_its_days_and_what_has_none(string sent, string? made, string expected)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", sentOn: sent) + Given.Response("denver", answers: "letters/denver", madeOn: made));

        (await app.GetHtmlAsync("/figures/timeline/denver")).QuerySelector("#says-h + p")!.TextContent.Should().Be(expected);
    }

    [Fact]
    public async Task What_is_inferred_is_dotted_in_pictures_and_their_keys_say_so()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Place("stated", p => (p.State, p.Latitude, p.Longitude) = ("CO", 39.7, -105)), Given.Letter("stated"), Given.Response("stated", "campaigns/round", madeOn: "2018-01-25", with: r => r.Citations = [Given.Cited(), Given.Cited("made_on")]));
        foreach (var figure in new[] { "map", "responses-over-time", "answers" })
            (await app.GetTextAsync($"/figures/{figure}/round.svg", HttpStatusCode.OK)).Should().NotContain("Dotted", "nothing is inferred yet");

        await app.GivenAsync(
            Given.Place("guessed", p => (p.State, p.Latitude, p.Longitude) = ("IL", 41.9, -87.6)), Given.Letter("guessed", with: l => (l.KnownBy, l.Citations) = (LetterBasis.Inferred, [Given.Inferred()])),
            Given.Response("guessed", "campaigns/round", madeOn: "2018-01-26", with: r => r.Citations = [Given.Cited(), Given.Inferred("made_on")]));

        foreach (var figure in new[] { "map", "answers" })
            (await app.GetTextAsync($"/figures/{figure}/round.svg", HttpStatusCode.OK)).Should().Contain("Dotted: a recipient by inference");
        (await app.GetTextAsync("/figures/responses-over-time/round.svg", HttpStatusCode.OK)).Should().Contain("Dotted: the day is inferred");
        (await app.GetHtmlAsync("/campaigns/round")).QuerySelectorAll(".cells .inferred").Should().ContainSingle();
    }

    [Fact]
    public async Task An_unknown_figure_is_not_found_and_that_of_a_withdrawn_record_is_gone()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        foreach (var path in new[] { "/figures/map/nowhere", "/figures/globe/round", "/embed/figures/map/nowhere", "/figures/map/nowhere.svg", "/figures/map/nowhere.png", "/figures/map/nowhere.csv", "/figures/globe/round.png" })
            await app.GetTextAsync(path, HttpStatusCode.NotFound);
        await app.GetTextAsync("/figures/map/round.svg", HttpStatusCode.OK);

        await app.WithdrawAsync(RecordKind.Campaign, Given.Round, "It never took place");

        foreach (var path in new[] { "/figures/map/round", "/embed/figures/map/round", "/figures/map/round.svg", "/figures/map/round.png", "/figures/map/round.csv" })
            (await app.GetTextAsync(path, HttpStatusCode.Gone)).Should().Contain("It never took place");
    }

    [Fact]
    public async Task Answers_are_counted_by_kind_and_named_recipients_without_any_are_counted_too()
    {
        await using var app = await TrackerApp.WithAsync(Everything());

        var rows = await RowsAsync(app, "/figures/answers/round");

        rows.Select(r => (r["kind"], r["count"], r["by_recipients"])).Should().BeEquivalentTo([("Objection", "2", "1"), ("Refusal", "1", "1"), ("Says it complies", "1", "1")]);
        await app.GivenAsync(Given.Letter("silent"));
        (await RowsAsync(app, "/figures/answers/round")).Should().ContainSingle(r => r["kind"] == "No response recorded" && r["count"] == "1" && r["who"] == "Silent");
    }

    [Fact]
    public async Task A_reply_is_in_time_only_if_the_whole_of_its_date_is()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("early", ResponseKind.Refusal, with: l => l.ReplyDueOn = Given.On("2018-02-23")), Given.Letter("month", with: l => l.ReplyDueOn = Given.On("2018-02-23")), Given.Response("month", "letters/month", madeOn: "2018-02"),
            Given.Letter("late", with: l => l.ReplyDueOn = Given.On("2018-02-23")), Given.Response("late", "letters/late", madeOn: "2018-02-24"), Given.Letter("prompt", with: l => l.ReplyDueOn = Given.On("2018-02")), Given.Response("prompt", "letters/prompt", madeOn: "2018-02"),
            Given.Letter("silent", with: l => l.ReplyDueOn = Given.On("2018-02-23")), Given.Letter("remarked", ResponseKind.Objection, ResponseForm.Remark, replyDueOn: "2018-03-02"),
            Given.Letter("closed", with: l => (l.ReplyDueOn, l.Closure) = (Given.On("2018-02-23"), LetterClosure.Cleared)), Given.Letter("free"));

        (await RowsAsync(app, "/figures/deadline/round")).Select(r => (r["jurisdiction"], r["outcome"])).Should().BeEquivalentTo(
        [
            ("early", "NotKnownWhen"), ("month", "NotKnownWhen"), ("late", "Late"), ("prompt", "InTime"), ("silent", "Overdue"), ("remarked", "NotYetDue"), ("closed", "Closed"), ("free", "NoDeadline"),
        ]);
    }

    [Fact]
    public async Task What_others_reply_to_the_round_is_not_the_reply_of_a_recipient_who_is_not_identified()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("unnamed", with: l => (l.Jurisdiction, l.RecipientLabel, l.ReplyDueOn) = (null, "A city", Given.On("2018-02-23"))),
            Given.Response("officials", "letters/unnamed", madeOn: "2018-02-24", with: r => (r.Jurisdiction, r.Officials) = (null, "Officials of a city")),
            Given.Letter("denver"), Given.Response("denver", $"campaigns/{Given.Round}", madeOn: "2018-02-01"));

        (await RowsAsync(app, "/figures/deadline/round")).Single(r => r["letter"] == "unnamed").Should().Contain(new Dictionary<string, string> { ["reply"] = "2018-02-24", ["outcome"] = "Late", ["replies"] = "officials" });
    }

    [Fact]
    public async Task A_picture_is_drawn_once_for_each_state_of_the_record_and_nothing_is_kept_of_what_there_is_not()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        var shelf = app.Services.GetRequiredService<Shelf>();
        foreach (var path in new[] { "/figures/map/nowhere.png", "/figures/timeline/nowhere.svg", "/figures/answers/nowhere", "/cards/letters/nowhere.png" })
            await app.GetTextAsync(path, HttpStatusCode.NotFound);
        shelf.Kept.Count.Should().Be(0);

        var before = await app.Client.GetByteArrayAsync("/figures/timeline/denver.png");
        shelf.Kept.Count.Should().Be(1);
        (await app.Client.GetByteArrayAsync("/figures/timeline/denver.png")).Should().Equal(before);
        shelf.Kept.Count.Should().Be(1);

        await app.ReviseAsync<JurisdictionContent>("denver", j => j.Name = "Another name");
        (await app.Client.GetByteArrayAsync("/figures/timeline/denver.png")).Should().NotEqual(before);
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_said_to_be_unknown()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Lawsuit("suit"), Given.Place("boston"));
        foreach (var (figure, says) in new[] { ("deadline/round", "No deadline is recorded."), ("responses-over-time/round", "No response is recorded."), ("docket/suit", "Nothing is recorded."), ("timeline/boston", "Nothing is recorded.") })
        {
            (await app.GetHtmlAsync($"/figures/{figure}")).QuerySelector(".chart .empty")!.TextContent.Should().Contain(says);
            (await app.GetTextAsync($"/figures/{figure}.svg", HttpStatusCode.OK)).Should().Contain(says);
        }
    }

    [Fact]
    public async Task What_has_no_date_stands_at_no_day_and_what_has_a_month_stands_over_all_of_it()
    {
        await using var app = await TrackerApp.WithAsync(Everything());
        var docket = (await app.GetHtmlAsync("/figures/docket/suit")).QuerySelector(".chart > svg.wide")!;

        double Of(string name, string attribute) => double.Parse(docket.QuerySelectorAll("a").Single(a => a.GetAttribute("aria-label")!.Contains(name)).QuerySelector("rect")!.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
        var undated = docket.QuerySelectorAll("rect.f-stock").Single();
        Of("The court rules", "x").Should().BeGreaterThan(double.Parse(undated.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture));
        Of("hears both sides", "width").Should().BeGreaterThan(10 * Of("Filed", "width"));
    }

    [Fact]
    public async Task A_round_of_thousands_is_drawn_as_far_as_a_picture_can_show_it_and_counted_whole()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());
        var places = Enumerable.Range(0, 900).Select(i => new Edit(RecordKind.Jurisdiction, $"place-{i}", Given.Place($"place-{i}", p => (p.State, p.Latitude, p.Longitude) = ("KS", 30 + i % 30 * 0.5, -115 + i / 30)).Content));
        var letters = Enumerable.Range(0, 900).Select(i => new Edit(RecordKind.Letter, $"place-{i}", Given.Letter($"place-{i}").Content));
        var responses = Enumerable.Range(0, 300).Select(i => new Edit(RecordKind.Response, $"place-{i}", Given.Response($"place-{i}", $"letters/place-{i}", madeOn: $"2018-02-{1 + i % 28:00}").Content));
        (await app.ApplyAsync([.. places, .. letters, .. responses])).Should().BeOfType<Outcome.Applied>();

        var map = await app.GetHtmlAsync("/figures/map/round");

        (await RowsAsync(app, "/figures/map/round")).Should().HaveCount(900);
        map.QuerySelector("figcaption")!.TextContent.Should().Contain("Only the first 800 places are drawn");
        map.QuerySelectorAll(".chart > svg.wide a").Should().HaveCount(800);
        (await RowsAsync(app, "/figures/answers/round")).Select(r => r["count"]).Should().Equal("300", "600");
        foreach (var figure in All.Take(4))
            SKBitmap.Decode(await app.Client.GetByteArrayAsync($"{figure}.png")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_round_too_large_to_draw_is_counted_and_says_the_same()
    {
        await using var app = await TrackerApp.WithAsync([.. Everything(), Given.Letter("late", with: l => l.ReplyDueOn = Given.On("2018-02-01")), Given.Response("late", "letters/late", madeOn: "2018-02-24"), Given.Letter("silent"), Given.Letter("unknown", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "A city"))]);
        var drawn = new[] { await RowsAsync(app, "/figures/map/round"), await RowsAsync(app, "/figures/answers/round"), await RowsAsync(app, "/figures/responses-over-time/round"), await RowsAsync(app, "/figures/deadline/round") };
        var remarks = Enumerable.Range(0, 2001).Select(i => new Edit(RecordKind.Response, $"remark-{i}", Given.Response("denver", $"campaigns/{Given.Round}", ResponseKind.Boycott, ResponseForm.Remark, "2018-02-27", r => (r.Jurisdiction, r.Association) = (null, "An association")).Content));
        (await app.ApplyAsync([.. remarks])).Should().BeOfType<Outcome.Applied>();

        var (map, answers, days, outcomes) = (await RowsAsync(app, "/figures/map/round"), await RowsAsync(app, "/figures/answers/round"), await RowsAsync(app, "/figures/responses-over-time/round"), await RowsAsync(app, "/figures/deadline/round"));

        map.Select(r => (r["state"], r["letters"], r["unidentified"])).Should().BeEquivalentTo([("CO", "1", "0"), ("OR", "1", "0"), ("VT", "1", "1"), ("", "4", "1")], "letters are counted, to places whose state is not known too");
        answers.Where(r => r["kind_code"] != "Boycott").Select(r => (r["kind_code"], r["count"], r["by_recipients"])).Should().BeEquivalentTo(drawn[1].Select(r => (r["kind_code"], r["count"], r["by_recipients"])));
        answers.Single(r => r["kind_code"] == "Boycott").Should().Contain(new Dictionary<string, string> { ["count"] = "2001", ["by_recipients"] = "0" });
        days.Where(r => r["standing"] != "Association").Select(r => (r["date"], r["standing"], r["count"])).Should().BeEquivalentTo(drawn[2].GroupBy(r => (Date: r["date"], Standing: r["standing"])).Select(g => (g.Key.Date, g.Key.Standing, $"{g.Count()}")));
        outcomes.Select(r => (r["outcome_code"], r["letters"])).Should().BeEquivalentTo(drawn[3].GroupBy(r => r["outcome"]).Select(g => (g.Key, $"{g.Count()}")));
        foreach (var figure in All.Take(4))
        {
            var page = await app.GetHtmlAsync(figure);
            page.QuerySelectorAll(".chart > svg.wide").Should().ContainSingle();
            page.QuerySelector("main")!.TextContent.Should().Contain("Sources: The Paper").And.NotContain("reference data");
            SKBitmap.Decode(await app.Client.GetByteArrayAsync($"{figure}.png")).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task What_a_large_round_counts_leads_to_lists_of_just_so_many()
    {
        await using var app = await TrackerApp.WithAsync(Everything());
        (await app.ApplyAsync([.. Enumerable.Range(0, 2001).Select(i => new Edit(RecordKind.Letter, $"letter-{i}", Given.Letter("denver").Content))])).Should().BeOfType<Outcome.Applied>();

        foreach (var figure in new[] { "/figures/map/round", "/figures/answers/round" })
            foreach (var row in (await app.GetHtmlAsync(figure)).QuerySelectorAll("main tbody tr").Where(r => r.QuerySelector("a") is not null))
                (await app.GetJsonAsync($"/api/v1{row.QuerySelector("a")!.GetAttribute("href")}")).GetProperty("total").GetInt32().Should().Be(int.Parse(row.QuerySelector("td")!.TextContent.Split(' ')[0], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
        (await app.GetHtmlAsync("/figures/map/round")).QuerySelectorAll(".chart > svg.wide a").Select(a => a.GetAttribute("aria-label")).Should().Contain("Colorado: 2,002 letters");

        var (front, campaign) = (await app.GetHtmlAsync("/"), await app.GetHtmlAsync("/campaigns/round"));
        front.QuerySelectorAll(".figures .cite-as p").Select(p => p.TextContent).Should().Contain(s => s.StartsWith("1 jurisdiction was copied on letters of “The Round”; a copy makes no recipient. SanctuaryTracker, ", StringComparison.Ordinal), "the sources of some letters are not those of all");
        campaign.GetElementById("reach-h")!.ParentElement!.QuerySelector("a.count")!.GetAttribute("href").Should().Be("/jurisdictions?standing=Copied&campaign=round");
        campaign.QuerySelector(".roll")!.TextContent.Should().NotContain("state", "they are not counted by the first letters");
    }

    private static async Task<IEnumerable<string>> SlugsAsync(TrackerApp app, string path) =>
        (await app.GetJsonAsync(path)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!).ToList();

    /// <summary>The downloaded rows, by column.</summary>
    private static async Task<IReadOnlyList<Dictionary<string, string>>> RowsAsync(TrackerApp app, string figure)
    {
        var lines = (await app.GetTextAsync($"{figure}.csv", HttpStatusCode.OK)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields).ToList();
        return [.. lines.Skip(1).Select(fields => lines[0].Zip(fields).ToDictionary(f => f.First, f => f.Second))];
    }

    private static List<string> Fields(string line) =>
        [.. Regex.Matches(line, "(?:^|,)(?:\"(?<text>(?:[^\"]|\"\")*)\"|(?<text>[^,]*))", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["text"].Value.Replace("\"\"", "\"", StringComparison.Ordinal))];

    /// <summary>A round in which everything happens that a figure can show.</summary>
    private static Given[] Everything() =>
    [
        Given.Place("denver", p => (p.State, p.Latitude, p.Longitude) = ("CO", 39.7, -105)), Given.Place("boston", p => (p.State, p.Latitude, p.Longitude) = ("MA", 42.4, -71.1)),
        Given.Place("oregon", p => (p.State, p.Kind) = ("OR", JurisdictionKind.State)), Given.Place("austin", p => (p.State, p.Latitude, p.Longitude) = ("TX", 30.3, -97.7)), Given.Place("nowhere"),
        Given.Campaign(replyDueOn: "2018-02-23", with: c => (c.RecipientsReported, c.RecipientsPrecision, c.NonReceipts) = (9, CountPrecision.Exact, [new() { Key = "austin", Jurisdiction = "austin" }])),
        Given.Letter("denver", with: l => l.Copies = [new() { Key = "boston", Office = "The mayor", Jurisdiction = "boston" }]), Given.Letter("oregon"), Given.Letter("nowhere"),
        Given.Letter("hidden", with: l => (l.Jurisdiction, l.RecipientLabel, l.State) = (null, "A city in Vermont", "VT")),
        Given.Response("denver", "letters/denver", ResponseKind.Refusal, madeOn: "2018-02-20"), Given.Response("oregon", $"campaigns/{Given.Round}", madeOn: "2018-02"),
        Given.Response("boston", "letters/denver", ResponseKind.Objection, ResponseForm.Remark), Given.Response("nowhere", "letters/nowhere", ResponseKind.ClaimsCompliance, madeOn: "2018-02-28"),
        Given.Lawsuit("suit", l => (l.FiledOn, l.Place, l.Events) = (Given.On("2018-02-01"), "denver", [new() { Key = "heard", Kind = LawsuitEventKind.Hearing, HappenedOn = Given.On("2018-02"), Summary = "The court hears both sides." }, new() { Key = "ruled", Kind = LawsuitEventKind.Ruling, Summary = "The court rules." }])),
    ];
}
