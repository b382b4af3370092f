using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Who may work at the desk, and how they show that it is them.</summary>
public static class DeskAccounts
{
    public static IServiceCollection AddDeskAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Editor, IdentityRole>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 8;
            options.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<TrackerDb>().AddDefaultTokenProviders().AddUserManager<DeskEditors>().AddSignInManager<DeskSignIn>().AddClaimsPrincipalFactory<DeskClaims>();
        services.RemoveAll<IPasswordValidator<Editor>>().AddScoped<IPasswordValidator<Editor>, Passwords>();
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required"));
        services.AddScoped<DeskSessions>().AddSingleton<SignInLimit>().AddSingleton<HeldForms>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
        services.AddAuthorization(DeskPolicies.AddTo);
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/desk/sign-in";
            options.ReturnUrlParameter = "return_url";
            options.Cookie = new DeskCookie("desk");
            options.ExpireTimeSpan = DeskSessions.Idle;
            options.Events.OnSigningIn = context => Sessions(context.HttpContext).BeginAsync(context);
            options.Events.OnValidatePrincipal = context => Sessions(context.HttpContext).ValidateAsync(context);
            options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask; // the page decides, for it may have a form to give back
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => options.Cookie = new DeskCookie("desk-step"));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie = new DeskCookie("desk-said"));
        services.AddAntiforgery(options => options.Cookie = new DeskCookie("desk-form"));
        return services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Desk", DeskPolicies.Contributor);
            options.Conventions.AllowAnonymousToPage("/Desk/Accounts/SignIn").AllowAnonymousToPage("/Desk/Accounts/SignInCode").AllowAnonymousToPage("/Desk/Accounts/Invitation");
        });
    }

    private static DeskSessions Sessions(HttpContext context) => context.RequestServices.GetRequiredService<DeskSessions>();

    private static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<HeldForms>().HoldAsync(context.HttpContext) is { } holding)
        {
            context.HttpContext.Features.Set(holding);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
            context.Response.Redirect(context.RedirectUri);
    }
}
