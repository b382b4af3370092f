using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Writing;

/// <summary>A word by which a request sent twice is known, and what was asked with it.</summary>
public sealed record Repetition(string Key, string Hash)
{
    public const int MaxKeyLength = 100;
}

/// <summary>Makes a draft of what a program sends, and publishes it if that is allowed.</summary>
public sealed class Writer(TrackerDb db, Drafts drafts, UserManager<Editor> editors, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    public async Task<IResult> AddAsync(DraftPart part, Why why, Repetition? repetition, CancellationToken ct)
    {
        var who = await WhoAsync();
        if (repetition is { Key.Length: > Repetition.MaxKeyLength } || repetition is not null && Text.HasControlCharacters(repetition.Key))
            return Refused(new() { ["Idempotency-Key"] = [$"Give at most {Repetition.MaxKeyLength} characters."] });
        if (await EarlierAsync(who, repetition, ct) is { } earlier)
            return await RepeatAsync(earlier, who, part.Kind, repetition!, ct);
        var draft = Begin(who, [part], why);
        (draft.IdempotencyKey, draft.RequestHash) = (repetition?.Key, repetition?.Hash);
        return await SubmitAsync(draft, who, part.Kind, null, repetition, ct);
    }

    /// <param name="propose">Makes the parts, given the version that the writer saw; null if they cannot be made.</param>
    public async Task<IResult> ChangeAsync(HttpRequest request, RecordKind kind, string slug, Func<int, Task<List<DraftPart>?>> propose, Why why, CancellationToken ct)
    {
        if (request.GetTypedHeaders().IfMatch is not [{ Tag: var tag }] || !int.TryParse(tag.AsSpan().Trim('"'), out var version))
            return Results.Problem("Say which version you saw: If-Match with the ETag that the content came with.", statusCode: StatusCodes.Status428PreconditionRequired);
        var latest = await db.Revisions.AsNoTracking().Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version).Select(r => new { r.Version, IsPublished = r.Content != null }).FirstOrDefaultAsync(ct);
        if (latest is null)
            return Results.Problem($"There is no {kind.ToString().ToLowerInvariant()} “{slug}”.", statusCode: StatusCodes.Status404NotFound);
        if (latest.Version != version || !latest.IsPublished)
            return Stale(latest.Version, latest.IsPublished);
        if (await propose(version) is not { } parts)
            return Refused(new() { ["into"] = ["Name another published record of this kind."] });
        // What was proposed from a version that came meanwhile is stale.
        parts = parts.ConvertAll(p => p.Kind == kind && p.Slug == slug ? p with { BasedOn = version } : p);
        var who = await WhoAsync();
        return await SubmitAsync(Begin(who, parts, why), who, kind, slug, null, ct);
    }

    private async Task<IResult> SubmitAsync(Draft draft, Editor who, RecordKind kind, string? slug, Repetition? repetition, CancellationToken ct)
    {
        var check = await drafts.CheckAsync(draft, ct);
        if (Refusal(check) is { } refusal)
            // The same request may have come at once, and the other was first.
            return await EarlierAsync(who, repetition, ct) is { } first ? await RepeatAsync(first, who, kind, repetition!, ct) : refusal;
        try
        {
            await drafts.SaveAsync(draft, who, ct);
        }
        catch (DbUpdateException) when (repetition is not null)
        {
            db.ChangeTracker.Clear();
            if (await EarlierAsync(who, repetition, ct) is not { } first)
                throw;
            return await RepeatAsync(first, who, kind, repetition, ct);
        }
        return await FinishAsync(draft, who, kind, slug, ct);
    }

    /// <summary>Publishes the draft, or sends it to review; of one that is ended, says what became of it.</summary>
    private async Task<IResult> FinishAsync(Draft draft, Editor who, RecordKind kind, string? slug, CancellationToken ct)
    {
        if (draft.State == DraftState.Draft)
        {
            var mayPublish = Context.User.HasClaim(TokenScheme.Scope, TokenScheme.Publish) && await drafts.MayPublishAsync(draft, who, ct);
            if (!mayPublish)
                await drafts.MoveAsync(draft, DraftState.InReview, who, null, ct);
            else if (Refusal(await drafts.PublishAsync(draft, who, ct)) is { } refusal && await DiscardAsync(draft, who, ct))
                return refusal;
            draft = await db.Set<Draft>().AsNoTracking().SingleAsync(d => d.Id == draft.Id, ct);
        }
        slug ??= await db.Revisions.Where(r => r.ChangeId == draft.ChangeNumber && r.Kind == kind).Select(r => r.Slug).FirstOrDefaultAsync(ct);
        var path = slug is null ? null : $"/{kind.Path}/{slug}";
        if (draft.State != DraftState.Published)
            return Results.Accepted($"/desk/drafts/{draft.Id}", new WrittenRecord(path, null, null, draft.Id, draft.State));
        var version = await db.Revisions.Where(r => r.Kind == kind && r.Slug == slug).MaxAsync(r => (int?)r.Version, ct);
        Context.Response.Headers.ETag = $"\"{version}\"";
        var written = new WrittenRecord(path, version, draft.ChangeNumber, draft.Id, draft.State);
        return draft.Parts is [{ Slug: null }] ? Results.Created($"/api/v1{path}", written) : Results.Ok(written);
    }

    /// <summary>Puts a refused draft away, and its key is free again.</summary>
    /// <returns>False if the same request, come at once, has published it or sent it to review.</returns>
    private async Task<bool> DiscardAsync(Draft draft, Editor who, CancellationToken ct)
    {
        var id = draft.Id;
        if (await drafts.MoveAsync(draft, DraftState.Discarded, who, null, ct))
            await db.Set<Draft>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.IdempotencyKey, (string?)null), ct);
        return await db.Set<Draft>().AnyAsync(d => d.Id == id && d.State == DraftState.Discarded, ct);
    }

    private async Task<IResult> RepeatAsync(Draft earlier, Editor who, RecordKind kind, Repetition repetition, CancellationToken ct) => earlier.RequestHash == repetition.Hash
        ? await FinishAsync(earlier, who, kind, null, ct)
        : Refused(new() { ["Idempotency-Key"] = ["This key was used for another request: take a new one."] });

    private async Task<Draft?> EarlierAsync(Editor who, Repetition? repetition, CancellationToken ct) => repetition is null ? null
        : await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(d => d.AuthorId == who.Id && d.IdempotencyKey == repetition.Key, ct);

    private async Task<Editor> WhoAsync() => (await editors.GetUserAsync(Context.User))!;

    private static Draft Begin(Editor who, IReadOnlyList<DraftPart> parts, Why why)
    {
        var draft = Drafts.Begin(who, parts, why.Reason, ChangeOrigin.Api);
        draft.Correction = string.IsNullOrWhiteSpace(why.Correction) ? null : why.Correction;
        return draft;
    }

    private static IResult? Refusal(DraftCheck check) => check switch
    {
        { Problems.Count: > 0 } => Refused(check.Problems.GroupBy(p => NameOf(check, p)).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray())),
        { Outcome: Outcome.Stale stale } => Stale(stale.Theirs.Version, stale.Theirs.Content is not null),
        { Duplicates.Count: > 0 } => Results.Problem(
            $"It may be in the record already: {string.Join("; ", check.Duplicates.Select(d => $"{d.Record.Path} ({d.Why})"))}. If it is another one, send is_another=true.", statusCode: StatusCodes.Status409Conflict, title: "This may be a duplicate."),
        { Outcome: Outcome.Applied } => null,
        _ => Results.Problem("Someone else was quicker.", statusCode: StatusCodes.Status409Conflict),
    };

    /// <summary>The field; with its record, where a change has several.</summary>
    private static string NameOf(DraftCheck check, PartProblem problem) =>
        problem.Part is { } part && check.Edits.Count > 1 ? $"{check.Edits[part].Kind.Path}/{check.Edits[part].Slug}: {problem.Field}" : problem.Field;

    private static IResult Refused(Dictionary<string, string[]> errors) =>
        Results.ValidationProblem(errors, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Nothing was changed: there is something to mend.");

    private static IResult Stale(int version, bool isPublished) =>
        Results.Problem(isPublished ? $"Someone changed it: the version published now is {version}. Get it again, and change that." : "It was withdrawn.", statusCode: StatusCodes.Status412PreconditionFailed, extensions: new Dictionary<string, object?> { ["version"] = version });
}
