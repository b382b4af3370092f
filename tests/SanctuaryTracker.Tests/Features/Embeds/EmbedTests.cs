using System.Net;

namespace SanctuaryTracker.Tests.Features.Embeds;

public sealed class EmbedTests(Seeded seeded)
{
    private const string Map = "/figures/map/document-requests-2018-01";

    [Fact]
    public async Task Embeds_may_be_framed_by_anyone_and_no_other_page_may()
    {
        var app = await seeded.AppAsync();
        (await PolicyAsync($"/embed{Map}")).Should().Contain("frame-ancestors *");
        foreach (var path in new[] { "/", Map, $"{Map}.svg", "/embedded", "/desk/sign-in", "/oembed" })
            (await PolicyAsync(path)).Should().Contain("frame-ancestors 'none'", "{0} is no embed", path);

        async Task<string> PolicyAsync(string path)
        {
            using var answer = await app.Client.GetAsync(path);
            return answer.Headers.GetValues("Content-Security-Policy").Single();
        }
    }

    [Theory]
    [InlineData("/jurisdictions/king-county-wa", "council chairman objects")]
    [InlineData("/campaigns/document-requests-2018-01", "Denver, Colorado")]
    public async Task A_place_and_a_round_can_be_embedded_and_say_so(string path, string says)
    {
        var app = await seeded.AppAsync();
        var page = await app.GetHtmlAsync(path);

        var answer = await app.GetJsonAsync(page.QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!);
        var embed = await app.GetHtmlAsync($"/embed{path}");

        answer.GetProperty("html").GetString().Should().Be(page.QuerySelector("pre.code")!.TextContent).And.Contain($"/embed{path}\"");
        embed.QuerySelector("h1")!.TextContent.Should().Be(answer.GetProperty("title").GetString());
        embed.QuerySelector("main")!.TextContent.Should().Contain(says);
        embed.QuerySelector("footer")!.TextContent.Should().Contain("sources: CBS, 24 January 2018; Seattle Times, 24 January 2018");
        await app.GetTextAsync("/embed/jurisdictions/nowhere", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OEmbed_tells_how_to_show_a_page_of_ours_and_knows_no_other()
    {
        var app = await seeded.AppAsync();
        var url = (await app.GetHtmlAsync(Map)).QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;

        var answer = await app.GetJsonAsync(url);
        var small = await app.GetJsonAsync($"{url}&maxwidth=320&maxheight=200&dnt=1");

        answer.GetProperty("version").GetString().Should().Be("1.0");
        answer.GetProperty("type").GetString().Should().Be("rich");
        answer.GetProperty("html").GetString().Should().Contain($"/embed{Map}\"").And.Contain("title=\"Where the letters went: ").And.Contain("embed-host.js");
        (small.GetProperty("width").GetInt32(), small.GetProperty("height").GetInt32()).Should().Be((320, 200));
        await RefusedAsync($"{url.Replace("format=json", "format=xml", StringComparison.Ordinal)}", HttpStatusCode.NotImplemented, "JSON");
        await RefusedAsync($"{url}&maxwidth=wide", HttpStatusCode.BadRequest, "maxwidth");
        foreach (var other in new[] { "", "nonsense", "https://example.org" + Map, $"{app.Address}figures/map/nowhere", $"{app.Address}figures/globe/round", $"{app.Address}desk", $"{app.Address}jurisdictions/nowhere", $"{app.Address}letters/denver-co-2018-01-24", $"{app.Address}sources/seattle-times-2018-01-24" })
            await RefusedAsync($"/oembed?url={Uri.EscapeDataString(other)}", HttpStatusCode.NotFound, "url");

        async Task RefusedAsync(string path, HttpStatusCode status, string named) =>
            (await app.GetJsonAsync(path, status)).GetProperty("detail").GetString().Should().Contain(named);
    }
}
