using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

public static class CitationsApi
{
    public static void MapCitations(this IEndpointRouteBuilder api) =>
        api.MapGet("/citations", List).WithTags("Citations").WithName("ListCitations")
            .WithSummary("List citations: what rests on a paragraph, what is inferred, what is disputed");

    private static async Task<Ok<Paged<CitedFact>>> List([AsParameters] CitationFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListCitationsAsync(filter, ct));
}
