using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Writes what search reads of the pages of a record’s documents: of all but those that are held.</summary>
internal sealed class PagePassages(TrackerDb db, CancellationToken ct)
{
    /// <summary>So many characters of a page are read; PostgreSQL numbers no more than 16,383 words of a text.</summary>
    private const int MaxLength = 50_000;

    /// <param name="isRenewed">Whether the words that are there were made by an earlier edition of the program.</param>
    /// <returns>The words whose text is the file’s own, not what a machine took a scan for.</returns>
    public async Task<IEnumerable<string>> WriteAsync(Record record, Content content, string names, bool isNew, bool isRenewed)
    {
        var shown = content.Documents.FindAll(d => !d.Held);
        var sums = shown.ConvertAll(d => d.Sha256);
        var before = isNew ? [] : await db.PagePassages.Where(p => p.RecordId == record.Id).OrderBy(p => p.Id).Select(p => new { p.Sha256, p.Page, p.Names }).ToListAsync(ct);
        var pages = shown.Count == 0 ? [] : (await db.FilePages.Where(p => sums.Contains(p.Sha256)).Select(p => new { p.Sha256, p.Page }).ToListAsync(ct)).OrderBy(p => sums.IndexOf(p.Sha256)).ThenBy(p => p.Page).ToList();
        if (!isRenewed && before.Select(p => (p.Sha256, p.Page, p.Names)).SequenceEqual(pages.Select(p => (p.Sha256, p.Page, names))))
            return [];

        if (before.Count > 0)
            await db.PagePassages.Where(p => p.RecordId == record.Id).ExecuteDeleteAsync(ct);
        foreach (var deleted in db.PagePassages.Local.Where(p => p.RecordId == record.Id).ToList())
            db.Entry(deleted).State = EntityState.Detached;
        var recognized = await db.Files.Where(f => sums.Contains(f.Sha256) && f.TextState == TextState.Recognized).Select(f => f.Sha256).ToListAsync(ct);
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, page) in pages.Index())
        {
            var text = await db.FilePages.Where(p => p.Sha256 == page.Sha256 && p.Page == page.Page).Select(p => p.Text).SingleAsync(ct);
            var words = SearchText.Indexed(Lines(shown.Find(d => d.Sha256 == page.Sha256)!.MediaType, Text.Cut(text, MaxLength)).Concat(Mended(text)));
            db.Add(new PagePassage { Id = PagePassage.IdOf(record.Id, number), RecordId = record.Id, Sha256 = page.Sha256, Page = page.Page, Names = names, Words = words });
            if (!recognized.Contains(page.Sha256))
                own.UnionWith(words.Split(' '));
        }
        return own;
    }

    /// <summary>What stands together: a paragraph of a plain text; else the whole page, whose lines end where the paper does.</summary>
    public static string[] Lines(string? mediaType, string text) =>
        mediaType == FileKind.Text.MediaType ? text.Split('\n') : [text.Replace('\n', ' ')];

    /// <summary>Words that the ends of lines divide, whole: “de-” and “mands”.</summary>
    private static IEnumerable<string> Mended(string text)
    {
        var lines = Text.Cut(text, MaxLength).Split('\n');
        for (var i = 1; i < lines.Length; i++)
            if (lines[i - 1] is [.., var last, '-' or '‐'] && char.IsLetter(last) && lines[i] is [var first, ..] && char.IsLower(first))
                yield return lines[i - 1][(lines[i - 1].LastIndexOf(' ') + 1)..^1] + lines[i].Split(' ')[0];
    }
}
