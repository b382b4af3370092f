using System.Linq.Expressions;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A record, as others name it.</summary>
/// <param name="Kind">Its kind.</param>
public sealed record RecordLink(RecordKind Kind, string Slug, string Title)
{
    /// <summary>Its page's address.</summary>
    public string Path => $"/{Kind.Path}/{Slug}";
}

/// <summary>Where one fact is said, in short.</summary>
/// <param name="Field">The field or row it is about (<c>sent_on</c>, <c>copies/durkan</c>); null for the whole record.</param>
/// <param name="Source">The source's slug.</param>
/// <param name="SourceName">The publisher, in short.</param>
/// <param name="PublishedOn">The source's own date.</param>
/// <param name="AsReported">The source's own wording for names, numbers and dates; ours otherwise.</param>
/// <param name="Origin">Citations of one origin confirm a fact once.</param>
public sealed record Evidence(string? Field, string Source, string SourceName, string Publisher, PartialDate? PublishedOn, int? Paragraph, string? Page, string? AsReported, Basis Basis, Bearing Bearing, string Origin) : ICited
{
    internal static readonly Expression<Func<Citation, Evidence>> From = c =>
        new(c.Field, c.Source.Record.Slug, c.Source.ShortName ?? c.Source.Publisher, c.Source.Publisher, c.Source.PublishedOn, c.Paragraph, c.Page, c.AsReported, c.Basis, c.Bearing, c.Origin);
}

/// <summary>A place in a source, and what it says there.</summary>
/// <param name="Path">The fact's permanent address, at the site and, after <c>/api/v1</c>, at the API.</param>
/// <param name="Version">Of the record whose fact it is.</param>
/// <param name="Key">Permanent within its record.</param>
/// <param name="Field">The field or row it is about (<c>sent_on</c>, <c>copies/durkan</c>); null for the whole record.</param>
/// <param name="Source">The source's slug.</param>
/// <param name="Paragraph">Counted over the non-empty lines of the text from 1.</param>
/// <param name="AsReported">The source's own wording for names, numbers and dates; ours otherwise.</param>
/// <param name="Quotations">What the source prints between quotation marks.</param>
/// <param name="Reasoning">Why it is inferred; null if it is stated.</param>
/// <param name="Origin">Citations of one origin confirm a fact once.</param>
public sealed record CitationItem(
    string Path, int Version, string Key, string? Field, string Source, string SourceName, string Publisher, PartialDate? PublishedOn, int? Paragraph, string? Page,
    string? AsReported, IReadOnlyList<string> Quotations, Basis Basis, string? Reasoning, Bearing Bearing, string Origin) : ICited
{
    internal static readonly Expression<Func<Citation, CitationItem>> From = c =>
        new(PathOf(c.Record.Kind, c.Record.Slug, c.Key!), c.Record.Version, c.Key!, c.Field, c.Source.Record.Slug, c.Source.ShortName ?? c.Source.Publisher, c.Source.Publisher, c.Source.PublishedOn, c.Paragraph, c.Page,
            c.AsReported, c.Quotations, c.Basis, c.Reasoning, c.Bearing, c.Origin);

    private static string PathOf(RecordKind kind, string slug, string key) => $"/citations/{kind.Path}/{slug}/{key}";

    /// <summary>“Stated in The Seattle Times, 24 January 2018, ¶21: received letters Wednesday.”</summary>
    internal string Claim
    {
        get
        {
            var said = Bearing switch
            {
                Bearing.Disputes => "Disputed by",
                Bearing.Compatible => "In vaguer words in",
                _ when Basis == Basis.Inferred => "Inferred by SanctuaryTracker from",
                _ when IsWordForDate => "Worked out by SanctuaryTracker from",
                _ => "Stated in",
            };
            var words = string.Join(" ", Quotations.Select(q => $"“{q}”").Prepend(AsReported).OfType<string>());
            return $"{said} {Citing.Sources([this])}{(words.Length > 0 ? $": {Words.Ended(words)}" : ".")}";
        }
    }

    /// <summary>That the passage has a word for the day, such as “Wednesday”, from which the date was worked out.</summary>
    internal bool IsWordForDate => Field is not null && KnownDate.WorkedOut([this], Field) is not null;

    /// <summary>“¶7”, or the page.</summary>
    internal string Place => Paragraph is { } n ? $"¶{n}" : Page ?? "";
}

/// <summary>A citation, and the record whose fact rests on it.</summary>
public sealed record CitedFact(RecordLink Record, CitationItem Citation)
{
    internal static readonly Expression<Func<Citation, CitedFact>> From =
        ((Expression<Func<Citation, CitationItem, CitedFact>>)((c, item) => new(new RecordLink(c.Record.Kind, c.Record.Slug, c.Record.Title), item))).With(CitationItem.From);
}

/// <summary>That something in a record was wrong and was put right.</summary>
/// <param name="ChangeNumber">The change that put it right.</param>
/// <param name="At">UTC.</param>
/// <param name="Note">What was wrong, and what is right.</param>
public sealed record CorrectionItem(int ChangeNumber, DateTime At, string Note);

/// <summary>What a record's page and its API answer share, whatever its kind.</summary>
/// <param name="Slug">Permanent.</param>
/// <param name="Version">Rises by one with each change.</param>
/// <param name="None">Fields said to be none.</param>
/// <param name="NotApplicable">Fields said not to apply.</param>
/// <param name="Documents">Files that belong to it.</param>
/// <param name="Corrections">What of it was put right, newest first.</param>
/// <param name="TookOver">The slugs of records of its kind that were merged into it: their addresses lead here.</param>
public sealed record RecordInfo(
    RecordKind Kind, string Slug, string Title, int Version, DateTime ChangedAt, IReadOnlyList<string> None, IReadOnlyList<string> NotApplicable, IReadOnlyList<DocumentItem> Documents, IReadOnlyList<CitationItem> Citations, IReadOnlyList<CorrectionItem> Corrections, IReadOnlyList<string> TookOver)
{
    /// <summary>What is cited for one field, a row or, if nothing is, for the whole record.</summary>
    internal IEnumerable<CitationItem> For(string field) =>
        Citations.Any(c => c.Field == field) ? Citations.Where(c => c.Field == field) : Citations.Where(c => c.Field is null);
}
