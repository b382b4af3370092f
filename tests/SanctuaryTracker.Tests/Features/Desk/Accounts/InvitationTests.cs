using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class InvitationTests
{
    private const string Chosen = "seven green bicycles";

    [Fact]
    public async Task The_invited_choose_a_password_and_have_the_role_they_were_invited_to()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var link = await InviteAsync(ada, "ben@example.org", "Ben Ali", DeskRole.Contributor);
        using var ben = app.NewClient();

        using var done = await (await Form.OpenAsync(ben, link)).With("password", Chosen).With("again", Chosen).SendAsync();
        using var signedIn = await (await Form.OpenAsync(ben, "/desk/sign-in")).With("Email", "ben@example.org").With("Password", Chosen).SendAsync();

        (await Form.ReadAsync(done)).QuerySelector("h1")!.TextContent.Should().Be("Your password is set");
        signedIn.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == "ben@example.org"))).Should().Match<Editor>(u => u.Name == "Ben Ali" && u.Role == DeskRole.Contributor);
        (await app.ReadAsync(db => db.Invitations.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_link_works_once_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var link = await InviteAsync(ada, "ben@example.org");
        (await (await ada.GetAsync("/desk/accounts")).Content.ReadAsStringAsync()).Should().NotContain(link);
        (await app.ReadAsync(db => db.Invitations.SingleAsync())).Hash.Should().NotContain(link.Split('/')[^1]);
        var first = await Form.OpenAsync(app.Client, link);
        using var used = await (await Form.OpenAsync(app.Client, link)).With("password", Chosen).With("again", Chosen).SendAsync();

        using var again = await first.With("password", "another password of mine").With("again", "another password of mine").SendAsync();

        used.StatusCode.Should().Be(HttpStatusCode.OK);
        again.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await app.ReadAsync(db => db.Users.CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task A_link_that_is_old_or_taken_back_no_longer_works()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var takenBack = await InviteAsync(ada, "ben@example.org");
        using var revoked = await (await Form.OpenAsync(ada, "/desk/accounts", "button[value=revoke]")).With("do", "revoke").SendAsync();
        var old = await InviteAsync(ada, "cyd@example.org");
        app.Clock.Advance(TimeSpan.FromDays(7));

        await app.GetTextAsync(takenBack, HttpStatusCode.Gone);
        await app.GetTextAsync(old, HttpStatusCode.Gone);
        await app.GetTextAsync("/desk/invitation/inv_made-up", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_new_password_by_link_ends_tokens_too()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        using var ben = await app.SignInAsync("ben@example.org", DeskRole.Editor);
        await TokensTests.MakeAsync(ben, "publish");
        var account = $"/desk/accounts/{await app.ReadAsync(db => db.Users.Where(u => u.Email == "ben@example.org").Select(u => u.Id).SingleAsync())}";
        (await (await Form.OpenAsync(ada, account, "button[value=new-password]")).With("do", "new-password").SendAsync()).Dispose();
        var link = await LinkAsync(ada, account);

        var form = await Form.OpenAsync(app.Client, link);
        using var done = await form.With("password", Chosen).With("again", Chosen).SendAsync();

        done.StatusCode.Should().Be(HttpStatusCode.OK);
        (await app.ReadAsync(db => db.AccessTokens.CountAsync())).Should().Be(0);
        (await app.ReadAsync(db => db.DeskSessions.CountAsync(s => db.Users.Any(u => u.Id == s.EditorId && u.Email == "ben@example.org")))).Should().Be(0);
    }

    [Theory]
    [InlineData("", "ben@example.org", "Give a name")]
    [InlineData("Ben", "ben", "Give an e-mail address")]
    [InlineData("Ben", "ADA@example.org", "There is an account")]
    public async Task An_invitation_that_cannot_be_made_says_why(string name, string email, string said)
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");

        using var answer = await (await Form.OpenAsync(ada, "/desk/accounts", "#email")).With("name", name).With("email", email).With("role", "Editor").With("do", "invite").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain(said);
    }

    [Theory]
    [InlineData("too short", "at least 12")]
    [InlineData("password12345", "tried first")]
    [InlineData("ali-smith for ever", "your name")]
    public async Task A_password_that_others_would_guess_is_refused_and_the_link_still_works(string password, string said)
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var link = await InviteAsync(ada, "ben.ali@example.org", "Ben Ali-Smith");

        using var refused = await (await Form.OpenAsync(app.Client, link)).With("password", password).With("again", password).SendAsync();
        using var differing = await (await Form.OpenAsync(app.Client, link)).With("password", Chosen).With("again", Chosen + "!").SendAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(refused)).QuerySelector("#errors")!.TextContent.Should().Contain(said);
        differing.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        await app.GetTextAsync(link, HttpStatusCode.OK);
    }

    internal static async Task<string> InviteAsync(HttpClient administrator, string email, string name = "Ben", DeskRole role = DeskRole.Editor)
    {
        using var made = await (await Form.OpenAsync(administrator, "/desk/accounts", "#email")).With("name", name).With("email", email).With("role", role.ToString()).With("do", "invite").SendAsync();
        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return await LinkAsync(administrator, "/desk/accounts");
    }

    internal static async Task<string> LinkAsync(HttpClient administrator, string path)
    {
        using var page = await administrator.GetAsync(path);
        return new Uri((await Form.ReadAsync(page)).QuerySelector("#once .code")!.TextContent).AbsolutePath;
    }
}
