using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Imports a folder of seed files: one JSON file per kind (<c>letters.json</c>), contents keyed by slug.</summary>
public sealed class Seeds(TrackerDb db, Changes changes)
{
    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Writes what is new or was changed in the files; never what was since edited on the site.</summary>
    /// <param name="checkOnly">A dry run: what would become of it.</param>
    public async Task<Outcome> ApplyAsync(string folder, string author, CancellationToken ct, bool checkOnly = false)
    {
        var (contents, problems) = Read(folder);
        if (problems.Count > 0)
            return new Outcome.Refused(problems);
        var edits = new List<Edit>();
        foreach (var kind in contents.GroupBy(c => c.Kind))
        {
            var slugs = kind.Select(c => c.Slug).ToList();
            var revisions = await db.Revisions.Where(r => r.Kind == kind.Key && slugs.Contains(r.Slug)).Select(r => new { r.Slug, r.Version, r.Change.Origin, IsPublished = r.Content != null }).ToListAsync(ct);
            var latest = revisions.GroupBy(r => r.Slug).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version)!);
            foreach (var (_, slug, content) in kind)
                if (!latest.TryGetValue(slug, out var last))
                    edits.Add(new(kind.Key, slug, content));
                else if (last.Origin == ChangeOrigin.Seed && last.IsPublished)
                    edits.Add(new(kind.Key, slug, content, last.Version));
        }
        var change = new Change(author, "Imported from the seed files", ChangeOrigin.Seed, edits);
        return edits.Count == 0 ? new Outcome.Applied(null, []) : checkOnly ? await changes.CheckAsync(change, ct) : await changes.ApplyAsync(change, ct);
    }

    /// <summary>Every content in the folder, and every error with its file, record and field.</summary>
    public static (List<(RecordKind Kind, string Slug, Content Content)> Contents, List<Problem> Problems) Read(string folder)
    {
        var contents = new List<(RecordKind, string, Content)>();
        var problems = new List<Problem>();
        if (!Directory.Exists(folder))
            problems.Add(new("", "There is no such folder.", folder));
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order() : Enumerable.Empty<string>())
        {
            var file = Path.GetFileName(path);
            if (Enum.GetValues<RecordKind>().Where(k => $"{k.Path}.json" == file).Cast<RecordKind?>().FirstOrDefault() is not { } kind)
                problems.Add(new("", $"No kind of record has this name; the files are {string.Join(", ", Enum.GetValues<RecordKind>().Select(k => k.Path + ".json"))}.", file));
            else
                ReadFile(path, file, kind, contents, problems);
        }
        if (problems.Count == 0 && contents.Count == 0)
            problems.Add(new("", "The folder holds no seed files.", folder));
        return (contents, problems);
    }

    private static void ReadFile(string path, string file, RecordKind kind, List<(RecordKind, string, Content)> contents, List<Problem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Reading);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                problems.Add(new("", "The file holds an object: contents keyed by slug.", file));
            else
                foreach (var entry in json.RootElement.EnumerateObject())
                    ReadEntry(entry, $"{file}: {entry.Name}", kind, contents, problems);
        }
        catch (JsonException e)
        {
            problems.Add(new(e.LineNumber is { } line ? $"line {line + 1}" : "", $"This is not JSON: {e.Message.Split(" LineNumber")[0]}", file));
        }
    }

    private static void ReadEntry(JsonProperty entry, string where, RecordKind kind, List<(RecordKind, string, Content)> contents, List<Problem> problems)
    {
        try
        {
            var content = (Content)entry.Value.Deserialize(Content.Types[kind], ContentJson.Options)!;
            problems.AddRange((content is null ? [new Problem("", "Fill it in, or leave it out.")] : content.Problems()).Select(p => p with { Record = where }));
            if (!Text.IsSlug(entry.Name))
                problems.Add(new("slug", "Use lower-case letters, digits and hyphens.", where));
            if (content is not null)
                contents.Add((kind, entry.Name, content));
        }
        catch (JsonException e)
        {
            problems.Add(e.Explain(Content.Types[kind], where));
        }
    }
}
