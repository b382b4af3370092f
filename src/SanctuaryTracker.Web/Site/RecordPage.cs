using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Cards;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>The page of one record, which may be unknown (404) or withdrawn (410, with the reason).</summary>
public abstract class RecordPage<TDetail>(TrackerDb db, RecordKind kind) : PageModel
    where TDetail : class
{
    public TDetail Detail { get; private set; } = null!;

    protected TrackerDb Db => db;

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } found)
            return await this.MissingAsync(db, kind, slug, ct);
        Detail = found;
        ViewData["Card"] = CardsSite.PathOf(kind, slug);
        return Page();
    }

    protected abstract Task<TDetail?> FindAsync(string slug, CancellationToken ct);
}

public static class RecordPages
{
    /// <summary>The answer where no record is published: 404, or 410 with the reason if it was withdrawn.</summary>
    public static async Task<IActionResult> MissingAsync(this PageModel page, TrackerDb db, RecordKind kind, string slug, CancellationToken ct)
    {
        if (await db.FindWithdrawalAsync(kind, slug, ct) is not { } gone)
            return page.NotFound();
        page.HttpContext.Features.Set(gone);
        return page.StatusCode(StatusCodes.Status410Gone);
    }
}
