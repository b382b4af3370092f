using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Where an editor is signed in, and who signed in or tried to.</summary>
public sealed class SessionsModel(TrackerDb db, DeskSessions sessions, TimeProvider clock) : DeskPage
{
    private const int Recent = 100;

    public IReadOnlyList<DeskSession> Sessions { get; private set; } = [];

    public string? Current { get; private set; }

    public IReadOnlyList<SignInAttempt> Attempts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (id, now) = (User.DeskId!, clock.GetUtcNow().UtcDateTime);
        var unused = now - DeskSessions.Idle;
        Current = await DeskSessions.CurrentAsync(HttpContext);
        Sessions = await db.DeskSessions.AsNoTracking().Where(s => s.EditorId == id && s.LastSeenAt >= unused).OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id).ToListAsync(ct);
        Attempts = await db.ListSignInAttemptsAsync(id, now, Recent, ct);
    }

    /// <param name="session">The one to end; none, to end all others than this one.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "session")] string? session)
    {
        if (session is null)
            return Done(await sessions.EndAllAsync(User.DeskId!, except: await DeskSessions.CurrentAsync(HttpContext)) > 0 ? "Everywhere else you are signed out." : "There was no other.");
        if (!Text.HasControlCharacters(session))
            await sessions.EndAsync(User.DeskId!, session);
        return Done("Signed out there.");
    }
}
