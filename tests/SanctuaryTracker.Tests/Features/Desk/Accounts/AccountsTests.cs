using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class AccountsTests
{
    [Fact]
    public async Task An_administrator_changes_role_name_and_address_of_an_account()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var ben = await AddAsync(app, "ben@example.org");

        using var saved = await (await Form.OpenAsync(ada, ben, "button[value=save]")).With("role", "Administrator").With("name", "Ben A.").With("email", "ben.a@example.org").With("do", "save").SendAsync();

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == "ben.a@example.org"))).Should().Match<Editor>(u => u.Role == DeskRole.Administrator && u.Name == "Ben A." && u.NormalizedUserName == "BEN.A@EXAMPLE.ORG");
    }

    [Fact]
    public async Task A_disabled_account_is_out_everywhere_and_can_come_back()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        using var ben = await app.SignInAsync("ben@example.org", DeskRole.Editor);
        var page = await PageOfAsync(app, "ben@example.org");

        using var disabled = await (await Form.OpenAsync(ada, page, "#disable")).With("do", "disable").SendAsync();
        using var out_ = await ben.GetAsync("/desk");
        using var refused = await SignInAsync(ben, "ben@example.org");
        using var enabled = await (await Form.OpenAsync(ada, page, "button[value=enable]")).With("do", "enable").SendAsync();
        using var accepted = await SignInAsync(ben, "ben@example.org");

        out_.StatusCode.Should().Be(HttpStatusCode.Redirect);
        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        accepted.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("save")]
    public async Task The_last_administrator_can_neither_be_disabled_nor_demoted(string action)
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        using var ben = await app.SignInAsync("ben@example.org");
        var (first, second) = (await PageOfAsync(app, "ada@example.org"), await PageOfAsync(app, "ben@example.org"));
        (await (await Form.OpenAsync(ada, second, "#disable")).With("do", "disable").SendAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var answer = await (await Form.OpenAsync(ada, first, $"button[value={action}]")).With("role", "Editor").With("do", action).SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("last administrator");
        (await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == "ada@example.org"))).Should().Match<Editor>(u => u.Role == DeskRole.Administrator && u.DisabledAt == null);
    }

    [Fact]
    public async Task A_link_gives_the_owner_of_an_account_a_new_password_and_ends_the_sessions_of_the_old_one()
    {
        const string New = "seven green bicycles";
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        using var ben = await app.SignInAsync("ben@example.org", DeskRole.Editor);
        var page = await PageOfAsync(app, "ben@example.org");
        (await (await Form.OpenAsync(ada, page, "#disable")).With("do", "new-password").SendAsync()).Dispose();
        var link = await InvitationTests.LinkAsync(ada, page);

        using var set = await (await Form.OpenAsync(app.Client, link)).With("password", New).With("again", New).SendAsync();

        set.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ben.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SignInAsync(ben, "ben@example.org")).StatusCode.Should().Be(HttpStatusCode.OK, "the old password no longer works");
        (await SignInAsync(ben, "ben@example.org", New)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Users.CountAsync())).Should().Be(2);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password = TrackerApp.Password) =>
        await (await Form.OpenAsync(client, "/desk/sign-in")).With("Email", email).With("Password", password).SendAsync();

    private static async Task<string> AddAsync(TrackerApp app, string email)
    {
        await app.AddEditorAsync(email);
        return await PageOfAsync(app, email);
    }

    private static async Task<string> PageOfAsync(TrackerApp app, string email) => $"/desk/accounts/{await app.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync())}";
}
