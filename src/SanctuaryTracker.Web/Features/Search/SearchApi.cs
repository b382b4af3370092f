using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Search;

public static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", Search).WithTags("Search").WithName("Search").WithSummary("Find records of every kind by words in names, summaries, quotations and citations");

    private static async Task<Ok<Found>> Search([AsParameters] SearchFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.SearchAsync(filter, ct));
}
