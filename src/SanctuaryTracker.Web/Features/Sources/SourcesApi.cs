using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

public static class SourcesApi
{
    public static void MapSources(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sources").WithTags("Sources");
        group.MapGet("/", List).WithName("ListSources").WithSummary("List sources, newest first unless sorted otherwise");
        group.MapGet("/facets", Facets).WithName("CountSources").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetSource").WithSummary("One source, with everything that rests on it, or on one paragraph of it")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<SourceContent>(RecordKind.Source);
    }

    private static async Task<Ok<Paged<SourceItem>>> List([AsParameters] SourceFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListSourcesAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] SourceFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountSourcesAsync(filter, kept, ct));

    private static Task<Results<Ok<SourceDetail>, NotFound, ProblemHttpResult>> Detail(string slug, [AsParameters] PassageFilter passage, TrackerDb db, CancellationToken ct) =>
        db.FindSourceAsync(slug, passage, ct).OrMissingAsync(db, RecordKind.Source, slug, ct);
}
