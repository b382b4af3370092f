using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A page on the way in. What was typed before is carried along, and shown when the way is done.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class SignInStep(HeldForms forms, SignInLimit limit) : PageModel
{
    /// <summary>A form that was sent by someone signed out, encrypted.</summary>
    [BindProperty(Name = "held")]
    public string? Held { get; set; }

    public string? Error { get; protected set; }

    public string ReturnUrl { get; protected set; } = "/desk";

    /// <summary>The form to send again, once signed in.</summary>
    public HeldForm? Again { get; private set; }

    /// <summary>For a passkey, which a script asks the browser for.</summary>
    [BindProperty(Name = "credential")]
    public string? Credential { get; set; }

    protected bool IsTooOften()
    {
        if (limit.Allows(HttpContext))
            return false;
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = "60";
        Error = "There were too many attempts from your network. Wait a minute and try again.";
        return true;
    }

    protected IActionResult GoOn()
    {
        Again = forms.Open(Held);
        return Again is null ? LocalRedirect(ReturnUrl) : Page();
    }

    /// <summary>Never to another site.</summary>
    protected string Local(string? url) => url is not null && Url.IsLocalUrl(url) ? url : "/desk";
}
