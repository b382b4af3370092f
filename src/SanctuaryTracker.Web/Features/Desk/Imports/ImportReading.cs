using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>A row that may be a record that is there already.</summary>
/// <param name="Path">The record’s address; null if it is another row of the file.</param>
public sealed record DoubtfulRow(int Row, string? Path, string Why);

/// <summary>A row that would be, or was, written.</summary>
public sealed record WrittenRow(int Row, string Path, bool IsNew);

/// <summary>What would become of a file, or what became of it.</summary>
/// <param name="Skipped">Rows that say what is published already.</param>
/// <param name="Problems">Every error, by row and column.</param>
/// <param name="Written">The first of the rows that are new or changed.</param>
public sealed record ImportReport(int Rows, int New, int Changed, int Skipped, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<DoubtfulRow> Doubtful, IReadOnlyList<WrittenRow> Written)
{
    public bool IsClear => Problems.Count == 0 && Doubtful.Count == 0;
}

/// <summary>Works out what would become of a file: every row a record that is new, changed, skipped, doubtful or refused.</summary>
/// <param name="said">Told what is being done, of how many rows, and of how many it is done.</param>
public sealed class ImportReading(TrackerDb db, ImportFile file, bool areOthers, Action<string, int, int> said)
{
    private const int AtOnce = 500;
    private const int TriedAtOnce = 2000;
    private const int Shown = 50;
    private const int MaxTold = 5000;
    private static readonly string[] Place = ["source", "paragraph", "page", "field"];

    private readonly List<ImportProblem> problems = [.. file.Problems];
    private readonly List<DoubtfulRow> doubtful = [];
    private readonly List<Edit> edits = [];
    private readonly Dictionary<string, int> rowBySlug = [];
    private readonly HashSet<int> refused = [.. file.Problems.Select(p => p.Row).OfType<int>()];
    private int skipped;

    /// <summary>What would be written; known once the file was read.</summary>
    public IReadOnlyList<Edit> Edits => edits;

    public async Task<ImportReport> ReadAsync(CancellationToken ct)
    {
        var named = await LatestAsync(file.Rows.Select(r => r.Slug), ct);
        var naming = new Naming(db);
        await naming.LookUpAsync(file.Kind, file.Rows.Select(r => r.Fields), ct);
        var read = new List<(ImportRow Row, Content Content)>();
        foreach (var (i, row) in file.Rows.Index())
        {
            if (i % AtOnce == 0)
                said("Reading", file.Rows.Count, i);
            if (row.Version is not null && (row.Slug is null || !named.ContainsKey(row.Slug)))
            {
                Refuse(row, [new(ImportColumns.Slug, row.Slug is null ? "Name the record that this is a version of." : $"There is no {file.Kind.ToString().ToLowerInvariant()} “{row.Slug}”.")]);
                continue;
            }
            var fields = await naming.WithSlugsAsync(file.Kind, row.Fields, ct);
            if (row.Slug is not null && named.GetValueOrDefault(row.Slug)?.Content is { } published)
                fields = Over(TypedFields.Of(ContentJson.Parse(file.Kind, published)), fields);
            var (content, unreadable) = TypedFields.ToContent(file.Kind, TypedFields.WithoutBlanks(file.Kind, fields));
            Refuse(row, [.. unreadable, .. content.Problems().Where(p => !unreadable.Exists(u => u.Field == p.Field))]);
            await db.FillDocumentsAsync(content, ct);
            content.FillKeys();
            naming.Add(file.Kind, row.Slug ?? content.SuggestedSlug, content.Called);
            read.Add((row, content));
        }

        var suggested = await LatestAsync(read.Where(r => r.Row.Slug is null).Select(r => r.Content.SuggestedSlug), ct);
        foreach (var (row, content) in read.Where(r => !refused.Contains(r.Row.Number)))
            if (row.Slug is { } slug && named.TryGetValue(slug, out var published))
                Take(row, content, published);
            else
                await TakeNewAsync(row, content, row.Slug is null ? suggested.GetValueOrDefault(content.SuggestedSlug) : null, ct);
        await DoubtAsync(ct);
        return Report();
    }

