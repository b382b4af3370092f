using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>One or more contents with an author and a reason, applied whole or not at all.</summary>
/// <param name="Correction">For the public, if something published was wrong: what, and what is right.</param>
/// <param name="Reviewer">Who read it before it was published, if someone did.</param>
public sealed record Change(string Author, string Reason, ChangeOrigin Origin, IReadOnlyList<Edit> Edits, string? Correction = null, string? Reviewer = null);

/// <summary>What one record is to be. Without a slug it is new and gets one; without a content it is withdrawn.</summary>
/// <param name="BasedOn">The version the author saw; null for a record that is not published yet.</param>
/// <param name="MergedInto">Where a withdrawn record's address leads from now on: the slug of the record of its kind that took over what it held.</param>
public sealed record Edit(RecordKind Kind, string? Slug, Content? Content, int? BasedOn = null, string? MergedInto = null);

/// <summary>What became of a Change.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It was applied, or would be; records whose content was equal already are not among those changed.</summary>
    public sealed record Applied(int? ChangeNumber, IReadOnlyList<string> Changed) : Outcome;

    public sealed record Refused(IReadOnlyList<Problem> Problems) : Outcome;

    /// <summary>Someone else changed a record since: their latest revision.</summary>
    public sealed record Stale(Revision Theirs) : Outcome;

    /// <summary>A record to be changed does not exist.</summary>
    public sealed record Unknown(string Record) : Outcome;
}

/// <summary>The one way in: every change to the record, whichever way it comes.</summary>
public sealed class Changes(TrackerDb db, TimeProvider clock)
{
    private const int LookedUpAtOnce = 500;

    /// <summary>The number of the record made last, within a change.</summary>
    private int lastId;

    /// <summary>A dry run: what would become of the change.</summary>
    /// <param name="written">Told how many of the edits are written so far.</param>
    public Task<Outcome> CheckAsync(Change change, CancellationToken ct, Action<int>? written = null) => RunAsync(change, commit: false, null, written, ct);

    /// <param name="along">Writes what must stand or fall with the change, such as what became of its draft; if it answers other than null, nothing is written and that is the outcome.</param>
    /// <param name="written">Told how many of the edits are written so far.</param>
    public Task<Outcome> ApplyAsync(Change change, CancellationToken ct, Func<Outcome.Applied, Task<Outcome?>>? along = null, Action<int>? written = null) => RunAsync(change, commit: true, along, written, ct);

    private async Task<Outcome> RunAsync(Change change, bool commit, Func<Outcome.Applied, Task<Outcome?>>? along, Action<int>? written, CancellationToken ct)
    {
        var problems = Problems(change).ToList();
        if (problems.Count > 0)
            return new Outcome.Refused(problems);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockForWritingAsync(ct);
        db.ChangeTracker.Clear();
        db.IsWritingRecord = true;
        try
        {
            var outcome = await WriteAsync(change, written, ct);
            if (commit && outcome is Outcome.Applied applied)
            {
                if (along is not null && await along(applied) is { } instead)
                    return instead;
                await transaction.CommitAsync(ct);
            }
            return outcome;
        }
        finally
        {
            db.IsWritingRecord = false;
            db.ChangeTracker.Clear();
        }
    }

    private static IEnumerable<Problem> Problems(Change change)
    {
        if (string.IsNullOrWhiteSpace(change.Reason))
            yield return new("reason", "Say why, for the history.");
        if (change.Reason.Length > LoggedChange.MaxReasonLength)
            yield return new("reason", $"Keep the reason to {LoggedChange.MaxReasonLength} characters.");
        if (Text.HasControlCharacters(change.Reason))
            yield return new("reason", "Remove the control characters: they cannot be shown.");
        if (!string.IsNullOrWhiteSpace(change.Correction))
        {
            if (change.Edits.All(e => e.BasedOn is null))
                yield return new("correction", "Only what is published can be corrected; leave the note empty.");
            if (change.Correction.Length > LoggedChange.MaxCorrectionLength)
                yield return new("correction", $"Keep the note to {LoggedChange.MaxCorrectionLength} characters.");
            if (Text.HasControlCharacters(change.Correction))
                yield return new("correction", "Remove the control characters: they cannot be shown.");
        }
        foreach (var twice in change.Edits.Where(e => e.Slug is not null).GroupBy(e => (e.Kind, e.Slug)).Where(g => g.Count() > 1))
            yield return new("", "The same record is there twice in this change.", $"{twice.Key.Kind.Path}/{twice.Key.Slug}");
        foreach (var edit in change.Edits)
            foreach (var problem in edit.Content?.Problems() ?? [])
                yield return problem with { Record = $"{edit.Kind.Path}/{edit.Slug}" };
    }

