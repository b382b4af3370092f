using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Who may work at the desk, and how they show that it is them.</summary>
public static class DeskAccounts
{
    public static IServiceCollection AddDeskAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Editor, IdentityRole>(options =>
        {
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 8;
            options.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<TrackerDb>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<DeskClaims>().AddSignInManager<DeskSignIn>();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/desk/sign-in";
            options.ReturnUrlParameter = "return_url";
            options.Cookie.Name = "desk";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization(DeskPolicies.AddTo);
        return services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Desk", DeskPolicies.Contributor);
            options.Conventions.AllowAnonymousToPage("/Desk/SignIn");
        });
    }

    /// <summary>At each request, so that a changed password, a changed role and a closed account take effect at once.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Editor>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is not { DisabledAt: null } editor)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else if (context.Principal!.DeskRole != editor.Role)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(editor));
            context.ShouldRenew = true;
        }
    }
}
