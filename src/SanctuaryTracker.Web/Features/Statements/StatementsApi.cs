using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

public static class StatementsApi
{
    public static void MapStatements(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/statements").WithTags("Statements");
        group.MapGet("/", List).WithName("ListStatements").WithSummary("List statements of the sending side, third parties and the press");
        group.MapGet("/facets", Facets).WithName("CountStatements").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetStatement").WithSummary("One statement, with its citations")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<StatementContent>(RecordKind.Statement);
    }

    private static async Task<Ok<Paged<StatementItem>>> List([AsParameters] StatementFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListStatementsAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] StatementFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountStatementsAsync(filter, kept, ct));

    private static Task<Results<Ok<StatementDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindStatementAsync(slug, ct).OrMissingAsync(db, RecordKind.Statement, slug, ct);
}