    private async Task<Outcome> WriteAsync(Change change, Action<int>? written, CancellationToken ct)
    {
        var last = await db.Changes.OrderByDescending(c => c.Id).Select(c => new { c.Id, c.At }).FirstOrDefaultAsync(ct);
        var number = 1 + (last?.Id ?? 0);
        var logged = new LoggedChange
        {
            Id = number, Author = change.Author, Reason = Text.Tidy(change.Reason), Correction = string.IsNullOrWhiteSpace(change.Correction) ? null : Text.Tidy(change.Correction),
            Reviewer = change.Reviewer, Origin = change.Origin, At = last?.At > Now() ? last.At : Now(),
        };
        var open = new List<OpenEdit>();
        var latest = await LatestAsync(change.Edits, ct);
        lastId = await db.Revisions.MaxAsync(r => (int?)r.RecordId, ct) ?? 0;
        foreach (var edit in change.Edits.OrderBy(e => e.Kind))
        {
            var (opened, refusal) = await OpenAsync(edit, latest, logged, ct);
            if (refusal is not null)
                return refusal;
            if (opened is not null)
                open.Add(opened);
        }
        if (open.Count == 0)
            return new Outcome.Applied(null, []);
        db.Add(logged);
        db.AddRange(open.Select(o => o.Revision));
        await db.SaveChangesAsync(ct);

        var problems = await WriteLiveAsync(open, written, ct);
        if (problems.Count > 0)
            return new Outcome.Refused(problems);
        await db.SaveChangesAsync(ct);
        return new Outcome.Applied(number, open.ConvertAll(o => o.Record.Path));
    }

