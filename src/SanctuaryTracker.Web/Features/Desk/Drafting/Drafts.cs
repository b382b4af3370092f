using System.Text.Json;
using System.Text.Json.Nodes;
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
/// <param name="Mine">The part before theirs was taken over, which the draft keeps until what both changed is decided.</param>
public sealed record StalePart(int Part, Revision Theirs, IReadOnlyList<Conflict> Conflicts, DraftPart Mine)
{
    public bool IsUndecided => Conflicts.Count > 0 || Theirs.Content is null;
}

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

    /// <param name="wrote">Whether this account changed what the draft says, and so reviews it no more.</param>
    /// <returns>False if someone saved it meanwhile: nothing was written.</returns>
    public async Task<bool> SaveAsync(Draft draft, Editor who, CancellationToken ct, bool wrote = true)
    {
        draft.Title = TitleOf(draft.Parts);
        draft.ChangedAt = clock.GetUtcNow().UtcDateTime;
        draft.Version++;
        if (wrote && !draft.WriterIds.Contains(who.Id))
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
        var isUnreasoned = string.IsNullOrWhiteSpace(draft.Reason);
        // Nothing of a check is kept: a stand-in for the reason lets the rest be told beside its lack.
        var outcome = problems.Count > 0 ? null : await changes.CheckAsync(ChangeOf(draft, edits, null) with { Reason = isUnreasoned ? "Unreasoned" : draft.Reason! }, ct);
        if (outcome is Outcome.Refused refused)
            problems.AddRange(refused.Problems.Select(p => PartOf(edits, p)));
        else if (outcome is null)
            // What cannot be read hides nothing else: the rest is checked by itself.
            problems.AddRange(edits.SelectMany((e, i) => (e.Content?.Problems() ?? []).Select(p => new PartProblem(i, p.Field, p.Message))).Where(p => !problems.Exists(known => known.Part == p.Part && known.Field == p.Field)));
        if (isUnreasoned)
            problems.Add(new(null, "reason", "Say why, for the history."));
        return new(edits, problems, outcome, await DuplicatesAsync(draft, edits, ct));
    }

    /// <summary>Whether someone saved or ended it since it was read.</summary>
    public async Task<bool> IsOvertakenAsync(Draft draft, CancellationToken ct) => !await db.Set<Draft>().AnyAsync(d => d.Id == draft.Id && d.Version == draft.Version, ct);

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
        if (await DuplicatesAsync(draft, edits, ct) is { Count: > 0 } duplicates)
            return new(edits, problems, null, duplicates);
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
            if (part.Slug is null || await LatestAsync(part, null, ct) is not { } theirs || theirs.Version == part.BasedOn || part.BasedOn is null && theirs.Content is null)
                continue;
            var conflicts = new List<Conflict>();
            if (theirs.Content is null)
                parts[i] = part with { BasedOn = null };
            else
            {
                var mine = await new Naming(db).WithSlugsAsync(part.Kind, part.Fields, ct);
                (var merged, conflicts) = ThreeWay.Merge(await BaseOfAsync(part, ct), FieldsOf(part.Kind, theirs.Content), mine);
                parts[i] = part with { BasedOn = theirs.Version, Fields = merged };
            }
            stale.Add(new(i, theirs, conflicts, part));
        }
        return stale;
    }

    /// <summary>Decides one conflict for what was published as that version.</summary>
    public async Task TakeTheirsAsync(DraftPart part, int? version, string path, CancellationToken ct)
    {
        if (version is not null && await LatestAsync(part, version, ct) is { Content: { } theirs })
            ThreeWay.Take(part.Fields, FieldsOf(part.Kind, theirs), path);
    }

    /// <summary>The part as its author sends it after seeing a version beside it: begun from that one, or from none if it withdrew the record.</summary>
    public async Task<DraftPart> DecidedAsync(DraftPart part, int version, CancellationToken ct) =>
        await LatestAsync(part, version, ct) is { } seen ? part with { BasedOn = seen.Content is null ? null : version } : part;

    /// <summary>Takes over what a colleague wrote into the draft meanwhile, and tells what both wrote: there, the part's own stays until it is decided.</summary>
    public async Task<List<(int Part, Conflict Conflict)>> JoinAsync(List<DraftPart> parts, Draft colleagues, CancellationToken ct)
    {
        var (theirs, naming) = (colleagues.Parts, new Naming(db));
        var conflicts = new List<(int, Conflict)>();
        var alike = parts.Zip(theirs).TakeWhile(p => (p.First.Kind, p.First.Slug) == (p.Second.Kind, p.Second.Slug)).Count();
        for (var i = 0; i < alike; i++)
        {
            var (merged, both) = ThreeWay.Merge(await BaseOfAsync(parts[i], ct), await naming.WithSlugsAsync(parts[i].Kind, theirs[i].Fields, ct), await naming.WithSlugsAsync(parts[i].Kind, parts[i].Fields, ct));
            parts[i] = parts[i] with { Fields = merged };
            conflicts.AddRange(both.Select(c => (i, c)));
        }
        if (alike == parts.Count)
            parts.AddRange(theirs.Skip(alike));
        return conflicts;
    }

    /// <summary>Decides one conflict for what a colleague wrote.</summary>
    public async Task TakeWrittenAsync(DraftPart part, DraftPart theirs, string path, CancellationToken ct) =>
        ThreeWay.Take(part.Fields, await new Naming(db).WithSlugsAsync(theirs.Kind, theirs.Fields, ct), path);

    /// <summary>Whether the parts would make the same of the same records, however they are spelt.</summary>
    public async Task<bool> SaySameAsync(IReadOnlyList<DraftPart> parts, IReadOnlyList<DraftPart> others, CancellationToken ct)
    {
        var naming = new Naming(db);
        if (parts.Count != others.Count)
            return false;
        foreach (var (one, other) in parts.Zip(others))
        {
            if ((one.Kind, one.Slug, one.BasedOn, one.IsWithdrawal) != (other.Kind, other.Slug, other.BasedOn, other.IsWithdrawal))
                return false;
            var (mine, theirs) = (await FieldsAsync(one), await FieldsAsync(other));
            var (content, unreadable) = TypedFields.ToContent(one.Kind, mine);
            var (before, unreadableBefore) = TypedFields.ToContent(one.Kind, theirs);
            if (unreadable.Count + unreadableBefore.Count == 0 ? content.Canonical() != before.Canonical() : !ThreeWay.Same(mine, theirs))
                return false;
        }
        return true;

        async Task<JsonObject> FieldsAsync(DraftPart part) => TypedFields.WithoutBlanks(part.Kind, await naming.WithSlugsAsync(part.Kind, part.Fields, ct));
    }

    /// <summary>Whether this account may publish it: an editor what others sent to review, or what it wrote if the settings let it.</summary>
    public async Task<bool> MayPublishAsync(Draft draft, Editor who, CancellationToken ct) =>
        who.Role >= DeskRole.Editor && (draft.WriterIds.Contains(who.Id) ? await db.Set<DeskSettings>().AnyAsync(s => s.ReviewerMayBeAuthor, ct) : draft.State == DraftState.InReview);

    /// <summary>Whether this account may change what it says: what waits for review is changed by its reviewers, or taken back first.</summary>
    public static bool MayEdit(Draft draft, Editor who) =>
        draft.IsOpen && (draft.State != DraftState.InReview || who.Role >= DeskRole.Editor) && draft.Parts is { Count: <= EditModel.MaxParts } parts && !parts.Any(p => p.IsWithdrawal);

    private Task<List<Duplicate>> DuplicatesAsync(Draft draft, IReadOnlyList<Edit> edits, CancellationToken ct)
    {
        var parts = draft.Parts;
        return new Duplicates(db).FindAsync(edits, ct, part => parts[part] is { Slug: null, IsAnother: false, Fields: var fields } && !Text.HasControlCharacters(ThreeWay.Text(fields)));
    }

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

    /// <summary>The fields that the part was begun from.</summary>
    private async Task<JsonObject> BaseOfAsync(DraftPart part, CancellationToken ct) =>
        FieldsOf(part.Kind, part.Slug is null || part.BasedOn is null ? null : (await LatestAsync(part, part.BasedOn, ct))?.Content);

    private static JsonObject FieldsOf(RecordKind kind, string? content) => content is null ? [] : TypedFields.Of(ContentJson.Parse(kind, content));

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
        var called = Naming.Fields.Select(name => first.Fields[name]?.GetValueKind() == JsonValueKind.String ? first.Fields[name]!.GetValue<string>() : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? first.Slug ?? "";
        var title = $"{(first.IsWithdrawal ? "Withdraw " : "")}{first.Kind}: {string.Concat(called.Where(c => !char.IsControl(c)))}{(parts.Count > 1 ? $" and {parts.Count - 1} more" : "")}";
        return Text.Cut(title, Draft.MaxTitleLength);
    }
}
