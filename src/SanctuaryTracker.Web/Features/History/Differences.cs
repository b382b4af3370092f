using System.Text.Json;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.History;

/// <summary>A field in which two versions of a record differ.</summary>
/// <param name="Field">A field (<c>sent_on</c>), a row (<c>copies/durkan</c>), or a field of a row (<c>citations/cbs-3/paragraph</c>).</param>
/// <param name="Before">Its value as text; null if it was blank, or not there.</param>
/// <param name="After">Its value as text; null if it is blank, or gone.</param>
public sealed record Difference(string Field, string? Before, string? After)
{
    internal string FieldInWords => Field.Split('/') switch
    {
        [var list, var key, var part] => $"{Words.FieldInWords(list)}, {key}: {Words.FieldInWords(part).ToLowerInvariant()}",
        [var list, var key] => $"{Words.FieldInWords(list)}, {key}",
        _ => Words.FieldInWords(Field),
    };
}

/// <summary>Two versions of a record's content, compared field by field; rows by their permanent keys.</summary>
public static class Differences
{
    /// <param name="before">Canonical JSON; null if there was no such version.</param>
    /// <param name="after">Canonical JSON; null if the record was withdrawn.</param>
    public static IEnumerable<Difference> Between(string? before, string? after) => Between("", Parse(before), Parse(after));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);

    private static IEnumerable<Difference> Between(string at, JsonElement? before, JsonElement? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        foreach (var name in now.Keys.Union(old.Keys).Where(name => name != "key"))
        {
            JsonElement? was = old.TryGetValue(name, out var o) ? o : null, @is = now.TryGetValue(name, out var n) ? n : null;
            if (IsRows(was) || IsRows(@is))
                foreach (var difference in BetweenRows(at + name, Rows(was), Rows(@is)))
                    yield return difference;
            else if (Told(was) != Told(@is))
                yield return new(at + name, Told(was), Told(@is));
        }
    }

    private static IEnumerable<Difference> BetweenRows(string at, List<(string Key, JsonElement Row)> old, List<(string Key, JsonElement Row)> now)
    {
        foreach (var (key, row) in now)
            if (old.Find(r => r.Key == key) is { Key: not null } was)
                foreach (var difference in Between($"{at}/{key}/", was.Row, row))
                    yield return difference;
            else
                yield return new($"{at}/{key}", null, Told(row));
        foreach (var (key, row) in old.Where(r => now.TrueForAll(n => n.Key != r.Key)))
            yield return new($"{at}/{key}", Told(row), null);

        var (oldOrder, newOrder) = (Order(old, now), Order(now, old));
        if (oldOrder != newOrder)
            yield return new($"{at}/order", oldOrder, newOrder);
    }

    /// <summary>The keys that both have, in the order of the first.</summary>
    private static string Order(List<(string Key, JsonElement Row)> rows, List<(string Key, JsonElement Row)> others) =>
        string.Join("; ", rows.Select(r => r.Key).Where(key => others.Exists(other => other.Key == key)));

    private static Dictionary<string, JsonElement> Fields(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } content ? content.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];

    private static bool IsRows(JsonElement? value) => value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Object;

    private static List<(string Key, JsonElement Row)> Rows(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Index().Select(r => (r.Item.TryGetProperty("key", out var key) ? key.GetString()! : $"{r.Index + 1}", r.Item))] : [];

    private static string? Told(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { ValueKind: JsonValueKind.Array } list => string.Join("; ", list.EnumerateArray().Select(item => Told(item))),
        { ValueKind: JsonValueKind.Object } row => string.Join("; ", row.EnumerateObject().Where(p => p.Name != "key").Select(p => $"{Words.FieldInWords(p.Name).ToLowerInvariant()}: {Told(p.Value)}")),
        { } other => other.ToString(),
    };
}
