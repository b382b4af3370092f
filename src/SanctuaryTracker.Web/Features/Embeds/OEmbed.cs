using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Figures;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Embeds;

/// <summary>What a site that knows oEmbed 1.0 needs to show one of our pages.</summary>
public sealed record OEmbedAnswer(
    string Version, string Type, string ProviderName, string ProviderUrl, string Title, string Html, int Width, int Height, int CacheAge);

/// <summary>A page of ours that can be shown in a frame.</summary>
/// <param name="Height">What it needs where no script tells.</param>
public sealed record Embeddable(string Path, string Title, int Height)
{
    /// <summary>A jurisdiction's story in short, or a round's recipients.</summary>
    public static Embeddable Of(RecordLink record) => new(record.Path, record.Title, 560);
}

public static class OEmbed
{
    public const int Width = 760;

    /// <summary>The kinds of record that have a page to embed.</summary>
    private static readonly Dictionary<string, RecordKind> Kinds = new[] { RecordKind.Jurisdiction, RecordKind.Campaign }.ToDictionary(kind => kind.Path);

    public static void MapOEmbed(this IEndpointRouteBuilder site) => site.MapFile("/oembed", (RequestDelegate)AnswerAsync).ExcludeFromDescription();

    /// <summary>Where a page's oEmbed answer is, for the head of the page.</summary>
    public static string AddressFor(Embeddable page, string site) => $"{site}/oembed?url={Uri.EscapeDataString(site + page.Path)}&format=json";

    /// <summary>The HTML by which another site shows the page.</summary>
    public static string Code(Embeddable page, string site, int width = Width, int? height = null) =>
        $"""
        <iframe src="{site}/embed{page.Path}" title="{HtmlEncoder.Default.Encode(page.Title)}" width="{width}" height="{height ?? page.Height}" loading="lazy" style="border:0;max-width:100%"></iframe>
        <script src="{site}/embed-host.js" async></script>
        """;

    /// <remarks>Takes the request as it is: consumers add parameters of their own, which the site's rules would refuse.</remarks>
    private static async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var result = query["format"].ToString() is not ("" or "json") ? Problem(StatusCodes.Status501NotImplemented, "The answer is JSON only: give format=json, or none.")
            : !IsSize(query["maxwidth"], out var width) || !IsSize(query["maxheight"], out var height) ? Problem(StatusCodes.Status400BadRequest, "Give maxwidth and maxheight in pixels: whole numbers above 0.")
            : await FindAsync(context, query["url"].ToString()) is not { } page ? Problem(StatusCodes.Status404NotFound, "Give as url the whole address of a jurisdiction, a campaign or a figure of this site: they can be embedded.")
            : (IResult)TypedResults.Ok(Answer(page, context.Request.Site, width, height));
        await result.ExecuteAsync(context);
    }

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(statusCode: status, detail: detail);

    private static OEmbedAnswer Answer(Embeddable page, string site, int? maxWidth, int? maxHeight)
    {
        var (width, height) = (Math.Min(Width, maxWidth ?? Width), Math.Min(page.Height, maxHeight ?? page.Height));
        return new("1.0", "rich", "SanctuaryTracker", site, page.Title, Code(page, site, width, height), width, height, CacheAge: 3600);
    }

    private static async Task<Embeddable?> FindAsync(HttpContext context, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !string.Equals(address.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase))
            return null;
        return address.AbsolutePath.Trim('/').Split('/') switch
        {
            ["figures", var name, var slug] when FigureKinds.Find(name) is { } kind =>
                await context.RequestServices.GetRequiredService<FigureRoom>().FindAsync(kind, slug, context.RequestAborted) is { } figure ? figure.Embeddable : null,
            [var kinds, var slug] when Kinds.TryGetValue(kinds, out var kind) => await context.RequestServices.GetRequiredService<TrackerDb>().Records
                .Where(r => r.Kind == kind && r.Slug == slug).Select(r => new RecordLink(r.Kind, r.Slug, r.Title)).FirstOrDefaultAsync(context.RequestAborted) is { } record ? Embeddable.Of(record) : null,
            _ => null,
        };
    }

    private static bool IsSize(string? text, out int? size)
    {
        size = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return size is not null || string.IsNullOrEmpty(text);
    }
}
