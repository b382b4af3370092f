using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SanctuaryTracker.Tests.Site;

/// <summary>What all lists have in common, whatever they list; which there are is read from the API's own description.</summary>
public sealed class ListTests(Seeded seeded)
{
    [Fact]
    public async Task Page_by_page_every_sort_of_every_list_gives_each_record_once_and_in_order()
    {
        var app = await seeded.AppAsync();
        foreach (var (path, parameters) in await ListsAsync(app))
            foreach (var sort in parameters.GetValueOrDefault("sort")?.Words ?? [""])
            {
                var query = sort.Length > 0 ? $"sort={sort}&" : "";
                var whole = await app.GetJsonAsync($"{path}?{query}limit=200");
                var found = new List<string>();
                for (string? cursor = ""; cursor is not null;)
                {
                    var page = await app.GetJsonAsync($"{path}?{query}limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
                    page.GetProperty("total").GetInt32().Should().Be(whole.GetProperty("total").GetInt32());
                    page.GetProperty("items").GetArrayLength().Should().BeInRange(1, 3);
                    found.AddRange(Items(page));
                    cursor = page.GetProperty("next").GetString();
                }
                found.Should().OnlyHaveUniqueItems().And.HaveCount(whole.GetProperty("total").GetInt32());
                found.Take(200).Should().Equal(Items(whole), "{0} by {1} is the same list on small pages", path, sort);
            }
    }

    [Fact]
    public async Task What_a_list_cannot_use_is_refused_naming_the_parameter_and_what_is_allowed()
    {
        var app = await seeded.AppAsync();
        foreach (var (path, parameters) in await ListsAsync(app))
        {
            await ShouldRefuseAsync(app, $"{path}?colour=red", "colour", "there are: ");
            await ShouldRefuseAsync(app, $"{path}?limit=0", "limit", "from 1 to 200");
            await ShouldRefuseAsync(app, $"{path}?limit=-1", "limit", "from 1 to 200");
            await ShouldRefuseAsync(app, $"{path}?limit=many", "limit", "from 1 to 200");
            await ShouldRefuseAsync(app, $"{path}?limit=1&limit=2", "limit", "once");
            await ShouldRefuseAsync(app, $"{path}?cursor=nonsense", "cursor", "no cursor");
            await ShouldRefuseAsync(app, $"{path}?cursor={new Cursor("Colour", "red", 1)}", "cursor", "first page");
            foreach (var (name, parameter) in parameters.Where(p => p.Value.Words.Count > 0))
                await ShouldRefuseAsync(app, $"{path}?{name}=Mauve", name, string.Join(", ", parameter.Words));
            foreach (var name in new[] { "jurisdiction", "campaign", "letter", "copied", "source" }.Where(parameters.ContainsKey))
                await ShouldRefuseAsync(app, $"{path}?{name}=atlantis", name, "“atlantis”");
        }
    }

    [Fact]
    public async Task A_cursor_of_another_sort_is_refused()
    {
        var app = await seeded.AppAsync();
        foreach (var (path, parameters) in (await ListsAsync(app)).Where(l => l.Parameters.ContainsKey("sort")))
            if ((await app.GetJsonAsync($"{path}?limit=1")).GetProperty("next").GetString() is { } next)
                await ShouldRefuseAsync(app, $"{path}?sort={parameters["sort"].Words[^1]}&cursor={next}", "cursor", "another sort");
    }

    [Fact]
    public async Task Parameters_left_blank_by_a_form_mean_nothing_at_both_doors()
    {
        var app = await seeded.AppAsync();
        foreach (var (path, parameters) in await ListsAsync(app))
        {
            var blanks = string.Join('&', parameters.Keys.Select(name => $"{name}="));

            Items(await app.GetJsonAsync($"{path}?{blanks}")).Should().Equal(Items(await app.GetJsonAsync(path)), "{0} was asked nothing", path);
            (await app.GetHtmlAsync($"{PageOf(path)}?{blanks}")).QuerySelectorAll("h1").Should().ContainSingle();
        }
    }

    [Theory]
    [InlineData("letters", "")]
    [InlineData("letters", "reply=NotRecorded&identified=true")]
    [InlineData("letters", "copied=seattle-wa")]
    [InlineData("letters", "reply=Recorded")]
    [InlineData("jurisdictions", "")]
    [InlineData("jurisdictions", "standing=Copied")]
    [InlineData("jurisdictions", "state=CA&sort=NameDescending")]
    [InlineData("responses", "")]
    [InlineData("responses", "form=Remark&kind=Objection")]
    [InlineData("responses", "standing=NotNamed")]
    [InlineData("statements", "")]
    [InlineData("statements", "side=Federal")]
    [InlineData("lawsuits", "")]
    [InlineData("lawsuits", "direction=JurisdictionVersusFederal")]
    [InlineData("sources", "")]
    [InlineData("campaigns", "")]
    public async Task Page_and_api_list_the_same_for_the_same_question(string kind, string query)
    {
        var app = await seeded.AppAsync();

        var api = await app.GetJsonAsync($"/api/v1/{kind}?{query}");
        var page = await app.GetHtmlAsync($"/{kind}?{query}");

        var own = new Regex($"^/{kind}/([a-z0-9-]+)$", RegexOptions.None, TimeSpan.FromSeconds(1));
        page.QuerySelectorAll("main a[href]").Select(a => own.Match(a.GetAttribute("href")!)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct()
            .Should().Equal(Items(api));
    }

    private static async Task ShouldRefuseAsync(TrackerApp app, string path, string parameter, string message)
    {
        var problem = await app.GetJsonAsync(path, HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetProperty(parameter)[0].GetString().Should().Contain(message, "{0} is wrong", path);
        (await app.GetHtmlAsync(PageOf(path), HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent.Should().Contain(message, "{0} is wrong", PageOf(path));
    }

    private static async Task<List<(string Path, Dictionary<string, Parameter> Parameters)>> ListsAsync(TrackerApp app)
    {
        var document = await app.GetJsonAsync("/swagger/v1/swagger.json");
        var lists = new List<(string, Dictionary<string, Parameter>)>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            if (path.Value.TryGetProperty("get", out var get) && get.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "cursor"))
                lists.Add((path.Name, parameters.EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => new Parameter(WordsOf(document, p.GetProperty("schema"))))));
        lists.Should().HaveCountGreaterThanOrEqualTo(7);
        return lists;
    }

    private static IReadOnlyList<string> WordsOf(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("allOf", out var all))
            schema = all[0];
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [];
    }

    private static string PageOf(string path) => path.Replace("/api/v1", "", StringComparison.Ordinal);

    private static IEnumerable<string> Items(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(i => i.TryGetProperty("slug", out var slug) ? slug.GetString()! : i.GetRawText());

    private sealed record Parameter(IReadOnlyList<string> Words);
}
