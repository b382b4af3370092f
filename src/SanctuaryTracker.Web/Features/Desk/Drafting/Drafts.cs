using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>What stands in the way of a draft, told at the parts it concerns.</summary>
/// <param name="Edits">One for each part, in the parts' order.</param>
/// <param name="Outcome">What would become of it; null where some of it cannot be read.</param>
/// <param name="Duplicates">What new records may be again, unless their author said that they are not.</param>
public sealed record DraftCheck(IReadOnlyList<Edit> Edits, IReadOnlyList<PartProblem> Problems, Outcome? Outcome, IReadOnlyList<Duplicate> Duplicates)
{
    public bool IsClear => Problems.Count == 0 && Duplicates.Count == 0 && Outcome is Outcome.Applied;
}

/// <summary>A part whose record someone else changed since it was begun.</summary>
/// <param name="Theirs">The revision that is published now; without content, if they withdrew it.</param>
public sealed record StalePart(int Part, Revision Theirs, IReadOnlyList<Conflict> Conflicts);

/// <param name="Part">The part's number; null for the draft as a whole.</param>
/// <param name="Field">The path within its content.</param>
public sealed record PartProblem(int? Part, string Field, string Message);

/// <summary>Keeps drafts and takes them along their way: drafted, in review, sent back or published.</summary>
public sealed class Drafts(TrackerDb db, Changes changes, TimeProvider clock)
{
    /// <summary>The open or ended draft, if this account may see it: its own, or any for who reviews.</summary>
    public async Task<Draft?> FindAsync(int id, Editor who, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().Include(d => d.Events.OrderBy(e => e.Id)).SingleOrDefaultAsync(d => d.Id == id, ct);
        return draft is not null && (draft.WriterIds.Contains(who.Id) || who.Role >= DeskRole.Editor) ? draft : null;
    }

    public static Draft Begin(Editor who, IReadOnlyList<DraftPart> parts, string? reason = null, ChangeOrigin origin = ChangeOrigin.Form) =>
        new() { AuthorId = who.Id, Author = who.Name, WriterIds = [who.Id], Parts = parts, Reason = reason, Origin = origin };

