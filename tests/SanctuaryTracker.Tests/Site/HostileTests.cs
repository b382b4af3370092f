using System.Net;
using System.Text.RegularExpressions;

namespace SanctuaryTracker.Tests.Site;

/// <summary>Every address there is, asked what no visitor should ask; which there are is read from the application.</summary>
public sealed partial class HostileTests
{
    private static readonly string[] Values =
    [
        "%00", "a%00b", "%0a", "%ef%bf%be", "%ed%a0%80", "%ff", "%", "-1", "99999999999999999999", "1e9", "2018-13-45", "~", "'", "%27;DROP TABLE Letters--", "%25_%5c", "%3Cscript%3Ealert(1)%3C/script%3E",
        "%F0%9F%97%BD", "%e2%80%ae", "1:%d9%a1%d9%a7-cv-1", "W10", "WyJOZXdlc3QiLCJcdTAwMDAiLCIxIl0", "WyJOZXdlc3QiLCJcdWQ4MDAiLCIxIl0", "WyJOYW1lIiwiXHVmZmZlIiwiMSJd", "WyJSZWNvcmQiLCJcdTAwMDAiLCIxIl0",
        "..%2f..%2fetc%2fpasswd", new string('9', 5000),
    ];

    private static readonly string[] NoNames = ["%00", "a[]", "", "%ff", "no-such-parameter"];

    [Fact]
    public async Task No_question_however_hostile_breaks_an_address()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal), Given.Statement("said"), Given.Lawsuit("suit"));
        var asked = 0;
        foreach (var address in Fixed(app))
        {
            foreach (var name in await NamesAsync(app, address))
            {
                asked++;
                foreach (var value in Values)
                    await ShouldNotBreakAsync(app, $"{address}?{name}={value}");
            }
            foreach (var name in NoNames)
                await ShouldNotBreakAsync(app, $"{address}?{name}=1");
        }
        asked.Should().BeGreaterThan(80, "each list has its filters, at both doors");
    }

    [Fact]
    public async Task No_name_however_hostile_breaks_an_address()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal));
        foreach (var address in app.Addresses.Select(PathOf).Where(a => a.Contains("{slug}", StringComparison.Ordinal)).Distinct())
            foreach (var value in Values.Where(v => !v.Contains("%00", StringComparison.Ordinal))) // no client can send these
                await ShouldNotBreakAsync(app, address.Replace("{slug}", value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a'b")]
    [InlineData("1.2.3.4.5:99999")]
    public async Task A_host_that_no_address_can_be_made_of_is_refused(string host)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        foreach (var path in new[] { "/", "/changes.atom", "/letters.csv", "/api/v1/letters" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Host", host).Should().BeTrue();
            using var answer = await app.Client.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Nobody_writes_without_signing_in()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal));
        var before = await app.ReadAsync(Tables.ReadAsync);
        foreach (var address in app.Addresses.Select(a => PathOf(a).Replace("{slug}", "denver", StringComparison.Ordinal)).Where(a => !a.Contains('{', StringComparison.Ordinal)).Distinct())
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, address) { Content = new FormUrlEncodedContent([new("parts[0].kind", "Letter"), new("parts[0].fields.jurisdiction", "denver"), new("reason", "None"), new("do", "publish")]) };
                using var answer = await app.Client.SendAsync(request);

                if (answer.StatusCode == HttpStatusCode.Redirect)
                    answer.Headers.Location!.ToString().Should().Contain("/desk/sign-in", "{0} {1} was not signed in", method, address);
                else
                    ((int)answer.StatusCode).Should().BeInRange(400, 499, "{0} {1} should be refused", method, address);
            }

        (await app.ReadAsync(Tables.ReadAsync)).Should().BeEquivalentTo(before);
        app.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task What_an_editor_wrote_is_shown_and_never_run()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var app = await TrackerApp.WithAsync(
            Given.Place("denver", p => p.Name = $"Denver {Script}"), Given.Campaign(with: c => (c.Title, c.Demand) = (Script, Script)), Given.Source(with: s => s.Title = Script),
            Given.Letter("denver", with: l => (l.Subject, l.Citations[0].AsReported, l.Citations[0].Quotations) = (Script, Script, [Script])),
            Given.Response("denver", "letters/denver", with: r => (r.Headline, r.Summary) = (Script, Script)), Given.Statement("said", with: s => (s.Headline, s.Speaker) = (Script, Script)), Given.Lawsuit("suit", l => l.CaseName = Script));
        foreach (var path in Fixed(app).Concat(["/jurisdictions/denver", "/campaigns/round", "/letters/denver", "/responses/denver", "/statements/said", "/lawsuits/suit", "/sources/paper", "/search?q=alert", $"/letters?q={Uri.EscapeDataString(Script)}"]))
        {
            using var answer = await app.Client.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && !path.StartsWith("/swagger", StringComparison.Ordinal))
                (await Form.ReadAsync(answer)).QuerySelectorAll("[onerror], script:not([src])").Should().BeEmpty("{0} only shows it", path);
        }
    }

    /// <summary>The parameters that an address knows, as it tells who gets one wrong.</summary>
    private static async Task<IEnumerable<string>> NamesAsync(TrackerApp app, string address)
    {
        using var answer = await app.Client.GetAsync($"{address}?no-such-parameter=1");
        return KnownNames().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } told ? told.Groups["names"].Value.Split(", ") : [];
    }

    [GeneratedRegex(@"there are: (?<names>[a-z_, ]+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KnownNames();

    private static async Task ShouldNotBreakAsync(TrackerApp app, string path)
    {
        using var answer = await app.Client.GetAsync(path);
        ((int)answer.StatusCode).Should().BeLessThan(500, "{0} should be answered, not broken: {1}", path.Length > 200 ? path[..200] : path, string.Join('\n', app.Errors));
    }

    private static IEnumerable<string> Fixed(TrackerApp app) => app.Addresses.Select(PathOf).Where(a => !a.Contains('{', StringComparison.Ordinal)).Distinct().Where(a => Path.GetExtension(a) is "" or ".csv" or ".atom" or ".json");

    private static string PathOf(Microsoft.AspNetCore.Routing.RouteEndpoint address) => "/" + address.RoutePattern.RawText!.Trim('/');
}
