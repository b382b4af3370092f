using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task A_closed_account_and_one_that_is_not_there_are_refused_in_the_same_words()
    {
        await using var app = await TrackerApp.WithAsync();
        await app.AddEditorAsync("ada@example.org");
        await app.AddEditorAsync("ben@example.org");
        await app.ReadAsync(db => db.Users.Where(u => u.Email == "ben@example.org").ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, DateTime.UtcNow)));

        var said = new List<string>();
        foreach (var (email, password) in new[] { ("ada@example.org", "not the password"), ("ben@example.org", TrackerApp.Password), ("cyd@example.org", TrackerApp.Password) })
        {
            using var answer = await TryAsync(app.Client, email, password);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            said.Add((await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent);
        }

        said.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task After_eight_failures_even_the_right_password_is_refused_for_a_while_and_the_owner_sees_it()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        for (var i = 0; i < 8; i++)
            (await TryAsync(app.Client, "ada@example.org", "not the password")).Dispose();

        using var refused = await TryAsync(app.Client, "ada@example.org", TrackerApp.Password);

        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        using var page = await ada.GetAsync("/desk/account/sessions");
        (await Form.ReadAsync(page)).QuerySelector("main")!.TextContent.Should().Contain("Failed").And.Contain("closed after failures").And.Contain("Signed in");
    }

    [Fact]
    public async Task One_network_may_try_only_so_often()
    {
        await using var app = await TrackerApp.WithSignInLimitAsync(2);
        await app.AddEditorAsync("ada@example.org");
        (await TryAsync(app.Client, "ada@example.org", "wrong one here")).Dispose();
        (await TryAsync(app.Client, "ada@example.org", "wrong one here")).Dispose();

        using var answer = await TryAsync(app.Client, "ada@example.org", TrackerApp.Password);

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.Should().NotBeNull();
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("too many attempts");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        await using var app = await TrackerApp.WithAsync();
        await app.AddEditorAsync("ada@example.org");

        using var answer = await (await Form.OpenAsync(app.Client, $"/desk/sign-in?return_url={Uri.EscapeDataString(elsewhere)}")).With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();

        answer.Headers.Location!.ToString().Should().Be("/desk");
    }

    [Fact]
    public async Task Cookies_are_for_this_site_and_not_for_scripts()
    {
        await using var app = await TrackerApp.WithAsync();
        await app.AddEditorAsync("ada@example.org");

        using var answer = await TryAsync(app.Client, "ada@example.org", TrackerApp.Password);

        answer.Headers.GetValues("Set-Cookie").Should().Contain(c => c.StartsWith("desk=", StringComparison.Ordinal)).And.OnlyContain(c => c.Contains("httponly") && c.Contains("samesite=lax"));
    }

    [Fact]
    public async Task Where_the_address_is_neither_encrypted_nor_this_computer_the_cookie_is_not_sent_in_the_open()
    {
        await using var app = await TrackerApp.WithAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/sign-in") { Headers = { Host = "tracker.example.org" } };

        using var answer = await app.Client.SendAsync(request);

        answer.Headers.GetValues("Set-Cookie").Should().OnlyContain(c => c.Contains("secure"));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("This page is not encrypted");
    }

    private static async Task<HttpResponseMessage> TryAsync(HttpClient client, string email, string password) =>
        await (await Form.OpenAsync(client, "/desk/sign-in")).With("Email", email).With("Password", password).SendAsync();
}
