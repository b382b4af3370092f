using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class TokensTests
{
    private const string Page = "/desk/account/tokens";

    [Fact]
    public async Task A_token_speaks_for_its_owner_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org", DeskRole.Editor);
        var token = await MakeAsync(ada, "publish");

        using var answer = await AskAsync(app, token);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var told = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        told.GetProperty("owner").GetString().Should().Be("ada");
        told.GetProperty("role").GetString().Should().Be("Editor");
        told.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()).Should().Equal("draft", "publish");
        token.Should().StartWith("st_").And.HaveLength(46);
        (await app.ReadAsync(db => db.AccessTokens.SingleAsync())).Should().Match<AccessToken>(t => t.Hash != token && t.LastUsedAt == app.Clock.GetUtcNow().UtcDateTime);
        using var again = await ada.GetAsync(Page);
        (await again.Content.ReadAsStringAsync()).Should().NotContain(token);
    }

    [Fact]
    public async Task A_cookie_alone_authorises_nothing_at_the_api()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");

        using var answer = await ada.GetAsync("/api/v1/token");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().StartWith("Bearer");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString().Should().Contain("/desk/account/tokens");
    }

    [Theory]
    [InlineData("taken back")]
    [InlineData("expired")]
    [InlineData("disabled")]
    [InlineData("made up")]
    public async Task A_token_that_no_longer_counts_is_refused(string why)
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var token = await MakeAsync(ada, "draft");
        (await AskAsync(app, token)).StatusCode.Should().Be(HttpStatusCode.OK);
        if (why == "taken back")
            (await (await Form.OpenAsync(ada, Page, "input[name=token]")).SendAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);
        else if (why == "expired")
            app.Clock.Advance(TimeSpan.FromDays(30));
        else if (why == "disabled")
            await app.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, app.Clock.GetUtcNow().UtcDateTime)));
        else
            token = "st_" + new string('A', 43);

        using var answer = await AskAsync(app, token);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Contain("invalid_token");
    }

    [Fact]
    public async Task Making_a_token_needs_the_password_and_a_word_what_it_is_for()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");

        using var nameless = await (await Form.OpenAsync(ada, Page)).With("name", " ").With("password", TrackerApp.Password).SendAsync();
        using var wrong = await (await Form.OpenAsync(ada, Page)).With("name", "Import").With("password", "not the password").SendAsync();

        nameless.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await app.ReadAsync(db => db.AccessTokens.CountAsync())).Should().Be(0);
    }

    internal static async Task<string> MakeAsync(HttpClient editor, string scope)
    {
        using var made = await (await Form.OpenAsync(editor, Page, "#scope")).With("name", "Import").With("scope", scope).With("days", "30").With("password", TrackerApp.Password).SendAsync();
        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var shown = await editor.GetAsync(Page);
        return (await Form.ReadAsync(shown)).QuerySelector("#once .code")!.TextContent;
    }

    private static async Task<HttpResponseMessage> AskAsync(TrackerApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/token") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await app.Client.SendAsync(request);
    }
}
