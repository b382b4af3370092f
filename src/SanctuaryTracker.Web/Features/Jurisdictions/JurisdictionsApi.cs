using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

public static class JurisdictionsApi
{
    public static void MapJurisdictions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/jurisdictions").WithTags("Jurisdictions");
        group.MapGet("/", List).WithName("ListJurisdictions").WithSummary("List jurisdictions, by name");
        group.MapGet("/facets", Facets).WithName("CountJurisdictions").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetJurisdiction").WithSummary("One jurisdiction's whole story, with citations")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<JurisdictionContent>(RecordKind.Jurisdiction);
    }

    private static async Task<Ok<Paged<JurisdictionItem>>> List([AsParameters] JurisdictionFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListJurisdictionsAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] JurisdictionFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountJurisdictionsAsync(filter, kept, ct));

    private static Task<Results<Ok<JurisdictionDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindJurisdictionAsync(slug, ct).OrMissingAsync(db, RecordKind.Jurisdiction, slug, ct);
}
