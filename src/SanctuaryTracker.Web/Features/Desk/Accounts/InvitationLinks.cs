using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Desk.Accounts;

public static class InvitationLinks
{
    private const string Prefix = "inv_";

    extension(TrackerDb db)
    {
        /// <param name="renews">Whose password the link renews; null to make an account.</param>
        /// <returns>The address of the link, which cannot be read again.</returns>
        public async Task<string> InviteAsync(Editor by, string email, string name, DeskRole role, Editor? renews, DateTime now, CancellationToken ct)
        {
            var secret = Secret.New(Prefix);
            await db.Invitations.Where(i => i.ExpiresAt < now).ExecuteDeleteAsync(ct);
            db.Add(new Invitation { Email = email, Name = name, Role = role, EditorId = renews?.Id, Hash = Secret.Hash(secret), InvitedBy = by.Name, InvitedAt = now, ExpiresAt = now + Invitation.Validity });
            await db.SaveChangesAsync(ct);
            return $"/desk/invitation/{secret}";
        }

        public Task<Invitation?> FindInvitationAsync(string secret, DateTime now, CancellationToken ct)
        {
            var hash = Secret.Hash(secret);
            return db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Hash == hash && i.ExpiresAt > now, ct);
        }
    }
}
