using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>Between the slugs that contents hold and the names that editors read and type.</summary>
public sealed class Naming(TrackerDb db)
{
    /// <summary>The fields that a record is called by, whichever of them its kind has.</summary>
    internal static readonly string[] Fields = ["headline", "case_name", "place_reported", "name", "title", "publisher", "jurisdiction", "recipient_label"];

    private const int LookedUpAtOnce = 500;

    private readonly Dictionary<(RecordKind Kind, string Name), string> inDraft = [];
    private readonly Dictionary<(string Kinds, string Typed), string?> published = [];

    /// <summary>Lets other parts of a draft name a record that is not published yet.</summary>
    public void Add(RecordKind kind, string slug, params IEnumerable<string?> names)
    {
        foreach (var name in names.OfType<string>())
            inDraft.TryAdd((kind, Text.Fold(name.Trim())), slug);
    }

    /// <summary>Names become slugs, as far as exactly one record is called so; whatever is not found stays as it was typed, for the Change to refuse.</summary>
    public async Task<JsonObject> WithSlugsAsync(RecordKind kind, JsonObject fields, CancellationToken ct)
    {
        var named = (JsonObject)fields.DeepClone();
        foreach (var place in NamesIn(Content.Types[kind], named).ToList())
            if (place.Text.Trim() is var typed && await SlugOfAsync(place.Kinds, typed, ct) is { } slug)
                place.Set(slug);
        return named;
    }

    /// <summary>Slugs become titles, where no other record of the kinds that fit is called so.</summary>
    public async Task<JsonObject> WithNamesAsync(RecordKind kind, JsonObject fields, CancellationToken ct)
    {
        var named = (JsonObject)fields.DeepClone();
        var places = NamesIn(Content.Types[kind], named).Select(p => (Place: p, Reference: Read(p.Kinds, p.Text))).Where(p => p.Reference is not null).ToList();
        var slugs = places.Select(p => p.Reference!.Value.Slug).Distinct().ToList();
        var titles = await db.Records.Where(r => slugs.Contains(r.Slug)).Select(r => new { r.Kind, r.Slug, r.Title, r.SortTitle, IsAmbiguous = db.Records.Count(o => o.SortTitle == r.SortTitle) > 1 }).ToListAsync(ct);
        foreach (var (place, reference) in places)
            if (titles.Find(t => t.Kind == reference!.Value.Kind && t.Slug == reference.Value.Slug) is { IsAmbiguous: false } found)
                place.Set(found.Title);
        return named;
    }

    public async Task<string?> SlugOfAsync(IReadOnlyList<RecordKind> kinds, string typed, CancellationToken ct)
    {
        if (!IsName(typed))
            return null;
        var folded = Text.Fold(typed);
        foreach (var kind in kinds)
            if (inDraft.TryGetValue((kind, folded), out var own))
                return Write(kinds, kind, own);
        if (!published.ContainsKey(KeyOf(kinds, typed)))
            await LookUpAsync(kinds, [typed], ct);
        return published[KeyOf(kinds, typed)];
    }

    /// <summary>Looks up together the names that many contents give, as the rows of a file do.</summary>
    public async Task LookUpAsync(RecordKind kind, IEnumerable<JsonObject> contents, CancellationToken ct)
    {
        foreach (var of in contents.SelectMany(fields => NamesIn(Content.Types[kind], fields)).GroupBy(place => string.Join(' ', place.Kinds)))
            await LookUpAsync(of.First().Kinds, [.. of.Select(place => place.Text.Trim()).Where(IsName).Distinct()], ct);
    }

