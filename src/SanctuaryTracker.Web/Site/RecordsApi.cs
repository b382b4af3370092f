using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Writing;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>What every kind of record answers under its own address: its content and its revisions.</summary>
public static class RecordsApi
{
    extension(RouteGroupBuilder group)
    {
        public RouteGroupBuilder MapContentAndRevisions<TContent>(RecordKind kind)
            where TContent : Content
        {
            group.MapGet("/{slug}/content", async Task<Results<Ok<TContent>, NotFound, ProblemHttpResult>> (string slug, TrackerDb db, HttpResponse response, CancellationToken ct) =>
            {
                if (await db.FindLatestRevisionAsync(kind, slug, ct) is not { Content: { } json } revision)
                    return await db.FindWithdrawalAsync(kind, slug, ct) is { } gone ? Gone(gone) : TypedResults.NotFound();
                response.Headers.ETag = $"\"{revision.Version}\"";
                return TypedResults.Ok((TContent)ContentJson.Parse(kind, json));
            }).WithName($"Get{kind}Content").WithSummary($"The content of one {kind.ToString().ToLowerInvariant()}: what its editors say of it, in the shape that forms and seed files use")
                .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
            group.MapGet("/{slug}/revisions", async Task<Results<Ok<IReadOnlyList<RevisionItem>>, NotFound>> (string slug, TrackerDb db, CancellationToken ct) =>
                await db.ListRevisionsAsync(kind, slug, ct) is { Count: > 0 } revisions ? TypedResults.Ok(revisions) : TypedResults.NotFound())
                .WithName($"List{kind}Revisions").WithSummary($"Every version of one {kind.ToString().ToLowerInvariant()}, newest first, with who changed it, when and why")
                .ProducesProblem(StatusCodes.Status404NotFound);
            group.MapWriting<TContent>(kind);
            return group;
        }
    }

    /// <summary>The answer for a detail: the record, 404, or 410 with the reason if it was withdrawn.</summary>
    public static async Task<Results<Ok<T>, NotFound, ProblemHttpResult>> OrMissingAsync<T>(this Task<T?> detail, TrackerDb db, RecordKind kind, string slug, CancellationToken ct)
        where T : class =>
        await detail is { } found ? TypedResults.Ok(found)
        : await db.FindWithdrawalAsync(kind, slug, ct) is { } gone ? Gone(gone)
        : TypedResults.NotFound();

    private static ProblemHttpResult Gone(Withdrawal gone) =>
        TypedResults.Problem(statusCode: StatusCodes.Status410Gone, title: "This record was withdrawn.", detail: gone.Reason);
}
