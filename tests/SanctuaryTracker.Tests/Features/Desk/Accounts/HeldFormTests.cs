using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class HeldFormTests
{
    [Fact]
    public async Task What_was_typed_before_the_session_ended_is_published_after_signing_in_again()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var ada = await app.SignInAsync("ada@example.org");
        var typed = await NewLetterAsync(ada);
        await EndSessionsAsync(app);

        using var asked = await typed.SendAsync();
        var signIn = await Form.ReadAsync(asked);
        using var signedIn = await Form.In(signIn, ada, "/desk/sign-in").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();
        var again = await Form.ReadAsync(signedIn);
        using var published = await Form.In(again, ada, "/desk").SendAsync();

        asked.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        signIn.QuerySelector("#held")!.TextContent.Should().Contain("what you sent is kept");
        (await asked.Content.ReadAsStringAsync()).Should().NotContain("Reported by the paper");
        signedIn.StatusCode.Should().Be(HttpStatusCode.OK);
        again.QuerySelector("h1")!.TextContent.Should().Be("You are signed in; nothing was lost");
        again.QuerySelectorAll("form.form button").Should().ContainSingle();
        published.Headers.Location!.ToString().Should().Be("/letters/boston-2018-01-25");
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task It_is_carried_through_a_wrong_password_and_the_second_step()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var ada = await app.SignInAsync("ada@example.org");
        var codes = new List<string>();
        await TwoStepTests.TurnOnAsync(ada, codes);
        var typed = await NewLetterAsync(ada);
        await EndSessionsAsync(app);

        var page = await ReadAsync(typed.SendAsync());
        page = await ReadAsync(Form.In(page, ada, "").With("Email", "ada@example.org").With("Password", "not the password").SendAsync());
        page = await ReadAsync(Form.In(page, ada, "").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync());
        page = await ReadAsync(Form.In(page, ada, "").With("code", "123456").SendAsync());
        page = await ReadAsync(Form.In(page, ada, "", "button[name=again]").With("again", "true").SendAsync());
        page = await ReadAsync(Form.In(page, ada, "").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync());
        page = await ReadAsync(Form.In(page, ada, "").With("code", codes[0]).SendAsync());
        using var published = await Form.In(page, ada, "").SendAsync();

        published.Headers.Location!.ToString().Should().Be("/letters/boston-2018-01-25");
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_held()
    {
        await using var app = await TrackerApp.WithAsync();
        using var content = new FormUrlEncodedContent([new("Reason", "Theirs")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/letters/new") { Content = content, Headers = { { "Origin", "https://evil.example" } } };

        using var answer = await app.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_held_cannot_be_made_up_or_led_elsewhere()
    {
        await using var app = await TrackerApp.WithAsync();
        await app.AddEditorAsync("ada@example.org");

        using var answer = await (await Form.OpenAsync(app.Client, "/desk/sign-in")).With("held", "{\"Path\":\"https://evil.example\"}").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();

        answer.Headers.Location!.ToString().Should().Be("/desk");
    }

    [Fact]
    public async Task A_password_is_never_held()
    {
        await using var app = await TrackerApp.WithAsync();
        using var ada = await app.SignInAsync("ada@example.org");
        var form = (await Form.OpenAsync(ada, "/desk/account", "#password-form")).With("password", TrackerApp.Password).With("do", "password");
        await EndSessionsAsync(app);

        using var answer = await form.SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Contain("/desk/sign-in");
    }

    [Fact]
    public async Task What_is_too_large_to_be_held_is_said_to_be()
    {
        await using var app = await TrackerApp.WithAsync();
        using var content = new FormUrlEncodedContent([new("Reason", new string('x', 2_100_000))]);

        using var answer = await app.Client.PostAsync("/desk/letters/new", content);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain("too large to be kept");
    }

    [Fact]
    public async Task A_file_has_to_be_chosen_again_and_the_rest_is_kept()
    {
        await using var app = await TrackerApp.WithAsync();
        await app.AddEditorAsync("ada@example.org");
        using var content = new MultipartFormDataContent { { new StringContent("A letter’s scan"), "note" }, { new ByteArrayContent([1, 2, 3]), "file", "letter.pdf" } };
        using var asked = await app.Client.PostAsync("/desk/letters/new", content);

        var page = await ReadAsync(Form.In(await Form.ReadAsync(asked), app.Client, "").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync());

        var form = page.QuerySelector("form.form")!;
        form.GetAttribute("enctype").Should().Be("multipart/form-data");
        form.QuerySelector("input[type=hidden][name=note]")!.GetAttribute("value").Should().Be("A letter’s scan");
        form.QuerySelector("input[type=file][name=file]")!.HasAttribute("required").Should().BeTrue();
        form.TextContent.Should().Contain("letter.pdf");
    }

    private static Task EndSessionsAsync(TrackerApp app) => app.ReadAsync(db => db.DeskSessions.ExecuteDeleteAsync());

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        return await Form.ReadAsync(answer);
    }

    private static async Task<Form> NewLetterAsync(HttpClient editor) => (await Form.OpenAsync(editor, "/desk/letters/new"))
        .With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.campaign", Given.Round).With("parts[0].fields.sent_on", "2018-01-25").With("parts[0].fields.citations[0].source", Given.Paper)
        .With("parts[0].fields.citations[0].paragraph", "3").With("reason", "Reported by the paper").With("do", "publish");
}
