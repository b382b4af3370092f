using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Status;

/// <summary>What a visitor reads when a request was not answered; it is executed in the failed request's place, whatever its method.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>Where the visitor wanted to go, without parameters; null if this page was asked for itself.</summary>
    public string? Asked { get; private set; }

    public BadQuery? BadQuery => HttpContext.Features.Get<BadQuery>();

    public Withdrawal? Withdrawal => HttpContext.Features.Get<Withdrawal>();

    public string Heading => Code switch
    {
        400 when BadQuery is not null => "This page cannot be shown as asked",
        400 => "This request cannot be used",
        401 or 403 => "This page is for editors",
        404 => "There is no such page",
        405 => "This address is only for reading",
        410 => "This record was withdrawn",
        413 => "This is more than is taken at once",
        < 500 => "This request cannot be answered",
        _ => "The page could not be made",
    };

    // No handler: every method comes here, and the status is that of the request that failed.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = int.Parse((string)RouteData.Values["code"]!);
        Asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPathBase + status.OriginalPath : HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        Response.StatusCode = Code;
    }
}
