using Microsoft.AspNetCore.Authorization;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>What one has to be allowed for a part of the desk; an administrator may what an editor may, and an editor what a contributor may.</summary>
public static class DeskPolicies
{
    public const string Contributor = "desk-contributor";
    public const string Editor = "desk-editor";
    public const string Administrator = "desk-administrator";

    /// <summary>For the API: by token alone, whatever cookies are sent.</summary>
    public const string ApiDraft = "api-draft";

    /// <summary>For what the desk keeps for editors.</summary>
    public const string ApiEdit = "api-edit";

    internal static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(Contributor, policy => policy.RequireRoleOf(DeskRole.Contributor));
        options.AddPolicy(Editor, policy => policy.RequireRoleOf(DeskRole.Editor));
        options.AddPolicy(Administrator, policy => policy.RequireRoleOf(DeskRole.Administrator));
        options.AddPolicy(ApiDraft, policy => policy.AddAuthenticationSchemes(TokenScheme.Name).RequireRoleOf(DeskRole.Contributor).RequireClaim(TokenScheme.Scope, TokenScheme.Draft));
        options.AddPolicy(ApiEdit, policy => policy.AddAuthenticationSchemes(TokenScheme.Name).RequireRoleOf(DeskRole.Editor).RequireClaim(TokenScheme.Scope, TokenScheme.Draft));
        // What says nothing for itself is open, but for the desk.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext context && (!context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) || asked.User.DeskRole is not null))
            .Build();
    }

    private static AuthorizationPolicyBuilder RequireRoleOf(this AuthorizationPolicyBuilder policy, DeskRole least) => policy.RequireAuthenticatedUser().RequireAssertion(asked => asked.User.DeskRole >= least);
}
