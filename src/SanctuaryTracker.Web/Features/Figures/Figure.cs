using SanctuaryTracker.Features.Embeds;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>What a figure shows, each at an address of its own: <c>/figures/map/{slug}</c>.</summary>
public enum FigureKind { Map, Answers, ResponsesOverTime, Deadline, Timeline, Docket }

/// <summary>A figure: the picture, what it says in words and as a table, and what it rests on.</summary>
/// <param name="Subject">The round, jurisdiction or lawsuit that it is about.</param>
/// <param name="Description">What the picture says, for those who do not see it.</param>
/// <param name="Wide">The picture for a screen's width, and for files; null if there is nothing to draw.</param>
/// <param name="Narrow">The same for a phone.</param>
/// <param name="Key">What the marks mean.</param>
/// <param name="Notes">What a reader must know so as not to misread it.</param>
/// <param name="Empty">Why there is nothing to draw.</param>
/// <param name="Numbered">What the numbers in the narrow picture stand for, from 1.</param>
/// <param name="Scope">How much of the whole it can show: what has to stand beside it where it stands alone.</param>
/// <param name="CountedFrom">The sources of what was counted and not read one by one: its rows cite none, since those of a row could be thousands.</param>
/// <param name="SaysMuch">Whether it says more than a sentence could: if not, other pages leave it out.</param>
public sealed record Figure(
    FigureKind Kind, RecordLink Subject, string Title, string Description, Drawing? Wide, Drawing? Narrow, IReadOnlyList<KeyItem> Key, IReadOnlyList<string> Notes, FigureTable Table,
    EmptyState? Empty = null, bool SaysMuch = true, IReadOnlyList<NumberedItem>? Numbered = null, string? Scope = null, IReadOnlyList<string>? CountedFrom = null)
{
    public string Path => $"/figures/{Kind.Address}/{Subject.Slug}";

    /// <summary>Of a file to download.</summary>
    public string FileName => $"{Kind.Address}-{Subject.Slug}";

    /// <summary>A frame of the usual width shows the wide picture at about two thirds of its size, and key and notes under it.</summary>
    public Embeddable Embeddable => new(Path, $"{Title}: {Subject.Title}", 300 + (int)((Wide?.Height ?? 0) * Math.Min(1, 720 / (Wide?.Width ?? 720))));

    /// <summary>How many bytes it takes to keep, about.</summary>
    internal long Weight => 2000L * Table.Rows.Count + 250L * new[] { Wide, Narrow }.OfType<Drawing>().Sum(d => d.Shapes.Count + d.Spots.Count);

    /// <summary>The sources that its rows cite, each with its day.</summary>
    public IReadOnlyList<string> Sources => CountedFrom ?? Citing.SourcesWithDays(Table.Rows.SelectMany(r => r.Evidence));
}

/// <summary>What stands in a picture's place where there is none.</summary>
public sealed record EmptyState(string Says, string Why);

/// <summary>A mark or a swatch, and what it means.</summary>
/// <param name="Mark">In a square of 16.</param>
public sealed record KeyItem(IReadOnlyList<Shape> Mark, string Words);

/// <summary>What has a number in the picture, because its name has no room there.</summary>
public sealed record NumberedItem(IReadOnlyList<Shape> Mark, string Words, string Href);

/// <summary>What a figure shows, as a table; a column without a heading is in the download only.</summary>
public sealed record FigureTable(string Caption, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows);

/// <param name="Name">In the download.</param>
/// <param name="Heading">On the page.</param>
public sealed record FigureColumn(string Name, string? Heading = null);

/// <param name="Evidence">Where the row's facts are said.</param>
public sealed record FigureRow(IReadOnlyList<FigureCell> Cells, IReadOnlyList<ICited> Evidence);

/// <param name="Words">What stands on the page.</param>
/// <param name="Href">The record that it names.</param>
/// <param name="Data">What stands in the download, if not the words.</param>
/// <param name="Mark">The mark before the words.</param>
/// <param name="IsUnknown">That the words say what is not known.</param>
public sealed record FigureCell(string Words, string? Href = null, string? Data = null, string? Mark = null, bool IsUnknown = false)
{
    public static FigureCell Only(object? data) => new("", Data: data is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : data?.ToString() ?? "");
}

public static class FigureKinds
{
    extension(FigureKind kind)
    {
        /// <summary>As it stands in addresses: <c>responses-over-time</c>.</summary>
        public string Address => Text.Sentence(kind.ToString()).ToLowerInvariant().Replace(' ', '-');

        /// <summary>The kind of record that it is about.</summary>
        public RecordKind Subject => kind switch
        {
            FigureKind.Timeline => RecordKind.Jurisdiction,
            FigureKind.Docket => RecordKind.Lawsuit,
            _ => RecordKind.Campaign,
        };
    }

    public static FigureKind? Find(string address) => Enum.GetValues<FigureKind>().Where(k => k.Address == address).Select(k => (FigureKind?)k).FirstOrDefault();

    /// <summary>What is cited for a field or row or, if nothing is, for the whole record.</summary>
    internal static IEnumerable<ICited> For(this IReadOnlyCollection<ICited> evidence, string field) => evidence.Any(e => e.Field == field) ? evidence.Where(e => e.Field == field) : evidence.Where(e => e.Field is null);

    /// <summary>Where each row's facts are said, in short: “CBS ¶1; Seattle Times ¶21”.</summary>
    internal static string InShort(this IEnumerable<ICited> evidence) =>
        string.Join("; ", evidence.Where(e => e.Bearing != Bearing.Disputes).Select(e => $"{e.SourceName}{(e.Paragraph is { } p ? $" ¶{p}" : e.Page is { } page ? $" page {page}" : "")}").Distinct());
}
