using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk;

public sealed class SignInModel(SignInManager<Editor> signIn) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Error { get; private set; }

    public string ReturnUrl { get; private set; } = "/desk";

    public void OnGet([FromQuery(Name = "return_url")] string? returnUrl) => ReturnUrl = Local(returnUrl);

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "return_url")] string? returnUrl)
    {
        ReturnUrl = Local(returnUrl);
        var result = string.IsNullOrEmpty(Email) || Email.Length > 256 || Text.HasControlCharacters(Email) || string.IsNullOrEmpty(Password) || Password.Length > 256
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(Email.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return LocalRedirect(ReturnUrl);
        if (Email is not null && Password is { Length: <= 256 } && await signIn.UserManager.FindByNameAsync(Text.HasControlCharacters(Email) ? "" : Email.Trim()) is null)
            signIn.UserManager.PasswordHasher.HashPassword(new(), Password); // as slow as for an account there is
        // The same words whether or not there is such an account.
        Error = "The e-mail address or the password is not right. Check both and try again; after eight failures an account is closed for five minutes.";
        return Page();
    }

    /// <summary>Never to another site.</summary>
    private string Local(string? url) => url is not null && Url.IsLocalUrl(url) ? url : "/desk";
}
