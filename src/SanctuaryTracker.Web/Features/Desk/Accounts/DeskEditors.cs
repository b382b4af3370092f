using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Identity's accounts, whose second step is of no use to whoever only has the database: its key is kept encrypted, recovery codes as hashes, and no code is taken twice, nor after a later one.</summary>
public sealed class DeskEditors(
    IUserStore<Editor> store, IOptions<IdentityOptions> options, IPasswordHasher<Editor> hasher, IEnumerable<IUserValidator<Editor>> rules, IEnumerable<IPasswordValidator<Editor>> passwordRules,
    ILookupNormalizer keys, IdentityErrorDescriber words, IServiceProvider services, ILogger<UserManager<Editor>> log, IDataProtectionProvider protection)
    : UserManager<Editor>(store, options, hasher, rules, passwordRules, keys, words, services, log)
{
    public const int RecoveryCodes = 10;

    private const string InStore = "[AspNetUserStore]"; // where Identity's own store keeps both
    private readonly IDataProtector protector = protection.CreateProtector("desk two-step key");

    /// <summary>As the owner types it; the store's own spelling is upper case too.</summary>
    public static string Tidied(string code) => code.Trim().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public override string GenerateNewAuthenticatorKey() => protector.Protect(base.GenerateNewAuthenticatorKey());

    /// <summary>Null where there is none, or where the keys that encrypted it are lost.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(Editor user)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user) is { } kept ? protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override async Task<bool> VerifyTwoFactorTokenAsync(Editor user, string tokenProvider, string token)
    {
        if (await GetAuthenticatorKeyAsync(user) is not { } key || !await base.VerifyTwoFactorTokenAsync(user, tokenProvider, token) || TimeCode.StepOf(key, token, TimeProvider.System.GetUtcNow(), user.LastStep) is not { } step)
            return false;
        user.LastStep = step;
        return (await UpdateUserAsync(user)).Succeeded;
    }

    public override async Task<IEnumerable<string>?> GenerateNewTwoFactorRecoveryCodesAsync(Editor user, int number)
    {
        var codes = Enumerable.Range(0, number).Select(_ => CreateTwoFactorRecoveryCode()).ToList();
        await ((IUserTwoFactorRecoveryCodeStore<Editor>)Store).ReplaceCodesAsync(user, codes.Select(Secret.Hash), CancellationToken);
        return (await UpdateUserAsync(user)).Succeeded ? codes : null;
    }

    public override Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(Editor user, string code) => base.RedeemTwoFactorRecoveryCodeAsync(user, Secret.Hash(Tidied(code)));

    /// <summary>Forgets the key and the recovery codes too; it ends the account's sessions but for one that is signed in anew.</summary>
    public async Task TurnOffTwoStepAsync(Editor user)
    {
        user.LastStep = null;
        await SetTwoFactorEnabledAsync(user, false);
        await RemoveAuthenticationTokenAsync(user, InStore, "AuthenticatorKey");
        await RemoveAuthenticationTokenAsync(user, InStore, "RecoveryCodes");
    }
}
