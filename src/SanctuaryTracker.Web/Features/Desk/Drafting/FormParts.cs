using System.Text.Json.Nodes;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>The parts of a draft as the form sends them, and what its buttons do with them.</summary>
public static class FormParts
{
    /// <returns>Null if the form has none, too many, or one of no kind.</returns>
    public static List<DraftPart>? Read(IFormCollection form)
    {
        var fields = TypedFields.Read(form.Where(f => f.Key.StartsWith("parts[", StringComparison.Ordinal)));
        var typed = (fields["parts"] as JsonArray ?? []).OfType<JsonObject>().Select(Read).ToList();
        return typed.Count is 0 or > EditModel.MaxParts || typed.Exists(p => p is null) ? null : typed.ConvertAll(p => p!);
    }

    /// <summary>Adds or drops a row or a part.</summary>
    /// <returns>The id of what to go to; null if the action is another.</returns>
    public static string? Change(this List<DraftPart> parts, string action)
    {
        switch (action.Split(':', 4))
        {
            case ["add", var n, var list] when parts.At(n) is { } at && FormShape.Of(parts[at].Kind).FirstOrDefault(f => f.Name == list) is { Control: Control.Rows or Control.Pickers } field:
                if (parts[at].Fields[list] is not JsonArray rows)
                    parts[at].Fields[list] = rows = [];
                rows.Add(field.Control == Control.Rows ? new JsonObject { ["key"] = NewKey() } : (JsonNode)JsonValue.Create("")!);
                return EditModel.Id($"parts[{at}].fields.{list}[{rows.Count - 1}]");
            case ["bring", var name] when parts.Count < EditModel.MaxParts && Enum.TryParse<RecordKind>(name, out var kind) && Enum.IsDefined(kind):
                parts.Add(new(kind) { Fields = Brought(parts, kind) });
                return EditModel.Id($"parts[{parts.Count - 1}]");
            case ["attach", var n] when parts.At(n) is { } at:
                return EditModel.Id($"parts[{at}].fields.documents");
            case ["remove", var n, var list, var row] when parts.At(n) is { } at && parts[at].Fields[list] is JsonArray entries && int.TryParse(row, out var i) && i >= 0 && i < entries.Count:
                entries.RemoveAt(i);
                return EditModel.Id($"parts[{at}].fields.{list}");
            case ["drop", var n] when parts.At(n) is { } at && parts.Count > 1:
                parts.RemoveAt(at);
                return "main";
            default:
                return null;
        }
    }

    /// <summary>Lets a new record name the one that it is about.</summary>
    public static void Prefill(DraftPart part, string about)
    {
        if (!RecordPaths.TryParse(about, out var kind, out var slug))
            return;
        foreach (var property in TypedFields.Properties(Model.Content.Types[part.Kind]))
            if (property.GetCustomAttributes(typeof(NamesAttribute), false) is [NamesAttribute names] && names.Kinds.Contains(kind) && TypedFields.NameOf(property) is var name && name is not ("within" or "follows"))
            {
                JsonNode value = names.Kinds.Count == 1 ? slug : about;
                part.Fields[name] = TypedFields.ItemType(property.PropertyType) is null ? value : new JsonArray(value);
                return;
            }
    }

    /// <summary>A part’s number as a form gives it; null if there is no such part.</summary>
    public static int? At(this List<DraftPart> parts, string number) => int.TryParse(number, out var at) && at >= 0 && at < parts.Count ? at : null;

    /// <summary>The id of the control that a problem concerns; null if there is none.</summary>
    public static string? ControlOf(this List<DraftPart> parts, PartProblem problem)
    {
        if (problem.Part is not { } at)
            return problem.Field is "reason" or "correction" ? problem.Field : null;
        var names = problem.Field.Split('/')[0].Split('.');
        var top = names[0].Split('[')[0];
        if (FormShape.Of(parts[at].Kind).FirstOrDefault(f => f.Name == top) is not { } field)
            return EditModel.Id($"parts[{at}]");
        var isEntry = field.Control is Control.Rows or Control.Pickers && names[0].Contains('[', StringComparison.Ordinal);
        if (isEntry && names.Length > 1 && field.Row.Any(f => f.Name == names[1] && f.Control == Control.Hidden))
            return EditModel.Id($"parts[{at}].fields.{names[0]}");
        return EditModel.Id($"parts[{at}].fields.{(isEntry ? names[0] : top)}{(isEntry && names.Length > 1 ? $".{names[1].Split('[')[0]}" : "")}");
    }

    internal static string NewKey() => Guid.NewGuid().ToString("N")[..6];

    private static DraftPart? Read(JsonObject typed)
    {
        string? Text(string name) => typed[name] is JsonValue value && value.GetValue<string>() is { Length: > 0 } text ? text : null;
        if (!Enum.TryParse<RecordKind>(Text("kind"), out var kind) || !Enum.IsDefined(kind))
            return null;
        return new(kind) { Slug = Text("slug"), BasedOn = int.TryParse(Text("based_on"), out var version) ? version : null, IsAnother = Text("is_another") == "true", Fields = typed["fields"]?.DeepClone() as JsonObject ?? [] };
    }

    /// <summary>A part brought along starts from what the first one says already.</summary>
    private static JsonObject Brought(List<DraftPart> parts, RecordKind kind)
    {
        var fields = new JsonObject();
        if (kind == RecordKind.Jurisdiction && (parts[0].Fields["jurisdiction"] as JsonValue)?.GetValue<string>() is { Length: > 0 } place && place.Split(", ", 2) is var named)
        {
            fields["name"] = named[0];
            if (named.Length == 2 && States.Names.FirstOrDefault(s => s.Value == named[1] || s.Key == named[1]).Key is { } state)
                fields["state"] = state;
        }
        if (kind is RecordKind.Response or RecordKind.Statement && parts[0].Kind is RecordKind.Letter or RecordKind.Campaign)
        {
            fields[kind == RecordKind.Response ? "answers" : "about"] = kind == RecordKind.Response ? Drafts.LabelOf(parts, 0) : new JsonArray(Drafts.LabelOf(parts, 0));
            if (kind == RecordKind.Response)
                fields["jurisdiction"] = parts[0].Fields["jurisdiction"]?.DeepClone();
        }
        if (kind is not (RecordKind.Source or RecordKind.Jurisdiction))
            fields["citations"] = new JsonArray(new JsonObject { ["key"] = NewKey(), ["source"] = (parts[0].Fields["citations"]?[0]?["source"])?.DeepClone() });
        return fields;
    }
}
