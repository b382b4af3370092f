using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>A content as it is typed: texts under the content's own names and paths (<c>citations[0].paragraph</c>), whether or not they can be read.</summary>
/// <remarks>Forms and rows of imported files become contents here, and so are refused in the same words at the same paths.</remarks>
public static class TypedFields
{
    private const int MaxRows = 500;

    /// <summary>A form may make so many rows in all, and no path in it goes deeper; what would is not read.</summary>
    private const int MaxRowsInAll = 10_000;
    private const int MaxDepth = 5;

    private static readonly ConcurrentDictionary<PropertyInfo, string> PropertyNames = new();

    public static JsonObject Of(Content content) => (JsonObject)Texts(JsonSerializer.SerializeToNode(content, content.GetType(), ContentJson.Options))!;

    /// <summary>Values by their paths: <c>copies[0].person</c>, <c>kinds</c> (several), <c>quotations[1]</c>.</summary>
    public static JsonObject Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var fields = new JsonObject();
        var room = MaxRowsInAll;
        foreach (var (path, texts) in values)
            if (path.Split('.', MaxDepth + 1) is { Length: <= MaxDepth } names)
                Put(fields, names, texts, ref room);
        return fields;
    }

    /// <summary>Without rows and list entries that were left blank, so that those of the content have the same numbers.</summary>
    public static JsonObject WithoutBlanks(RecordKind kind, JsonObject fields)
    {
        var kept = (JsonObject)fields.DeepClone();
        foreach (var property in Properties(Content.Types[kind]))
            if (RowType(property.PropertyType) is { } row && kept[NameOf(property)] is JsonArray rows)
            {
                foreach (var entry in rows.OfType<JsonObject>())
                    foreach (var list in entry.Select(f => f.Value).OfType<JsonArray>())
                        list.RemoveAll(IsBlank);
                rows.RemoveAll(entry => entry is not JsonObject typed || Properties(row).Where(IsTold).All(p => IsBlank(typed[NameOf(p)])));
            }
            else if (kept[NameOf(property)] is JsonArray list)
                list.RemoveAll(IsBlank);
        return kept;
    }

    /// <summary>The content, as far as it can be read, and what cannot.</summary>
    public static (Content Content, List<Problem> Problems) ToContent(RecordKind kind, JsonObject fields)
    {
        var problems = new List<Problem>();
        var content = Typed(Content.Types[kind], fields, "", problems);
        return ((Content)content.Deserialize(Content.Types[kind], ContentJson.Options)!, problems);
    }

    /// <summary>The properties that are typed, in the content's own order, those of every content last.</summary>
    internal static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(p => p.CanWrite && p.SetMethod!.IsPublic);

    internal static string NameOf(PropertyInfo property) =>
        PropertyNames.GetOrAdd(property, p => p.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name ?? ContentJson.Name(p.Name));

    /// <summary>The type of a list's rows; null if the property holds no rows.</summary>
    internal static Type? RowType(Type list) => ItemType(list) is { } item && item.IsAssignableTo(typeof(IKeyed)) ? item : null;

    internal static Type? ItemType(Type list) => list.IsAssignableTo(typeof(IList)) ? list.GenericTypeArguments[0] : null;

    /// <summary>Whether filling it in says something: a choice that always has a value, or a key, does not.</summary>
    private static bool IsTold(PropertyInfo property) => !property.PropertyType.IsEnum && property.Name is not (nameof(IKeyed.Key) or nameof(CitationContent.Origin));

    private static JsonObject Typed(Type type, JsonObject fields, string at, List<Problem> problems)
    {
        var typed = new JsonObject();
        foreach (var property in Properties(type))
        {
            var name = NameOf(property);
            JsonNode? value = property.PropertyType switch
            {
                var list when RowType(list) is { } row && fields[name] is JsonArray rows => Rows(row, rows, $"{at}{name}", problems),
                var list when RowType(list) is null && ItemType(list) is { } item && fields[name] is { } entries => Entries(item, entries, $"{at}{name}", problems),
                _ when fields[name] is JsonValue text => Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, text.GetValue<string>(), $"{at}{name}", problems),
                _ => null,
            };
            if (value is not null)
                typed[name] = value;
        }
        return typed;
    }

    private static JsonArray Rows(Type row, JsonArray rows, string at, List<Problem> problems) =>
        [.. rows.Select((entry, i) => (JsonNode)Typed(row, entry as JsonObject ?? [], $"{at}[{i}].", problems))];

    private static JsonArray Entries(Type item, JsonNode entries, string at, List<Problem> problems) =>
        [.. Entries(entries).Select((entry, i) => Value(item, entry, $"{at}[{i}]", problems)).Where(value => value is not null)];

    /// <summary>A list's entries: one a line where they were typed into one field.</summary>
    internal static IEnumerable<string> Entries(JsonNode? list) => list switch
    {
        JsonArray entries => entries.Select(entry => (entry as JsonValue)?.GetValue<string>() ?? ""),
        JsonValue lines => lines.GetValue<string>().Split('\n').Select(line => line.Trim()),
        _ => [],
    };

    private static JsonValue? Value(Type type, string text, string at, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var (value, expected) = type switch
        {
            _ when type == typeof(string) => (JsonValue.Create(text), ""),
            _ when type == typeof(PartialDate) => (PartialDate.TryParse(text, null, out var date) ? JsonValue.Create(date.Value) : null, PartialDate.Expected),
            _ when type == typeof(int) => (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null, "Give a whole number."),
            _ when type == typeof(long) => (long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null, "Give a whole number."),
            _ when type == typeof(double) => (double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null, "Give a number, with a point for decimals."),
            _ when type == typeof(bool) => (text.Trim() is "true" or "false" ? JsonValue.Create(text.Trim() == "true") : null, "Give true or false."),
            _ when type.IsEnum => (Enum.GetNames(type).Contains(text.Trim()) ? JsonValue.Create(text.Trim()) : null, $"Choose one of: {string.Join(", ", Enum.GetNames(type))}."),
            _ => throw new InvalidOperationException($"No form can hold a {type.Name}."),
        };
        if (value is null)
            problems.Add(new(at, expected));
        return value;
    }

    private static JsonNode? Texts(JsonNode? node) => node switch
    {
        JsonObject row => new JsonObject(row.Select(f => KeyValuePair.Create(f.Key, Texts(f.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Texts)]),
        JsonValue value => JsonValue.Create(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()),
        _ => null,
    };

    private static void Put(JsonObject into, ReadOnlySpan<string> path, StringValues texts, ref int room)
    {
        var (name, index) = path[0].Split('[', ']') is [var list, var n, ..] && int.TryParse(n, CultureInfo.InvariantCulture, out var i) && i is >= 0 and < MaxRows ? (list, i) : (path[0], -1);
        if (index < 0 && path.Length > 1)
        {
            if (into[name] is not JsonObject inner)
                into[name] = inner = [];
            Put(inner, path[1..], texts, ref room);
            return;
        }
        if (index < 0)
        {
            into[name] = texts.Count == 1 ? JsonValue.Create(texts[0] ?? "") : new JsonArray([.. texts.Select(t => (JsonNode)JsonValue.Create(t ?? ""))]);
            return;
        }
        if (into[name] is not JsonArray rows)
            into[name] = rows = [];
        if (index - rows.Count >= room)
            return;
        for (; rows.Count <= index; room--)
            rows.Add(path.Length > 1 ? new JsonObject() : JsonValue.Create(""));
        if (path.Length > 1 && rows[index] is JsonObject row)
            Put(row, path[1..], texts, ref room);
        else
            rows[index] = JsonValue.Create(texts.ToString());
    }

    private static bool IsBlank(JsonNode? node) => node switch
    {
        JsonValue value => string.IsNullOrWhiteSpace(value.GetValue<string>()),
        JsonArray list => list.All(IsBlank),
        _ => true,
    };
}
