using System.Net;
using System.Text.Json;
using CsvHelper;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Tests.Site;

namespace SanctuaryTracker.Tests.Features.Downloads;

public sealed class ListDownloadTests(Seeded seeded)
{
    public static TheoryData<string> Lists => FacetTests.Lists;

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_download_has_the_rows_of_all_pages_in_their_order(string list)
    {
        var app = await seeded.AppAsync();

        (await RowsAsync(app, $"/{list}.csv")).Select(r => r["slug"]).Should().Equal(await SlugsAsync(app, list, ""));
    }

    [Theory]
    [InlineData("letters", "state=CA&sort=Recipient")]
    [InlineData("letters", "reply=NotRecorded&identified=false")]
    [InlineData("letters", "q=los&sent_from=2018-01")]
    [InlineData("jurisdictions", "standing=Recipient&sort=NameDescending")]
    [InlineData("responses", "form=Remark&sort=Headline")]
    [InlineData("citations", "basis=Inferred&kind=Letter")]
    public async Task A_download_asks_what_its_list_asks(string list, string query)
    {
        var app = await seeded.AppAsync();
        var slugs = await SlugsAsync(app, list, query);

        (await RowsAsync(app, $"/{list}.csv?{query}")).Select(r => r["slug"]).Should().Equal(slugs);
        slugs.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/letters.csv?sort=Oldest&columns=state", "letters.csv")]
    [InlineData("/letters.csv?state=CA&reply=NotRecorded", "letters-state-ca-reply-notrecorded.csv")]
    [InlineData("/jurisdictions.csv?q=../%22Cañon%22;x", "jurisdictions-q-canon-x.csv")]
    public async Task A_download_of_a_part_is_called_after_it(string path, string name)
    {
        var app = await seeded.AppAsync();

        using var answer = await app.Client.GetAsync(path);

        answer.Content.Headers.ContentDisposition!.FileName.Should().Be(name);
    }

    [Fact]
    public async Task A_letters_row_carries_its_identifiers_its_dates_as_known_its_sources_and_its_address()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Place("denver", p => (p.State, p.Geoid) = ("CO", "0820000")),
            Given.Letter("denver", ResponseKind.Refusal, sentOn: "2018-01~", with: l => (l.Copies, l.Citations) = ([new() { Key = "durkan", Person = "Durkan", Jurisdiction = "seattle" }], [Given.Cited(paragraph: 3), Given.Cited("sent_on", paragraph: 4), Given.Cited("copies/durkan", paragraph: 3)])));

