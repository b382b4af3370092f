using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <param name="Owner">The public name that changes made with the token bear.</param>
public sealed record TokenDetail(string Owner, DeskRole Role, IReadOnlyList<string> Scopes);

public static class TokensApi
{
    public static void MapTokens(this IEndpointRouteBuilder api) =>
        api.MapGet("/token", Detail).WithTags("Tokens").WithName("GetToken").WithSummary("The token that was sent: whose it is, and what it may do").RequireAuthorization(DeskPolicies.ApiDraft)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<Ok<TokenDetail>> Detail(HttpContext context, TrackerDb db, CancellationToken ct)
    {
        var id = context.User.DeskId;
        var owner = await db.Users.AsNoTracking().FirstAsync(e => e.Id == id, ct);
        return TypedResults.Ok(new TokenDetail(owner.Name, owner.Role, [.. context.User.FindAll(TokenScheme.Scope).Select(c => c.Value)]));
    }
}