    /// <summary>The latest revision of each record that the edits name, withdrawn or not.</summary>
    private async Task<Dictionary<(RecordKind Kind, string Slug), Revision>> LatestAsync(IReadOnlyList<Edit> edits, CancellationToken ct)
    {
        var latest = new Dictionary<(RecordKind, string), Revision>();
        foreach (var kind in edits.Where(e => e.Slug is not null).GroupBy(e => e.Kind))
            foreach (var slugs in kind.Select(e => e.Slug!).Chunk(LookedUpAtOnce))
                foreach (var revision in await db.Revisions.AsNoTracking().Include(r => r.Change).Where(r => r.Kind == kind.Key && slugs.Contains(r.Slug) && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version)).ToListAsync(ct))
                    latest[(kind.Key, revision.Slug)] = revision;
        return latest;
    }

    /// <summary>Finds or makes the spine row and drafts the revision; nothing at all if the content is equal to the latest.</summary>
    private async Task<(OpenEdit? Opened, Outcome? Refusal)> OpenAsync(Edit edit, Dictionary<(RecordKind Kind, string Slug), Revision> latestBySlug, LoggedChange logged, CancellationToken ct)
    {
        var content = edit.Content;
        await db.FillDocumentsAsync(content, ct);
        content?.FillKeys();
        var slug = edit.Slug ?? await db.FreeSlugAsync(edit.Kind, content!.SuggestedSlug, wanted => db.Records.Local.Any(r => r.Kind == edit.Kind && r.Slug == wanted), ct);
        var latest = latestBySlug.GetValueOrDefault((edit.Kind, slug));
        var published = latest?.Content is not null;
        if (!published && (edit.BasedOn is not null || content is null))
            return (null, latest is null ? new Outcome.Unknown($"{edit.Kind.Path}/{slug}") : new Outcome.Stale(latest));
        if (published && edit.BasedOn != latest!.Version)
            return (null, new Outcome.Stale(latest));

        var canonical = content?.Canonical();
        if (published && canonical == latest!.Content)
            return (null, null);
        if (!Text.IsSlug(slug))
            return (null, new Outcome.Refused([new("slug", "Use lower-case letters, digits and hyphens.", $"{edit.Kind.Path}/{slug}")]));

        var record = published
            ? await db.Records.SingleAsync(r => r.Kind == edit.Kind && r.Slug == slug, ct)
            : new Record { Id = latest?.RecordId ?? ++lastId, Kind = edit.Kind, Slug = slug };
        if (!published)
            db.Add(record);
        record.Version = (latest?.Version ?? 0) + 1;
        record.ChangedAt = logged.At;
        var revision = new Revision { RecordId = record.Id, Version = record.Version, Kind = edit.Kind, Slug = slug, Shape = Content.Shape, Content = canonical, MergedInto = content is null ? edit.MergedInto : null, Change = logged };
        return (new(record, canonical is null ? null : ContentJson.Parse(edit.Kind, canonical), revision, IsNew: !published), null);
    }

    private async Task<List<Problem>> WriteLiveAsync(List<OpenEdit> open, Action<int>? written, CancellationToken ct)
    {
        var live = new LiveRecords(db, ct);
        var problems = new List<Problem>();
        var affected = new Queue<int>();
        var withdrawn = open.FindAll(o => o.Content is null);
        await FreeIdentifiersAsync(withdrawn.ConvertAll(o => o.Record.Id), ct);
        foreach (var (i, edit) in open.Where(o => o.Content is not null).Index())
        {
            Note(edit.Record, await live.WriteAsync(edit.Record, edit.Content!, edit.IsNew));
            written?.Invoke(i + 1);
        }
        if (problems.Count > 0 || withdrawn.Count == 0 && affected.Count == 0)
            return problems;

        await db.SaveChangesAsync(ct);
        problems.AddRange(await WithdrawAsync(withdrawn, live, ct));

        // Records that copied something which has just changed are written again from their own, unchanged contents.
        while (problems.Count == 0 && affected.TryDequeue(out var id))
        {
            var ids = await db.Set<Reference>().Where(r => r.ToId == id).Select(r => r.FromId).ToListAsync(ct);
            foreach (var record in await db.Records.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Kind).ThenBy(r => r.Id).ToListAsync(ct))
            {
                var content = await db.Revisions.Where(r => r.RecordId == record.Id && r.Version == record.Version).Select(r => r.Content).SingleAsync(ct);
                Note(record, await live.WriteAsync(record, ContentJson.Parse(record.Kind, content!), isNew: false));
            }
        }
        return problems;

        void Note(Record record, Written result)
        {
            problems.AddRange(result.Problems.Concat(result.Problems.Count == 0 ? result.Entity.Problems() : []).Select(p => p with { Record = record.Path }));
            if (result.CopiedChanged)
                affected.Enqueue(record.Id);
        }
    }

    /// <summary>What only one record may have can go over to another in the change that withdraws the first, as in a merger.</summary>
    private async Task FreeIdentifiersAsync(List<int> withdrawn, CancellationToken ct)
    {
        if (withdrawn.Count == 0)
            return;
        await db.Jurisdictions.Where(j => withdrawn.Contains(j.Id)).ExecuteUpdateAsync(j => j.SetProperty(x => x.Geoid, (string?)null).SetProperty(x => x.OcdId, (string?)null), ct);
        await db.Lawsuits.Where(l => withdrawn.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.DocketKey, (string?)null), ct);
    }

    private async Task<IEnumerable<Problem>> WithdrawAsync(List<OpenEdit> withdrawn, LiveRecords live, CancellationToken ct)
    {
        var ids = withdrawn.ConvertAll(o => o.Record.Id);
        var holding = await db.Set<Reference>().Where(r => ids.Contains(r.ToId) && !ids.Contains(r.FromId))
            .Join(db.Records, r => r.FromId, r => r.Id, (reference, from) => new { reference.ToId, From = from }).Take(20).ToListAsync(ct);
        if (holding.Count > 0)
            return holding.Select(h => new Problem("", $"{h.From.Path} refers to it: change that first, or in the same change.", withdrawn.Find(o => o.Record.Id == h.ToId)!.Record.Path));
        await live.RemoveAsync(db.Records.Where(r => ids.Contains(r.Id)).Select(r => r.Id));
        withdrawn.ForEach(o => db.Entry(o.Record).State = EntityState.Detached);
        return [];
    }

    /// <summary>To the millisecond, which both databases keep.</summary>
    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    private sealed record OpenEdit(Record Record, Content? Content, Revision Revision, bool IsNew);
}

public static class Slugs
{
    /// <summary>An address that no record has or had: the one wanted, or with a number after it.</summary>
    /// <param name="isTaken">Whether an address is taken too, though not yet in the log.</param>
    public static async Task<string> FreeSlugAsync(this TrackerDb db, RecordKind kind, string wanted, Func<string, bool> isTaken, CancellationToken ct)
    {
        var stem = wanted.Length > 0 ? wanted : kind.ToString().ToLowerInvariant();
        // From “stem” to “stem.”, which comes after all that begins with “stem-”: one range of the index.
        var end = $"{stem}.";
        var taken = (await db.Revisions.Where(r => r.Kind == kind && string.Compare(r.Slug, stem) >= 0 && string.Compare(r.Slug, end) < 0).Select(r => r.Slug).Distinct().ToListAsync(ct)).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? stem : $"{stem}-{n}").First(slug => !taken.Contains(slug) && !isTaken(slug));
    }
}
