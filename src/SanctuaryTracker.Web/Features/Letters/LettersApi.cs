using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

public static class LettersApi
{
    public static void MapLetters(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/letters").WithTags("Letters");
        group.MapGet("/", List).WithName("ListLetters").WithSummary("List letters, newest first unless sorted otherwise");
        group.MapGet("/facets", Facets).WithName("CountLetters").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetLetter").WithSummary("One letter, with its copies, responses and citations")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<LetterContent>(RecordKind.Letter);
    }

    private static async Task<Ok<Paged<LetterItem>>> List([AsParameters] LetterFilter filter, TrackerDb db, UntilChanged kept, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await db.ListLettersAsync(filter, clock.Today, ct, kept));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] LetterFilter filter, TrackerDb db, UntilChanged kept, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await db.CountLettersAsync(filter, clock.Today, kept, ct));

    private static Task<Results<Ok<LetterDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindLetterAsync(slug, ct).OrMissingAsync(db, RecordKind.Letter, slug, ct);
}
