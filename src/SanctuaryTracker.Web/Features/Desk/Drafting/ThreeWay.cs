using System.Text.Json.Nodes;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>A field that both changed, each in another way.</summary>
/// <param name="Path">A field (<c>sent_on</c>), a row (<c>copies/durkan</c>), or a field of a row (<c>citations/st-6/paragraph</c>).</param>
/// <param name="Base">What both began from; null if it was blank, or not there.</param>
public sealed record Conflict(string Path, JsonNode? Base, JsonNode? Theirs, JsonNode? Mine);

/// <summary>Two texts that began from one, brought together field by field; rows by their permanent keys.</summary>
public static class ThreeWay
{
    /// <param name="mine">Rows without a key are new, and stay.</param>
    /// <returns>The text with what either changed, mine where both did, and where that was.</returns>
    public static (JsonObject Merged, List<Conflict> Conflicts) Merge(JsonObject @base, JsonObject theirs, JsonObject mine)
    {
        var conflicts = new List<Conflict>();
        return (MergeFields(@base, theirs, mine, "", conflicts), conflicts);
    }

    /// <summary>Decides one conflict for theirs.</summary>
    public static void Take(JsonObject mine, JsonObject theirs, string path)
    {
        if (path.Split('/') is not [var list, var key, .. var rest])
            mine[path] = theirs[path]?.DeepClone();
        else
        {
            if (mine[list] is not JsonArray rows)
                mine[list] = rows = [];
            var (my, their) = (Find(rows, key), Find(theirs[list] as JsonArray ?? [], key));
            if (rest is [var field] && my is not null && their is not null)
                my[field] = their[field]?.DeepClone();
            else if (their is null)
                rows.Remove(my);
            else if (my is null)
                rows.Add(their.DeepClone());
            else
                rows[rows.IndexOf(my)] = their.DeepClone();
        }
    }

    private static JsonObject MergeFields(JsonObject? @base, JsonObject theirs, JsonObject mine, string at, List<Conflict> conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in mine.Select(f => f.Key).Union(theirs.Select(f => f.Key)))
        {
            var (was, their, my) = (@base?[name], theirs[name], mine[name]);
            var value = IsRows(was) || IsRows(their) || IsRows(my)
                ? MergeRows(was as JsonArray ?? [], their as JsonArray ?? [], my as JsonArray ?? [], $"{at}{name}/", conflicts)
                : Choose(was, their, my, at + name, conflicts);
            if (value is not null)
                merged[name] = value;
        }
        return merged;
    }

    private static JsonArray MergeRows(JsonArray was, JsonArray theirs, JsonArray mine, string at, List<Conflict> conflicts)
    {
        var merged = new JsonArray();
        foreach (var row in mine.OfType<JsonObject>())
        {
            var (@base, their) = (Find(was, KeyOf(row)), Find(theirs, KeyOf(row)));
            var both = their is not null ? MergeFields(@base, their, row, $"{at}{KeyOf(row)}/", conflicts)
                : @base is null ? row.DeepClone()
                : Choose(@base, null, row, $"{at}{KeyOf(row)}", conflicts);
            if (both is not null)
                merged.Add(both);
        }
        foreach (var row in theirs.OfType<JsonObject>().Where(r => Find(mine, KeyOf(r)) is null))
            if ((Find(was, KeyOf(row)) is { } @base ? Choose(@base, row, null, $"{at}{KeyOf(row)}", conflicts) : row.DeepClone()) is { } kept)
                merged.Add(kept);
        return merged;
    }

    private static JsonNode? Choose(JsonNode? was, JsonNode? theirs, JsonNode? mine, string path, List<Conflict> conflicts)
    {
        if (Same(theirs, mine) || Same(was, theirs))
            return mine?.DeepClone();
        if (Same(was, mine))
            return theirs?.DeepClone();
        conflicts.Add(new(path, was?.DeepClone(), theirs?.DeepClone(), mine?.DeepClone()));
        return mine?.DeepClone();
    }

    /// <summary>A text left blank is the same as none.</summary>
    internal static bool Same(JsonNode? one, JsonNode? other) => Text(one) == Text(other);

    internal static string Text(JsonNode? node) => node switch
    {
        JsonValue value => Model.Text.Tidy(value.ToString()),
        JsonArray list => string.Join('\n', list.Select(Text).Where(text => text.Length > 0)),
        JsonObject row => string.Join('\n', row.Where(f => Text(f.Value).Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}: {Text(f.Value)}")),
        _ => "",
    };

    private static bool IsRows(JsonNode? node) => node is JsonArray { Count: > 0 } list && list[0] is JsonObject;

    private static string? KeyOf(JsonObject row) => row["key"]?.ToString() is { Length: > 0 } key ? key : null;

    private static JsonObject? Find(JsonArray rows, string? key) => key is null ? null : rows.OfType<JsonObject>().FirstOrDefault(row => KeyOf(row) == key);
}
