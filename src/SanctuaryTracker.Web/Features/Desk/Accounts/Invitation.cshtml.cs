using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Where the link of an invitation leads: the invited chooses a password.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationModel(TrackerDb db, UserManager<Editor> editors, DeskSessions sessions, TimeProvider clock) : DeskPage
{
    /// <summary>Null if it was used, taken back, too old or never made.</summary>
    public Invitation? Invitation { get; private set; }

    public bool IsDone { get; private set; }

    public string Secret { get; private set; } = "";

    public async Task OnGetAsync([FromRoute] string secret, CancellationToken ct) => await FindAsync(secret, ct);

    public async Task<IActionResult> OnPostAsync([FromRoute] string secret, [FromForm(Name = "password")] string? password, [FromForm(Name = "again")] string? again, CancellationToken ct)
    {
        await FindAsync(secret, ct);
        if (Invitation is null)
            return Page();
        if (password != again)
        {
            Errors.Add(("again", "The two differ. Type the same password twice."));
            return Refused();
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockForWritingAsync(ct);
        if (await db.Invitations.Where(i => i.Id == Invitation.Id).ExecuteDeleteAsync(ct) == 0)
        {
            Invitation = null;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        var result = Invitation.EditorId is { } id ? await RenewAsync((await editors.FindByIdAsync(id))!, password ?? "") : await editors.CreateAsync(
            new() { UserName = Invitation.Email, Email = Invitation.Email, EmailConfirmed = true, Name = Invitation.Name, Role = Invitation.Role }, password ?? "");
        Errors.AddRange(result.Errors.Select(e => ("password", e.Description)));
        if (!result.Succeeded)
            return Refused();
        await transaction.CommitAsync(ct);
        IsDone = true;
        return Page();
    }

    private async Task<IdentityResult> RenewAsync(Editor editor, string password)
    {
        var result = await editors.ResetPasswordAsync(editor, await editors.GeneratePasswordResetTokenAsync(editor), password);
        if (result.Succeeded)
        {
            await editors.SetLockoutEndDateAsync(editor, null);
            await sessions.EndAllAsync(editor.Id);
            await db.AccessTokens.Where(t => t.EditorId == editor.Id).ExecuteDeleteAsync();
            foreach (var passkey in await editors.GetPasskeysAsync(editor))
                await editors.RemovePasskeyAsync(editor, passkey.CredentialId);
        }
        return result;
    }

    private async Task FindAsync(string secret, CancellationToken ct)
    {
        Secret = secret;
        Invitation = await db.FindInvitationAsync(secret, clock.GetUtcNow().UtcDateTime, ct);
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }
}
