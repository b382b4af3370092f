using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

[Authorize(Policy = DeskPolicies.Administrator)]
public sealed class SettingsModel(TrackerDb db, UserManager<Editor> editors, TimeProvider clock) : PageModel
{
    public DeskSettings Settings { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Settings = await db.DeskSettings.SingleAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "reviewer_may_be_author")] bool reviewerMayBeAuthor, CancellationToken ct)
    {
        var settings = await db.DeskSettings.SingleAsync(ct);
        TempData["Said"] = "Nothing was changed: the settings read the same as before.";
        if (settings.ReviewerMayBeAuthor != reviewerMayBeAuthor)
        {
            settings.ReviewerMayBeAuthor = reviewerMayBeAuthor;
            settings.ChangedBy = (await editors.GetUserAsync(User))!.Name;
            settings.ChangedAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(ct);
            TempData["Said"] = "Saved. It holds from now on.";
        }
        return RedirectToPage();
    }
}
