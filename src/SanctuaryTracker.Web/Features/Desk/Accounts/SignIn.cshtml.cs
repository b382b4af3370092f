using Microsoft.AspNetCore.Mvc;

namespace SanctuaryTracker.Features.Desk.Accounts;

public sealed class SignInModel(DeskSignIn signIn, HeldForms forms, SignInLimit limit) : SignInStep(forms, limit)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What was sent could not be held.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The password is right; a code is asked for next.</summary>
    public bool NeedsCode { get; private set; }

    public void OnGet([FromQuery(Name = "return_url")] string? returnUrl)
    {
        ReturnUrl = Local(returnUrl);
        if (HttpContext.Features.Get<Holding>() is { } holding)
            (Held, IsLost) = (holding.Sealed, holding.Sealed is null);
    }

    /// <param name="again">Only to show this page once more, with what is held.</param>
    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "return_url")] string? returnUrl, [FromForm(Name = "again")] bool again)
    {
        ReturnUrl = Local(returnUrl);
        if (again || IsTooOften())
            return Page();
        var byPasskey = !string.IsNullOrEmpty(Credential);
        var result = byPasskey ? await signIn.WithPasskeyAsync(Credential!) : await signIn.WithPasswordAsync(Email, Password);
        if (result.Succeeded)
            return GoOn();
        NeedsCode = result.RequiresTwoFactor;
        // The same words whether or not there is such an account, and whether or not it is closed.
        Error = NeedsCode ? null : byPasskey ? "The passkey was not accepted. Try again, or sign in with your password." :
            "The e-mail address or the password is not right. Check both and try again; after eight failures an account is closed for five minutes.";
        return Page();
    }

    /// <summary>What the browser is to be asked, for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() =>
        IsTooOften() ? StatusCode(StatusCodes.Status429TooManyRequests) : Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
}
