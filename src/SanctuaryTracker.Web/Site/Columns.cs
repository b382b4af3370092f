using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

public static class Columns
{
    extension<T>(IReadOnlyList<Column<T>> all)
    {
        /// <summary>The columns that a query names, in the order of the table; null if it names none.</summary>
        /// <param name="names">Each one name or several with commas between, as a form or a link spells them.</param>
        public IReadOnlyList<Column<T>>? Named(string?[]? names)
        {
            var wanted = (names ?? []).OfType<string>().SelectMany(n => n.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
            if (wanted.FirstOrDefault(n => all.All(c => c.Name != n)) is { } unknown)
                throw new BadQueryException("columns", $"There is no column “{unknown}”; there are: {string.Join(", ", all.Select(c => c.Name))}.");
            return wanted.Count == 0 ? null : [.. all.Where(c => wanted.Contains(c.Name))];
        }

        /// <summary>The same for a page, which has room for some beside the one that leads to the record.</summary>
        /// <param name="first">What that one says, which need not be said twice.</param>
        public ColumnChoice ChoiceOf(string?[]? names, string first, params IReadOnlyList<string> usual)
        {
            const int Most = ColumnChoice.Most;
            var chosen = all.Named(names);
            if (chosen?.Count > Most)
                throw new BadQueryException("columns", $"A page has room for {Most} columns; the CSV takes any number.");
            return new([.. all.Where(c => c.Name != first).Select(c => new Choice(c.Name, c.Words))], [.. chosen?.Select(c => c.Name) ?? usual], chosen is not null);
        }
    }
}

/// <summary>A list to download whole: the same rows, in the same order, as its pages.</summary>
public static class ListDownload
{
    /// <summary>The slug of the record that a row is about, the columns wanted, and the record's address.</summary>
    public static Csv<T> Of<T>(HttpContext context, TrackerDb db, string list, IAsyncEnumerable<T> rows, Func<T, RecordLink> about, IReadOnlyList<Column<T>> columns, string?[]? wanted) =>
        new(NameOf(list, context.Request.Query), db.AtOnceAsync(rows), [new("slug", row => about(row).Slug), .. columns.Named(wanted) ?? columns, new("address", row => context.Request.Absolute(about(row).Path))]);

    /// <summary>After the list and its filters, so that a part is not taken for the whole: <c>letters-state-ca</c>.</summary>
    private static string NameOf(string list, IQueryCollection query) =>
        Text.Slug(string.Join(' ', [list, .. query.Where(p => p.Key is not ("columns" or "sort")).Select(p => $"{p.Key} {p.Value}")]));

    /// <summary>What a row rests on: the fields that nothing firmer than an inference supports, <c>record</c> for the whole of it; those that a source speaks against; and every place cited.</summary>
    public static IEnumerable<Column<T>> Basis<T>(Func<T, IEnumerable<ICited>> evidence) =>
    [
        new("inferred", row => Several(evidence(row).Where(c => c.Bearing == Bearing.Supports).GroupBy(c => c.Field).Where(field => field.All(c => c.Basis == Model.Basis.Inferred)).Select(field => field.Key ?? "record")))
        {
            Words = "What is inferred", Meaning = "The fields that nothing firmer than an inference supports; “record” for the whole of it.",
        },
        new("disputed", row => Several(evidence(row).Where(c => c.Bearing == Bearing.Disputes).Select(c => c.Field ?? "record").Distinct()))
        {
            Words = "What is disputed", Meaning = "The fields that a source speaks against; “record” for the whole of it.",
        },
        new("citations", row => Several(evidence(row).Select(c => c.Paragraph is { } n ? $"{c.Source} ¶{n}" : $"{c.Source} page {c.Page}").Distinct()))
        {
            Words = "Known from", Meaning = "Each place cited: a source’s slug with the paragraph or page.",
        },
    ];

    /// <summary>Slugs, or words, with semicolons between.</summary>
    public static string Several(IEnumerable<string> values) => string.Join("; ", values);
}
