using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.History;

public static class HistoryApi
{
    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/changes").WithTags("Changes");
        group.MapGet("/", List).WithName("ListChanges").WithSummary("List changes to the record, newest first: who, when, why, and which records they touched");
        group.MapGet("/{number:int}", Detail).WithName("GetChange").WithSummary("One change, with the differences it made, record by record").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Paged<ChangeItem>>> List([AsParameters] ChangeFilter filter, TrackerDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ListChangesAsync(filter, ct));

    private static async Task<Results<Ok<ChangeDetail>, NotFound>> Detail(int number, [FromQuery, Range(1, int.MaxValue)] int? from, TrackerDb db, CancellationToken ct) =>
        await db.FindChangeAsync(number, from ?? 1, ct) is { } change ? TypedResults.Ok(change) : TypedResults.NotFound();
}