        (await RowsAsync(app, "/letters.csv")).Single().Should().Contain(new Dictionary<string, string>
        {
            ["slug"] = "denver", ["jurisdiction"] = "denver", ["geoid"] = "0820000", ["state"] = "CO", ["campaign"] = "round", ["sent_on"] = "2018-01~", ["copied"] = "seattle",
            ["reply_recorded"] = "true", ["responses"] = "1", ["citations"] = "paper ¶3; paper ¶4", ["address"] = $"{app.Client.BaseAddress}letters/denver",
        });
    }

    [Fact]
    public async Task A_download_is_the_list_as_it_stood_when_it_began_whatever_changes_meanwhile()
    {
        const int MoreThanOneBatch = 501;
        await using var app = await TrackerApp.WithAsync(Given.Source());
        (await app.ApplyAsync([.. Enumerable.Range(1, MoreThanOneBatch).Select(i => Given.Place($"place-{i:000}").Edit)])).Should().BeOfType<Outcome.Applied>();

        var slugs = await app.ReadAsync(async db =>
        {
            var read = new List<string>();
            await foreach (var place in db.AtOnceAsync(await db.AllJurisdictionsAsync(new(), default)))
            {
                if (read.Count == 0)
                    (await app.ReviseAsync<JurisdictionContent>($"place-{MoreThanOneBatch}", j => j.Name = "A name that comes first")).Should().BeOfType<Outcome.Applied>();
                read.Add(place.Slug);
            }
            return read;
        });

        slugs.Should().Equal(Enumerable.Range(1, MoreThanOneBatch).Select(i => $"place-{i:000}"));
    }

    [Fact]
    public async Task Every_file_answers_HEAD_as_it_answers_GET_without_its_contents()
    {
        var app = await seeded.AppAsync();
        foreach (var path in Lists.Select(list => $"/{list.Data}.csv?{(list.Data == "letters" ? "sent_from=&state=CA" : "")}").Concat(["/cards/front.png", "/cards/letters.png?state=CA", "/cards/letters/denver-co-2018-01-24.png", "/changes.atom", "/corrections.atom", "/data/record.json", "/figures/land.svg"]))
        {
            using var head = await app.Client.SendAsync(new(HttpMethod.Head, path));
            using var get = await app.Client.GetAsync(path);

            (head.StatusCode, head.Content.Headers.ContentType).Should().Be((get.StatusCode, get.Content.Headers.ContentType), "{0} is asked for", path);
            get.IsSuccessStatusCode.Should().BeTrue();
            (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_row_names_the_fields_that_are_inferred_and_those_that_are_disputed()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", sentOn: "2018-01-24", with: l => (l.Subject, l.Citations) = ("Records", [Given.Inferred(), Given.Inferred("sent_on"), Given.Cited("subject"), Given.Cited("subject", paragraph: 2, with: c => c.Bearing = Bearing.Disputes)])),
            Given.Place("boston", p => p.Citations = [Given.Inferred("kind"), Given.Cited("kind", paragraph: 2), Given.Inferred("name")]));

        (await RowsAsync(app, "/letters.csv")).Single().Should().Contain(new Dictionary<string, string> { ["inferred"] = "record; sent_on", ["disputed"] = "subject" });
        (await RowsAsync(app, "/jurisdictions.csv?q=boston")).Single().Should().Contain(new Dictionary<string, string> { ["inferred"] = "name", ["disputed"] = "" });
        (await app.GetHtmlAsync("/letters?columns=inferred,disputed")).QuerySelector("tbody")!.TextContent.Should().Contain("record; sent_on");
    }

    [Fact]
    public async Task A_program_is_told_as_data_what_is_wrong_with_its_question_and_a_browser_by_a_page()
    {
        var app = await seeded.AppAsync();
        using var fromBrowser = new HttpRequestMessage(HttpMethod.Get, "/letters.csv?reply=Perhaps") { Headers = { Accept = { new("text/html"), new("*/*", 0.8) } } };

        using var told = await app.Client.GetAsync("/letters.csv?reply=Perhaps");
        using var shown = await app.Client.SendAsync(fromBrowser);

        told.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        told.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").GetProperty("reply")[0].GetString().Should().StartWith("Give one of: ");
        shown.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        shown.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task The_columns_asked_for_are_given_between_slug_and_address()
    {
        var text = await (await seeded.AppAsync()).GetTextAsync("/letters.csv?columns=state,sent_on&state=NY&q=albany", HttpStatusCode.OK);

        text.Should().StartWith("slug,state,sent_on,address\r\nalbany-ny-2018-01-24,NY,2018-01-24,http");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")", "'=HYPERLINK(\"http://example.org\")")]
    [InlineData("+1 (555) call", "'+1 (555) call")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("Town, \"New\"\nline", "Town, \"New\"\nline")]
    public async Task A_hostile_name_is_text_to_a_spreadsheet(string name, string shown)
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("town", p => (p.Name, p.Latitude, p.Longitude) = (name, 39.5, -104.9)), Given.Letter("town"));

        (await RowsAsync(app, "/jurisdictions.csv")).Single().Should().Contain(new Dictionary<string, string> { ["name"] = shown, ["longitude"] = "-104.9" });
        (await RowsAsync(app, "/letters.csv")).Single()["recipient"].Should().Be(shown);
    }

    private static async Task<List<string>> SlugsAsync(TrackerApp app, string list, string query)
    {
        var slugs = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await app.GetJsonAsync($"/api/v1/{list}?{query}&limit=100{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            slugs.AddRange(page.GetProperty("items").EnumerateArray().Select(SlugOf));
            cursor = page.GetProperty("next").GetString();
        }
        return slugs;
    }

    private static string SlugOf(JsonElement item) => (item.TryGetProperty("slug", out var slug) ? slug : item.GetProperty("record").GetProperty("slug")).GetString()!;

    private static async Task<List<Dictionary<string, string>>> RowsAsync(TrackerApp app, string path)
    {
        using var answer = await app.Client.GetAsync(path);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        await using var csv = CsvReader.Create(await answer.Content.ReadAsStreamAsync(), new(), leaveOpen: false);
        await csv.ReadHeaderAsync(default);
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync(default))
            rows.Add(csv.Headers.ToDictionary(name => name, name => csv.GetString(name)));
        return rows;
    }
}
