using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

public static class CompareApi
{
    public static void MapCompare(this IEndpointRouteBuilder api)
    {
        api.MapGet("/compare", Places).WithTags("Compare").WithName("CompareJurisdictions").WithSummary("Two to four jurisdictions with all that is recorded of each");
        api.MapGet("/compare/letters", Letters).WithTags("Compare").WithName("CompareLetters").WithSummary("Two letters field by field, with what each field rests on, and their attached texts");
        api.MapGet("/letters/{slug}/chain", Chain).WithTags("Letters").WithName("GetLetterChain").WithSummary("What followed from one letter: answers, statements, lawsuits")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Ok<IReadOnlyList<JurisdictionDetail>>> Places([AsParameters] PlacesFilter filter, TrackerDb db, CancellationToken ct) =>
        await db.FindPlacesAsync(filter, ct) is { Count: > 1 } places ? TypedResults.Ok(places) : throw new BadQueryException(filter.First is null ? "first" : "second", "Give at least two different jurisdictions.");

    private static async Task<Ok<LetterComparison>> Letters([AsParameters] LetterPairFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.CompareLettersAsync(
            await db.FindLetterForFilterAsync(filter.First, "first", ct) ?? throw new BadQueryException("first", "Give the slug of a letter."),
            await db.FindLetterForFilterAsync(filter.Second, "second", ct) ?? throw new BadQueryException("second", "Give the slug of a letter."), ct));

    private static Task<Results<Ok<LetterChain>, NotFound, ProblemHttpResult>> Chain(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindChainAsync(slug, ct).OrMissingAsync(db, RecordKind.Letter, slug, ct);
}
