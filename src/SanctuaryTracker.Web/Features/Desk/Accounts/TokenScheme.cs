using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A program at the API, by the token that an editor gave it: <c>Authorization: Bearer st_…</c>. Cookies count for nothing here, so no other site can write through a visitor's browser.</summary>
public sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TrackerDb db, IUserClaimsPrincipalFactory<Editor> claims)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Token";
    public const string Prefix = "st_";

    /// <summary>The claim of what the token was made for.</summary>
    public const string Scope = "scope";
    public const string Draft = "draft";
    public const string Publish = "publish";

    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMinutes(5);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var (hash, now) = (Secret.Hash(header[Bearer.Length..].Trim()), TimeProvider.GetUtcNow().UtcDateTime);
        if (await db.AccessTokens.AsNoTracking().Include(t => t.Editor).FirstOrDefaultAsync(t => t.Hash == hash && t.ExpiresAt > now && t.Editor.DisabledAt == null) is not { } token)
            return AuthenticateResult.Fail("There is no such token.");
        if (token.LastUsedAt is null || now - token.LastUsedAt > Unnoticed)
            await Busy.TryAsync(db, () => db.AccessTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now)));
        var identity = new ClaimsIdentity((await claims.CreateAsync(token.Editor)).Claims, Name);
        identity.AddClaims((token.MayPublish ? [Draft, Publish] : new[] { Draft }).Select(scope => new Claim(Scope, scope)));
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var tried = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = tried ? "Bearer realm=\"SanctuaryTracker\", error=\"invalid_token\"" : "Bearer realm=\"SanctuaryTracker\"";
        await Results.Problem(
            tried ? "The token is not known here: it has expired, was taken back, or its account is closed." : "Send a token: Authorization: Bearer st_… An editor makes one at /desk/account/tokens.",
            statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"SanctuaryTracker\", error=\"insufficient_scope\"";
        await Results.Problem("The token was not made for this, or its owner's role does not allow it.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(Context);
    }
}
