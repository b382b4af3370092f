using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>Tokens by which programs write through the API in an editor's name.</summary>
public sealed class TokensModel(TrackerDb db, DeskEditors editors, DeskSignIn signIn, TimeProvider clock) : DeskPage
{
    public static readonly int[] Lifetimes = [7, 30, 90, 365];

    private const string TokenOnce = "Token";

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public string? Made { get; private set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "scope")]
    public string Scope { get; set; } = TokenScheme.Draft;

    [BindProperty(Name = "days")]
    public int Days { get; set; } = 90;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Made = TempData[TokenOnce] as string;
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "token")] int? token, [FromForm(Name = "password")] string? password, CancellationToken ct)
    {
        var account = (await editors.GetUserAsync(User))!;
        if (token is not null)
            return Done(await db.AccessTokens.Where(t => t.Id == token && t.EditorId == account.Id).ExecuteDeleteAsync(ct) > 0 ? "Taken back. The token no longer works." : "That token was taken back already.");
        var name = Text.Tidy(Name ?? "");
        if (name.Length is 0 or > AccessToken.MaxNameLength || Text.HasControlCharacters(name))
            Errors.Add(("name", $"Say in at most {AccessToken.MaxNameLength} characters what the token is for."));
        if (!Lifetimes.Contains(Days))
            Errors.Add(("days", "Choose one of the times given."));
        if (Errors.Count == 0 && !await signIn.ConfirmAsync(account, password))
            Errors.Add(("password", NotYours));
        if (Errors.Count > 0)
        {
            await ShowAsync(ct);
            return Refused();
        }
        var (secret, now) = (Secret.New(TokenScheme.Prefix), clock.GetUtcNow().UtcDateTime);
        db.Add(new AccessToken { EditorId = account.Id, Name = name, Hash = Secret.Hash(secret), MayPublish = Scope == TokenScheme.Publish, MadeAt = now, ExpiresAt = now.AddDays(Days) });
        await db.SaveChangesAsync(ct);
        TempData[TokenOnce] = secret;
        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var (id, now) = (User.DeskId, clock.GetUtcNow().UtcDateTime);
        Tokens = await db.AccessTokens.AsNoTracking().Where(t => t.EditorId == id && t.ExpiresAt > now).OrderBy(t => t.Id).ToListAsync(ct);
    }
}
