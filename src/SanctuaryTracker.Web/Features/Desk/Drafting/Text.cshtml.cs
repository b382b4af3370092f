using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>One document's text, in the parts that citations count.</summary>
/// <param name="InParagraphs">Whether its parts are paragraphs, not pages.</param>
public sealed record ReadText(string Sha256, string FileName, StoredFile File, IReadOnlyList<string> Parts, bool InParagraphs);

/// <summary>The text of a source, or of a file that is not published yet, for editors to read and quote from.</summary>
public sealed class TextModel(TrackerDb db) : PageModel
{
    public const string OfFile = "/desk/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/text";

    /// <summary>So many parts of a text are shown at once.</summary>
    private const int Shown = 500;

    /// <summary>The kinds of record that one begins from a passage.</summary>
    public static IReadOnlyList<RecordKind> Citing { get; } = [RecordKind.Letter, RecordKind.Response, RecordKind.Statement];

    /// <summary>Null for a file by itself.</summary>
    public string? Slug { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ReadText> Texts { get; private set; } = [];

    /// <summary>The number of the first part that is shown.</summary>
    public int From { get; private set; } = 1;

    public int? Before => From > 1 ? From - Shown : null;

    public int? Next => Texts.Any(t => t.Parts.Count >= From + Shown) ? From + Shown : null;

    /// <summary>Where a part of a text stands.</summary>
    public static string PathTo(string text, int part) => $"{text}{(part > Shown ? $"?from={FirstBeside(part)}" : "")}#p{part}";

    public IEnumerable<(int Number, string Text)> PartsOf(ReadText text) => text.Parts.Skip(From - 1).Take(Shown).Select((part, i) => (From + i, part));

    /// <param name="from">The number of a part that is to be shown.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? slug, [FromRoute] string? sha256, [FromQuery] int from, CancellationToken ct)
    {
        From = FirstBeside(Math.Clamp(from, 1, 1_000_000));
        List<(string Sha256, string FileName)> documents;
        if (sha256 is not null)
        {
            var name = await db.Documents.Where(d => d.Sha256 == sha256).OrderBy(d => d.RecordId).Select(d => d.FileName).FirstOrDefaultAsync(ct);
            documents = [(sha256, name ?? "A file that is not published yet")];
            Name = documents[0].FileName;
        }
        else
        {
            if (await db.Records.Where(r => r.Kind == RecordKind.Source && r.Slug == slug).Select(r => new { r.Id, r.Title }).FirstOrDefaultAsync(ct) is not { } record)
                return NotFound();
            (Slug, Name) = (slug, record.Title);
            documents = (await db.Documents.Where(d => d.RecordId == record.Id).OrderBy(d => d.Position).Select(d => new { d.Sha256, d.FileName }).ToListAsync(ct)).ConvertAll(d => (d.Sha256, d.FileName));
        }
        Texts = await ReadAsync(documents, ct);
        return sha256 is null || Texts.Count > 0 ? Page() : NotFound();
    }

    /// <summary>The form of a new record with its first citation of this passage.</summary>
    public string CiteIn(RecordKind kind, ReadText text, int part) => QueryHelpers.AddQueryString($"/desk/{kind.Path}/new", new Dictionary<string, string?> { ["source"] = Slug, [text.InParagraphs ? "paragraph" : "page"] = $"{part}" });

    private static int FirstBeside(int part) => (part - 1) / Shown * Shown + 1;

    private async Task<List<ReadText>> ReadAsync(List<(string Sha256, string FileName)> documents, CancellationToken ct)
    {
        var texts = new List<ReadText>();
        foreach (var (sum, name) in documents)
        {
            var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Sha256 == sum, ct);
            var pages = await db.FilePages.Where(p => p.Sha256 == sum).OrderBy(p => p.Page).Select(p => p.Text).ToListAsync(ct);
            if (file is not null && pages.Count > 0)
                texts.Add(file.MediaType == FileKind.Text.MediaType ? new(sum, name, file, [.. pages.SelectMany(p => p.Split('\n'))], InParagraphs: true) : new(sum, name, file, pages, InParagraphs: false));
        }
        return texts;
    }
}
