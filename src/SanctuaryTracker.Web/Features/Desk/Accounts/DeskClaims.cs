using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>What a signed-in editor carries: Identity's own claims, and the role.</summary>
public sealed class DeskClaims(UserManager<Editor> editors, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Editor>(editors, options)
{
    public const string Role = "role";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Editor user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Role, user.Role.ToString()));
        return identity;
    }
}

public static class DeskClaimsReading
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>Null for a reader.</summary>
        public DeskRole? DeskRole => Enum.TryParse<DeskRole>(user.FindFirstValue(DeskClaims.Role), out var role) ? role : null;

        /// <summary>The key of the account.</summary>
        public string? DeskId => user.FindFirstValue(ClaimTypes.NameIdentifier);

        public bool Is(DeskRole least) => user.DeskRole >= least;
    }
}