    /// <returns>False if someone saved it meanwhile: nothing was written.</returns>
    public async Task<bool> SaveAsync(Draft draft, Editor who, CancellationToken ct)
    {
        draft.Title = TitleOf(draft.Parts);
        draft.ChangedAt = clock.GetUtcNow().UtcDateTime;
        draft.Version++;
        if (!draft.WriterIds.Contains(who.Id))
            draft.WriterIds = [.. draft.WriterIds, who.Id];
        if (draft.Id == 0)
            db.Add(draft);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>A dry run: what stands in the way.</summary>
    public async Task<DraftCheck> CheckAsync(Draft draft, CancellationToken ct)
    {
        var (edits, problems) = await ReadAsync(draft, ct);
        var outcome = problems.Count > 0 ? null : await changes.CheckAsync(ChangeOf(draft, edits, null), ct);
        if (outcome is Outcome.Refused refused)
            problems.AddRange(refused.Problems.Select(p => PartOf(edits, p)));
        else if (outcome is null)
            // What cannot be read hides nothing else: the rest is checked by itself.
            problems.AddRange(edits.SelectMany((e, i) => (e.Content?.Problems() ?? []).Select(p => new PartProblem(i, p.Field, p.Message))).Where(p => !problems.Exists(known => known.Part == p.Part && known.Field == p.Field)));
        if (string.IsNullOrWhiteSpace(draft.Reason) && !problems.Exists(p => p.Field == "reason"))
            problems.Add(new(null, "reason", "Say why, for the history."));
        var parts = draft.Parts;
        return new(edits, problems, outcome, (await new Duplicates(db).FindAsync(edits, ct)).FindAll(d => !parts[d.Part].IsAnother));
    }

    /// <summary>Puts it in review, back, or away.</summary>
    /// <returns>False if someone was quicker: nothing was written.</returns>
    public async Task<bool> MoveAsync(Draft draft, DraftState to, Editor who, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var moved = await MoveAsync(draft, to, null, who, note, ct);
        await transaction.CommitAsync(ct);
        return moved;
    }

    /// <summary>Applies it and closes it, in one transaction: of two who publish at once, one is told that it was done.</summary>
    public async Task<DraftCheck> PublishAsync(Draft draft, Editor who, CancellationToken ct)
    {
        var (edits, problems) = await ReadAsync(draft, ct);
        if (problems.Count > 0)
            return new(edits, problems, null, []);
        var outcome = await changes.ApplyAsync(ChangeOf(draft, edits, draft.WriterIds.Contains(who.Id) ? null : who.Name), ct,
            async applied => await MoveAsync(draft, DraftState.Published, applied.ChangeNumber, who, null, ct) ? null : new Outcome.Unknown($"drafts/{draft.Id}"));
        if (outcome is Outcome.Refused refused)
            problems.AddRange(refused.Problems.Select(p => PartOf(edits, p)));
        return new(edits, problems, outcome, []);
    }

    /// <summary>Takes over what was published since the parts were begun, and tells what both changed: there, the draft's own stays until it is decided.</summary>
    public async Task<List<StalePart>> BringUpToDateAsync(List<DraftPart> parts, CancellationToken ct)
    {
        var stale = new List<StalePart>();
        foreach (var (i, part) in parts.ToList().Index())
        {
            if (part.BasedOn is not { } version || await LatestAsync(part, null, ct) is not { } theirs || theirs.Version == version)
                continue;
            var conflicts = new List<Conflict>();
            if (theirs.Content is null)
                parts[i] = part with { BasedOn = null };
            else
            {
                var mine = await new Naming(db).WithSlugsAsync(part.Kind, part.Fields, ct);
                (var merged, conflicts) = ThreeWay.Merge(FieldsOf(part.Kind, (await LatestAsync(part, version, ct))?.Content), FieldsOf(part.Kind, theirs.Content), mine);
                parts[i] = part with { BasedOn = theirs.Version, Fields = merged };
            }
            stale.Add(new(i, theirs, conflicts));
        }
        return stale;
    }

    /// <summary>Decides one conflict for what is published.</summary>
    public async Task TakeTheirsAsync(DraftPart part, string path, CancellationToken ct)
    {
        if (part.BasedOn is { } version && await LatestAsync(part, version, ct) is { Content: { } theirs })
            ThreeWay.Take(part.Fields, FieldsOf(part.Kind, theirs), path);
    }

    /// <summary>Whether this account may publish it, by its role and by having written none of it.</summary>
    public async Task<bool> MayPublishAsync(Draft draft, Editor who, CancellationToken ct) =>
        who.Role >= DeskRole.Editor && (!draft.WriterIds.Contains(who.Id) || await db.Set<DeskSettings>().AnyAsync(s => s.ReviewerMayBeAuthor, ct));

    private async Task<bool> MoveAsync(Draft draft, DraftState to, int? changeNumber, Editor who, string? note, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, version) = (draft.Id, draft.Version);
        var moved = await db.Set<Draft>().Where(d => d.Id == id && d.Version == version).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.State, to).SetProperty(x => x.ChangeNumber, changeNumber).SetProperty(x => x.Version, version + 1).SetProperty(x => x.ChangedAt, now), ct);
        if (moved == 0)
            return false;
        db.Add(new DraftEvent { DraftId = id, By = who.Name, At = now, Became = to, Note = string.IsNullOrWhiteSpace(note) ? null : Text.Tidy(note) });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The parts as edits, new records with the address they would get now.</summary>
    private async Task<(List<Edit> Edits, List<PartProblem> Problems)> ReadAsync(Draft draft, CancellationToken ct)
    {
        var parts = draft.Parts;
        var edits = new Edit[parts.Count];
        var problems = new List<PartProblem>();
        var naming = new Naming(db);
        var taken = new HashSet<(RecordKind Kind, string Slug)>();
        foreach (var (i, part) in parts.Index().OrderBy(p => p.Item.Kind))
        {
            if (part.IsWithdrawal)
            {
                edits[i] = new(part.Kind, part.Slug, null, part.BasedOn, part.MergedInto);
                continue;
            }
            var (content, unreadable) = TypedFields.ToContent(part.Kind, await naming.WithSlugsAsync(part.Kind, part.Fields, ct));
            problems.AddRange(unreadable.Select(p => new PartProblem(i, p.Field, p.Message)));
            var slug = part.Slug ?? await db.FreeSlugAsync(part.Kind, content.SuggestedSlug, wanted => taken.Contains((part.Kind, wanted)), ct);
            taken.Add((part.Kind, slug));
            naming.Add(part.Kind, slug, LabelOf(parts, i));
            if (part.Slug is null)
                naming.Add(part.Kind, slug, content.Called);
            edits[i] = new(part.Kind, slug, content, part.BasedOn);
        }
        return ([.. edits], problems);
    }

    private Task<Revision?> LatestAsync(DraftPart part, int? version, CancellationToken ct) =>
        db.Revisions.AsNoTracking().Include(r => r.Change).Where(r => r.Kind == part.Kind && r.Slug == part.Slug && (version == null || r.Version == version)).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);

    private static System.Text.Json.Nodes.JsonObject FieldsOf(RecordKind kind, string? content) => content is null ? [] : TypedFields.Of(ContentJson.Parse(kind, content));

    /// <summary>What other parts of the same draft can call a part: “Letter 1”.</summary>
    public static string LabelOf(IReadOnlyList<DraftPart> parts, int part) => $"{parts[part].Kind} {part + 1}";

    private static Change ChangeOf(Draft draft, IReadOnlyList<Edit> edits, string? reviewer) => new(draft.Author, draft.Reason ?? "", draft.Origin, edits, draft.Correction, reviewer);

    private static PartProblem PartOf(IReadOnlyList<Edit> edits, Problem problem)
    {
        var part = edits.Index().Where(e => problem.Record == $"{e.Item.Kind.Path}/{e.Item.Slug}").Select(e => (int?)e.Index).FirstOrDefault();
        return part is null && problem.Record.Length > 0 ? new(null, "", $"{problem.Record}, which refers to what is changed here: {problem.Message}") : new(part, problem.Field, problem.Message);
    }

    private static string TitleOf(IReadOnlyList<DraftPart> parts)
    {
        if (parts.Count == 0)
            return "Nothing yet";
        var first = parts[0];
        var called = Naming.Fields.Select(name => first.Fields[name]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? first.Fields[name]!.GetValue<string>() : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? first.Slug ?? "";
        var title = $"{(first.IsWithdrawal ? "Withdraw " : "")}{first.Kind}: {string.Concat(called.Where(c => !char.IsControl(c)))}{(parts.Count > 1 ? $" and {parts.Count - 1} more" : "")}";
        return title.Length > 300 ? title[..300] : title;
    }
}
