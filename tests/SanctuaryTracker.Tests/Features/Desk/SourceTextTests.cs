using System.Net;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class SourceTextTests
{
    private const string Article = "One.\n\n“All of it,” she said.\n<b>Three</b>.";

    [Fact]
    public async Task An_editor_reads_a_held_text_counted_as_citations_count_it_and_nobody_else_does()
    {
        await using var app = await SourceAsync(Files.Text(Article), "article.txt");
        using var editor = await app.SignInAsync("cleo@example.org", DeskRole.Contributor);

        var page = await ReadAsync(editor, "/desk/sources/paper/text");
        using var stranger = await app.Client.GetAsync("/desk/sources/paper/text");

        page.QuerySelectorAll(".held-part").Select(p => (p.Id, p.QuerySelector("h3")!.TextContent, p.QuerySelector(".held-text")!.TextContent)).Should().Equal(
            ("p1", "Paragraph 1", "One."), ("p2", "Paragraph 2", "“All of it,” she said."), ("p3", "Paragraph 3", "<b>Three</b>."));
        stranger.StatusCode.Should().Be(HttpStatusCode.Redirect);
        stranger.Headers.Location!.ToString().Should().Contain("/desk/sign-in");
    }

    [Fact]
    public async Task A_long_text_is_shown_in_pages_and_a_citation_links_to_the_one_it_cites()
    {
        await using var app = await SourceAsync(Files.Text(string.Join('\n', Enumerable.Range(1, 1_001).Select(n => $"Line {n}."))), "long.txt");
        await app.ReviseAsync<SourceContent>("paper", s => s.Paragraphs = 1_001);
        await app.GivenAsync(Given.Letter("denver", with: l => l.Citations = [Given.Cited(paragraph: 600)]));
        using var editor = await app.SignInAsync();

        var first = await ReadAsync(editor, "/desk/sources/paper/text");
        var link = (await ReadAsync(editor, "/desk/letters/denver")).QuerySelector("a[href*='/text']")!.GetAttribute("href")!;
        var cited = await ReadAsync(editor, link);

        first.QuerySelectorAll(".held-part").Should().HaveCount(500);
        first.QuerySelector(".pages a[rel=next]")!.GetAttribute("href").Should().Be("?from=501");
        cited.QuerySelector("#p600 .held-text")!.TextContent.Should().Be("Line 600.");
        cited.QuerySelector("main")!.TextContent.Should().Contain("Paragraphs 501 to 1,000 of 1,001.");
        cited.QuerySelectorAll(".pages a").Select(a => a.GetAttribute("href")).Should().Equal("?from=1", "?from=1001");
    }

    [Fact]
    public async Task A_passage_is_cited_in_a_new_record_and_its_quotation_stands()
    {
        await using var app = await SourceAsync(Files.Text(Article), "article.txt");
        await app.GivenAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var cite = (await ReadAsync(editor, "/desk/sources/paper/text")).QuerySelectorAll("#p2 a").Select(a => a.GetAttribute("href")!).ToList();

        cite.Should().Equal("/desk/letters/new?source=paper&paragraph=2", "/desk/responses/new?source=paper&paragraph=2", "/desk/statements/new?source=paper&paragraph=2");
        using var answer = await (await Form.OpenAsync(editor, cite[0])).With("parts[0].fields.jurisdiction", "boston").With("parts[0].fields.campaign", Given.Round).With("parts[0].fields.citations[0].quotations", "All of it,").With("reason", "Reported").With("do", "publish").SendAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Citations.Where(c => c.Record.Kind == RecordKind.Letter).Select(c => c.Paragraph).SingleAsync())).Should().Be(2);
    }

    [Fact]
    public async Task A_citation_links_to_the_page_it_cites_and_only_where_a_text_is_held()
    {
        await using var app = await SourceAsync(Files.Pdf("First", "Second"), "filing.pdf");
        await app.GivenAsync(Given.Source("other"));
        await app.GivenAsync(Given.Letter("denver", with: l => l.Citations = [Given.Cited(with: c => (c.Paragraph, c.Page) = (null, "2")), Given.Cited("sent_on", "other"), Given.Cited("subject")]));
        using var editor = await app.SignInAsync();

        var form = await ReadAsync(editor, "/desk/letters/denver");
        var text = await ReadAsync(editor, "/desk/sources/paper/text");
        var none = await ReadAsync(editor, "/desk/sources/other/text");

        form.QuerySelectorAll("a[href*='/text']").Select(a => a.GetAttribute("href")).Should().Equal("/desk/sources/paper/text#p2", "/desk/sources/paper/text#p1");
        text.QuerySelector("#p2")!.TextContent.Should().ContainAll("Page 2", "Second");
        text.QuerySelector("#p2 a")!.GetAttribute("href").Should().Be("/desk/letters/new?source=paper&page=2");
        none.QuerySelector("main")!.TextContent.Should().Contain("No text of this source is held");
    }

    [Fact]
    public async Task A_file_of_a_draft_is_read_too_and_linked_from_what_cites_its_source()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();
        var opened = await Form.OpenAsync(editor, "/desk/letters/new");
        using var brought = await opened.With("do", "bring:Source").SendAsync();
        var draft = brought.Headers.Location!.ToString().Split('#')[0];
        using var attached = await (await Form.OpenAsync(editor, draft)).With("parts[0].fields.citations[0].source", "Source 2").With("parts[0].fields.citations[0].paragraph", "2").WithFile("parts[1].files", Files.Text(Article), "article.txt").With("do", "attach:1").SendAsync();

        var link = (await ReadAsync(editor, draft)).QuerySelector("#parts-0-fields-citations-0 a[href*='/text']")!.GetAttribute("href")!;
        var page = await ReadAsync(editor, link.Split('#')[0]);

        link.Should().Be($"/desk/documents/{Files.Sha256(Files.Text(Article))}/text#p2");
        page.QuerySelector("#p2 .held-text")!.TextContent.Should().Be("“All of it,” she said.");
        using var scan = await editor.GetAsync($"/desk/documents/{new string('0', 64)}/text");
        scan.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<TrackerApp> SourceAsync(byte[] file, string name)
    {
        var app = await TrackerApp.WithAsync();
        var text = await app.TakeAsync(file, name, d => d.Held = true);
        await app.GivenAsync(Given.Source(with: s => s.Documents = [text]));
        return app;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await Form.ReadAsync(answer);
    }
}
