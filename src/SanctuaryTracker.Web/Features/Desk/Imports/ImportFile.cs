using System.Text.Json.Nodes;
using CsvHelper;
using Microsoft.Extensions.Primitives;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="Row">As a spreadsheet counts them: the heads are row 1. Null for the file as a whole.</param>
/// <param name="Column">The column’s head; empty for the row as a whole.</param>
public sealed record ImportProblem(int? Row, string Column, string Message);

/// <summary>One row: the texts of a content, and which record it is to be.</summary>
/// <param name="Number">As a spreadsheet counts it.</param>
public sealed record ImportRow(int Number, string? Slug, int? Version, bool IsAnother, JsonObject Fields);

/// <summary>A CSV file, read as far as it can be.</summary>
public sealed record ImportFile(RecordKind Kind, IReadOnlyDictionary<string, string> HeadByPath, IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    public const int MaxBytes = 25 << 20;
    public const int MaxRows = 50_000;
    private const int MaxColumns = 200;
    private const int MaxCells = 1_000_000;
    private const int MaxCell = 20_000;
    private const int MaxRecord = 1 << 20;
    private const string WhatIsTaken = "Save it as CSV in UTF-8, with commas between the columns.";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',', HasHeader = false, SkipEmptyLines = false, DetectSeparatorHint = false, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = MaxRecord, IncludeValuesInExceptions = false,
    };

    /// <param name="name">The file’s own, by which it is named where it is refused.</param>
    public static ImportFile Read(RecordKind kind, byte[] file, string name)
    {
        var problem = file.Length == 0 ? "The file is empty."
            : file.Length > MaxBytes ? $"It is larger than {MaxBytes >> 20} MB. Divide it into several files."
            : FileKind.Of(file) is var found && found != FileKind.Text ? $"“{name}” is {found.Name}. {WhatIsTaken}"
            : null;
        return problem is null ? Read(kind, FileKind.Decode(file)) : new(kind, new Dictionary<string, string>(), [], [new(null, "", problem)]);
    }

    private static ImportFile Read(RecordKind kind, string text)
    {
        var problems = new List<ImportProblem>();
        var rows = new List<ImportRow>();
        var heads = new List<Head?>();
        var (number, filled) = (1, 0);
        try
        {
            using var csv = CsvReader.FromText(text, Options);
            if (csv.Read())
                heads = ReadHeads(kind, Cells(csv), problems);
            for (number++; heads.Count > 0 && csv.Read(); number++)
            {
                var cells = Cells(csv);
                if (cells.TrueForAll(c => c.Length == 0))
                    continue;
                if (rows.Count == MaxRows || (filled += cells.Count(c => c.Length > 0)) > MaxCells)
                {
                    problems.Add(new(null, "", $"It has more than {MaxRows:N0} rows, or {MaxCells:N0} cells. Divide it into several files."));
                    break;
                }
                rows.Add(ReadRow(number, heads, cells, problems));
            }
        }
        catch (CsvFormatException)
        {
            problems.Add(new(number, "", "The row cannot be read: a quotation mark is not closed, or stands within a cell that is not in quotation marks. Write it twice within a cell that is."));
        }
        if (problems.Count == 0 && rows.Count == 0)
            problems.Add(new(null, "", "There are no rows below the heads."));
        return new(kind, heads.OfType<Head>().Where(h => h.Path is not null).ToDictionary(h => h.Path!, h => h.Name), rows, problems);
    }

    /// <summary>The column that a problem’s path stands in, or would.</summary>
    public string ColumnOf(string path) =>
        HeadByPath.TryGetValue(path, out var head) ? head
        : HeadByPath.FirstOrDefault(h => h.Key.StartsWith($"{path}[", StringComparison.Ordinal) || path.StartsWith($"{h.Key}[", StringComparison.Ordinal)) is { Value: { } within } ? within
        : path;

    /// <param name="Path">Where its cells stand in the content; null for what tells which record a row is.</param>
    private sealed record Head(string Name, string? Path, bool IsList);

    private static List<Head?> ReadHeads(RecordKind kind, List<string> names, List<ImportProblem> problems)
    {
        if (names.Count == 1 && names[0].AsSpan().ContainsAny(';', '\t'))
            problems.Add(new(1, "", $"The columns are not divided by commas. {WhatIsTaken}"));
        else if (names.Count > MaxColumns)
            problems.Add(new(1, "", $"There are more than {MaxColumns} columns."));
        if (problems.Count > 0)
            return [];
        var heads = names.Select(n => n.ToLowerInvariant()).Select(n => n.Length == 0 ? null : n is ImportColumns.Slug or ImportColumns.Version or ImportColumns.IsAnother ? new Head(n, null, false)
            : ImportColumns.PathOf(kind, n) is { } path ? new Head(n, path, ImportColumns.IsList(kind, path)) : Unknown(n)).ToList();
        foreach (var twice in heads.OfType<Head>().GroupBy(h => h.Path ?? h.Name).Where(g => g.Count() > 1))
            problems.Add(new(1, twice.First().Name, "There are two columns for this."));
        if (problems.Count == 0 && !heads.Exists(h => h?.Path is not null))
            problems.Add(new(1, "", "The first row has to name the columns: see the template."));
        return problems.Count > 0 ? [] : heads;

        Head? Unknown(string name)
        {
            problems.Add(new(1, Text.Cut(name, 100), $"No field of a {kind.ToString().ToLowerInvariant()} is called so. See the guide to the columns, or leave the column out."));
            return null;
        }
    }

    private static ImportRow ReadRow(int number, List<Head?> heads, List<string> cells, List<ImportProblem> problems)
    {
        var values = new List<KeyValuePair<string, StringValues>>();
        string? slug = null;
        int? version = null;
        var isAnother = false;
        if (cells.Skip(heads.Count).Any(c => c.Length > 0))
            problems.Add(new(number, "", $"The row has {cells.Count} cells, and there are {heads.Count} columns."));
        foreach (var (head, cell) in heads.Zip(cells))
        {
            if (cell.Length == 0 || head is null)
                continue;
            if (cell.Length > MaxCell)
                problems.Add(new(number, head.Name, $"Keep it to {MaxCell:N0} characters."));
            else if (head.Path is { } path)
                values.Add(new(path, head.IsList ? cell.Split(ImportColumns.Divider, '\n').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToArray() : (StringValues)cell));
            else if (head.Name == ImportColumns.Slug)
                slug = cell.Split('/')[^1];
            else if (head.Name == ImportColumns.Version && int.TryParse(cell, out var given))
                version = given;
            else if (head.Name == ImportColumns.IsAnother && cell.ToLowerInvariant() is "true" or "false")
                isAnother = cell.Equals("true", StringComparison.OrdinalIgnoreCase);
            else
                problems.Add(new(number, head.Name, head.Name == ImportColumns.Version ? "Give a whole number." : "Give true or false."));
        }
        return new(number, slug, version, isAnother, TypedFields.Read(values));
    }

    private static List<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(i => Plain(csv.GetString(i)?.Trim() ?? ""))];

    /// <summary>The cell as it was before our own CSV kept spreadsheets from taking it for a formula.</summary>
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
