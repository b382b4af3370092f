using Microsoft.AspNetCore.Mvc;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>The second step. The first one shows it in its own answer, so that what was held goes along.</summary>
public sealed class SignInCodeModel(DeskSignIn signIn, HeldForms forms, SignInLimit limit) : SignInStep(forms, limit)
{
    public IActionResult OnGet() => LocalRedirect("/desk/sign-in");

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "return_url")] string? returnUrl, [FromForm(Name = "code")] string? code)
    {
        ReturnUrl = Local(returnUrl);
        if (IsTooOften())
            return Page();
        var result = await signIn.WithCodeAsync(code);
        if (result?.Succeeded is true)
            return GoOn();
        Error = result is null ? "It was too long since you gave your password. Begin again; what you sent is still kept." : "This code is not right, or was used already. Wait for the app’s next one, or use a recovery code.";
        return Page();
    }
}
