using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SanctuaryTracker.Features.Downloads;

namespace SanctuaryTracker.Tests.Features.Downloads;

public sealed class DownloadTests(Seeded seeded)
{
    [Fact]
    public async Task The_whole_record_in_one_file_is_what_the_api_gives_record_by_record()
    {
        var app = await seeded.AppAsync();

        var records = (await app.GetJsonAsync("/data/record.json")).GetProperty("records").EnumerateArray().ToList();

        var published = await app.ReadAsync(db => db.Records.OrderBy(r => r.Id).Select(r => new { r.Kind, r.Slug, r.Version }).ToListAsync());
        records.Select(r => (r.GetProperty("kind").GetString(), r.GetProperty("slug").GetString(), r.GetProperty("version").GetInt32())).Should().Equal(published.Select(r => ((string?)r.Kind.ToString(), (string?)r.Slug, r.Version)));
        foreach (var (record, given) in published.Zip(records))
        {
            var content = JsonSerializer.Deserialize(await app.GetTextAsync($"/api/v1/{record.Kind.Path}/{record.Slug}/content", HttpStatusCode.OK), Content.Types[record.Kind], ContentJson.Options);
            ((Content)content!).Canonical().Should().Be(given.GetProperty("content").GetRawText(), "{0} is the same at both addresses", record.Slug);
        }
    }

    [Fact]
    public async Task As_it_stood_after_a_change_it_is_the_same_for_ever()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"), Given.Statement("unsaid"));
        var first = await app.GetTextAsync("/data/record.json", HttpStatusCode.OK);
        await app.ReviseAsync<StatementContent>("said", s => s.Office = "Mayor");
        await app.WithdrawAsync(RecordKind.Statement, "unsaid");

        (await app.GetTextAsync("/data/record.json?change=1", HttpStatusCode.OK)).Should().Be(first);
        (await SlugsAsync("?change=2")).Should().Contain("unsaid");
        (await SlugsAsync("")).Should().Contain("said").And.NotContain("unsaid");
        (await SlugsAsync("?change=0")).Should().BeEmpty();
        (await app.GetHtmlAsync("/data/record.json?change=4", HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent.Should().Contain("number 3");

        async Task<IEnumerable<string?>> SlugsAsync(string query) =>
            [.. (await app.GetJsonAsync($"/data/record.json{query}")).GetProperty("records").EnumerateArray().Select(r => r.GetProperty("slug").GetString())];
    }

    [Fact]
    public async Task It_is_sent_again_only_when_the_record_has_changed()
    {
        var app = await seeded.AppAsync();
        using var first = await app.Client.GetAsync("/data/record.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/record.json");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        using var again = await app.Client.SendAsync(request);

        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_page_counts_what_there_is()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Place("boston"));

        var page = await app.GetHtmlAsync("/data");

        page.QuerySelectorAll("table tbody tr").Select(row => row.QuerySelector("th")!.TextContent + row.QuerySelector("td")!.TextContent).Should().Contain(["Letters1", "Jurisdictions2", "Sources1", "Citations2", "Responses0"]);
    }

    [Fact]
    public async Task Every_field_of_every_content_is_in_the_dictionary_with_its_meaning()
    {
        var app = await seeded.AppAsync();
        var fields = Content.Types.Values.SelectMany(Shapes).Distinct().SelectMany(type => ContentJson.Options.GetTypeInfo(type).Properties.Where(p => p.Set is not null).Select(p => p.Name)).ToList();

        var page = await app.GetHtmlAsync("/data/dictionary");

        page.QuerySelectorAll(".section:not([aria-labelledby=tables]) tbody th code").Select(c => c.TextContent).Should().BeEquivalentTo(fields).And.HaveCountGreaterThan(100);
        DictionaryShapes.All.SelectMany(s => s.Fields).Should().OnlyContain(f => f.Meaning.Length > 0 && (f.Type != "word" || f.Values.Count > 1));
        DictionaryShapes.All.Should().OnlyContain(s => s.Meaning.Length > 0);
    }

    [Fact]
    public async Task Every_column_of_every_table_is_in_the_dictionary_with_its_meaning()
    {
        var app = await seeded.AppAsync();

        var page = await app.GetHtmlAsync("/data/dictionary");

        var tables = page.QuerySelectorAll("[aria-labelledby=tables] table");
        // A list's table stands at the top; the desk's files have tables of their own.
        tables.Select(t => "/" + t.QuerySelector("caption")!.TextContent).Should().BeEquivalentTo(
            app.Addresses.Select(a => a.RoutePattern.RawText!).Where(a => a.EndsWith(".csv", StringComparison.Ordinal) && a.LastIndexOf('/') == 0));
        foreach (var table in tables)
        {
            var csv = table.QuerySelector("caption")!.TextContent;
            var columns = (await app.GetTextAsync($"/{csv}", HttpStatusCode.OK)).Split("\r\n")[0].TrimStart('\uFEFF').Split(',');
            table.QuerySelectorAll("tbody th").Select(c => c.TextContent).Should().Equal(columns, "{0} has these columns", csv);
        }
        DictionaryTables.All.SelectMany(t => t.Columns.Select(c => (t.Name, Column: c.Name, c.Meaning))).Where(c => c.Meaning.Length == 0).Should().BeEmpty();
        DictionaryTables.All.Single(t => t.Name == "letters").Columns.Single(c => c.Name == "closure").Values.Should().Equal(Enum.GetNames<LetterClosure>());
    }

    [Fact]
    public async Task Every_example_of_the_api_is_answered_as_the_page_says()
    {
        var app = await seeded.AppAsync();
        var page = await app.GetHtmlAsync("/data");
        page.QuerySelectorAll("pre").Should().HaveCount(2 * ApiExamples.All.Count);
        foreach (var example in ApiExamples.All)
        {
            page.QuerySelectorAll("pre").Select(pre => pre.TextContent).Should().Contain([$"curl '{app.Address.GetLeftPart(UriPartial.Authority)}{example.Path}'", example.Answer]);
            ShouldContain(await app.GetJsonAsync(example.Path), JsonElement.Parse(example.Answer), example.Path);
        }
    }

    /// <summary>What the example says stands in the answer, at the same place.</summary>
    private static void ShouldContain(JsonElement answer, JsonElement part, string at)
    {
        if (part.ValueKind == JsonValueKind.Object)
            foreach (var property in part.EnumerateObject())
                ShouldContain(answer.GetProperty(property.Name), property.Value, $"{at} {property.Name}");
        else if (part.ValueKind == JsonValueKind.Array)
            foreach (var (i, item) in part.EnumerateArray().Index())
                ShouldContain(answer[i], item, $"{at} {i}");
        else
            answer.ToString().Should().Be(part.ToString(), "{0} is an example", at);
    }

    private static IEnumerable<Type> Shapes(Type type) =>
        [type, .. type.GetProperties().Where(p => p.PropertyType.IsGenericType).Select(p => p.PropertyType.GenericTypeArguments[0]).Where(item => item.Name.EndsWith(nameof(Content), StringComparison.Ordinal))];
}
