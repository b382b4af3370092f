using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A figure's files, beside its page: <c>.svg</c>, <c>.png</c> and <c>.csv</c>.</summary>
public static class FigureFiles
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFigureFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/figures/{figure}/{slug}.svg", Methods, SvgFile).ExcludeFromDescription();
        site.MapMethods("/figures/{figure}/{slug}.png", Methods, PngFile).ExcludeFromDescription();
        site.MapMethods("/figures/{figure}/{slug}.csv", Methods, CsvFile).ExcludeFromDescription();
    }

    private static Task<IResult> SvgFile(string figure, string slug, FigureRoom room, TrackerDb db, TimeProvider clock, HttpContext context, CancellationToken ct) =>
        FileAsync(figure, slug, room, db, context, found =>
            Picture(context, Svg.File(Sheet.Of(found, PartialDate.Of(clock.Today), context.Request.Site + found.Path), found.Title, found.Description, context.Request.Site), "image/svg+xml"), ct);

    private static Task<IResult> PngFile(string figure, string slug, FigureRoom room, TrackerDb db, TimeProvider clock, HttpContext context, CancellationToken ct) =>
        FileAsync(figure, slug, room, db, context, found => Picture(context, Png.File(Sheet.Of(found, PartialDate.Of(clock.Today), context.Request.Site + found.Path)), "image/png"), ct);

    private static Task<IResult> CsvFile(string figure, string slug, FigureRoom room, TrackerDb db, HttpContext context, CancellationToken ct) =>
        FileAsync(figure, slug, room, db, context, found =>
        {
            List<Column<FigureRow>> columns = [.. found.Table.Columns.Index().Select(c => new Column<FigureRow>(c.Item.Name, row => row.Cells[c.Index] is var cell ? cell.Data ?? cell.Words : null))];
            return new Csv<FigureRow>(found.FileName, found.Table.Rows.ToAsyncEnumerable(), [.. columns, new("sources", row => row.Evidence.InShort())]);
        }, ct);

    private static async Task<IResult> FileAsync(string figure, string slug, FigureRoom room, TrackerDb db, HttpContext context, Func<Figure, IResult> file, CancellationToken ct)
    {
        if (FigureKinds.Find(figure) is not { } kind)
            return TypedResults.NotFound();
        if (await room.FindAsync(kind, slug, ct) is { } found)
            return file(found);
        if (await db.FindWithdrawalAsync(kind.Subject, slug, ct) is not { } gone)
            return TypedResults.NotFound();
        context.Features.Set(gone); // the page for 410 tells the reason
        return TypedResults.StatusCode(StatusCodes.Status410Gone);
    }

    private static FileContentHttpResult Picture(HttpContext context, byte[] content, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..20]}\""));
    }

    extension(HttpRequest request)
    {
        /// <summary>The site as the visitor names it: <c>https://example.org</c>.</summary>
        public string Site => $"{request.Scheme}://{request.Host.ToUriComponent()}";
    }
}
