using System.Text;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A code of an authenticator app after the password.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TwoStepModel(DeskEditors editors, DeskSignIn signIn) : DeskPage
{
    private const string Issuer = "SanctuaryTracker";
    private const string CodesOnce = "Codes";

    public Editor Account { get; private set; } = null!;

    /// <summary>Of an app that is to be connected; null unless that was begun.</summary>
    public string? Key { get; private set; }

    /// <summary>As an app reads it from the picture.</summary>
    public string Uri => $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(Account.Email!)}?secret={Key}&issuer={Issuer}&digits=6";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    /// <summary>The squares of the picture, as the path of an SVG, and how many there are a side.</summary>
    public (string Path, int Side) Picture()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Uri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            for (var x = 0; x < row.Count; x++)
                if (row[x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (path.ToString(), code.ModuleMatrix.Count);
    }

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Codes = (TempData[CodesOnce] as string)?.Split(' ') ?? [];
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? action, [FromForm(Name = "code")] string? code, [FromForm(Name = "password")] string? password)
    {
        await ShowAsync();
        switch (action)
        {
            case "begin" when !Account.TwoFactorEnabled:
                await editors.ResetAuthenticatorKeyAsync(Account);
                await signIn.GoOnAsync(Account);
                return RedirectToPage();
            case "on" when Key is not null:
                if (!await signIn.ConfirmAsync(Account, password))
                {
                    Errors.Add(("password-on", NotYours));
                    return Refused();
                }
                if (!await editors.VerifyTwoFactorTokenAsync(Account, editors.Options.Tokens.AuthenticatorTokenProvider, DeskEditors.Tidied(code ?? "")))
                {
                    Errors.Add(("code", "The code is not that of this key. Check that the phone’s clock is right, and type the code that the app shows now."));
                    return Refused();
                }
                await editors.SetTwoFactorEnabledAsync(Account, true);
                return await NewCodesAsync("Two-step sign-in is on. Everywhere else you are signed out.");
            case "off" or "codes" when Account.TwoFactorEnabled:
                var control = action == "off" ? "password-off" : "password-codes";
                if (!await signIn.ConfirmAsync(Account, password))
                {
                    Errors.Add((control, NotYours));
                    return Refused();
                }
                if (action == "codes")
                    return await NewCodesAsync("There are new recovery codes; the old ones no longer work.");
                await editors.TurnOffTwoStepAsync(Account);
                await signIn.GoOnAsync(Account);
                return Done("Two-step sign-in is off.");
            default:
                return Done("Nothing was changed.");
        }
    }

    private async Task<IActionResult> NewCodesAsync(string said)
    {
        TempData[CodesOnce] = string.Join(' ', (await editors.GenerateNewTwoFactorRecoveryCodesAsync(Account, DeskEditors.RecoveryCodes))!);
        await signIn.GoOnAsync(Account);
        return Done(said);
    }

    private async Task ShowAsync()
    {
        Account = (await editors.GetUserAsync(User))!;
        Key = Account.TwoFactorEnabled ? null : await editors.GetAuthenticatorKeyAsync(Account);
        CodesLeft = await editors.CountRecoveryCodesAsync(Account);
    }
}
