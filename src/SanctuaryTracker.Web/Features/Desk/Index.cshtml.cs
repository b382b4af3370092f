using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Features.Desk.Imports;
using SanctuaryTracker.Features.Home;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk;

/// <summary>What waits for whom at the desk.</summary>
public sealed class IndexModel(TrackerDb db, UserManager<Editor> editors, TimeProvider clock) : PageModel
{
    public Editor Who { get; private set; } = null!;

    /// <summary>Drafts of one's own that are not ended.</summary>
    public IReadOnlyList<DraftItem> Mine { get; private set; } = [];

    /// <summary>For who reviews: what others sent to review; for others nothing.</summary>
    public IReadOnlyList<DraftItem> ToReview { get; private set; } = [];

    /// <summary>Imports of one's own that are not ended and, for who reviews, those that wait for review.</summary>
    public IReadOnlyList<ImportItem> Imports { get; private set; } = [];

    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    public IReadOnlyList<LatestChange> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Who = (await editors.GetUserAsync(User))!;
        var id = Who.Id;
        Mine = await db.ListDraftsAsync(drafts => drafts.Where(d => d.AuthorId == id && (d.State == DraftState.Draft || d.State == DraftState.SentBack || d.State == DraftState.InReview)), ct);
        if (Who.Role >= DeskRole.Editor)
            ToReview = await db.ListDraftsAsync(drafts => drafts.Where(d => d.AuthorId != id && d.State == DraftState.InReview), ct);
        Imports = await db.ListImportsAsync(imports => imports.Where(i => i.AuthorId == id && i.State != ImportState.Published && i.State != ImportState.Discarded || Who.Role >= DeskRole.Editor && i.State == ImportState.InReview), ct);
        Lacks = await db.ListLacksAsync(clock.Today, ct);
        Latest = await db.ListLatestChangesAsync(10, ct);
    }
}
