using System.Net;
using System.Security.Cryptography;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class TwoStepTests
{
    private const string Page = "/desk/account/two-step";

    [Fact]
    public async Task After_the_password_a_code_is_asked_for_and_none_is_taken_twice()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var key = await TurnOnAsync(ada);
        using var elsewhere = app.NewClient();

        using var used = await (await AskedForCodeAsync(elsewhere)).With("code", CodeOf(key)).SendAsync();
        using var accepted = await (await AskedForCodeAsync(elsewhere)).With("code", CodeOf(key, step: 1)).SendAsync();

        used.StatusCode.Should().Be(HttpStatusCode.OK, "the code was taken when the second step was turned on");
        (await Form.ReadAsync(used)).QuerySelector("#errors")!.TextContent.Should().Contain("used already");
        accepted.Headers.Location!.ToString().Should().Be("/desk");
        using var earlier = await (await AskedForCodeAsync(app.NewClient())).With("code", CodeOf(key)).SendAsync();
        earlier.StatusCode.Should().Be(HttpStatusCode.OK, "a later code was taken since");
        (await elsewhere.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_password_alone_does_not_let_in()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        await TurnOnAsync(ada);
        using var elsewhere = app.NewClient();
        await AskedForCodeAsync(elsewhere);

        (await elsewhere.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ada.GetAsync("/desk")).StatusCode.Should().Be(HttpStatusCode.OK, "whoever turned it on goes on");
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_work_once_and_are_counted()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var codes = new List<string>();
        await TurnOnAsync(ada, codes);
        using var elsewhere = app.NewClient();

        using var first = await (await AskedForCodeAsync(elsewhere)).With("code", codes[0].ToLowerInvariant()).SendAsync();
        using var second = await (await AskedForCodeAsync(app.Client)).With("code", codes[0]).SendAsync();

        codes.Should().HaveCount(10);
        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        using var page = await ada.GetAsync(Page);
        var text = (await Form.ReadAsync(page)).QuerySelector("main")!.TextContent;
        text.Should().Contain("9 recovery codes are left").And.NotContain(codes[1]);
    }

    [Fact]
    public async Task Neither_key_nor_recovery_codes_can_be_read_in_the_database()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var codes = new List<string>();
        var key = await TurnOnAsync(ada, codes);

        var kept = string.Join('\n', await app.ReadAsync(db => db.UserTokens.Select(t => t.Value).ToListAsync()));

        kept.Should().NotBeEmpty().And.NotContain(key).And.NotContain(codes[0]);
    }

    [Theory]
    [InlineData("off", "#password-off")]
    [InlineData("codes", "#password-codes")]
    public async Task Turning_it_off_and_making_new_codes_need_the_password(string action, string control)
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        await TurnOnAsync(ada);

        using var refused = await (await Form.OpenAsync(ada, Page, control)).With("password", "not the password").With("do", action).SendAsync();
        using var done = await (await Form.OpenAsync(ada, Page, control)).With("password", TrackerApp.Password).With("do", action).SendAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Users.SingleAsync())).TwoFactorEnabled.Should().Be(action == "codes");
    }

    [Fact]
    public async Task Turning_it_on_needs_the_password()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        (await (await Form.OpenAsync(ada, Page)).With("do", "begin").SendAsync()).Dispose();
        var form = await Form.OpenAsync(ada, Page);
        using var shown = await ada.GetAsync(Page);
        var key = (await Form.ReadAsync(shown)).QuerySelector("#key")!.TextContent.Replace(" ", "");

        using var refused = await form.With("code", CodeOf(key)).With("password", "not the password").With("do", "on").SendAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await app.ReadAsync(db => db.Users.SingleAsync())).TwoFactorEnabled.Should().BeFalse();
    }

    [Fact]
    public async Task A_code_of_another_key_turns_nothing_on_and_the_picture_stays()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        (await (await Form.OpenAsync(ada, Page)).With("do", "begin").SendAsync()).Dispose();

        using var answer = await (await Form.OpenAsync(ada, Page)).With("code", "000000").With("password", TrackerApp.Password).With("do", "on").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await Form.ReadAsync(answer);
        page.QuerySelector("svg.qr path")!.GetAttribute("d").Should().StartWith("M");
        (await app.ReadAsync(db => db.Users.SingleAsync())).TwoFactorEnabled.Should().BeFalse();
    }

    /// <returns>The key, as an app has it.</returns>
    internal static async Task<string> TurnOnAsync(HttpClient editor, List<string>? codes = null)
    {
        (await (await Form.OpenAsync(editor, Page)).With("do", "begin").SendAsync()).Dispose();
        using var shown = await editor.GetAsync(Page);
        var page = await Form.ReadAsync(shown);
        var key = page.QuerySelector("#key")!.TextContent.Replace(" ", "");
        using var on = await Form.In(page, editor, Page).With("code", CodeOf(key)).With("password", TrackerApp.Password).With("do", "on").SendAsync();
        on.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var once = await editor.GetAsync(Page);
        codes?.AddRange((await Form.ReadAsync(once)).QuerySelector("#once .code")!.TextContent.Split('\n'));
        return key;
    }

    /// <summary>RFC 6238, as an app works it out.</summary>
    /// <param name="step">How many half minutes from now.</param>
    internal static string CodeOf(string key, int step = 0)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + step);
        Array.Reverse(counter);
#pragma warning disable CA5350 // the standard's own choice
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return $"{(((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000:D6}";
    }

    private static async Task<Form> AskedForCodeAsync(HttpClient client)
    {
        using var answer = await (await Form.OpenAsync(client, "/desk/sign-in")).With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return Form.In(await Form.ReadAsync(answer), client, "/desk/sign-in");
    }
}
