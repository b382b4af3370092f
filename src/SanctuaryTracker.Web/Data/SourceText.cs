using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>What a source says word for word, as far as its text is held: quotations have to stand in it.</summary>
internal sealed partial class SourceText
{
    /// <summary>A page with fewer letters is a scan with a stamp: its text tells nothing of what it shows.</summary>
    private const int FewestLetters = 100;

    private readonly bool isNews;
    private readonly List<Text> texts = [];

    private SourceText(SourceKind kind) => isNews = kind is SourceKind.NewsStory or SourceKind.WireStory;

    public static async Task<SourceText> OfAsync(Source source, TrackerDb db, CancellationToken ct)
    {
        var documents = db.Entry(source.Record).Collection(r => r.Documents);
        if (!documents.IsLoaded && db.Entry(source.Record).State != EntityState.Added)
            await documents.LoadAsync(ct);
        var held = new SourceText(source.Kind);
        foreach (var document in source.Record.Documents.OrderBy(d => d.Position))
        {
            var pages = await db.FilePages.Where(p => p.Sha256 == document.Sha256 && db.Files.Any(f => f.Sha256 == p.Sha256 && f.TextState == TextState.Extracted)).OrderBy(p => p.Page).Select(p => p.Text).ToListAsync(ct);
            if (pages.Count > 0)
                held.texts.Add(document.MediaType == FileKind.Text.MediaType
                    ? new(document.FileName, [.. pages.SelectMany(p => p.Split('\n')).Select(p => new Part(p))], InParagraphs: true)
                    : new(document.FileName, pages.ConvertAll(p => new Part(p)), InParagraphs: false));
        }
        return held;
    }

    /// <summary>Why the citation cannot stand, for each of its quotations that the text does not have where it is said to be.</summary>
    public IEnumerable<string> Problems(CitationContent citation) =>
        from quotation in citation.Quotations
        let folded = Printed.Fold(quotation)
        where texts.Count > 0 && !texts.Exists(t => Has(t, t.Cited(citation), folded))
        select Problem(texts.Find(t => t.InParagraphs == citation.Paragraph is not null) ?? texts[0], citation, quotation, folded);

    /// <summary>A reporter's words are not a quotation, and are told from it by the quotation marks.</summary>
    private bool Has(Text text, IReadOnlyList<Part> parts, string quotation) =>
        text.InParagraphs ? parts.Any(p => isNews ? Printed.HasBetweenMarks(p.Folded, quotation) : Printed.Has(p.Folded, quotation)) : parts.Any(p => Printed.Has(p.Folded, quotation) || p.Letters < FewestLetters);

    private string Problem(Text text, CitationContent citation, string quotation, string folded)
    {
        var word = text.InParagraphs ? "Paragraph" : "Page";
        var where = !text.IsPlaced(citation) ? text.FileName : text.InParagraphs ? $"Paragraph {citation.Paragraph}" : $"Page {citation.Page} of {text.FileName}";
        var elsewhere = text.Parts.Index().Where(p => Has(text, [p.Item], folded) && Printed.Has(p.Item.Folded, folded)).Select(p => $" {word} {p.Index + 1} does.").FirstOrDefault();
        return $"{where} does not {(text.InParagraphs && isNews ? "print between quotation marks" : "have these words")}: “{quotation}”.{elsewhere}";
    }

    /// <summary>A paragraph or a page.</summary>
    private sealed record Part(string Text)
    {
        public string Folded { get; } = Printed.Fold(Text);

        public int Letters { get; } = Text.Count(char.IsLetter);
    }

    /// <param name="InParagraphs">Whether its parts are paragraphs, not pages.</param>
    private sealed record Text(string FileName, IReadOnlyList<Part> Parts, bool InParagraphs)
    {
        /// <summary>The parts that a citation points to; all, if it does not point to any that can be told here.</summary>
        public IReadOnlyList<Part> Cited(CitationContent citation) =>
            InParagraphs ? citation.Paragraph is { } n ? n <= Parts.Count ? [Parts[n - 1]] : [] : Parts
            : Pages(citation.Page) is var (first, last) ? [.. Parts.Skip(first - 1).Take(last - first + 1)] : Parts;

        public bool IsPlaced(CitationContent citation) => InParagraphs ? citation.Paragraph is not null : Pages(citation.Page) is not null;

        /// <summary>“3”, “p. 3” or “3–4”, counted in the file.</summary>
        private (int First, int Last)? Pages(string? page)
        {
            if (PageNumbers().Match(page ?? "") is not { Success: true } match)
                return null;
            var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
            var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first;
            return first >= 1 && first <= last && last <= Parts.Count ? (first, last) : null;
        }
    }

    [GeneratedRegex(@"^\s*(pp?\.|pages?)?\s*(?<first>[0-9]{1,6})(\s*[-–]\s*(?<last>[0-9]{1,6}))?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PageNumbers();
}
