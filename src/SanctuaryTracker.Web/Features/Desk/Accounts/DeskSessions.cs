using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Which browsers are signed in. The cookie names its session, and is worth nothing once that is gone.</summary>
public sealed class DeskSessions(TrackerDb db, TimeProvider clock)
{
    /// <summary>Unused for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(3);

    private static readonly TimeSpan Unnoticed = TimeSpan.FromMinutes(5);
    private const string Key = "session";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The session of this request.</summary>
    public static async Task<string?> CurrentAsync(HttpContext context) => (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items[Key];

    /// <summary>A cookie that is only made anew goes on with its session.</summary>
    public async Task BeginAsync(CookieSigningInContext context)
    {
        if (context.Properties.Items.ContainsKey(Key))
            return;
        var session = new DeskSession
        {
            Id = Secret.New(""), EditorId = context.Principal!.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value,
            BegunAt = Now, LastSeenAt = Now, Browser = Visitor.Browser(context.Request),
        };
        var unused = Now - Idle;
        await db.DeskSessions.Where(s => s.LastSeenAt < unused).ExecuteDeleteAsync();
        db.Add(session);
        await db.SaveChangesAsync();
        context.Properties.Items[Key] = session.Id;
    }

    /// <summary>At each request, so that a changed password, a changed role, a closed account and an ended session take effect at once.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Editor>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is not { DisabledAt: null } editor || !await IsOpenAsync(context.Properties.Items.TryGetValue(Key, out var id) ? id : null, editor.Id))
            context.RejectPrincipal();
        else if (context.Principal!.DeskRole != editor.Role)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(editor));
            context.ShouldRenew = true;
        }
    }

    public Task EndAsync(string editorId, string? sessionId) => db.DeskSessions.Where(s => s.EditorId == editorId && s.Id == sessionId).ExecuteDeleteAsync();

    /// <returns>How many there were.</returns>
    public Task<int> EndAllAsync(string editorId, string? except = null) => db.DeskSessions.Where(s => s.EditorId == editorId && s.Id != except).ExecuteDeleteAsync();

    /// <summary>Tells the account's owner of an attempt to sign in, and forgets attempts that are too old.</summary>
    public async Task LogAsync(HttpContext context, Editor editor, SignInResultKind result, SignInMeans means)
    {
        var (now, old) = (Now, Now - SignInAttempt.Kept);
        await db.SignInAttempts.Where(a => a.At < old).ExecuteDeleteAsync();
        db.Add(new SignInAttempt { EditorId = editor.Id, At = now, Result = result, Means = means, Address = Visitor.Address(context), Browser = Visitor.Browser(context.Request) });
        await db.SaveChangesAsync();
        if (result == SignInResultKind.Success)
            await db.Users.Where(e => e.Id == editor.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.LastSignedInAt, now));
    }

    private async Task<bool> IsOpenAsync(string? id, string editorId)
    {
        if (await db.DeskSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.EditorId == editorId) is not { } session)
            return false;
        var now = Now;
        if (now - session.LastSeenAt > Unnoticed)
            await Busy.TryAsync(db, () => db.DeskSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now)));
        return true;
    }
}

public static class SignInAttempts
{
    extension(TrackerDb db)
    {
        public Task<List<SignInAttempt>> ListSignInAttemptsAsync(string editorId, DateTime now, int limit, CancellationToken ct)
        {
            var old = now - SignInAttempt.Kept;
            return db.SignInAttempts.AsNoTracking().Where(a => a.EditorId == editorId && a.At >= old).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(limit).ToListAsync(ct);
        }
    }
}
