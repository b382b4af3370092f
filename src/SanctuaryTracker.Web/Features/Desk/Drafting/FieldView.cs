using System.Text.Json.Nodes;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>One control of the form: its field, its path, what was typed, and what is wrong with it.</summary>
/// <param name="Of">What tells it from others of the same label: “copy 2”.</param>
/// <param name="Targets">What a citation can bear on, in its record.</param>
public sealed record FieldView(FormField Field, string Path, JsonNode? Value, EditModel Page, string? Of, IReadOnlyList<(string Value, string Words)> Targets)
{
    public string Id => EditModel.Id(Path);

    public string? Error => Page.ErrorOf(Id);

    public string Text => Value switch
    {
        JsonValue value => value.ToString(),
        JsonArray list => string.Join('\n', TypedFields.Entries(list)),
        _ => "",
    };

    public string? DescribedBy => string.Join(' ', new[] { Error is null ? null : $"{Id}-error", Field.Hint is null ? null : $"{Id}-hint" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public string? Invalid => Error is null ? null : "true";

    /// <summary>Whether something in it, or in its rows, was typed or is to be mended.</summary>
    public bool IsInUse => Field.Control == Control.Choice && Field.IsRequired ? Text.Length > 0 && Text != Field.Default : Text.Length > 0 || Value is JsonArray { Count: > 0 } || Error is not null;

    public IEnumerable<FieldView> FieldsOf(int row, JsonNode? entry) =>
        Field.Row.Select(f => new FieldView(f, $"{Path}[{row}].{f.Name}", entry?[f.Name], Page, $"{One} {row + 1}{(Of is null ? "" : $", {Of}")}", Targets));

    /// <summary>What one of its rows is called.</summary>
    public string One => Field.Name switch { "copies" => "person copied", "non_receipts" => "place that did not get it", "related_cases" => "related case", "parties" => "party", _ => Field.Name.TrimEnd('s') };

    /// <summary>What is chosen stands first, in its own order, which is the content's.</summary>
    public IEnumerable<(string Value, string Words)> InOrderOf(IReadOnlyList<(string Value, string Words)> options)
    {
        var chosen = TypedFields.Entries(Value).ToList();
        return options.OrderBy(o => chosen.IndexOf(o.Value) is >= 0 and var at ? at : int.MaxValue);
    }

    private bool IsShort => Field.Control is Control.Line or Control.Date or Control.Number or Control.Choice or Control.Picker;

    /// <summary>Short controls stand side by side, three or else two in a line; long ones alone.</summary>
    public static IEnumerable<FieldView[]> Lines(IEnumerable<FieldView> fields)
    {
        var line = new List<FieldView>();
        foreach (var field in fields.Append(null))
        {
            if (field is { IsShort: true })
            {
                line.Add(field);
                continue;
            }
            foreach (var part in line.Chunk(line.Count == 4 ? 2 : 3))
                yield return part;
            line.Clear();
            if (field is not null)
                yield return [field];
        }
    }
}

/// <summary>One part of the form.</summary>
public sealed record PartView(EditModel Page, int Number)
{
    public DraftPart Part => Page.Parts[Number];

    public string Path => $"parts[{Number}]";

    public IReadOnlyList<FieldView> Fields => [.. FormShape.Of(Part.Kind).Select(f => new FieldView(f, $"{Path}.fields.{f.Name}", Part.Fields[f.Name], Page, Number == 0 ? null : Drafts.LabelOf(Page.Parts, Number).ToLowerInvariant(), Targets))];

    private IReadOnlyList<(string, string)> Targets =>
    [
        ("", $"The whole {Part.Kind.ToString().ToLowerInvariant()}"),
        .. FormShape.Of(Part.Kind).Where(f => f.Name is not ("citations" or "none" or "not_applicable")).SelectMany(f =>
            (Part.Fields[f.Name] as JsonArray ?? []).OfType<JsonObject>().Where(r => r["key"] is not null)
                .Select(r => ($"{f.Name}/{r["key"]}", $"{f.Label}: {string.Join(", ", r.Where(v => v.Key is not ("key" or "held") && f.Row.Any(c => c.Name == v.Key && c.Control != Control.Hidden) && v.Value?.ToString() is { Length: > 0 }).Select(v => v.Value))}")).Prepend((f.Name, f.Label))),
    ];
}
