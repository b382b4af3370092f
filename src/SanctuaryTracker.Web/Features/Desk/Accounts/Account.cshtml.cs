using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>One account, for administrators; its owner's own page is <see cref="OwnModel"/>.</summary>
[Authorize(Policy = DeskPolicies.Administrator)]
public sealed class AccountModel(TrackerDb db, DeskEditors editors, DeskSessions sessions, TimeProvider clock) : DeskPage
{
    private const int Recent = 20;

    public Editor Account { get; private set; } = null!;

    public IReadOnlyList<SignInAttempt> Attempts { get; private set; } = [];

    public string? Link { get; private set; }

    /// <summary>As typed, if it was refused.</summary>
    public (string Name, string Email, DeskRole Role) Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        Link = TempData[AccountsModel.LinkOnce] as string;
        return await ShowAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm(Name = "do")] string? action, [FromForm(Name = "name")] string? name, [FromForm(Name = "email")] string? email, [FromForm(Name = "role")] DeskRole? role, CancellationToken ct)
    {
        if (!await ShowAsync(id, ct))
            return NotFound();
        var account = (await editors.FindByIdAsync(id))!;
        switch (action)
        {
            case "save":
                Typed = (Checked(name), CheckedEmail(email), role ?? account.Role);
                return await SaveAsync(account, ct) ? Done("Saved.") : Refused();
            case "disable" when account.DisabledAt is null:
                return await DisableAsync(account, ct) ? Done($"{account.Name} is signed out everywhere and can no longer sign in. What {account.Name} did stays.") : Refused();
            case "enable" when account.DisabledAt is not null:
                account.DisabledAt = null;
                await editors.UpdateAsync(account);
                return Done($"{account.Name} can sign in again.");
            case "one-step" when account.TwoFactorEnabled:
                await editors.TurnOffTwoStepAsync(account);
                await sessions.EndAllAsync(account.Id);
                return Done("The second step is off. The password alone lets in until it is turned on again.");
            case "new-password" when account.DisabledAt is null:
                TempData[AccountsModel.LinkOnce] = Request.Absolute(await db.InviteAsync((await editors.GetUserAsync(User))!, account.Email!, account.Name, account.Role, account, clock.GetUtcNow().UtcDateTime, ct));
                return RedirectToPage();
            default:
                return Done("Nothing was changed.");
        }
    }

    private async Task<bool> SaveAsync(Editor account, CancellationToken ct)
    {
        if (Errors.Count == 0 && await editors.FindByNameAsync(Typed.Email) is { } other && other.Id != account.Id)
            Errors.Add(("email", "There is another account with this address."));
        if (Errors.Count > 0 || !ModelState.IsValid)
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (Typed.Role != DeskRole.Administrator && await IsLastAsync(account, ct))
        {
            Errors.Add(("role", "This is the last administrator’s account that is open. Make someone else an administrator first."));
            return false;
        }
        (account.Name, account.Role, account.Email, account.UserName) = (Typed.Name, Typed.Role, Typed.Email, Typed.Email);
        var saved = await editors.UpdateAsync(account);
        Errors.AddRange(saved.Errors.Select(e => ("email", e.Description)));
        if (saved.Succeeded)
            await transaction.CommitAsync(ct);
        return saved.Succeeded;
    }

    private async Task<bool> DisableAsync(Editor account, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await IsLastAsync(account, ct))
        {
            Errors.Add(("disable", "This is the last administrator’s account that is open. Make someone else an administrator first."));
            return false;
        }
        account.DisabledAt = clock.GetUtcNow().UtcDateTime;
        await editors.UpdateSecurityStampAsync(account);
        await sessions.EndAllAsync(account.Id);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>One at a time, or two administrators could disable each other at once.</summary>
    private async Task<bool> IsLastAsync(Editor account, CancellationToken ct)
    {
        await db.LockForWritingAsync(ct);
        return account is { Role: DeskRole.Administrator, DisabledAt: null } && !await db.Users.AnyAsync(e => e.Id != account.Id && e.Role == DeskRole.Administrator && e.DisabledAt == null, ct);
    }

    private async Task<bool> ShowAsync(string id, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } account)
            return false;
        Account = account;
        Typed = (account.Name, account.Email!, account.Role);
        Attempts = await db.ListSignInAttemptsAsync(id, clock.GetUtcNow().UtcDateTime, Recent, ct);
        return true;
    }
}
