using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SanctuaryTracker.Tests.Features.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task A_records_documents_are_on_its_page_in_its_data_and_given_as_they_are()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        var (pdf, png) = (Files.Pdf("Dear Mr. Hancock:", "Sincerely"), Files.Png());
        var letter = await app.TakeAsync(pdf, "Letter to Denver.pdf", d => (d.Title, d.Note) = ("The letter as the city received it", "The signature is blacked out."));
        var envelope = await app.TakeAsync(png, "envelope.png");
        (await app.ReviseAsync<LetterContent>("denver", l => l.Documents = [letter, envelope])).Should().BeOfType<Outcome.Applied>();

        var page = await app.GetHtmlAsync("/letters/denver");
        var data = (await app.GetJsonAsync("/api/v1/letters/denver")).GetProperty("record").GetProperty("documents").EnumerateArray().ToList();

        var rows = page.QuerySelectorAll("#documents tbody tr").Select(r => r.TextContent).ToList();
        rows.Should().HaveCount(2);
        rows[0].Should().ContainAll("The letter as the city received it", "blacked out", "Letter to Denver.pdf", "PDF, 2 pages", "Can be searched", Files.Sha256(pdf)[..12]);
        rows[1].Should().ContainAll("envelope.png", "PNG image", "Cannot be searched. It is a picture.");
        var links = page.QuerySelectorAll("#documents th a").Select(a => a.GetAttribute("href")!).ToList();
        data.Select(d => d.GetProperty("path").GetString()).Should().Equal(links);
        data.Select(d => (d.GetProperty("sha256").GetString(), d.GetProperty("text").GetString(), d.GetProperty("size_bytes").GetInt64())).Should().Equal((Files.Sha256(pdf), "Extracted", pdf.Length), (Files.Sha256(png), "NoText", png.Length));
        (await app.Client.GetByteArrayAsync(links[0])).Should().Equal(pdf);
        (await app.Client.GetByteArrayAsync(links[1])).Should().Equal(png);
    }

    [Fact]
    public async Task What_the_file_tells_need_not_be_said_and_is_in_the_content()
    {
        await using var app = await TrackerApp.WithAsync();
        var pdf = Files.Pdf("Dear Mr. Hancock:", "Sincerely");
        var letter = await app.TakeAsync(pdf, "letter.pdf");

        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [letter]));

        var said = (await app.GetJsonAsync("/data/record.json")).GetProperty("records").EnumerateArray().Single(r => r.GetProperty("kind").GetString() == "Letter").GetProperty("content").GetProperty("documents")[0];
        said.Deserialize<DocumentContent>(ContentJson.Options).Should().BeEquivalentTo(new { Sha256 = Files.Sha256(pdf), FileName = "letter.pdf", MediaType = "application/pdf", SizeBytes = (long?)pdf.Length, Pages = (int?)2, Held = false });
        said.GetProperty("key").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_file_is_given_by_our_own_judgement_of_it_and_nothing_of_it_runs()
    {
        await using var app = await TrackerApp.WithAsync();
        var text = Files.Text("Dear all, <script>alert(1)</script>");
        var reply = await app.TakeAsync(text, "Réponse “1”; a=b.txt");
        await app.GivenAsync(Given.Response("denver", with: r => r.Documents = [reply]));

        using var answer = await app.Client.GetAsync(PathOf(reply));

        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(text);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.Should().Match<ContentDispositionHeaderValue>(d => d.DispositionType == "inline" && d.FileNameStar == "Réponse “1”- a=b.txt");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox; frame-ancestors 'none'");
        answer.Headers.CacheControl!.ToString().Should().Be("public, max-age=300", "it can be withdrawn or held tomorrow");
        answer.Headers.ETag!.Tag.Should().Be($"\"{reply.Sha256}\"");
    }

    [Fact]
    public async Task It_is_given_in_parts_by_its_head_alone_or_not_again()
    {
        await using var app = await TrackerApp.WithAsync();
        var reply = await app.TakeAsync(Files.Text("Dear all"), "reply.txt");
        await app.GivenAsync(Given.Response("denver", with: r => r.Documents = [reply]));

        using var part = await SendAsync(HttpMethod.Get, r => r.Headers.Range = new(5, 7));
        using var head = await SendAsync(HttpMethod.Head, _ => { });
        using var again = await SendAsync(HttpMethod.Get, r => r.Headers.IfNoneMatch.Add(new($"\"{reply.Sha256}\"")));

        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync()).Should().Be("all");
        head.Content.Headers.ContentLength.Should().Be(8);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);

        async Task<HttpResponseMessage> SendAsync(HttpMethod method, Action<HttpRequestMessage> with)
        {
            using var request = new HttpRequestMessage(method, PathOf(reply));
            with(request);
            return await app.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Held_and_unpublished_files_are_shown_to_nobody_but_who_has_signed_in()
    {
        await using var app = await TrackerApp.WithAsync();
        var held = await app.TakeAsync(Files.Text("“All of it,” she said."), "article.txt", d => d.Held = true);
        var draft = await app.TakeAsync(Files.Text("Not yet."), "draft.txt");
        await app.GivenAsync(Given.Source(with: s => s.Documents = [held]));
        using var editor = await app.SignInAsync();

        foreach (var document in new[] { held, draft })
        {
            await app.GetTextAsync(PathOf(document), HttpStatusCode.NotFound);
            using var stranger = await app.Client.GetAsync($"/desk/documents/{document.Sha256}");
            stranger.StatusCode.Should().Be(HttpStatusCode.Redirect, "one has to sign in first");
            using var shown = await editor.GetAsync($"/desk/documents/{document.Sha256}");
            shown.StatusCode.Should().Be(HttpStatusCode.OK);
            shown.Headers.CacheControl!.NoStore.Should().BeTrue();
            shown.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("sandbox");
        }
        var page = await app.GetHtmlAsync("/sources/paper");
        page.QuerySelector("#documents")!.TextContent.Should().ContainAll("article.txt", "not shown");
        page.QuerySelectorAll("a[href*='/documents/']").Should().BeEmpty();
        (await app.GetJsonAsync("/api/v1/sources/paper")).GetProperty("record").GetProperty("documents")[0].GetProperty("path").ValueKind.Should().Be(JsonValueKind.Null);
        using var unknown = await editor.GetAsync($"/desk/documents/{new string('0', 64)}");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Replaced_removed_or_withdrawn_it_is_public_no_more_and_its_history_is()
    {
        await using var app = await TrackerApp.WithAsync();
        var (first, second) = (await app.TakeAsync(Files.Text("First"), "letter.txt", d => d.Key = "letter"), await app.TakeAsync(Files.Text("Second, whole"), "letter.txt", d => d.Key = "letter"));
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [first]));
        await app.GetTextAsync(PathOf(first), HttpStatusCode.OK);

        await app.ReviseAsync<LetterContent>("denver", l => l.Documents = [second]);
        await app.GetTextAsync(PathOf(first), HttpStatusCode.NotFound);
        (await app.GetTextAsync(PathOf(second), HttpStatusCode.OK)).Should().Be("Second, whole");
        await app.ReviseAsync<LetterContent>("denver", l => l.Documents = []);
        await app.GetTextAsync(PathOf(second), HttpStatusCode.NotFound);
        await app.ReviseAsync<LetterContent>("denver", l => l.Documents = [first]);
        await app.WithdrawAsync(RecordKind.Letter, "denver");
        await app.GetTextAsync(PathOf(first), HttpStatusCode.NotFound);

        var history = (await app.GetHtmlAsync("/letters/denver/history")).QuerySelector("main")!.TextContent;
        history.Should().ContainAll("Documents, letter: sha-256", first.Sha256, second.Sha256, "Documents, letter: size bytes");
    }

    [Fact]
    public async Task By_an_older_name_it_is_still_found()
    {
        await using var app = await TrackerApp.WithAsync();
        var letter = await app.TakeAsync(Files.Text("Dear"), "letter.txt");
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [letter]));
        await app.ReviseAsync<LetterContent>("denver", l => l.Documents[0].FileName = "Letter 1.txt");

        using var answer = await app.Client.GetAsync(PathOf(letter));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Be($"/documents/{letter.Sha256}/Letter%201.txt");
    }

    [Fact]
    public async Task A_damaged_file_is_not_given_and_that_is_told()
    {
        await using var app = await TrackerApp.WithAsync();
        var letter = await app.TakeAsync(Files.Text("Dear"), "letter.txt");
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [letter]));
        await File.WriteAllTextAsync(app.Database.Settings.PathOf(letter.Sha256!), "Deer");

        var page = await app.GetTextAsync(PathOf(letter), HttpStatusCode.InternalServerError);

        page.Should().NotContain("Deer");
        app.Errors.Should().ContainSingle().Which.Should().ContainAll("is damaged", letter.Sha256);
    }

    [Fact]
    public async Task Whoever_asks_for_none_of_its_bytes_has_it_neither_read_nor_summed_up()
    {
        await using var app = await TrackerApp.WithAsync();
        var letter = await app.TakeAsync(Files.Text("Dear"), "letter.txt");
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [letter]));
        await File.WriteAllTextAsync(app.Database.Settings.PathOf(letter.Sha256!), "Deer");

        using var head = await app.Client.SendAsync(new(HttpMethod.Head, PathOf(letter)));
        using var again = await app.Client.SendAsync(new(HttpMethod.Get, PathOf(letter)) { Headers = { { "If-None-Match", $"\"{letter.Sha256}\"" } } });

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        app.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_in_the_store_or_not_as_said_is_refused_in_words()
    {
        await using var store = await Store.WithAsync();
        var letter = await store.TakeAsync(Files.Text("Dear"), "letter.txt");

        await RefusedAsync("documents[0].sha256", "No file with this checksum is here", new DocumentContent { Sha256 = new('0', 64), FileName = "letter.pdf" });
        await RefusedAsync("documents[0].sha256", "64 hexadecimal digits", new DocumentContent { Sha256 = "../../passwd", FileName = "letter.pdf" });
        await RefusedAsync("documents[0].sha256", "Attach the file", new DocumentContent { FileName = "letter.pdf" });
        await RefusedAsync("documents[1].sha256", "attached twice", letter, new DocumentContent { Sha256 = letter.Sha256, FileName = "again.txt" });
        await RefusedAsync("documents[0].media_type", "The file is text/plain", new DocumentContent { Sha256 = letter.Sha256, FileName = "letter.txt", MediaType = "text/html" });
        await RefusedAsync("documents[0].size_bytes", "has 4 bytes", new DocumentContent { Sha256 = letter.Sha256, FileName = "letter.txt", SizeBytes = 5 });
        await RefusedAsync("documents[0].pages", "leave them out", new DocumentContent { Sha256 = letter.Sha256, FileName = "letter.txt", Pages = 1 });
        await RefusedAsync("documents[0].file_name", "such as “letter.html.txt”", new DocumentContent { Sha256 = letter.Sha256, FileName = "../letter.html" });
        await RefusedAsync("documents[0].file_name", "Give the file’s name", new DocumentContent { Sha256 = letter.Sha256 });

        async Task RefusedAsync(string field, string message, params DocumentContent[] documents) =>
            (await store.CheckAsync(Given.Place("boston", p => p.Documents = [.. documents]).Edit)).Should().BeOfType<Outcome.Refused>().Which.Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Field == field && p.Message.Contains(message));
    }

    [Fact]
    public async Task A_file_that_a_revision_has_named_is_kept_for_good()
    {
        await using var store = await Store.WithAsync();
        var letter = await store.TakeAsync(Files.Text("Dear"), "letter.txt");
        await store.GivenAsync(Given.Place("boston", p => p.Documents = [letter]));
        await store.ReviseAsync<JurisdictionContent>("boston", p => p.Documents = []);
        store.Clock.Advance(TimeSpan.FromDays(30));

        await store.TakeAsync(Files.Text("Another"), "another.txt");

        (await store.ReadAsync(db => db.Files.CountAsync(f => f.Sha256 == letter.Sha256))).Should().Be(1);
        File.Exists(store.Database.Settings.PathOf(letter.Sha256!)).Should().BeTrue();
    }

    private static string PathOf(DocumentContent document) => $"/documents/{document.Sha256}/{Uri.EscapeDataString(document.FileName!)}";
}
