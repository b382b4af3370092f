using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class RolesTests
{
    [Theory]
    [InlineData(DeskRole.Contributor, "/desk", HttpStatusCode.OK)]
    [InlineData(DeskRole.Contributor, "/desk/letters/new", HttpStatusCode.OK)]
    [InlineData(DeskRole.Contributor, "/desk/settings", HttpStatusCode.Forbidden)]
    [InlineData(DeskRole.Editor, "/desk/letters/new", HttpStatusCode.OK)]
    [InlineData(DeskRole.Editor, "/desk/settings", HttpStatusCode.Forbidden)]
    [InlineData(DeskRole.Administrator, "/desk/letters/new", HttpStatusCode.OK)]
    [InlineData(DeskRole.Administrator, "/desk/settings", HttpStatusCode.OK)]
    public async Task Each_role_sees_its_part_of_the_desk(DeskRole role, string path, HttpStatusCode expected)
    {
        await using var app = await TrackerApp.WithAsync();
        using var someone = await app.SignInAsync("ada@example.org", role);

        using var answer = await someone.GetAsync(path);

        answer.StatusCode.Should().Be(expected);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/Desk/Settings")]
    [InlineData("/desk/letters/new")]
    [InlineData("/desk/no-such-page")]
    public async Task Nothing_of_the_desk_is_shown_to_a_reader(string path)
    {
        await using var app = await TrackerApp.WithAsync();

        using var answer = await app.Client.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Contain("/desk/sign-in");
    }

    [Fact]
    public async Task A_changed_role_holds_from_the_next_request_on()
    {
        await using var app = await TrackerApp.WithAsync();
        using var someone = await app.SignInAsync("ada@example.org", DeskRole.Administrator);
        await app.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.Role, DeskRole.Contributor)));

        using var settings = await someone.GetAsync("/desk/settings");
        using var desk = await someone.GetAsync("/desk");

        settings.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        desk.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_its_next_request()
    {
        await using var app = await TrackerApp.WithAsync();
        using var someone = await app.SignInAsync("ada@example.org");
        await app.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, app.Clock.GetUtcNow().UtcDateTime)));

        using var desk = await someone.GetAsync("/desk");
        using var again = await (await Form.OpenAsync(someone, "/desk/sign-in")).With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();

        desk.StatusCode.Should().Be(HttpStatusCode.Redirect);
        again.StatusCode.Should().Be(HttpStatusCode.OK, "the sign-in page is shown again");
        (await Form.ReadAsync(again)).QuerySelector("#errors")!.TextContent.Should().Contain("is not right");
    }

    [Fact]
    public async Task An_administrator_lets_editors_publish_their_own_and_the_page_says_who_did()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org", mayReviewOwn: false);

        using var saved = await (await Form.OpenAsync(ada, "/desk/settings")).With("reviewer_may_be_author", "true").SendAsync();

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.DeskSettings.SingleAsync())).Should().Match<DeskSettings>(s => s.ReviewerMayBeAuthor && s.ChangedBy == "ada" && s.ChangedAt == app.Clock.GetUtcNow().UtcDateTime);
        using var page = await ada.GetAsync("/desk/settings");
        (await Form.ReadAsync(page)).QuerySelector("main")!.TextContent.Should().Contain("Last changed by ada, 1 March 2018 12:00 UTC");
    }
}
