using System.Text.Json.Nodes;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Acts;

/// <summary>How the text of one record goes over into another's.</summary>
public static class Merging
{
    /// <summary>The survivor's text with what the other says beyond it: blanks are filled, lists and rows joined, all citations kept. Where both say different things, the survivor's stands and the other's citations dispute it.</summary>
    /// <param name="into">The survivor's slug: what named it in the other is left out, since no record names itself.</param>
    public static JsonObject Together(RecordKind kind, JsonObject survivor, JsonObject other, string into)
    {
        var merged = (JsonObject)survivor.DeepClone();
        var renamed = new Dictionary<string, string>();
        var differing = new HashSet<string>();
        foreach (var (name, value) in other.Where(f => f.Key is not ("citations" or "none" or "not_applicable")))
            switch (merged[name], value)
            {
                case (null, not null):
                    merged[name] = value.DeepClone();
                    break;
                case (JsonArray mine, JsonArray theirs):
                    foreach (var entry in theirs)
                        Join(mine, entry!, name, renamed);
                    break;
                case ({ } mine, not null) when !JsonNode.DeepEquals(mine, value):
                    differing.Add(name);
                    break;
            }
        // A recipient that is known is described no more.
        if (merged["jurisdiction"] is not null)
            foreach (var description in new[] { "recipient_label", kind == RecordKind.Letter ? "state" : "" })
                merged.Remove(description);
        // What the other was called stays a name of the place.
        if (kind == RecordKind.Jurisdiction && differing.Contains("name"))
        {
            if (merged["other_names"] is not JsonArray names)
                merged["other_names"] = names = [];
            Join(names, other["name"]!, "other_names", renamed);
        }
        var citations = merged["citations"] as JsonArray ?? [];
        foreach (var citation in (other["citations"] as JsonArray ?? []).OfType<JsonObject>().Select(c => (JsonObject)c.DeepClone()))
        {
            if (citation["field"]?.ToString() is { } field)
            {
                if (renamed.TryGetValue(field, out var row))
                    citation["field"] = row;
                if (differing.Contains(field) && citation["bearing"]?.ToString() == nameof(Bearing.Supports))
                    citation["bearing"] = nameof(Bearing.Disputes);
            }
            Join(citations, citation, "citations", renamed);
        }
        if (citations.Parent is null && citations.Count > 0)
            merged["citations"] = citations;
        foreach (var said in new[] { "none", "not_applicable" })
            foreach (var field in TypedFields.Entries(other[said]).Where(field => merged[field] is null && !TypedFields.Entries(merged[said]).Contains(field)))
            {
                if (merged[said] is not JsonArray list)
                    merged[said] = list = [];
                list.Add(field);
            }
        LeaveOut(kind, into, merged);
        return merged;
    }

    /// <summary>The text with every mention of one record turned to another of its kind; a list that then names it twice names it once.</summary>
    public static JsonObject Repointed(RecordKind kind, JsonObject fields, RecordKind named, string slug, string into)
    {
        var repointed = (JsonObject)fields.DeepClone();
        foreach (var place in Naming.NamesIn(Content.Types[kind], repointed).Where(p => p.Kinds.Contains(named)).ToList())
            if (place.Kinds.Count == 1 && place.Text == slug)
                place.Set(into);
            else if (place.Text == $"{named.Path}/{slug}")
                place.Set($"{named.Path}/{into}");
        foreach (var list in repointed.Select(f => f.Value).OfType<JsonArray>().Where(l => l.All(entry => entry is JsonValue)))
            foreach (var twice in list.GroupBy(entry => entry!.ToString()).SelectMany(g => g.Skip(1)).ToList())
                list.Remove(twice);
        return repointed;
    }

    /// <summary>Takes out where a record names itself, its own citations aside; what bears on a row taken out bears on its list.</summary>
    private static void LeaveOut(RecordKind kind, string slug, JsonObject fields)
    {
        var itself = Naming.NamesIn(Content.Types[kind], fields).Where(p => p.Kinds.Contains(kind) && p.Text == (p.Kinds.Count == 1 ? slug : $"{kind.Path}/{slug}"));
        foreach (var place in itself.Reverse().ToList())
            if (place is { At: int i, Holder: JsonArray list })
                list.RemoveAt(i);
            else if (place.Holder.Parent is not JsonArray rows)
                fields.Remove((string)place.At);
            else if (rows.GetPropertyName() is not "citations" and var name)
            {
                foreach (var citation in (fields["citations"] as JsonArray ?? []).OfType<JsonObject>().Where(c => c["field"]?.ToString() == $"{name}/{place.Holder["key"]}"))
                    citation["field"] = name;
                rows.Remove(place.Holder);
            }
    }

    /// <summary>Adds an entry unless the list has one that says the same; a row whose key is taken gets another.</summary>
    private static void Join(JsonArray list, JsonNode entry, string name, Dictionary<string, string> renamed)
    {
        var added = entry.DeepClone();
        if (added is JsonObject row)
        {
            var key = row["key"]?.ToString();
            if (list.OfType<JsonObject>().FirstOrDefault(mine => JsonNode.DeepEquals(Keyless(mine), Keyless(row))) is { } same)
            {
                renamed[$"{name}/{key}"] = $"{name}/{same["key"]}";
                return;
            }
            for (var n = 2; list.OfType<JsonObject>().Any(mine => mine["key"]?.ToString() == row["key"]?.ToString()); n++)
                row["key"] = $"{(key?.Length > 36 ? key[..36] : key)}-{n}";
            if (row["key"]?.ToString() != key)
                renamed[$"{name}/{key}"] = $"{name}/{row["key"]}";
        }
        else if (list.Any(mine => mine?.ToString() == added.ToString()))
            return;
        list.Add(added);
    }

    private static JsonObject Keyless(JsonObject row)
    {
        var keyless = (JsonObject)row.DeepClone();
        keyless.Remove("key");
        return keyless;
    }
}
