using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

public static class ResponsesApi
{
    public static void MapResponses(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/responses").WithTags("Responses");
        group.MapGet("/", List).WithName("ListResponses").WithSummary("List what jurisdictions, associations and officials said or did");
        group.MapGet("/facets", Facets).WithName("CountResponses").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetResponse").WithSummary("One response, with its speakers and citations")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<ResponseContent>(RecordKind.Response);
    }

    private static async Task<Ok<Paged<ResponseItem>>> List([AsParameters] ResponseFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.ListResponsesAsync(filter, ct, kept));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] ResponseFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountResponsesAsync(filter, kept, ct));

    private static Task<Results<Ok<ResponseDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindResponseAsync(slug, ct).OrMissingAsync(db, RecordKind.Response, slug, ct);
}
