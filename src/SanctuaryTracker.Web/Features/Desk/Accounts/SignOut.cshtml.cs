using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.Desk.Accounts;

public sealed class SignOutModel(DeskSignIn signIn, DeskSessions sessions) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Desk/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(User.DeskId!, await DeskSessions.CurrentAsync(HttpContext));
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
