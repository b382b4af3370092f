using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Identity's ways of signing in, closed to accounts that are disabled, each attempt told to the account's owner.</summary>
public sealed class DeskSignIn(
    UserManager<Editor> editors, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Editor> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Editor>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Editor> confirmation, DeskSessions sessions)
    : SignInManager<Editor>(editors, context, claims, options, log, schemes, confirmation)
{
    /// <summary>A refusal is never quicker, so that its time does not tell what was wrong.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(400);

    private const int CodeLength = 6;

    public override async Task<bool> CanSignInAsync(Editor user) => user.DisabledAt is null && await base.CanSignInAsync(user);

    public override async Task<SignInResult> CheckPasswordSignInAsync(Editor user, string password, bool lockoutOnFailure)
    {
        if (await PreSignInCheck(user) is { } closed)
        {
            UserManager.PasswordHasher.HashPassword(user, password); // as slow as for an open one
            return closed;
        }
        return await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);
    }

    public async Task<SignInResult> WithPasswordAsync(string? email, string? password)
    {
        var began = Stopwatch.GetTimestamp();
        var result = SignInResult.Failed;
        if (email is { Length: > 0 and <= Editor.MaxEmailLength } && !Text.HasControlCharacters(email) && password is { Length: > 0 and <= Passwords.MaxLength })
        {
            if (await UserManager.FindByNameAsync(email.Trim()) is { } editor)
                result = await ToldAsync(editor, SignInMeans.Password, await PasswordSignInAsync(editor, password, isPersistent: false, lockoutOnFailure: true));
            else
                UserManager.PasswordHasher.HashPassword(new(), password); // as slow as for an account there is
        }
        if (!result.Succeeded && !result.RequiresTwoFactor && Refusal - Stopwatch.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest);
        return result;
    }

    /// <summary>The second step: a code of the app, or a recovery code. Null if the first step is too long ago.</summary>
    public async Task<SignInResult?> WithCodeAsync(string? code)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } editor)
            return null;
        var typed = DeskEditors.Tidied(code is { Length: <= 40 } ? code : "");
        if (typed.Length == CodeLength)
            return await ToldAsync(editor, SignInMeans.AppCode, await TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false));
        return await ToldAsync(editor, SignInMeans.RecoveryCode, await PreSignInCheck(editor) ?? await TwoFactorRecoveryCodeSignInAsync(typed));
    }

    /// <summary>A passkey is two things at once, what one has and what one knows or is: no second step follows.</summary>
    public async Task<SignInResult> WithPasskeyAsync(string credential)
    {
        try
        {
            if (await PerformPasskeyAssertionAsync(credential) is not { Succeeded: true } assertion)
                return SignInResult.Failed;
            if (await PreSignInCheck(assertion.User) is { } closed)
                return await ToldAsync(assertion.User, SignInMeans.Passkey, closed);
            await UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
            return await ToldAsync(assertion.User, SignInMeans.Passkey, await SignInOrTwoFactorAsync(assertion.User, isPersistent: false, bypassTwoFactor: true));
        }
        catch (InvalidOperationException) // none was asked for, or too long ago
        {
            return SignInResult.Failed;
        }
    }

    /// <summary>For what a browser left open should not be able to do by itself. Failures count towards closing the account for a while.</summary>
    public async Task<bool> ConfirmAsync(Editor editor, string? password)
    {
        var result = await CheckPasswordSignInAsync(editor, password is { Length: <= Passwords.MaxLength } ? password : "", lockoutOnFailure: true);
        if (!result.Succeeded)
            await ToldAsync(editor, SignInMeans.Password, result);
        return result.Succeeded;
    }

    /// <summary>After a change that ends all sessions of an account, this one goes on, alone.</summary>
    public async Task GoOnAsync(Editor editor)
    {
        await sessions.EndAllAsync(editor.Id, except: await DeskSessions.CurrentAsync(Context));
        await RefreshSignInAsync(editor);
    }

    private async Task<SignInResult> ToldAsync(Editor editor, SignInMeans means, SignInResult result)
    {
        if (!result.RequiresTwoFactor)
            await sessions.LogAsync(Context, editor, result.Succeeded ? SignInResultKind.Success : result.IsLockedOut ? SignInResultKind.Lockout : SignInResultKind.Failure, means);
        return result;
    }
}