    private async Task LookUpAsync(IReadOnlyList<RecordKind> kinds, IReadOnlyList<string> names, CancellationToken ct)
    {
        foreach (var typed in names.Chunk(LookedUpAtOnce))
        {
            var slugs = typed.Select(t => Read(kinds, t)?.Slug).OfType<string>().ToList();
            var folded = typed.Select(Text.Fold).ToList();
            var called = await db.Records.Where(r => kinds.Contains(r.Kind) && folded.Contains(r.SortTitle)).Select(r => new { r.Kind, r.Slug, r.SortTitle }).ToListAsync(ct);
            var bySlug = slugs.Count == 0 ? [] : (await db.Records.Where(r => kinds.Contains(r.Kind) && slugs.Contains(r.Slug)).Select(r => new { r.Kind, r.Slug }).ToListAsync(ct)).ConvertAll(r => (r.Kind, r.Slug)).ToHashSet();
            var byTitle = called.ToLookup(r => r.SortTitle, r => (r.Kind, r.Slug));
            var otherwise = kinds.Contains(RecordKind.Jurisdiction) ? await CalledOtherwiseAsync([.. typed.Zip(folded).Where(n => !byTitle.Contains(n.Second)).Select(n => n.First)], ct) : [];
            foreach (var (name, title) in typed.Zip(folded))
                published[KeyOf(kinds, name)] = Read(kinds, name) is { } reference && bySlug.Contains(reference) ? Write(kinds, reference.Kind, reference.Slug)
                    : byTitle[title].Take(2).ToList() is [var one] ? Write(kinds, one.Kind, one.Slug)
                    : !byTitle.Contains(title) && otherwise.GetValueOrDefault(name) is { } place ? Write(kinds, RecordKind.Jurisdiction, place)
                    : null;
        }
    }

    /// <summary>Places by their GEOIDs and other names, where one alone has it.</summary>
    private async Task<Dictionary<string, string>> CalledOtherwiseAsync(List<string> names, CancellationToken ct)
    {
        var folded = names.ConvertAll(Text.Fold);
        var places = names.Count == 0 ? [] : await db.Jurisdictions.Where(j => names.Contains(j.Geoid!) || folded.Any(name => j.FoldedNames.Contains(name))).Select(j => new { j.Record.Slug, j.Geoid, j.Name, j.OtherNames }).ToListAsync(ct);
        var slugs = places.SelectMany(j => j.OtherNames.Append(j.Name).Select(Text.Fold).Append(j.Geoid).OfType<string>().Select(name => (Name: name, j.Slug))).ToLookup(n => n.Name, n => n.Slug, StringComparer.Ordinal);
        return names.Select(name => (Name: name, Slugs: slugs[Text.Fold(name)].Distinct().Take(2).ToList())).Where(n => n.Slugs.Count == 1).ToDictionary(n => n.Name, n => n.Slugs[0], StringComparer.Ordinal);
    }

    /// <summary>Whether something can be called so, and a database asked for it.</summary>
    private static bool IsName(string typed) => typed.Length is > 0 and <= Text.Short && !Text.HasControlCharacters(typed);

    private static (string, string) KeyOf(IReadOnlyList<RecordKind> kinds, string typed) => (string.Join(' ', kinds), typed);

    /// <summary>A slug where one kind fits, else <c>kind/slug</c>.</summary>
    private static string Write(IReadOnlyList<RecordKind> kinds, RecordKind kind, string slug) => kinds.Count == 1 ? slug : $"{kind.Path}/{slug}";

    private static (RecordKind Kind, string Slug)? Read(IReadOnlyList<RecordKind> kinds, string text) =>
        RecordPaths.TryParse(text.TrimStart('/'), out var kind, out var slug) && kinds.Contains(kind) ? (kind, slug)
        : kinds.Count == 1 && Text.IsSlug(text) ? (kinds[0], text)
        : null;

    /// <summary>Every place in the fields where another record is named.</summary>
    internal static IEnumerable<NamePlace> NamesIn(Type type, JsonObject fields)
    {
        foreach (var property in TypedFields.Properties(type))
        {
            var name = TypedFields.NameOf(property);
            if (property.GetCustomAttributes(typeof(NamesAttribute), false) is [NamesAttribute names])
            {
                if (fields[name] is JsonArray list)
                    for (var i = 0; i < list.Count; i++)
                        yield return new(names.Kinds, list, i);
                else if (fields[name] is JsonValue)
                    yield return new(names.Kinds, fields, name);
            }
            else if (TypedFields.RowType(property.PropertyType) is { } row && fields[name] is JsonArray rows)
                foreach (var place in rows.OfType<JsonObject>().SelectMany(entry => NamesIn(row, entry)))
                    yield return place;
        }
    }
}

/// <summary>One place that names another record.</summary>
internal sealed record NamePlace(IReadOnlyList<RecordKind> Kinds, JsonNode Holder, object At)
{
    public string Text => (At is int i ? Holder[i] : Holder[(string)At])?.GetValue<string>() ?? "";

    public void Set(string text)
    {
        if (At is int i)
            Holder[i] = text;
        else
            Holder[(string)At] = text;
    }
}
