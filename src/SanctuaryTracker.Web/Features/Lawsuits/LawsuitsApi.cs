using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

public static class LawsuitsApi
{
    public static void MapLawsuits(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/lawsuits").WithTags("Lawsuits");
        group.MapGet("/", List).WithName("ListLawsuits").WithSummary("List lawsuits: cases or, until they are known by name, places where suits are reported");
        group.MapGet("/facets", Facets).WithName("CountLawsuits").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetLawsuit").WithSummary("One lawsuit, with its parties, events, links and citations")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<LawsuitContent>(RecordKind.Lawsuit);
    }

    private static async Task<Ok<Paged<LawsuitItem>>> List([AsParameters] LawsuitFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListLawsuitsAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] LawsuitFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountLawsuitsAsync(filter, kept, ct));

    private static Task<Results<Ok<LawsuitDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindLawsuitAsync(slug, ct).OrMissingAsync(db, RecordKind.Lawsuit, slug, ct);
}
