namespace SanctuaryTracker.Data;

/// <summary>The text of a file, as far as it can be read.</summary>
/// <param name="Pages">How many pages it has; null if it has none, or they cannot be counted.</param>
/// <param name="Problem">Why there is no text, in words; null if there is.</param>
/// <param name="Texts">Page by page, each line by line.</param>
internal sealed record FileText(int? Pages, TextState State, string? Problem, IReadOnlyList<string> Texts)
{
    /// <summary>So many characters of a plain text make a page, up to the end of a paragraph.</summary>
    private const int PageLength = 12_000;

    private const int MaxCharacters = 8_000_000;
    private const int MaxParagraphs = 50_000;

    public static async Task<FileText> ReadAsync(FileKind kind, string path, CancellationToken ct)
    {
        if (kind == FileKind.Text)
        {
            var whole = FileKind.Decode(await File.ReadAllBytesAsync(path, ct));
            if (whole.Length > MaxCharacters)
                return new(null, TextState.Failed, $"It has more than {MaxCharacters:N0} characters, the most that are read.", []);
            var paragraphs = Paragraphs(whole).Take(MaxParagraphs + 1).ToList();
            if (paragraphs.Count > MaxParagraphs)
                return new(null, TextState.Failed, $"It has more than {MaxParagraphs:N0} paragraphs, the most that are read.", []);
            var texts = InPages(paragraphs).ToList();
            return texts.Count == 0 ? new(null, TextState.NoText, "It has no words.", []) : new(null, TextState.Extracted, null, texts);
        }
        if (kind != FileKind.Pdf)
            return new(null, TextState.NoText, "It is a picture.", []);
        var pdf = await PdfText.ReadAsync(path, ct);
        return pdf.Problem is not null ? new(pdf.Pages, TextState.Failed, pdf.Problem, [])
            : !pdf.Texts.Any(text => text.Any(char.IsLetterOrDigit)) ? new(pdf.Pages, TextState.NoText, "It is a scan: pictures of pages, without their text.", [])
            : new(pdf.Pages, pdf.IsRecognized ? TextState.Recognized : TextState.Extracted, null, pdf.Texts);
    }

    /// <summary>Its non-empty lines: the first is paragraph 1.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line))
                yield return line.Trim();
    }

    private static IEnumerable<string> InPages(IEnumerable<string> paragraphs)
    {
        var page = new List<string>();
        var length = 0;
        foreach (var paragraph in paragraphs)
        {
            if (length > PageLength)
            {
                yield return string.Join('\n', page);
                page.Clear();
                length = 0;
            }
            page.Add(paragraph);
            length += paragraph.Length;
        }
        if (page.Count > 0)
            yield return string.Join('\n', page);
    }
}