    /// <summary>Tries it out: what only the records together tell, as that a place is not known. In parts, where rows cannot name one another, so that others can write in between.</summary>
    public async Task<ImportReport> TryAsync(Changes changes, Change change, CancellationToken ct)
    {
        var done = 0;
        foreach (var part in edits.ToList().Chunk(file.Kind is RecordKind.Letter or RecordKind.Response or RecordKind.Statement ? TriedAtOnce : Math.Max(1, edits.Count)))
        {
            Add(await changes.CheckAsync(change with { Edits = part }, ct, count => Tell("Trying it out", done + count)));
            done += part.Length;
        }
        return Report();
    }

    public void Tell(string what, int count)
    {
        if (count % 50 == 0)
            said(what, edits.Count, count);
    }

    /// <summary>What was refused as a whole, told at the rows it concerns.</summary>
    public ImportReport Add(Outcome outcome)
    {
        if (outcome is Outcome.Refused { Problems: var found })
            problems.AddRange(found.Select(p => rowBySlug.TryGetValue(p.Record.Split('/')[^1], out var row) ? new(row, file.ColumnOf(p.Field), p.Message) : new ImportProblem(null, p.Field, p.Message)));
        else if (outcome is Outcome.Stale { Theirs: var theirs })
            problems.Add(new(rowBySlug[theirs.Slug], ImportColumns.Version, $"Someone changed it a moment ago: the version published now is {theirs.Version}."));
        else if (outcome is Outcome.Unknown { Record: var path })
            problems.Add(new(null, "", $"There is no {path}."));
        return Report();
    }

    private ImportReport Report()
    {
        var toMend = problems.Select(p => p.Row).OfType<int>().ToHashSet();
        var good = edits.FindAll(e => !toMend.Contains(rowBySlug[e.Slug!]));
        var isNew = good.Count(e => e.BasedOn is null);
        var most = problems.OrderBy(p => p.Row).Take(MaxTold).ToList();
        if (problems.Count > MaxTold)
            most.Add(new(null, "", $"There are {problems.Count - MaxTold:N0} more."));
        return new(file.Rows.Count, isNew, good.Count - isNew, skipped, most, [.. doubtful.OrderBy(d => d.Row).Take(MaxTold)],
            [.. good.Take(Shown).Select(e => new WrittenRow(rowBySlug[e.Slug!], $"{file.Kind.Path}/{e.Slug}", e.BasedOn is null))]);
    }

    private void Refuse(ImportRow row, IReadOnlyList<Problem> found)
    {
        problems.AddRange(found.Select(p => new ImportProblem(row.Number, file.ColumnOf(p.Field), p.Message)));
        if (found.Count > 0)
            refused.Add(row.Number);
    }

    /// <summary>A row that says which record it is.</summary>
    private void Take(ImportRow row, Content content, Latest published)
    {
        if (published.Content is null)
            Refuse(row, [new(ImportColumns.Slug, "It was withdrawn: restore it at its history first.")]);
        else if (published.Content == content.Canonical())
            skipped++;
        else if (row.Version is null)
            Refuse(row, [new(ImportColumns.Version, $"Say which version you saw: the one published now is {published.Version}.")]);
        else if (row.Version != published.Version)
            Refuse(row, [new(ImportColumns.Version, $"Someone changed it: the version published now is {published.Version}.")]);
        else
            Write(row, content, row.Slug!, published.Version);
    }

    private async Task TakeNewAsync(ImportRow row, Content content, Latest? same, CancellationToken ct)
    {
        var slug = row.Slug ?? content.SuggestedSlug;
        var canonical = content.Canonical();
        if (same?.Content == canonical)
        {
            skipped++;
            return;
        }
        var isAnother = areOthers || row.IsAnother;
        if (isAnother && same is not null && await IsThereAsync(slug, canonical, ct))
        {
            skipped++;
            return;
        }
        if (row.Slug is not null && !Text.IsSlug(slug))
            Refuse(row, [new(ImportColumns.Slug, "Use lower-case letters, digits and hyphens.")]);
        else if (rowBySlug.TryGetValue(slug, out var twin) && (row.Slug is not null || !isAnother))
            doubtful.Add(new(row.Number, null, $"row {twin} would be the same record"));
        else if (!isAnother && same is not null)
            doubtful.Add(new(row.Number, $"{file.Kind.Path}/{slug}", same.Content is null ? "it would have this address, where a record was withdrawn" : "it would have the same address, and says something else: name the record in the column slug to change it"));
        else
            Write(row, content, row.Slug ?? (same is null && slug.Length > 0 && !rowBySlug.ContainsKey(slug) ? slug : await db.FreeSlugAsync(file.Kind, slug, rowBySlug.ContainsKey, ct)), null);
    }

