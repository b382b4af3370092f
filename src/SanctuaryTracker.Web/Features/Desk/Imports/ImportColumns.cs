using System.Reflection;
using System.Text.RegularExpressions;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>A column that a file can have.</summary>
/// <param name="Name">What heads it.</param>
/// <param name="Options">The words that it takes; empty if it takes any.</param>
public sealed record ImportColumn(string Name, string Label, string? Meaning, bool IsRequired, IReadOnlyList<string> Options);

/// <summary>The columns of the files of each kind: the fields of its content, by the paths that forms and the API name them by, and what says which record a row is.</summary>
/// <remarks>A field of a citation by itself is that of the row’s first: <c>paragraph</c> is <c>citations[0].paragraph</c>.</remarks>
public static partial class ImportColumns
{
    public const string Slug = "slug";
    public const string Version = "version";
    public const string IsAnother = "is_another";

    /// <summary>Between the entries of a list.</summary>
    public const char Divider = '|';

    private const string FirstCitation = "citations[0].";
    private const int MaxRows = 50;

    private static readonly ImportColumn[] OfRow =
    [
        new(Slug, "Record", "The record that the row changes, by the last part of its address. Leave it empty for a new one.", false, []),
        new(Version, "Version", "The version that you saw of the record that the row changes.", false, []),
        new(IsAnother, "Another", "Write true where a row is said to be doubtful and is another record all the same.", false, ["true", "false"]),
    ];

    /// <summary>The path in the content that a column’s head names; null if it names none.</summary>
    public static string? PathOf(RecordKind kind, string head)
    {
        var type = Content.Types[kind];
        return IsField(type, head) ? head : IsField(typeof(CitationContent), head) ? FirstCitation + head : IsRowField(type, head) ? head : null;
    }

    /// <summary>Whether a column’s cells hold lists.</summary>
    public static bool IsList(RecordKind kind, string path)
    {
        var type = Content.Types[kind];
        if (Row().Match(path) is { Success: true } row)
            (type, path) = (RowTypeOf(type, row.Groups["list"].Value)!, row.Groups["field"].Value);
        return TypedFields.ItemType(PropertyOf(type, path)!.PropertyType) is not null;
    }

    /// <summary>Every column of a kind’s files, those that most rows need first.</summary>
    public static IReadOnlyList<ImportColumn> Of(RecordKind kind)
    {
        var fields = FormShape.Of(kind);
        var own = fields.Where(f => f.Control != Control.Rows).OrderByDescending(f => f.IsRequired && f.Default is null).ThenByDescending(f => f.IsBasic).Select(f => Column(f, f.Name)).ToList();
        var citation = fields.First(f => f.Name == "citations").Row.Select(f => Column(f, PathOf(kind, f.Name) == FirstCitation + f.Name ? f.Name : FirstCitation + f.Name));
        return [.. own, .. citation, .. OfRow, .. fields.Where(f => f.Control == Control.Rows && f.Name != "citations").SelectMany(f => f.Row.Select(r => Column(r, $"{f.Name}[0].{r.Name}") with { Label = $"{f.Label}: {r.Label}" }))];
    }

    private static ImportColumn Column(FormField field, string name) =>
        new(name, field.Name is "page" or "basis" or "bearing" ? Words.FieldInWords(field.Name) : field.Label, $"{field.Hint}{(field.Control is Control.Choices or Control.Pickers or Control.Lines ? $" Several: with {Divider} between." : "")}".Replace("One a line. Several", "Several", StringComparison.Ordinal).Trim(), field.IsRequired && field.Default is null, [.. field.Options.Select(o => o.Value)]);

    private static bool IsField(Type type, string name) => PropertyOf(type, name) is { } property && TypedFields.RowType(property.PropertyType) is null;

    private static bool IsRowField(Type type, string head) =>
        Row().Match(head) is { Success: true } row && int.Parse(row.Groups["n"].ValueSpan) < MaxRows && RowTypeOf(type, row.Groups["list"].Value) is { } entry && IsField(entry, row.Groups["field"].Value);

    private static Type? RowTypeOf(Type type, string list) => PropertyOf(type, list) is { } property ? TypedFields.RowType(property.PropertyType) : null;

    private static PropertyInfo? PropertyOf(Type type, string name) => TypedFields.Properties(type).FirstOrDefault(p => TypedFields.NameOf(p) == name && p.Name != nameof(IKeyed.Key));

    [GeneratedRegex(@"^(?<list>[a-z_]+)\[(?<n>[0-9]{1,2})\]\.(?<field>[a-z_0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
