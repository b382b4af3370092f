using System.Security.Cryptography;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Verifies that each quotation of a seed stands, between quotation marks, in the paragraph it cites.</summary>
public static class QuotationCheck
{
    /// <param name="articles">A folder of texts; a source's text is the one whose SHA-256 the source gives.</param>
    /// <returns>How many citations were checked, and what is wrong.</returns>
    public static (int Checked, List<Problem> Problems) Run(IReadOnlyList<(RecordKind Kind, string Slug, Content Content)> seed, string articles)
    {
        var texts = Directory.EnumerateFiles(articles, "*.txt")
            .ToDictionary(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), path => File.ReadAllLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).ToArray());
        var sources = seed.Where(r => r.Content is SourceContent).ToDictionary(r => r.Slug, r => (SourceContent)r.Content);
        var problems = new List<Problem>();
        foreach (var (slug, source) in sources)
            if (source.TextSha256 is null || !texts.TryGetValue(source.TextSha256, out var lines))
                problems.Add(new("text_sha256", "No text in the folder has this checksum.", $"sources/{slug}"));
            else if (source.Paragraphs != lines.Length)
                problems.Add(new("paragraphs", $"The text has {lines.Length} non-empty lines.", $"sources/{slug}"));

        var count = 0;
        foreach (var (kind, slug, content) in seed)
            foreach (var citation in content.Citations)
            {
                if (sources.GetValueOrDefault(citation.Source ?? "")?.TextSha256 is not { } checksum || !texts.TryGetValue(checksum, out var lines))
                    continue;
                count++;
                var paragraph = citation.Paragraph is { } n && n <= lines.Length ? Printed.Fold(lines[n - 1]) : "";
                foreach (var quotation in citation.Quotations.Where(q => !Printed.HasBetweenMarks(paragraph, Printed.Fold(q))))
                    problems.Add(new(citation.Key ?? "", $"Paragraph {citation.Paragraph} does not print between quotation marks: {quotation}", $"{kind.Path}/{slug}"));
            }
        return (count, problems);
    }
}
