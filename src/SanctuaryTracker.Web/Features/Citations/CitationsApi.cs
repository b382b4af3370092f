using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

public static class CitationsApi
{
    public static void MapCitations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/citations").WithTags("Citations");
        group.MapGet("/", List).WithName("ListCitations").WithSummary("List citations: what rests on a paragraph, what is inferred, what is disputed");
        group.MapGet("/facets", Facets).WithName("CountCitations").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("limit", "cursor"));
    }

    private static async Task<Ok<Paged<CitedFact>>> List([AsParameters] CitationFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListCitationsAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] CitationFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountCitationsAsync(filter, kept, ct));
}
