using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Acts;

/// <summary>What can be done with a record or a change beside correcting it: withdraw, merge, resolve, restore, undo. Each makes a draft.</summary>
[Authorize(DeskPolicies.Editor)]
public sealed class ActModel(TrackerDb db, Proposals proposals, Drafts drafts, UserManager<Editor> editors) : PageModel
{
    private const int MaxChoices = 200;

    public string Act { get; private set; } = "";

    /// <summary>The title of what it is done with.</summary>
    public string What { get; private set; } = "";

    public string Back { get; private set; } = "";

    /// <summary>The kind of record that has to be named, if one has.</summary>
    public RecordKind? Named { get; private set; }

    public IReadOnlyList<string> Choices { get; private set; } = [];

    public string? Other { get; private set; }

    public string? Reason { get; private set; }

    public string? OtherError { get; private set; }

    public string? ReasonError { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string act, [FromRoute] string? kind, [FromRoute] string? slug, [FromRoute] int? number, CancellationToken ct) =>
        await FindAsync(act, kind, slug, number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string act, [FromRoute] string? kind, [FromRoute] string? slug, [FromRoute] int? number, [FromForm] string? other, [FromForm] string? reason, CancellationToken ct)
    {
        if (!await FindAsync(act, kind, slug, number, ct))
            return NotFound();
        (Other, Reason) = (other?.Trim(), reason?.Trim());
        if (string.IsNullOrEmpty(Reason) || Reason.Length > LoggedChange.MaxReasonLength || Text.HasControlCharacters(Reason))
            ReasonError = $"Say why, for the history, in at most {LoggedChange.MaxReasonLength} characters.";
        var named = Named is { } wanted ? await new Naming(db).SlugOfAsync([wanted], Other ?? "", ct) : null;
        if (Named is not null && (named is null || named == slug))
            OtherError = named is null ? "Name one by its title or slug." : "Name another one.";
        if (ReasonError is not null || OtherError is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (await ProposeAsync(kind, slug, number, named, ct) is not { } parts)
            return NotFound();
        var who = (await editors.GetUserAsync(User))!;
        var draft = Drafts.Begin(who, parts, Reason);
        await drafts.SaveAsync(draft, who, ct);
        return LocalRedirect($"/desk/drafts/{draft.Id}");
    }

    private async Task<List<DraftPart>?> ProposeAsync(string? kind, string? slug, int? number, string? named, CancellationToken ct)
    {
        if (!RecordPaths.TryParse($"{kind}/{slug}", out var of, out _))
            return await proposals.UndoAsync(number!.Value, ct);
        return Act switch
        {
            "withdraw" => await proposals.WithdrawAsync(of, slug!, ct),
            "merge" => await proposals.MergeAsync(of, slug!, named!, ct),
            "resolve" => await proposals.ResolveAsync(slug!, named!, ct),
            _ => await proposals.RestoreAsync(of, slug!, number!.Value, ct),
        };
    }

    private async Task<bool> FindAsync(string act, string? kind, string? slug, int? number, CancellationToken ct)
    {
        Act = act;
        if (act is "undo")
        {
            (What, Back) = ($"change {number}", $"/changes/{number}");
            return await db.Changes.AnyAsync(c => c.Id == number, ct);
        }
        if (!RecordPaths.TryParse($"{kind}/{slug}", out var of, out _))
            return false;
        var title = await db.Records.Where(r => r.Kind == of && r.Slug == slug).Select(r => r.Title).FirstOrDefaultAsync(ct);
        Back = title is null || act is "restore" ? $"/{kind}/{slug}/history" : $"/{kind}/{slug}";
        What = title ?? slug!;
        Named = act switch { "merge" => of, "resolve" => RecordKind.Jurisdiction, _ => null };
        if (Named is { } wanted)
            Choices = await db.Records.Where(r => r.Kind == wanted && r.Slug != slug).OrderBy(r => r.SortTitle).Take(MaxChoices).Select(r => r.Title).ToListAsync(ct);
        return act is "restore" ? await db.Revisions.AnyAsync(r => r.Kind == of && r.Slug == slug && r.Version == number && r.Content != null, ct) : title is not null && (act is not "resolve" || of == RecordKind.Letter);
    }
}
