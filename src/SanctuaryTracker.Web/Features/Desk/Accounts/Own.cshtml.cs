using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>An editor's own account: its name and password, and where the rest of it is.</summary>
public sealed class OwnModel(TrackerDb db, DeskEditors editors, DeskSignIn signIn, TimeProvider clock) : DeskPage
{
    public Editor Account { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public int Passkeys { get; private set; }

    public int Sessions { get; private set; }

    public int Tokens { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "do")] string? action, [FromForm(Name = "name")] string? name, [FromForm(Name = "password")] string? password, [FromForm(Name = "new-password")] string? chosen, [FromForm(Name = "again")] string? again,
        CancellationToken ct)
    {
        await ShowAsync(ct);
        return action is "password" ? await ChangePasswordAsync(password ?? "", chosen ?? "", again ?? "") : await RenameAsync(name);
    }

    private async Task<IActionResult> RenameAsync(string? name)
    {
        Name = Checked(name);
        if (Errors.Count > 0)
            return Refused();
        Account.Name = Name;
        await editors.UpdateAsync(Account);
        return Done("Saved. Changes from now on bear this name.");
    }

    private async Task<IActionResult> ChangePasswordAsync(string password, string chosen, string again)
    {
        if (chosen != again)
            Errors.Add(("again", "The two differ. Type the same password twice."));
        else if (!await signIn.ConfirmAsync(Account, password))
            Errors.Add(("password", NotYours));
        else
            Errors.AddRange((await editors.ChangePasswordAsync(Account, password, chosen)).Errors.Select(e => ("new-password", e.Description)));
        if (Errors.Count > 0)
            return Refused();
        await signIn.GoOnAsync(Account);
        return Done("Your password is changed. Everywhere else you are signed out.");
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Account = (await editors.GetUserAsync(User))!;
        var (id, now) = (Account.Id, clock.GetUtcNow().UtcDateTime);
        Name = Account.Name;
        Passkeys = (await editors.GetPasskeysAsync(Account)).Count;
        Sessions = await db.DeskSessions.CountAsync(s => s.EditorId == id, ct);
        Tokens = await db.AccessTokens.CountAsync(t => t.EditorId == id && t.ExpiresAt > now, ct);
    }
}
