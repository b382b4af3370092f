using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk;

public sealed class SignOutModel(SignInManager<Editor> signIn) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Desk/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
