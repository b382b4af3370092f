using System.Text.Json;
using CsvHelper;
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
    public async Task The_columns_asked_for_are_given_between_slug_and_address()
    {
        var text = await (await seeded.AppAsync()).GetTextAsync("/letters.csv?columns=state,sent_on&state=NY&q=albany", System.Net.HttpStatusCode.OK);

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
