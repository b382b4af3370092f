using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

public sealed class DocumentStoreTests
{
    [Fact]
    public async Task A_pdf_is_kept_as_it_is_with_the_text_of_each_page()
    {
        await using var store = await Store.WithAsync();
        var letter = Files.Pdf("Dear Mr. Constantine:\nSend all records.", "", "Sincerely,\nthe office");

        var (file, name) = await TakenAsync(store, letter, "Letter to King County.pdf", "application/pdf");

        file.Should().BeEquivalentTo(new { Sha256 = Files.Sha256(letter), MediaType = "application/pdf", SizeBytes = letter.Length, Pages = 3, TextState = TextState.Extracted, TextProblem = (string?)null });
        name.Should().Be("Letter to King County.pdf");
        (await PagesAsync(store, file)).Should().Equal("Dear Mr. Constantine:\nSend all records.", "", "Sincerely,\nthe office");
        (await BytesAsync(store, file.Sha256)).Should().Equal(letter);
    }

    [Fact]
    public async Task What_a_machine_read_off_a_scan_is_told_from_text()
    {
        await using var store = await Store.WithAsync();

        (await TakenAsync(store, Files.Recognized("Dear Mr. C0nstantine:"), "scan.pdf")).File.Should().Match<StoredFile>(f => f.TextState == TextState.Recognized && f.TextProblem == null);
    }

    [Fact]
    public async Task A_plain_texts_paragraphs_are_its_non_empty_lines()
    {
        await using var store = await Store.WithAsync();

        var (file, name) = await TakenAsync(store, Files.Text("\ufeff“One.”\r\n\r\n \t \n  Two,\twith a tab.\fThree.\rFour\n"), "reply", "text/plain; charset=utf-8");

        (await PagesAsync(store, file)).Should().Equal("“One.”\nTwo,\twith a tab.\nThree.\nFour");
        (file.Pages, file.TextState, name).Should().Be((null, TextState.Extracted, "reply.txt"));
    }

    [Fact]
    public async Task A_long_text_is_cut_into_pages_between_paragraphs()
    {
        await using var store = await Store.WithAsync();
        var paragraphs = Enumerable.Range(1, 700).Select(n => $"{n} {new string('x', 100)}").ToList();

        var (file, _) = await TakenAsync(store, Files.Text(string.Join("\n\n", paragraphs)), "long.txt");

        var pages = await PagesAsync(store, file);
        pages.Should().HaveCountGreaterThan(4).And.OnlyContain(p => p.Length < 13_000);
        string.Join('\n', pages).Should().Be(string.Join('\n', paragraphs));
    }

    [Theory]
    [InlineData("x\n", 50_001, "50,000 paragraphs")]
    [InlineData("xxxxxxxxxxxxxxx\f", 500_001, "8,000,000 characters")]
    public async Task A_text_without_measure_is_kept_and_not_read(string paragraph, int times, string problem)
    {
        await using var store = await Store.WithAsync();

        var (file, _) = await TakenAsync(store, Files.Text(string.Concat(Enumerable.Repeat(paragraph, times))), "long.txt");

        file.Should().Match<StoredFile>(f => f.TextState == TextState.Failed && f.TextProblem!.Contains(problem));
        (await PagesAsync(store, file)).Should().BeEmpty();
    }

    [Fact]
    public async Task Pictures_scans_and_what_cannot_be_read_are_kept_and_say_so()
    {
        await using var store = await Store.WithAsync();
        foreach (var (bytes, name, state, pages, problem) in new (byte[], string, TextState, int?, string?)[]
        {
            (Files.Png(), "scan.png", TextState.NoText, null, "picture"), (Files.Jpeg(), "photo.jpeg", TextState.NoText, null, "picture"), (Files.Scan(2), "scan.pdf", TextState.NoText, 2, "scan"),
            (Files.Text(" \n\t"), "blank.txt", TextState.NoText, null, "no words"), (Files.Text("%PDF-1.7\nand nothing of one"), "broken.pdf", TextState.Failed, null, "damaged"), (Encrypted(), "secret.pdf", TextState.Failed, null, "encrypted"),
        })
        {
            var (file, _) = await TakenAsync(store, bytes, name);

            file.Should().Match<StoredFile>(f => f.TextState == state && f.Pages == pages && f.TextProblem!.Contains(problem!), "{0} is kept", name);
            (await PagesAsync(store, file)).Should().BeEmpty();
            (await BytesAsync(store, file.Sha256)).Should().Equal(bytes);
        }
    }

