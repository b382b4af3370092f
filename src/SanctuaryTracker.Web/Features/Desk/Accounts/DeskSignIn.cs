using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Identity's way of signing in, closed to accounts that are disabled.</summary>
public sealed class DeskSignIn(
    UserManager<Editor> editors, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Editor> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Editor>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Editor> confirmation)
    : SignInManager<Editor>(editors, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Editor user) => user.DisabledAt is null && await base.CanSignInAsync(user);
}
