using System.Net;
using SanctuaryTracker.Features.Desk.Accounts;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class SessionsTests
{
    private const string Page = "/desk/account/sessions";

    [Fact]
    public async Task An_ended_session_is_out_at_its_next_request_and_the_others_go_on()
    {
        await using var app = await TrackerApp.WithAsync();
        using var here = await app.SignInAsync("ada@example.org");
        using var phone = await AgainAsync(app);
        using var laptop = await AgainAsync(app);

        (await (await Form.OpenAsync(here, Page, "input[name=session]")).SendAsync()).Dispose();
        var stillIn = new[] { await phone.GetAsync("/desk"), await laptop.GetAsync("/desk"), await here.GetAsync("/desk") }.Count(a => a.StatusCode == HttpStatusCode.OK);
        (await (await Form.OpenAsync(here, Page)).SendAsync()).Dispose();

        stillIn.Should().Be(2);
        (await phone.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await laptop.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await here.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_someone_else()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        using var adaToo = await AgainAsync(app);
        using var ben = await app.SignInAsync("ben@example.org");
        var form = await Form.OpenAsync(ada, Page, "input[name=session]");
        using var page = await ben.GetAsync("/desk");
        var token = (await Form.ReadAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("session", form["session"]!), new("__RequestVerificationToken", token)]);

        (await ben.PostAsync(Page, content)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await app.ReadAsync(db => db.DeskSessions.CountAsync())).Should().Be(3);
    }

    [Fact]
    public async Task A_changed_password_ends_every_session_but_the_one_that_changed_it()
    {
        await using var app = await TrackerApp.WithAsync();
        using var here = await app.SignInAsync("ada@example.org");
        using var phone = await AgainAsync(app);

        using var wrong = await ChangeAsync(here, "not the password");
        using var done = await ChangeAsync(here, TrackerApp.Password);

        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await here.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await phone.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.DeskSessions.CountAsync())).Should().Be(1);

        static async Task<HttpResponseMessage> ChangeAsync(HttpClient editor, string password) => await (await Form.OpenAsync(editor, "/desk/account", "#password-form"))
            .With("password", password).With("new-password", "seven green bicycles").With("again", "seven green bicycles").With("do", "password").SendAsync();
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await ada.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await ada.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK, "it was used meanwhile");

        app.Clock.Advance(TimeSpan.FromDays(4));

        (await ada.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_was_signed_in_is_forgotten_after_ninety_days()
    {
        await using var app = await TrackerApp.WithAsync();
        (await app.SignInAsync("ada@example.org")).Dispose();
        app.Clock.Advance(TimeSpan.FromDays(91));

        (await AgainAsync(app)).Dispose();

        (await app.ReadAsync(db => db.SignInAttempts.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task An_editor_changes_her_public_name()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");

        (await (await Form.OpenAsync(ada, "/desk/account", "#name-form")).With("name", "  Ada Lovelace ").With("do", "name").SendAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await app.ReadAsync(db => db.Users.SingleAsync())).Name.Should().Be("Ada Lovelace");
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.x")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.x")]
    [InlineData("2001:db8:12:3456::1", "2001:db8:12:x")]
    [InlineData("::1", "this computer")]
    [InlineData(null, null)]
    public void An_address_is_kept_without_the_computer(string? address, string? kept) =>
        Visitor.Shortened(address is null ? null : IPAddress.Parse(address)).Should().Be(kept);

    private static async Task<HttpClient> AgainAsync(TrackerApp app)
    {
        var client = app.NewClient();
        (await (await Form.OpenAsync(client, "/desk/sign-in")).With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync()).Dispose();
        return client;
    }
}
