using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
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
        if (await FindAsync(slug, ct) is { } found)
        {
            Detail = found;
            return Page();
        }
        if (await db.FindWithdrawalAsync(kind, slug, ct) is not { } gone)
            return NotFound();
        HttpContext.Features.Set(gone);
        return StatusCode(StatusCodes.Status410Gone);
    }

    protected abstract Task<TDetail?> FindAsync(string slug, CancellationToken ct);
}
