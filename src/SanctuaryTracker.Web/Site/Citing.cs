using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>What the site shows, in words that can be taken away: the claim, where it is printed, and where and when this record has it.</summary>
public static class Citing
{
    /// <summary>The claim, and this record as its keeper.</summary>
    /// <param name="path">The address on this site.</param>
    /// <param name="version">Of the record at that address.</param>
    public static string Cite(this HttpRequest request, string claim, string path, int version, DateOnly today) =>
        $"{claim} SanctuaryTracker, {request.Absolute(path)}, version {version}, record as of {PartialDate.Of(today).InWords()}.";

    /// <summary>The same of a list, which has no version of its own.</summary>
    /// <param name="change">The last change to the record: as it stood then, it can be had for good.</param>
    public static string CiteList(this HttpRequest request, string claim, string path, int change, DateOnly today) =>
        $"{claim} SanctuaryTracker, {request.Absolute(path)}, record after change {change}, as of {PartialDate.Of(today).InWords()}.";

    /// <summary>“The Seattle Times, 24 January 2018, ¶6, ¶7; CBS Los Angeles, 24 January 2018, ¶1”.</summary>
    public static string Sources(IEnumerable<ICited> citations) =>
        string.Join("; ", citations.GroupBy(c => c.Source).Select(source => string.Join(", ",
        [
            source.First().Publisher,
            source.First().PublishedOn?.InWords() ?? "undated",
            .. source.Select(c => (c.Paragraph, c.Page)).Distinct().OrderBy(p => p).Select(p => p.Paragraph is { } n ? $"¶{n}" : $"page {p.Page}"),
        ])));

    /// <summary>Each source once, in short: “CBS, 24 January 2018”.</summary>
    public static IReadOnlyList<string> SourcesWithDays(IEnumerable<ICited> citations) =>
        SourcesWithDays(citations.Select(c => (c.SourceName, c.PublishedOn)));

    public static IReadOnlyList<string> SourcesWithDays(IEnumerable<(string Name, PartialDate? PublishedOn)> sources) =>
        [.. sources.Select(s => s.Name + (s.PublishedOn is { } on ? $", {on.InWords()}" : "")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A sentence of ours and the sources it rests on.</summary>
    public static string Claim(string sentence, IEnumerable<ICited> citations) =>
        Sources(citations) is { Length: > 0 } sources ? $"{Words.Ended(sentence)} Source: {sources}." : Words.Ended(sentence);

    /// <summary>A row of a table as a sentence: what it is about, and each cell that has something to say.</summary>
    public static string Row(string subject, params IEnumerable<string?> cells) =>
        $"{subject}: {string.Join("; ", cells.Where(c => !string.IsNullOrEmpty(c)))}";

    /// <summary>The id of a field's fact on its record's page.</summary>
    public static string Anchor(string field) => $"fact-{field.Replace('/', '-')}";
}

/// <summary>Words that a source prints between quotation marks, with who said them.</summary>
/// <param name="Printed">Every place that prints it.</param>
public sealed record Quotation(string Text, string Who, KnownDate Day, IReadOnlyList<CitationItem> Printed)
{
    public string Claim =>
        $"“{Text}” {Who}, {Day.InWords ?? "undated in the source"}, as printed in {Citing.Sources(Printed)}.";

    public static IEnumerable<Quotation> Of(ResponseItem response) =>
        Of(response.Citations, response.Speakers.Count == 0 ? response.Respondent : string.Join("; ", response.Speakers.Select(s => InOffice(s.Name, s.Office))), response.Made);

    public static IEnumerable<Quotation> Of(StatementItem statement) =>
        Of(statement.Citations, InOffice(statement.Speaker ?? statement.Attribution!, statement.Office), statement.Made);

    private static IEnumerable<Quotation> Of(IReadOnlyList<CitationItem> citations, string who, KnownDate day) =>
        from text in citations.SelectMany(c => c.Quotations).Distinct()
        select new Quotation(text, who, day, [.. citations.Where(c => c.Quotations.Contains(text))]);

    private static string InOffice(string name, string? office) => office is null ? name : $"{name}, {office}";
}
