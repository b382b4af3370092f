using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using SanctuaryTracker.Features.Desk.Imports;

namespace SanctuaryTracker.Tests.Features.Desk;

public sealed class ImportTests
{
    private const string Heads = "jurisdiction,campaign,sent_on,source,paragraph";
    private const string Boston = "Boston,round,2018-01-25,paper,3";

    [Fact]
    public async Task A_file_is_tried_out_first_and_then_published_whole_as_one_change()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"), Given.Place("denver"));
        using var editor = await app.SignInAsync();

        var (path, tried) = await ImportAsync(app, editor, $"{Heads},as_reported\n{Boston},got it\nDenver,The Round,,paper,4,\"a letter, too\"\n");

        Facts(tried).Should().Equal("2", "0", "0 which say what is published already", "0", "0");
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(0, "a file is tried out before it is published");
        var published = await ActAsync(app, editor, path, "publish");
        published.QuerySelector("main")!.TextContent.Should().Contain("It became change 2");
        (await app.LatestAsync(RecordKind.Letter, "denver-round")).Should().Match<Revision>(r => r.Content!.Contains("a letter, too") && r.ChangeId == 2 && r.Change.Origin == ChangeOrigin.Import && r.Change.Author == "editor" && r.Change.Reason == "Imported from letters.csv");
    }

    [Fact]
    public async Task Ten_thousand_rows_are_refused_at_just_the_rows_that_are_wrong_and_mended_are_published_once()
    {
        var places = Enumerable.Range(0, 100).Select(i => $"place-{i}").ToList();
        await using var app = await TrackerApp.WithAsync([.. places.Select(p => Given.Place(p, place => place.State = "MA"))]);
        using var editor = await app.SignInAsync();
        var rows = places.SelectMany(p => Enumerable.Range(0, 100).Select(day => $"{p},,{new DateOnly(2017, 1, 1).AddDays(day):yyyy-MM-dd},paper,{day % 40 + 1}")).ToList();
        var wrong = new Dictionary<int, (string Row, string Column, string Message)>
        {
            [1] = ("place-0,,2017-02-30,paper,1", "sent_on", PartialDate.Expected),
            [777] = ("Nowhere,,2017-01-02,paper,1", "jurisdiction", "There is no jurisdiction “Nowhere”."),
            [2500] = ("place-1,,2019-01-02,paper,41", "paragraph", "The Paper has 40 paragraphs, counted over non-empty lines."),
            [5000] = ("place-1,,2019-01-03,gazette,1", "source", "There is no source “gazette”."),
            [7500] = ("place-1,,2019-01-04,paper,", "paragraph", "Give the paragraph, or the page."),
            [10_000] = ("place-1,,2019-01-05,paper,four", "paragraph", "Give a whole number."),
        };

        var (_, report) = await ImportAsync(app, editor, Csv(rows.Select((row, i) => wrong.TryGetValue(i + 1, out var bad) ? bad.Row : row)));
        var (path, mended) = await ImportAsync(app, editor, Csv(rows));
        await ActAsync(app, editor, path, "publish");
        var (again, twice) = await ImportAsync(app, editor, Csv(rows));
        await ActAsync(app, editor, again, "publish");

        Rows(report, "Errors").Should().Equal(wrong.OrderBy(w => w.Key).Select(w => $"Row {w.Key + 1} | {w.Value.Column} | {w.Value.Message}"));
        Facts(mended).First().Should().Be("10,000");
        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(10_000);
        Facts(twice).Take(3).Should().Equal("0", "0", "10,000 which say what is published already");
        (await app.ReadAsync(db => db.Changes.CountAsync())).Should().Be(2, "what was given is one, the letters are the other, and the same again changes nothing");
    }

    [Theory]
    [InlineData("sent_on", "2018-13-01", PartialDate.Expected)]
    [InlineData("reply_due_on", "2018-01-20", "A reply cannot be due before the letter was sent. Leave the deadline empty if the source gives none.")]
    [InlineData("jurisdiction", "Narnia", "There is no jurisdiction “Narnia”.")]
    [InlineData("known_by", "Rumour", "Choose one of: DocumentSeen, Reported, Inferred.")]
    [InlineData("basis", "Inferred", "Say why the source lets us infer it.")]
    [InlineData("state", "Mass.", "Give the two-letter USPS code, such as WA.")]
    [InlineData("version", "new", "Give a whole number.")]
    [InlineData("is_another", "perhaps", "Give true or false.")]
    [InlineData("slug", "Boston Letter", "Use lower-case letters, digits and hyphens.")]
    public async Task What_a_form_would_refuse_a_row_is_refused_for_in_the_same_words(string column, string value, string message)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();
        var cells = new Dictionary<string, string> { ["jurisdiction"] = "boston", ["campaign"] = "round", ["source"] = "paper", ["paragraph"] = "3", [column] = value };

        var (path, report) = await ImportAsync(app, editor, $"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values)}\n");

        Rows(report, "Errors").Should().Contain(row => row.StartsWith("Row 2 | ") && row.EndsWith(message), "{0}", report.QuerySelector("main")!.TextContent);
        report.QuerySelectorAll("button[value=publish]").Should().BeEmpty();
        using var forced = await (await Form.OpenAsync(editor, path)).With("do", "publish").SendAsync();
        forced.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Formulas_and_markup_are_text_and_nothing_else()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var editor = await app.SignInAsync();

        var (path, _) = await ImportAsync(app, editor, $"{Heads},subject,demand\n{Boston},\"'=HYPERLINK(\"\"http://evil.example\"\")\",<script>alert(1)</script>\n");
        await ActAsync(app, editor, path, "publish");

        var letter = await app.GetJsonAsync("/api/v1/letters/boston-2018-01-25");
        letter.GetProperty("subject").GetString().Should().Be("=HYPERLINK(\"http://evil.example\")", "our own CSV is read as it was before it was escaped");
        (await app.GetHtmlAsync("/letters/boston-2018-01-25")).QuerySelectorAll("main script").Should().BeEmpty();
        (await app.GetTextAsync("/letters.csv", HttpStatusCode.OK)).Should().NotContain(",=HYPERLINK").And.NotContain(",\"=HYPERLINK");
    }

    [Theory]
    [MemberData(nameof(NoFiles))]
    public async Task A_file_that_is_not_a_csv_of_these_columns_is_refused_with_the_reason(string reason, string name, byte[] file)
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        using var answer = await SendAsync(editor, file, name);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Form.ReadAsync(answer)).QuerySelector("#errors")!.TextContent.Should().Contain(reason);
        (await app.ReadAsync(db => db.Set<Import>().CountAsync())).Should().Be(0);
    }

    public static TheoryData<string, string, byte[]> NoFiles => new()
    {
        { "“letters.csv” is a ZIP archive", "letters.csv", Files.Zip() },
        { "“letters.csv” is a PDF", "letters.csv", Files.Pdf("A letter") },
        { "another encoding than UTF-8", "letters.csv", Encoding.Latin1.GetBytes($"{Heads}\nCañon City,round,2018-01-25,paper,3\n") },
        { "The file is empty", "letters.csv", [] },
        { "not divided by commas", "letters.csv", Encoding.UTF8.GetBytes("jurisdiction;campaign\nBoston;round\n") },
        { "Column recipient: No field of a letter is called so", "letters.csv", Encoding.UTF8.GetBytes("recipient,campaign\nBoston,round\n") },
        { "Column sent_on: There are two columns for this", "letters.csv", Encoding.UTF8.GetBytes("sent_on,sent_on\n2018,2018\n") },
        { "There are no rows below the heads", "letters.csv", Encoding.UTF8.GetBytes($"{Heads}\n,,,,\n") },
        { "a quotation mark is not closed", "letters.csv", Encoding.UTF8.GetBytes($"{Heads}\n\"Boston,round,2018-01-25,paper,3\n") },
    };

    [Fact]
    public async Task A_row_that_may_be_there_already_waits_until_it_is_said_to_be_another()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("boston"));
        using var editor = await app.SignInAsync();

        var (path, report) = await ImportAsync(app, editor, $"{Heads}\n{Boston}\n{Boston.Replace(",3", ",4")}\n");

        Rows(report, "Doubtful rows").Should().Equal("Row 2 | letters/boston | the same recipient and round", "Row 3 | another row | row 2 would be the same record");
        report.QuerySelectorAll("button[value=publish]").Should().BeEmpty();
        var tried = await ActAsync(app, editor, path, "others");
        Facts(tried).First().Should().Be("2");
        await ActAsync(app, editor, path, "publish");
        (await app.ReadAsync(db => db.Letters.Select(l => l.Record.Slug).ToListAsync())).Should().BeEquivalentTo("boston", "boston-2018-01-25", "boston-2018-01-25-2");
        var (_, again) = await ImportAsync(app, editor, $"{Heads},is_another\n{Boston},true\n{Boston.Replace(",3", ",4")},true\n");
        Facts(again).Take(3).Should().Equal("0", "0", "2 which say what is published already");
    }

    [Fact]
    public async Task A_row_changes_a_record_only_from_the_version_that_its_author_saw()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", sentOn: "2018-01-25"));
        using var editor = await app.SignInAsync();
        const string heads = "slug,version,subject,sent_on,source,paragraph";

        var (_, silent) = await ImportAsync(app, editor, $"{heads}\ndenver,,Records,,,\n");
        var (path, seen) = await ImportAsync(app, editor, $"{heads}\ndenver,1,Records,,paper,7\n");
        await app.ReviseAsync<LetterContent>("denver", l => l.Demand = "Theirs");
        var stale = await ActAsync(app, editor, path, "publish");
        var (current, _) = await ImportAsync(app, editor, $"{heads}\ndenver,2,Records,,paper,7\n");
        await ActAsync(app, editor, current, "publish");

        Rows(silent, "Errors").Should().Equal("Row 2 | version | Say which version you saw: the one published now is 1.");
        Rows(seen, "New and changed records").Should().Equal("Row 2 | letters/denver | changed");
        Rows(stale, "Errors").Should().Equal("Row 2 | version | Someone changed it: the version published now is 2.");
        var content = (LetterContent)ContentJson.Parse(RecordKind.Letter, (await app.LatestAsync(RecordKind.Letter, "denver")).Content!);
        content.Should().BeEquivalentTo(new { Subject = "Records", Demand = "Theirs", SentOn = Given.On("2018-01-25") }, "an empty cell leaves a field as it is");
        content.Citations.Select(c => c.Paragraph).Should().Equal(1, 7);
    }

    [Fact]
    public async Task A_row_changes_just_the_row_within_its_record_that_it_names()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Copies = [new() { Key = "kim", Person = "Kim" }, new() { Key = "lee", Person = "Lee" }]));
        using var editor = await app.SignInAsync();

        var (path, _) = await ImportAsync(app, editor, "slug,version,copies[1].person,copies[2].office\ndenver,1,Lee Jr.,Sheriff\n");
        await ActAsync(app, editor, path, "publish");

        ((LetterContent)ContentJson.Parse(RecordKind.Letter, (await app.LatestAsync(RecordKind.Letter, "denver")).Content!)).Copies.Select(c => c.Person ?? c.Office).Should().Equal("Kim", "Lee Jr.", "Sheriff");
        (await app.ReadAsync(db => db.Set<Upload>().CountAsync())).Should().Be(0, "the file of an import that is ended is not kept");
    }

    [Theory]
    [InlineData("slug,version,subject\ndenvre,1,Records\n", "Row 2 | slug | There is no letter “denvre”.")]
    [InlineData("jurisdiction,documents[0].title\ndenver,The letter\n", "Row 2 | documents[0].sha256 | ")]
    [InlineData("slug,version,subject\ndenver,1,\"a\nb\"\ndenver,1,c\n", "Row 3 | slug | Row 2 changes the same record.")]
    public async Task What_cannot_be_meant_is_told_at_its_row(string csv, string expected)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var editor = await app.SignInAsync();

        var (_, report) = await ImportAsync(app, editor, csv);

        Rows(report, "Errors").Should().Contain(row => row.StartsWith(expected), "{0}", report.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Places_and_lawsuits_with_rows_within_them_come_from_files_too()
    {
        await using var app = await TrackerApp.WithAsync(Given.Source());
        using var editor = await app.SignInAsync();

        var (places, _) = await ImportAsync(app, editor, "name,kind,state,geoid,other_names,within\nColorado,State,CO,08,,\nDenver,City,CO,0820000,Denver County|The Mile High City,Colorado\n", RecordKind.Jurisdiction);
        await ActAsync(app, editor, places, "publish");
        var (suits, _) = await ImportAsync(app, editor, "case_name,court,docket_number,parties[0].jurisdiction,parties[0].role,source,paragraph,citations[1].source,citations[1].paragraph,citations[1].field\nDenver v. Sessions,cod,1:18-cv-00100,\"Denver, Colorado\",Plaintiff,paper,1,paper,2,docket_number\n", RecordKind.Lawsuit);
        var published = await ActAsync(app, editor, suits, "publish");

        published.QuerySelector("main")!.TextContent.Should().Contain("It became change");
        var place = await app.GetJsonAsync("/api/v1/jurisdictions/denver-co");
        place.GetProperty("jurisdiction").GetProperty("geoid").GetString().Should().Be("0820000");
        var suit = (LawsuitContent)ContentJson.Parse(RecordKind.Lawsuit, (await app.LatestAsync(RecordKind.Lawsuit, "denver-v-sessions")).Content!);
        suit.Parties.Should().ContainSingle().Which.Jurisdiction.Should().Be("denver-co");
        suit.Citations.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_contributors_file_is_published_by_an_editor_who_did_not_make_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var author = await app.SignInAsync("cleo@example.org", DeskRole.Contributor, mayReviewOwn: false);
        var (path, tried) = await ImportAsync(app, author, $"{Heads}\n{Boston}\n");
        tried.QuerySelectorAll("button[value=publish]").Should().BeEmpty();
        await ActAsync(app, author, path, "review");
        using var editor = await app.SignInAsync("ed@example.org", DeskRole.Editor, mayReviewOwn: false);
        using var desk = await editor.GetAsync("/desk");
        (await Form.ReadAsync(desk)).QuerySelectorAll($"a[href='{path}']").Should().ContainSingle("it waits for review");

        var back = await ActAsync(app, editor, path, "back", "Which round is it?");
        using var forced = await (await Form.OpenAsync(author, path)).With("do", "publish").SendAsync();
        await ActAsync(app, author, path, "check");
        await ActAsync(app, author, path, "review");
        using var published = await (await Form.OpenAsync(editor, path)).With("reason", "Another reason").With("correction", "We were wrong").With("do", "publish").SendAsync();
        await WaitAsync(editor, path);

        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Change.Should().BeEquivalentTo(new { Reason = "Imported from letters.csv", Correction = (string?)null }, "the author's words are the author's");
        back.QuerySelector("main")!.TextContent.Should().Contain("Which round is it?");
        forced.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await app.LatestAsync(RecordKind.Letter, "boston-2018-01-25")).Change.Should().BeEquivalentTo(new { Author = "cleo", Reviewer = "ed" });
    }

    [Fact]
    public async Task Of_two_files_at_once_the_second_waits()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"), Given.Place("denver"));
        using var editor = await app.SignInAsync();
        using var one = await SendAsync(editor, Encoding.UTF8.GetBytes($"{Heads}\n{Boston}\n"));
        using var two = await SendAsync(editor, Encoding.UTF8.GetBytes($"{Heads}\nDenver,round,,paper,4\n"));
        string[] paths = [one.Headers.Location!.ToString(), two.Headers.Location!.ToString()];
        foreach (var path in paths)
            await WaitAsync(editor, path);

        var answers = await Task.WhenAll(paths.Select(async path => await (await Form.OpenAsync(editor, path)).With("do", "publish").SendAsync()));
        foreach (var path in paths)
            (await WaitAsync(editor, path)).QuerySelector("main")!.TextContent.Should().Contain("It became change");

        (await app.ReadAsync(db => db.Letters.CountAsync())).Should().Be(2);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory]
    [InlineData(RecordKind.Letter)]
    [InlineData(RecordKind.Jurisdiction)]
    [InlineData(RecordKind.Response)]
    [InlineData(RecordKind.Lawsuit)]
    public async Task The_template_has_columns_that_the_importer_takes_and_the_guide_tells_of_each(RecordKind kind)
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        var template = (await editor.GetStringAsync($"/desk/import/{kind.Path}-template.csv")).Trim('\ufeff', '\r', '\n');
        var guide = await editor.GetStringAsync($"/desk/import/{kind.Path}-columns.csv");
        using var page = await editor.GetAsync($"/desk/import/{kind.Path}/columns");

        ImportFile.Read(kind, Encoding.UTF8.GetBytes($"{template}\n{string.Join(',', template.Split(',').Select(_ => "1"))}\n"), "template.csv").Problems.Should().NotContain(p => p.Row == 1);
        var told = (await Form.ReadAsync(page)).QuerySelectorAll("tbody th").Select(th => th.TextContent).ToList();
        template.Split(',').Should().BeSubsetOf(told);
        told.Should().OnlyContain(name => guide.Contains($"\n{name},"));
    }

    private static string Csv(IEnumerable<string> rows) => $"{Heads}\n{string.Join('\n', rows)}\n";

    private static async Task<(string Path, IHtmlDocument Tried)> ImportAsync(TrackerApp app, HttpClient who, string csv, RecordKind kind = RecordKind.Letter)
    {
        using var answer = await SendAsync(who, Encoding.UTF8.GetBytes(csv), $"{kind.Path}.csv", kind);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect, "{0} {1}", (await Form.ReadAsync(answer)).QuerySelector("#errors")?.TextContent, string.Join('\n', app.Errors));
        var path = answer.Headers.Location!.ToString();
        return (path, await WaitAsync(who, path));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient who, byte[] file, string name = "letters.csv", RecordKind kind = RecordKind.Letter)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent((await Form.OpenAsync(who, "/desk/import"))["__RequestVerificationToken"]!), "__RequestVerificationToken" },
            { new StringContent($"{kind}"), "kind" },
            { new ByteArrayContent(file), "file", name },
        };
        return await who.PostAsync("/desk/import", content);
    }

    private static async Task<IHtmlDocument> ActAsync(TrackerApp app, HttpClient who, string path, string action, string? note = null)
    {
        var form = (await Form.OpenAsync(who, path)).With("do", action);
        using var answer = await (note is null ? form : form.With("note", note)).SendAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect, "{0} {1}", (await WaitAsync(who, path)).QuerySelector("main")!.TextContent, string.Join('\n', app.Errors));
        return await WaitAsync(who, path);
    }

    /// <summary>Looks again until the server has done what it was asked.</summary>
    private static async Task<IHtmlDocument> WaitAsync(HttpClient who, string path)
    {
        while (true)
        {
            using var answer = await who.GetAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            var page = await Form.ReadAsync(answer);
            if (page.QuerySelector("[data-again]") is null)
                return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>How many rows are new, changed, skipped, doubtful and to be mended.</summary>
    private static IEnumerable<string> Facts(IHtmlDocument page) => page.QuerySelectorAll("section dl.facts dd").Select(dd => dd.TextContent.Trim());

    private static IEnumerable<string> Rows(IHtmlDocument page, string caption) =>
        page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption")?.TextContent == caption).SelectMany(t => t.QuerySelectorAll("tbody tr")).Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())));
}
