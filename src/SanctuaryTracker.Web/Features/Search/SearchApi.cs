using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

public static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", Search).WithTags("Search").WithName("Search").WithSummary("Find records of every kind by words in names, summaries, quotations, citations and attached documents");
        api.MapGet("/suggestions", Suggest).WithTags("Search").WithName("Suggest").WithSummary("At most eight records with a name that has words beginning so, places first");
    }

    private static async Task<Ok<Found>> Search([AsParameters] SearchFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.SearchAsync(filter, kept, ct));

    private static async Task<Ok<IReadOnlyList<RecordLink>>> Suggest([Description("The beginnings of words, as one types them.")] string? q, [Description("Only of these kinds.")][FromQuery] RecordKind[] kind, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.SuggestAsync(q, kind, kept, ct));
}
