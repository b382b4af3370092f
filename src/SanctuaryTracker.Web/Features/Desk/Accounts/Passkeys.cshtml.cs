using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Keys in a phone, computer or stick that sign in without a password.</summary>
public sealed class PasskeysModel(DeskEditors editors, DeskSignIn signIn) : DeskPage
{
    public const int MaxNameLength = 60;

    private const int Most = 20;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    public static string Id(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task OnGetAsync() => Passkeys = await editors.GetPasskeysAsync((await editors.GetUserAsync(User))!);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "passkey")] string? passkey, [FromForm(Name = "credential")] string? credential, [FromForm(Name = "password")] string? password)
    {
        var account = (await editors.GetUserAsync(User))!;
        Passkeys = await editors.GetPasskeysAsync(account);
        if (Passkeys.FirstOrDefault(p => Id(p) == passkey) is { } known)
        {
            if (!await ConfirmedAsync(account, password, $"password-{Passkeys.IndexOf(known)}"))
                return Refused();
            await editors.RemovePasskeyAsync(account, known.CredentialId);
            return Done($"{known.Name} no longer signs you in.");
        }
        if (CheckedPasskeyName() is not { } name)
            return Refused();
        try
        {
            if (await signIn.PerformPasskeyAttestationAsync(credential ?? "") is { Succeeded: true, Passkey: { } made, UserEntity.Id: var owner } && owner == account.Id)
            {
                made.Name = name;
                await editors.AddOrUpdatePasskeyAsync(account, made);
                return Done($"{name} can sign you in from now on.");
            }
        }
        catch (InvalidOperationException)
        {
            // None was begun, or too long ago.
        }
        Errors.Add(("name", "The passkey was not accepted. Try again."));
        return Refused();
    }

    /// <summary>What the browser is to be asked, for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync([FromForm(Name = "password")] string? password)
    {
        var account = (await editors.GetUserAsync(User))!;
        Passkeys = await editors.GetPasskeysAsync(account);
        if (CheckedPasskeyName() is null || !await ConfirmedAsync(account, password))
            return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = Errors[0].Message };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.Email!, DisplayName = account.Name }), "application/json");
    }

    private async Task<bool> ConfirmedAsync(Editor account, string? password, string control = "password")
    {
        if (await signIn.ConfirmAsync(account, password))
            return true;
        Errors.Add((control, NotYours));
        return false;
    }

    private string? CheckedPasskeyName()
    {
        var tidied = Text.Tidy(Name ?? "");
        if (tidied.Length is 0 or > MaxNameLength || Text.HasControlCharacters(tidied))
            Errors.Add(("name", $"Give the passkey a name of at most {MaxNameLength} characters, as “My phone”."));
        else if (Passkeys.Count >= Most)
            Errors.Add(("name", $"There are {Most} passkeys already. Remove one first."));
        return Errors.Count == 0 ? tidied : null;
    }
}
