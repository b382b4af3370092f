using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A figure's files, beside its page: <c>.svg</c>, <c>.png</c> and <c>.csv</c>.</summary>
public static class FigureFiles
{
    private delegate byte[] Draw(Figure figure, Drawing sheet, string site);

    public static void MapFigureFiles(this IEndpointRouteBuilder site)
    {
        site.MapFile("/figures/land.svg", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=604800";
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0))
                return TypedResults.Bytes(UsMap.LandFile, "image/svg+xml");
            context.Response.Headers.ContentEncoding = "br";
            return TypedResults.Bytes(UsMap.LandFileInBrotli, "image/svg+xml");
        }).ExcludeFromDescription();
        site.MapFile("/figures/{figure}/{slug}.svg", ([AsParameters] Asked asked, CancellationToken ct) =>
            PictureAsync(asked, "image/svg+xml", (figure, sheet, site) => Svg.File(sheet, figure.Title, figure.Description, site), ct)).ExcludeFromDescription();
        site.MapFile("/figures/{figure}/{slug}.png", ([AsParameters] Asked asked, CancellationToken ct) =>
            PictureAsync(asked, "image/png", (_, sheet, _) => Png.File(sheet), ct)).ExcludeFromDescription();
        site.MapFile("/figures/{figure}/{slug}.csv", ([AsParameters] Asked asked, CancellationToken ct) => CsvAsync(asked, ct)).WithTags("Figures").WithName("DownloadFigure")
            .WithSummary("What a figure shows, as CSV; .svg and .png in its place are the picture").Produces<string>(StatusCodes.Status200OK, "text/csv").Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status410Gone);
    }

    /// <summary>A picture says where it is from, and so is another for each name that the site goes by.</summary>
    private static async Task<IResult> PictureAsync(Asked asked, string type, Draw draw, CancellationToken ct)
    {
        if (FigureKinds.Find(asked.Figure) is not { } kind)
            return TypedResults.NotFound();
        var (site, today) = (asked.Context.Request.Site, asked.Clock.Today);
        var picture = await asked.Kept.KeepAsync($"{type} of {kind} {asked.Slug} for {site} on {today:O}",
            async () => await asked.Room.FindAsync(kind, asked.Slug, ct) is { } figure ? draw(figure, Sheet.Of(figure, PartialDate.Of(today), site + figure.Path), site) : null, ct);
        if (picture is null)
            return await MissingAsync(asked, kind, ct);
        asked.Context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(picture, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(picture))[..20]}\""));
    }

    private static async Task<IResult> CsvAsync(Asked asked, CancellationToken ct)
    {
        if (FigureKinds.Find(asked.Figure) is not { } kind)
            return TypedResults.NotFound();
        if (await asked.Room.FindAsync(kind, asked.Slug, ct) is not { } figure)
            return await MissingAsync(asked, kind, ct);
        List<Column<FigureRow>> columns = [.. figure.Table.Columns.Index().Select(c => new Column<FigureRow>(c.Item.Name, row => row.Cells[c.Index] is var cell ? cell.Data ?? cell.Words : null))];
        return new Csv<FigureRow>(figure.FileName, figure.Table.Rows.ToAsyncEnumerable(), [.. columns, new("sources", row => row.Evidence.InShort())]);
    }

    private static async Task<IResult> MissingAsync(Asked asked, FigureKind kind, CancellationToken ct)
    {
        if (await asked.Db.FindWithdrawalAsync(kind.Subject, asked.Slug, ct) is not { } gone)
            return TypedResults.NotFound();
        asked.Context.Features.Set(gone); // the page for 410 tells the reason
        return TypedResults.StatusCode(StatusCodes.Status410Gone);
    }

    /// <param name="Figure">Which figure: map, answers, responses-over-time or deadline, of a campaign; timeline, of a jurisdiction; docket, of a lawsuit.</param>
    private sealed record Asked(string Figure, string Slug, FigureRoom Room, UntilChanged Kept, TrackerDb Db, TimeProvider Clock, HttpContext Context);
}
