using System.Net;
using AngleSharp.Html.Dom;
using SanctuaryTracker.Features.Desk.Drafting;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class AttachTests
{
    private const string FilesOfFirst = "parts[0].files";
    private const string Documents = "parts[0].fields.documents";

    [Fact]
    public async Task A_file_stays_attached_while_something_else_is_mended_and_is_published_with_the_record()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston", p => p.State = "MA"));
        using var editor = await app.SignInAsync();
        var pdf = Files.Pdf("Dear Mayor", "Sincerely");

        using var wrong = await (await NewLetterAsync(editor)).With("parts[0].fields.citations[0].paragraph", "41").WithFile(FilesOfFirst, pdf, "The letter.pdf", "application/pdf").SendAsync();
        var page = await Form.ReadAsync(wrong);
        var form = Form.In(page, editor, "/desk/letters/new");

        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")).Should().Equal("#parts-0-fields-citations-0-paragraph");
        Row(page).Should().ContainAll("The letter.pdf", "PDF, 2 pages", "Its text could be read");
        page.QuerySelector("#parts-0-fields-documents-0 a")!.GetAttribute("href").Should().Be($"/desk/documents/{Files.Sha256(pdf)}");
        (form[$"{Documents}[0].sha256"], form["parts[0].fields.citations[0].paragraph"], form["reason"]).Should().Be((Files.Sha256(pdf), "41", "Reported by the paper"));

        using var published = await form.With("parts[0].fields.citations[0].paragraph", "3").With($"{Documents}[0].title", "As the city received it").With("do", "publish").SendAsync();
        published.Headers.Location.Should().Be("/letters/boston-2018-01-25");
        var shown = (await app.GetHtmlAsync("/letters/boston-2018-01-25")).QuerySelector("#documents th a")!;
        shown.TextContent.Should().Be("As the city received it");
        (await app.Client.GetByteArrayAsync(shown.GetAttribute("href"))).Should().Equal(pdf);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_beside_its_control_and_the_others_are_taken()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With("parts[0].fields.subject", "Records")
            .WithFile(FilesOfFirst, Files.Zip(), "letter.pdf", "application/pdf").WithFile(FilesOfFirst, Files.Png(), "envelope.png").WithFile(FilesOfFirst, Files.Text("Dear"), "letter.txt").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await Form.ReadAsync(answer);
        page.QuerySelector("#errors a[href='#parts-0-files']")!.TextContent.Should().ContainAll("“letter.pdf” was not attached", "This says it is a PDF");
        page.QuerySelector("#parts-0-files")!.GetAttribute("aria-describedby")!.Split(' ').Should().Contain("parts-0-files-error");
        var form = Form.In(page, editor, "/desk/letters/new");
        (form["parts[0].fields.subject"], form[$"{Documents}[0].file_name"], form[$"{Documents}[1].file_name"]).Should().Be(("Records", "envelope.png", "letter.txt"));
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0, "nothing is published without the file that its editor meant");
    }

    [Theory]
    [InlineData("save")]
    [InlineData("attach:0")]
    [InlineData("add:0:copies")]
    [InlineData("check")]
    public async Task Whatever_button_was_pressed_files_are_taken_and_refusals_told(string action)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var refused = await (await NewLetterAsync(editor)).With("do", action).WithFile(FilesOfFirst, Files.Zip(), "letter.docx").SendAsync();
        using var taken = await (await NewLetterAsync(editor)).With("do", action).WithFile(FilesOfFirst, Files.Text("Dear"), "letter.txt").SendAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(refused)).QuerySelector("#parts-0-files-error")!.TextContent.Should().Contain("Attach a PDF");
        taken.StatusCode.Should().NotBe(HttpStatusCode.UnprocessableEntity);
        (await app.ReadAsync(db => db.Set<Draft>().OrderByDescending(d => d.Id).FirstAsync())).Parts[0].Fields["documents"]![0]!["sha256"]!.ToString().Should().Be(Files.Sha256(Files.Text("Dear")));
    }

    [Fact]
    public async Task A_scan_is_accepted_and_said_to_have_no_text_that_can_be_read()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        var page = await AttachAsync(await Form.OpenAsync(editor, "/desk/sources/new"), editor, Files.Scan(3), "scan.pdf");

        Row(page).Should().ContainAll("PDF, 3 pages", "Accepted; its text cannot be read. It is a scan");
    }

    [Fact]
    public async Task A_newspapers_text_is_held_unless_the_editor_says_otherwise()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        foreach (var (kind, held) in new[] { (SourceKind.NewsStory, "true"), (SourceKind.PrimaryDocument, "false") })
        {
            var form = (await Form.OpenAsync(editor, "/desk/sources/new")).With("parts[0].fields.kind", $"{kind}");
            var page = await AttachAsync(form, editor, Files.Text("“All of it,” she said."), "article.txt");
            Form.In(page, editor, "")[$"{Documents}[0].held"].Should().Be(held);
        }
    }

    [Fact]
    public async Task It_is_removed_again_and_the_same_file_is_attached_once()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();
        var file = Files.Text("Dear");
        var form = Form.In(await AttachAsync(await Form.OpenAsync(editor, "/desk/letters/new"), editor, file, "letter.txt"), editor, "");

        var twice = await AttachAsync(form, editor, file, "again.txt");
        var none = await FollowAsync(editor, await Form.In(twice, editor, "").With("do", "remove:0:documents:0").SendAsync());

        twice.QuerySelectorAll("[id^='parts-0-fields-documents-'].source-box").Should().ContainSingle();
        none.QuerySelectorAll("[id^='parts-0-fields-documents-'].source-box").Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_replaced_by_another_hand_or_not_in_the_store_is_told_at_its_row()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        using var answer = await (await NewLetterAsync(editor)).With($"{Documents}[0].sha256", new('0', 64)).With($"{Documents}[0].file_name", "letter.pdf").SendAsync();

        (await Form.ReadAsync(answer)).QuerySelector("#errors a[href='#parts-0-fields-documents-0']")!.TextContent.Should().Contain("No file with this checksum is here");
    }

    [Fact]
    public async Task A_contributor_sees_the_file_of_an_own_draft_which_is_kept_while_the_draft_is_open()
    {
        await using var app = await TrackerApp.WithAsync();
        using var contributor = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        var file = Files.Text("Not yet public");
        var page = await AttachAsync(await Form.OpenAsync(contributor, "/desk/letters/new"), contributor, file, "letter.txt");
        using (var shown = await contributor.GetAsync(page.QuerySelector("#parts-0-fields-documents-0 a")!.GetAttribute("href")))
            (await shown.Content.ReadAsByteArrayAsync()).Should().Equal(file);
        using (var stranger = await app.Client.GetAsync($"/documents/{Files.Sha256(file)}/letter.txt"))
            stranger.StatusCode.Should().Be(HttpStatusCode.NotFound);

        app.Clock.Advance(TimeSpan.FromDays(30));
        await app.TakeAsync(Files.Text("Another"), "another.txt");
        (await app.ReadAsync(db => db.Files.CountAsync(f => f.Sha256 == Files.Sha256(file)))).Should().Be(1);

        await app.ReadAsync(db => db.Set<Draft>().ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DraftState.Discarded)));
        await app.TakeAsync(Files.Text("One more"), "more.txt");
        (await app.ReadAsync(db => db.Files.CountAsync(f => f.Sha256 == Files.Sha256(file)))).Should().Be(0, "nothing names it any more");
    }

    [Fact]
    public async Task A_record_with_documents_keeps_them_when_something_else_of_it_is_corrected()
    {
        await using var app = await TrackerApp.WithAsync();
        var letter = await app.TakeAsync(Files.Pdf("Dear"), "letter.pdf", d => (d.Title, d.Note) = ("The letter", "A copy."));
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [letter]));
        using var editor = await app.SignInAsync();

        using (var same = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("reason", "None").With("do", "publish").SendAsync())
            (await app.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(1, "it was only looked at");
        using var changed = await (await Form.OpenAsync(editor, "/desk/letters/denver")).With("parts[0].fields.subject", "Records").With("reason", "A subject").With("do", "publish").SendAsync();

        (await app.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(2);
        (await app.GetHtmlAsync("/letters/denver")).QuerySelector("#documents")!.TextContent.Should().ContainAll("The letter", "A copy.", "PDF, 1 page");
    }

    [Fact]
    public async Task A_quotation_is_held_against_the_text_that_comes_with_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var source = Form.In(await AttachAsync((await Form.OpenAsync(editor, "/desk/sources/paper")).With("parts[0].fields.kind", "NewsStory"), editor, Files.Text("One.\n“All of it,” she said.\nThree."), "article.txt"), editor, "");
        (await source.With("reason", "Its text").With("do", "publish").SendAsync()).Dispose();
        var letter = (await NewLetterAsync(editor)).With("parts[0].fields.citations[0].quotations", "All of it,");

        using var wrong = await letter.SendAsync();
        using var right = await letter.With("parts[0].fields.citations[0].paragraph", "2").SendAsync();

        (await Form.ReadAsync(wrong)).QuerySelector("#errors a[href='#parts-0-fields-citations-0-quotations']")!.TextContent.Should().Contain("Paragraph 2 does.");
        right.Headers.Location.Should().Be("/letters/boston-2018-01-25");
    }

    [Fact]
    public async Task More_than_is_taken_at_once_is_refused_in_words()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        using var answer = await (await Form.OpenAsync(editor, "/desk/letters/new")).WithFile(FilesOfFirst, new byte[app.Database.Settings.MaxFormBytes], "letter.pdf").SendAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await Form.ReadAsync(answer)).QuerySelector("main")!.TextContent.Should().Contain("fewer files at a time");
    }

    [Fact]
    public async Task Signed_out_meanwhile_the_file_is_chosen_again_and_the_rest_is_kept()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var ada = await app.SignInAsync("ada@example.org");
        var typed = (await NewLetterAsync(ada)).WithFile(FilesOfFirst, Files.Text("Dear"), "letter.txt");
        await app.ReadAsync(db => db.DeskSessions.ExecuteDeleteAsync());

        using var asked = await typed.SendAsync();
        using var signedIn = await Form.In(await Form.ReadAsync(asked), ada, "/desk/sign-in").With("Email", "ada@example.org").With("Password", TrackerApp.Password).SendAsync();
        var again = await Form.ReadAsync(signedIn);
        using var published = await Form.In(again, ada, "/desk").WithFile(FilesOfFirst, Files.Text("Dear"), "letter.txt").SendAsync();

        again.QuerySelector("form.form")!.TextContent.Should().Contain("letter.txt");
        published.Headers.Location.Should().Be("/letters/boston-2018-01-25");
        (await app.GetHtmlAsync("/letters/boston-2018-01-25")).QuerySelector("#documents")!.TextContent.Should().Contain("letter.txt");
    }

    private static async Task<IHtmlDocument> AttachAsync(Form form, HttpClient editor, byte[] file, string name) =>
        await FollowAsync(editor, await form.WithFile(FilesOfFirst, file, name).With("do", "attach:0").SendAsync());

    private static async Task<IHtmlDocument> FollowAsync(HttpClient editor, HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var page = await editor.GetAsync(answer.Headers.Location);
        answer.Dispose();
        return await Form.ReadAsync(page);
    }

    private static string Row(IHtmlDocument page) => page.QuerySelector("#parts-0-fields-documents-0")!.TextContent;

    private static async Task<Form> NewLetterAsync(HttpClient editor) => (await Form.OpenAsync(editor, "/desk/letters/new"))
        .With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.campaign", Given.Round).With("parts[0].fields.sent_on", "2018-01-25").With("parts[0].fields.citations[0].source", Given.Paper)
        .With("parts[0].fields.citations[0].paragraph", "3").With("reason", "Reported by the paper").With("do", "publish");
}
