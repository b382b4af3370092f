using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Who has an account, and who is invited to.</summary>
[Authorize(Policy = DeskPolicies.Administrator)]
public sealed class AccountsModel(TrackerDb db, UserManager<Editor> editors, TimeProvider clock) : DeskPage
{
    internal const string LinkOnce = "Link";

    public IReadOnlyList<Editor> Accounts { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>The link of an invitation that was just made.</summary>
    public string? Link { get; private set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "role")]
    public DeskRole Role { get; set; } = DeskRole.Editor;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Link = TempData[LinkOnce] as string;
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? action, [FromForm(Name = "invitation")] int invitation, CancellationToken ct)
    {
        if (action is "revoke")
            return Done(await db.Invitations.Where(i => i.Id == invitation).ExecuteDeleteAsync(ct) > 0 ? "Taken back. The link no longer works." : "That invitation was used or taken back already.");
        var (name, email) = (Checked(Name), CheckedEmail(Email));
        if (Errors.Count == 0 && await editors.FindByNameAsync(email) is not null)
            Errors.Add(("email", "There is an account with this address already."));
        var open = await OpenAsync(ct);
        if (Errors.Count == 0 && open.Exists(i => i.EditorId is null && string.Equals(i.Email, email, StringComparison.OrdinalIgnoreCase)))
            Errors.Add(("email", "This address is invited already. Take that invitation back first, if its link was lost."));
        if (Errors.Count > 0 || !ModelState.IsValid)
        {
            await ShowAsync(ct);
            return Refused();
        }
        TempData[LinkOnce] = Request.Absolute(await db.InviteAsync((await editors.GetUserAsync(User))!, email, name, Role, renews: null, clock.GetUtcNow().UtcDateTime, ct));
        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Accounts = await db.Users.AsNoTracking().OrderBy(e => e.DisabledAt != null).ThenBy(e => e.Name).ThenBy(e => e.Id).ToListAsync(ct);
        Invitations = await OpenAsync(ct);
    }

    private Task<List<Invitation>> OpenAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Invitations.AsNoTracking().Where(i => i.ExpiresAt > now).OrderBy(i => i.Id).ToListAsync(ct);
    }
}