    private void Write(ImportRow row, Content content, string slug, int? basedOn)
    {
        if (!rowBySlug.TryAdd(slug, row.Number))
        {
            Refuse(row, [new(ImportColumns.Slug, $"Row {rowBySlug[slug]} changes the same record.")]);
            return;
        }
        edits.Add(new(file.Kind, slug, content, basedOn));
    }

    /// <summary>New rows that may be published records again, unless they are said to be others.</summary>
    private async Task DoubtAsync(CancellationToken ct)
    {
        if (areOthers)
            return;
        var others = file.Rows.Where(r => r.IsAnother).Select(r => r.Number).ToHashSet();
        var candidates = edits.FindAll(e => e.BasedOn is null && !others.Contains(rowBySlug[e.Slug!]));
        var again = new HashSet<string>();
        foreach (var (i, some) in candidates.Chunk(Shown).Index())
        {
            said("Looking for duplicates", candidates.Count, i * Shown);
            foreach (var duplicate in await new Duplicates(db).FindAsync(some, ct))
            {
                var slug = some[duplicate.Part].Slug!;
                doubtful.Add(new(rowBySlug[slug], duplicate.Record.Path.TrimStart('/'), duplicate.Why));
                again.Add(slug);
            }
        }
        edits.RemoveAll(e => again.Contains(e.Slug!));
    }

    /// <summary>Whether one of the records with this address and a number after it says the same.</summary>
    private Task<bool> IsThereAsync(string slug, string canonical, CancellationToken ct) =>
        db.Revisions.AnyAsync(r => r.Kind == file.Kind && string.Compare(r.Slug, slug + "-") > 0 && string.Compare(r.Slug, slug + ".") < 0 && r.Content == canonical && db.Records.Any(live => live.Id == r.RecordId && live.Version == r.Version), ct);

    private async Task<Dictionary<string, Latest>> LatestAsync(IEnumerable<string?> wanted, CancellationToken ct)
    {
        var latest = new Dictionary<string, Latest>();
        foreach (var slugs in wanted.OfType<string>().Distinct().Chunk(AtOnce))
            foreach (var found in await db.Revisions.Where(r => r.Kind == file.Kind && slugs.Contains(r.Slug) && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version)).Select(r => new Latest(r.Slug, r.Version, r.Content)).ToListAsync(ct))
                latest[found.Slug] = found;
        return latest;
    }

    /// <summary>What a row gives, over what is published: an empty cell leaves a field as it is, and a citation is added unless its place is cited already.</summary>
    private static JsonObject Over(JsonObject published, JsonObject given)
    {
        foreach (var (name, value) in given)
            if (value is JsonArray { Count: > 0 } rows && rows[0] is JsonObject)
            {
                var kept = published[name] as JsonArray ?? (JsonArray)(published[name] = new JsonArray());
                foreach (var (i, row) in rows.OfType<JsonObject>().Index())
                    if ((name == "citations" ? kept.OfType<JsonObject>().FirstOrDefault(k => IsSamePlace(k, row)) : i < kept.Count ? kept[i] as JsonObject : null) is { } known)
                        foreach (var (field, text) in row)
                            known[field] = text?.DeepClone();
                    else
                        kept.Add(row.DeepClone());
            }
            else
                published[name] = value?.DeepClone();
        return published;
    }

    private static bool IsSamePlace(JsonObject one, JsonObject other) =>
        Place.All(f => one[f]?.GetValue<string>() == other[f]?.GetValue<string>());

    private sealed record Latest(string Slug, int Version, string? Content);
}
