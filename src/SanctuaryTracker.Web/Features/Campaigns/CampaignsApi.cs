using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

public static class CampaignsApi
{
    public static void MapCampaigns(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/campaigns").WithTags("Campaigns");
        group.MapGet("/", List).WithName("ListCampaigns").WithSummary("List rounds of letters, with reported and named counts");
        group.MapGet("/facets", Facets).WithName("CountCampaigns").WithSummary("What the list can be filtered by, with counts").WithMetadata(new WithoutParameters("sort", "limit", "cursor"));
        group.MapGet("/{slug}", Detail).WithName("GetCampaign").WithSummary("One round: recipients named and not, copies, competing counts, both sides' words")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapContentAndRevisions<CampaignContent>(RecordKind.Campaign);
    }

    private static async Task<Ok<Paged<CampaignItem>>> List([AsParameters] CampaignFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListCampaignsAsync(filter, ct));

    private static async Task<Ok<FacetCounts>> Facets([AsParameters] CampaignFilter filter, TrackerDb db, UntilChanged kept, CancellationToken ct) =>
        TypedResults.Ok(await db.CountCampaignsAsync(filter, kept, ct));

    private static Task<Results<Ok<CampaignDetail>, NotFound, ProblemHttpResult>> Detail(string slug, TrackerDb db, CancellationToken ct) =>
        db.FindCampaignAsync(slug, ct).OrMissingAsync(db, RecordKind.Campaign, slug, ct);
}
