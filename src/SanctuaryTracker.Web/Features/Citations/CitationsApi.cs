using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

/// <summary>A fact, and how to cite it.</summary>
/// <param name="Address">Permanent.</param>
/// <param name="CiteAs">The fact as a sentence with its source, this address, the version and the day.</param>
public sealed record CitableFact(Fact Fact, string Address, string CiteAs);

public static class CitationsApi
{
    public static void MapCitations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/citations").WithTags("Citations");
        group.MapGet("/", List).WithName("ListCitations").WithSummary("List citations: what rests on a paragraph, what is inferred, what is disputed");
        group.MapGet("/{kind}/{slug}/{key}", Detail).WithName("GetFact").WithSummary("One fact under its permanent address: what is shown, what the passage says, and how to cite it")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Ok<Paged<CitedFact>>> List([AsParameters] CitationFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListCitationsAsync(filter, ct));

    private static async Task<Results<Ok<CitableFact>, NotFound, ProblemHttpResult>> Detail(string kind, string slug, string key, TrackerDb db, TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        if (!RecordPaths.TryParse($"{kind}/{slug}", out var ofKind, out _))
            return TypedResults.NotFound();
        var fact = await db.FindFactAsync(ofKind, slug, key, ct);
        var citable = fact is null ? null : new CitableFact(fact, request.Absolute(fact.Citation.Path), request.Cite(fact.Claim, fact.Citation.Path, fact.Citation.Version, clock.Today));
        return await Task.FromResult(citable).OrMissingAsync(db, ofKind, slug, ct);
    }
}
