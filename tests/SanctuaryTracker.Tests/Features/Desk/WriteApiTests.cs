using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SanctuaryTracker.Tests.Features.Desk.Accounts;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class WriteApiTests
{
    private const string Letter = """{"jurisdiction":"boston","campaign":"round","sent_on":"2018-01-25","citations":[{"source":"paper","paragraph":3}]}""";

    [Fact]
    public async Task What_get_gives_put_takes_and_the_version_goes_up_by_one()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var program = await ProgramAsync(app, "publish");
        using var got = await program.GetAsync("/api/v1/letters/denver/content");
        var changed = (await got.Content.ReadAsStringAsync()).Replace("\"subject\":null", "\"subject\":\"Records\"", StringComparison.Ordinal);

        using var put = await SendAsync(program, HttpMethod.Put, "/api/v1/letters/denver/content?reason=As+printed", changed, got.Headers.ETag!.Tag);

        put.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", await put.Content.ReadAsStringAsync());
        put.Headers.ETag!.Tag.Should().Be("\"2\"");
        var revision = await app.LatestAsync(RecordKind.Letter, "denver");
        revision.Content.Should().Contain("Records");
        revision.Change.Should().BeEquivalentTo(new { Author = "ada", Reason = "As printed", Origin = ChangeOrigin.Api });
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*", HttpStatusCode.PreconditionRequired)]
    [InlineData("\"2\", \"1\"", HttpStatusCode.PreconditionRequired)]
    public async Task Nothing_is_overwritten_that_the_writer_has_not_seen(string? match, HttpStatusCode expected)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Theirs");
        using var program = await ProgramAsync(app, "publish");

        using var put = await SendAsync(program, HttpMethod.Put, "/api/v1/letters/denver/content?reason=Mine", Letter.Replace("boston", "denver", StringComparison.Ordinal), match);

        put.StatusCode.Should().Be(expected);
        put.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await app.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(2);
    }

    [Fact]
    public async Task A_record_is_added_once_however_often_the_same_request_comes()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var program = await ProgramAsync(app, "publish");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", Letter, key: "once")));
        using var again = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", Letter, key: "once");
        using var other = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", Letter.Replace("25", "26", StringComparison.Ordinal), key: "once");

        again.StatusCode.Should().Be(HttpStatusCode.Created, "{0}", await again.Content.ReadAsStringAsync());
        again.Headers.Location!.ToString().Should().Be("/api/v1/letters/boston-2018-01-25");
        answers.Should().OnlyContain(a => a.StatusCode == HttpStatusCode.Created);
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(1);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory]
    [InlineData("draft", true)]
    [InlineData("publish", false)]
    [InlineData("publish", true, DeskRole.Contributor)]
    public async Task Without_the_right_to_publish_alone_it_waits_for_review(string scope, bool mayReviewOwn, DeskRole role = DeskRole.Administrator)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var program = await ProgramAsync(app, scope, mayReviewOwn, role);

        using var posted = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", Letter);

        posted.StatusCode.Should().Be(HttpStatusCode.Accepted);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var published = await (await Form.OpenAsync(editor, posted.Headers.Location!.ToString())).With("do", "publish").SendAsync();
        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Change.Should().BeEquivalentTo(new { Author = "ada", Reviewer = "ed", Origin = ChangeOrigin.Api });
    }

    [Theory]
    [InlineData("""{"jurisdiction":"atlantis","citations":[{"source":"paper","paragraph":41}]}""", "jurisdiction", "There is no jurisdiction")]
    [InlineData("""{"jurisdiction":"boston","citations":[{"source":"paper","paragraph":41}]}""", "citations[0].paragraph", "40 paragraphs")]
    [InlineData("""{"jurisdiction":"boston","sent_on":"yesterday","citations":[]}""", "sent_on", "2018-01-24")]
    [InlineData("""{"jurisdiction":"boston","citations":[]}""", "citations", "Cite at least one source")]
    [InlineData("""{"recipient":"boston"}""", "recipient", "no such field here; there are: jurisdiction, recipient_label")]
    [InlineData("""{"known_by":"Hearsay"}""", "known_by", "Use one of: DocumentSeen, Reported, Inferred.")]
    [InlineData("""{"citations":[{"source":"paper","paragraph":"third"}]}""", "citations[0].paragraph", "Give a whole number")]
    [InlineData("""{"copies":{}}""", "copies", "Give a list")]
    [InlineData("""{"subject":["Records"]}""", "subject", "Give a text")]
    [InlineData("""[]""", "", "Give an object")]
    [InlineData("""{"subject":"Rec""", "subject", "end of string")]
    [InlineData("""{"jurisdiction":"boston","subject":"\u0007","citations":[{"source":"paper","paragraph":1}]}""", "subject", "control characters")]
    public async Task What_the_form_refuses_is_refused_in_the_same_words_at_the_same_field(string content, string field, string message)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var program = await ProgramAsync(app, "publish");

        using var posted = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", content);

        posted.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var errors = JsonElement.Parse(await posted.Content.ReadAsStringAsync()).GetProperty("errors");
        errors.EnumerateObject().Should().Contain(e => e.Name.Contains(field, StringComparison.Ordinal) && e.Value[0].GetString()!.Contains(message, StringComparison.Ordinal), "it said {0}", errors);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_probable_duplicate_is_told_and_added_only_if_the_writer_says_it_is_another()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("boston"));
        using var program = await ProgramAsync(app, "publish");

        using var told = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported", Letter);
        using var added = await SendAsync(program, HttpMethod.Post, "/api/v1/letters?reason=Reported&is_another=true", Letter);

        told.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await told.Content.ReadAsStringAsync()).Should().Contain("/letters/boston").And.Contain("the same recipient and round");
        added.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("A. Speaker", HttpStatusCode.Conflict)]
    [InlineData("B. Speaker", HttpStatusCode.Created)]
    public async Task A_statement_of_one_speaker_day_and_page_may_be_the_same(string speaker, HttpStatusCode expected)
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("called-off", with: s => (s.MadeOn, s.Citations) = (Given.On("2018-01-24"), [Given.Cited(with: c => (c.Paragraph, c.Page) = (null, "2"))])));
        using var program = await ProgramAsync(app, "publish");

        using var posted = await SendAsync(program, HttpMethod.Post, "/api/v1/statements?reason=Reported", $$"""{"headline":"They are called off","speaker":"{{speaker}}","made_on":"2018-01-24","about":["campaigns/round"],"citations":[{"source":"paper","page":"2"}]}""");

        posted.StatusCode.Should().Be(expected);
        (await posted.Content.ReadAsStringAsync()).Contains("the same speaker, day and passage", StringComparison.Ordinal).Should().Be(expected == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Records_are_merged_and_withdrawn_with_the_version_that_was_seen()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver") + Given.Place("denver-city"));
        using var program = await ProgramAsync(app, "publish");

        using var merged = await SendAsync(program, HttpMethod.Post, "/api/v1/jurisdictions/denver-city/merge?into=denver&reason=One+city", null, "\"1\"");
        using var withdrawn = await SendAsync(program, HttpMethod.Delete, "/api/v1/letters/denver?reason=Not+sent", null, "\"1\"");
        using var unseen = await SendAsync(program, HttpMethod.Delete, "/api/v1/campaigns/round?reason=Not+sent", null);

        merged.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", await merged.Content.ReadAsStringAsync());
        withdrawn.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", await withdrawn.Content.ReadAsStringAsync());
        unseen.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        (await app.GetJsonAsync("/api/v1/letters/denver", HttpStatusCode.Gone)).GetProperty("detail").GetString().Should().Be("Not sent");
        using var old = await app.Client.GetAsync("/api/v1/jurisdictions/denver-city");
        old.Headers.Location!.ToString().Should().Be("/api/v1/jurisdictions/denver");
    }

    [Fact]
    public async Task What_the_desk_keeps_for_editors_a_contributors_token_may_not_propose()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver") + Given.Place("denver-city"));
        using var program = await ProgramAsync(app, "publish", role: DeskRole.Contributor);

        using var merged = await SendAsync(program, HttpMethod.Post, "/api/v1/jurisdictions/denver-city/merge?into=denver&reason=One+city", null, "\"1\"");
        using var withdrawn = await SendAsync(program, HttpMethod.Delete, "/api/v1/letters/denver?reason=Not+sent", null, "\"1\"");

        merged.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        withdrawn.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_browsers_cookie_writes_nothing()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var posted = await SendAsync(editor, HttpMethod.Post, "/api/v1/letters?reason=Forged", Letter);

        posted.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0);
    }

    /// <summary>A program with the token of Ada, an administrator unless told otherwise.</summary>
    private static async Task<HttpClient> ProgramAsync(TrackerApp app, string scope, bool mayReviewOwn = true, DeskRole role = DeskRole.Administrator)
    {
        using var ada = await app.SignInAsync("ada@example.org", role, mayReviewOwn);
        var program = app.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokensTests.MakeAsync(ada, scope));
        return program;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, HttpMethod method, string path, string? content, string? match = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content is null ? null : new StringContent(content, Encoding.UTF8, "application/json") };
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await program.SendAsync(request);
    }
}
