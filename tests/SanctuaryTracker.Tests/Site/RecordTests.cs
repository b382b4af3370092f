using System.Net;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Tests.Site;

/// <summary>What every kind of record answers alike.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_withdrawn_record_answers_410_with_the_reason_at_every_address()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"));
        await app.WithdrawAsync(RecordKind.Statement, "said", "It was never said");

        foreach (var path in new[] { "/api/v1/statements/said", "/api/v1/statements/said/content" })
            (await app.GetJsonAsync(path, HttpStatusCode.Gone)).GetProperty("detail").GetString().Should().Be("It was never said");
        var page = await app.GetHtmlAsync("/statements/said", HttpStatusCode.Gone);
        page.QuerySelector("main")!.TextContent.Should().Contain("It was never said");
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/statements/said/history");
        (await app.GetAsync<Paged<StatementItem>>("/api/v1/statements")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Its_history_stays_and_it_can_be_published_again()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"));
        await app.WithdrawAsync(RecordKind.Statement, "said", "It was never said");
        await app.ApplyAsync("It was said after all", Given.Statement("said", with: s => s.Headline = "Said after all").Edit);

        (await app.GetJsonAsync("/api/v1/statements/said")).GetProperty("record").GetProperty("version").GetInt32().Should().Be(3);
        var revisions = await app.GetAsync<IReadOnlyList<RevisionItem>>("/api/v1/statements/said/revisions");
        revisions.Select(r => (r.Version, r.Reason, HasContent: r.Content is not null)).Should().Equal((3, "It was said after all", true), (2, "It was never said", false), (1, "A test's reason", true));
    }

    [Fact]
    public async Task An_unknown_record_answers_404_at_every_address()
    {
        await using var app = await TrackerApp.WithAsync();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var path in new[] { "", "/content", "/revisions" })
            {
                var problem = await app.GetJsonAsync($"/api/v1/{kind.Path}/atlantis{path}", HttpStatusCode.NotFound);
                problem.GetProperty("status").GetInt32().Should().Be(404);
                problem.GetProperty("detail").GetString().Should().Be($"There is nothing at /api/v1/{kind.Path}/atlantis{path}; /api/v1/{kind.Path} lists what there is.");
            }
            var page = await app.GetHtmlAsync($"/{kind.Path}/atlantis", HttpStatusCode.NotFound);
            page.QuerySelectorAll("h1").Should().ContainSingle();
            page.QuerySelector(".print-only")!.TextContent.Should().StartWith($"http://localhost/{kind.Path}/atlantis: ");
        }
    }

    [Theory]
    [InlineData("/api/v1/changes/9", "There is nothing at /api/v1/changes/9; /api/v1/changes lists what there is.")]
    [InlineData("/api/v1", "There is no address /api/v1; /swagger shows those that there are.")]
    [InlineData("/api/v2/letters", "There is no address /api/v2/letters; /swagger shows those that there are.")]
    public async Task The_API_says_where_to_look_instead(string path, string detail)
    {
        await using var app = await TrackerApp.WithAsync();

        (await app.GetJsonAsync(path, HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().Be(detail);
    }

    [Fact]
    public async Task The_content_is_what_was_submitted_with_its_version_for_a_tag()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        await app.ReviseAsync<LetterContent>("denver", l => (l.Subject, l.SentOn) = ("Records", Given.On("2018-01~")));

        using var answer = await app.Client.GetAsync("/api/v1/letters/denver/content");
        var json = System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync());

        answer.Headers.ETag!.Tag.Should().Be("\"2\"");
        json.GetProperty("subject").GetString().Should().Be("Records");
        json.GetProperty("sent_on").GetString().Should().Be("2018-01~");
        json.GetProperty("known_by").GetString().Should().Be("Reported");
        json.GetProperty("citations")[0].GetProperty("key").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_given_content_can_be_submitted_again_and_changes_nothing()
    {
        await using var app = await TrackerApp.WithSeedAsync();
        foreach (var (kind, slug, version) in await app.ReadAsync(db => db.Records.Select(r => new ValueTuple<RecordKind, string, int>(r.Kind, r.Slug, r.Version)).ToListAsync()))
        {
            var given = (Content)System.Text.Json.JsonSerializer.Deserialize(await app.GetTextAsync($"/api/v1/{kind.Path}/{slug}/content", HttpStatusCode.OK), Content.Types[kind], ContentJson.Options)!;

            (await app.ApplyAsync(new Edit(kind, slug, given, version))).Should().BeOfType<Outcome.Applied>().Which.Changed.Should().BeEmpty("{0}/{1} is as it was", kind.Path, slug);
        }
    }

    [Fact]
    public async Task Names_outside_are_in_snake_case_and_words_as_the_record_spells_them()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.ClaimsNoRecords));

        var response = (await app.GetJsonAsync("/api/v1/responses/denver")).GetProperty("response");

        response.GetProperty("kinds")[0].GetString().Should().Be("ClaimsNoRecords");
        response.TryGetProperty("made_on", out _).Should().BeTrue();
        response.EnumerateObject().Select(p => p.Name).Should().OnlyContain(name => name == name.ToLowerInvariant());
        (await app.GetHtmlAsync("/responses")).QuerySelector("article")!.TextContent.Should().Contain("Says it lacks the information").And.NotContain("records");
    }

    [Theory]
    [InlineData("HEAD", "/api/v1/letters/denver", HttpStatusCode.OK)]
    [InlineData("HEAD", "/letters/denver", HttpStatusCode.OK)]
    [InlineData("TRACE", "/letters/denver", HttpStatusCode.MethodNotAllowed)]
    public async Task Each_method_is_answered_or_refused_by_name(string method, string address, HttpStatusCode status)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(new(method), address);

        using var answer = await client.SendAsync(request);

        answer.StatusCode.Should().Be(status);
        answer.Headers.Should().Contain(h => h.Key == "Content-Security-Policy");
    }

    [Theory]
    [InlineData("/letters/denver", true)]
    [InlineData("/api/v1/letters/denver", true)]
    [InlineData("/desk/sign-in", false)]
    public async Task What_is_public_is_compressed_and_the_desk_which_carries_secrets_is_not(string address, bool expected)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new("br"));

        using var answer = await app.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.Should().Equal(expected ? ["br"] : []);
    }
}
