using Microsoft.AspNetCore.Http.HttpResults;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Cards;

/// <summary>The pictures that stand beside a link where it is shared; each drawn once until the record changes.</summary>
public static class CardsSite
{
    public const string Front = "/cards/front.png";

    public static string PathOf(RecordKind kind, string slug) => $"/cards/{kind.Path}/{slug}.png";

    public static void MapCards(this IEndpointRouteBuilder site)
    {
        site.MapFile(Front, async (TrackerDb db, UntilChanged kept, TimeProvider clock, HttpResponse response, CancellationToken ct) =>
            Picture(response, await kept.KeepAsync($"card {clock.Today:O}", async () => CardPicture.Draw(await db.FindFrontCardAsync(clock.Today, ct)), ct))).ExcludeFromDescription();
        foreach (var kind in Enum.GetValues<RecordKind>())
            site.MapFile(PathOf(kind, "{slug}"), async Task<Results<FileContentHttpResult, NotFound>> (string slug, TrackerDb db, UntilChanged kept, HttpResponse response, CancellationToken ct) =>
                await kept.KeepAsync($"card {kind.Path}/{slug}", async () => await db.FindCardAsync(kind, slug, ct) is { } card ? CardPicture.Draw(card) : null, ct) is { } png
                    ? Picture(response, png) : TypedResults.NotFound()).ExcludeFromDescription();
    }

    internal static FileContentHttpResult Picture(HttpResponse response, byte[] png)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.File(png, "image/png");
    }
}
