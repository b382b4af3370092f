using System.Net;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A cookie of the desk: never read by scripts, and never sent unencrypted but to this computer itself.</summary>
public sealed class DeskCookie : CookieBuilder
{
    public DeskCookie(string name)
    {
        (Name, Path, HttpOnly, SameSite, IsEssential) = (name, "/", true, SameSiteMode.Lax, true);
    }

    public static bool IsSafe(HttpRequest request) =>
        request.IsHttps || string.Equals(request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address);

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = context.Request.IsHttps || !IsSafe(context.Request);
        return options;
    }
}