    [Theory]
    [InlineData("zip", "letter.pdf", null, "This says it is a PDF, but it is a ZIP archive")]
    [InlineData("zip", "letter.docx", null, "This is a ZIP archive, as Word’s")]
    [InlineData("zip", "letter", "application/pdf", "This says it is a PDF, but it is a ZIP archive")]
    [InlineData("pdf", "letter.txt", "application/pdf", "This says it is plain text, but it is a PDF. Give it a name that says so.")]
    [InlineData("pdf", "letter.docx", null, "This says it is a ZIP archive, as Word’s and other office files are, but it is a PDF")]
    [InlineData("text", "scan.png", "image/png", "This says it is a PNG image, but it is plain text")]
    [InlineData("png", "scan.jpg", null, "This says it is a JPEG image, but it is a PNG image")]
    [InlineData("html", "page.html", "text/html", "This is a web page")]
    [InlineData("html", "page.txt", "text/plain", "This says it is plain text, but it is a web page")]
    [InlineData("svg", "mark.svg", "image/svg+xml", "This is a web page or other markup")]
    [InlineData("tiff", "fax.tif", null, "This is a TIFF image. Attach a PDF, a PNG or JPEG image, or plain text")]
    [InlineData("gif", "sign", null, "This is a GIF image")]
    [InlineData("utf-16", "reply.txt", null, "but it is text in UTF-16")]
    [InlineData("latin-1", "reply.txt", null, "but it is text in another encoding than UTF-8")]
    [InlineData("program", "reply", null, "This is of a kind not known here")]
    [InlineData("nul", "reply.txt", null, "but it is of a kind not known here")]
    [InlineData("empty", "letter.pdf", null, "The file is empty.")]
    public async Task What_is_not_what_it_says_or_of_no_kind_that_is_taken_is_refused_with_the_reason(string content, string name, string? type, string reason)
    {
        await using var store = await Store.WithAsync();
        byte[] bytes = content switch
        {
            "zip" => Files.Zip(),
            "pdf" => Files.Pdf("Dear"),
            "png" => Files.Png(),
            "text" => Files.Text("Dear"),
            "html" => Files.Text("\n <!DOCTYPE html><script>alert(1)</script>"),
            "svg" => Files.Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
            "tiff" => [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0],
            "gif" => Files.Text("GIF89a"),
            "utf-16" => [0xff, 0xfe, .. Encoding.Unicode.GetBytes("Dear")],
            "latin-1" => Encoding.Latin1.GetBytes("Señor"),
            "program" => [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0],
            "nul" => [.. Files.Text(new string('a', 5000)), 0],
            _ => [],
        };

        var intake = await IntakeAsync(store, bytes, name, type);

        intake.Should().BeOfType<Intake.Refused>().Which.Problem.Should().Contain(reason);
        (await store.ReadAsync(db => db.Files.CountAsync())).Should().Be(0);
        Directory.EnumerateFiles(store.Database.Settings.DocumentsFolder, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_too_large_or_has_too_many_pages_is_refused()
    {
        await using var store = await Store.WithAsync();
        var limit = store.Database.Settings.MaxDocumentBytes;

        (await IntakeAsync(store, new byte[limit + 1], "letter.pdf")).Should().BeOfType<Intake.Refused>().Which.Problem.Should().Contain("larger than 25 MB");
        (await IntakeAsync(store, Files.Pdf([.. Enumerable.Repeat("", DocumentStore.MaxPages + 1)]), "letter.pdf")).Should().BeOfType<Intake.Refused>().Which.Problem.Should().Contain("2,001 pages");
        (await IntakeAsync(store, [.. Files.Pdf("Dear"), .. new byte[limit - 100_000]], "letter.pdf")).Should().BeOfType<Intake.Taken>();
    }

    [Theory]
    [InlineData("..\\..\\etc/Passwd.PDF", "Passwd.PDF")]
    [InlineData("/srv/letters/.hidden", "hidden.pdf")]
    [InlineData("Señor \"López\"; 100%?.pdf", "Señor -López-- 100.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie- x.pdf")]
    [InlineData("\u202efdp.exe", "fdp.exe.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("1.23.2018 letter", "1.23.2018 letter.pdf")]
    public async Task Names_are_cleaned_for_addresses_and_headers(string? name, string clean)
    {
        await using var store = await Store.WithAsync();

        (await TakenAsync(store, Files.Pdf("Dear"), name)).Name.Should().Be(clean);
    }

    [Fact]
    public async Task A_name_however_long_is_cut_to_its_bound_and_keeps_its_ending()
    {
        await using var store = await Store.WithAsync();

        var (_, name) = await TakenAsync(store, Files.Pdf("Dear"), $"a{string.Concat(Enumerable.Repeat("🗽", 200))}.pdf");

        name.Should().StartWith("a🗽").And.EndWith("🗽.pdf").And.Match(n => n.Length <= DocumentContent.MaxFileNameLength);
    }

    [Fact]
    public async Task The_same_file_twice_is_one_and_mends_a_damaged_copy()
    {
        await using var store = await Store.WithAsync();
        var (file, _) = await TakenAsync(store, Files.Text("Dear"), "one.txt");
        var path = Directory.EnumerateFiles(store.Database.Settings.DocumentsFolder, file.Sha256, SearchOption.AllDirectories).Should().ContainSingle().Which;
        await File.AppendAllTextAsync(path, "est");

        await FluentActions.Awaiting(() => BytesAsync(store, file.Sha256)).Should().ThrowAsync<InvalidDataException>().WithMessage("*is damaged*");
        (await TakenAsync(store, Files.Text("Dear"), "two.txt")).Name.Should().Be("two.txt");

        (await store.ReadAsync(db => db.Files.CountAsync())).Should().Be(1);
        (await BytesAsync(store, file.Sha256)).Should().Equal(Files.Text("Dear"));
    }

    [Fact]
    public async Task Two_who_bring_the_same_file_at_once_both_have_it()
    {
        await using var store = await Store.WithAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TakenAsync(store, Files.Text("Dear"), "one.txt")));

        taken.Select(t => t.File.Sha256).Distinct().Should().ContainSingle();
        (await PagesAsync(store, taken[0].File)).Should().Equal("Dear");
    }

    [Fact]
    public async Task A_file_that_nothing_names_is_removed_after_a_week()
    {
        await using var store = await Store.WithAsync();
        var (first, _) = await TakenAsync(store, Files.Text("First"), "first.txt");
        store.Clock.Advance(TimeSpan.FromDays(6));
        var (second, _) = await TakenAsync(store, Files.Text("Second"), "second.txt");
        store.Clock.Advance(TimeSpan.FromDays(2));

        await TakenAsync(store, Files.Text("Third"), "third.txt");

        (await store.ReadAsync(db => db.FilePages.Select(p => p.Text).ToListAsync())).Should().BeEquivalentTo("Second", "Third");
        (await BytesAsync(store, second.Sha256)).Should().NotBeEmpty();
        await FluentActions.Awaiting(() => BytesAsync(store, first.Sha256)).Should().ThrowAsync<FileNotFoundException>();
    }

    [Fact]
    public async Task A_pdf_made_to_fill_the_memory_or_to_nest_without_end_harms_nothing()
    {
        await using var store = await Store.WithAsync();

        (await TakenAsync(store, Bomb(), "bomb.pdf")).File.TextState.Should().NotBe(TextState.Extracted);
        (await TakenAsync(store, Nested(), "nested.pdf")).File.TextState.Should().NotBe(TextState.Extracted);
        (await TakenAsync(store, Files.Pdf("Dear"), "letter.pdf")).File.TextState.Should().Be(TextState.Extracted);
    }

    private static Task<Intake> IntakeAsync(Store store, byte[] bytes, string? name, string? type = null) => store.InScopeAsync(async services =>
    {
        using var content = new MemoryStream(bytes);
        return await services.GetRequiredService<DocumentStore>().TakeAsync(content, name, type, default);
    });

    private static async Task<(StoredFile File, string Name)> TakenAsync(Store store, byte[] bytes, string? name, string? type = null)
    {
        var taken = (await IntakeAsync(store, bytes, name, type)).Should().BeOfType<Intake.Taken>().Which;
        return (taken.File, taken.FileName);
    }

    private static Task<List<string>> PagesAsync(Store store, StoredFile file) =>
        store.ReadAsync(db => db.FilePages.Where(p => p.Sha256 == file.Sha256).OrderBy(p => p.Page).Select(p => p.Text).ToListAsync());

    private static Task<byte[]> BytesAsync(Store store, string sha256) => store.InScopeAsync(async services =>
    {
        var files = services.GetRequiredService<DocumentStore>();
        await files.VerifyAsync(sha256, default);
        return await File.ReadAllBytesAsync(files.PathOf(sha256));
    });

    /// <summary>As a PDF says that a password is needed to read it.</summary>
    private static byte[] Encrypted() => WithObjects("<< /Type /Catalog /Pages 2 0 R >>",
        "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + new string('a', 64) + "> /U <" + new string('b', 64) + "> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");

    /// <summary>A page of which a few kilobytes unfold to hundreds of megabytes.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("BT (x) Tj ET ", 80_000)));
            for (var i = 0; i < 700; i++)
                zlib.Write(block);
        }
        return WithObjects("<< /Type /Catalog /Pages 2 0 R >>", "", ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>", $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream"]);
    }

    /// <summary>Lists within lists, deeper than any stack.</summary>
    private static byte[] Nested() => WithObjects($"<< /Type /Catalog /Pages 2 0 R /Names {new string('[', 2_000_000)}{new string(']', 2_000_000)} >>", "", ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"]);

    private static byte[] WithObjects(string catalog, string trailer, params string[] pages)
    {
        string[] objects = [catalog, $"<< /Type /Pages /Kids [{(pages.Length > 0 ? "3 0 R" : "")}] /Count {Math.Min(1, pages.Length)} >>", .. pages];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (i, body) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:0000000000} 00000 n \n")).Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
