using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

public sealed class DetailsModel(TrackerDb db) : PageModel
{
    public Fact Fact { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string kind, [FromRoute] string slug, [FromRoute] string key, CancellationToken ct)
    {
        if (!RecordPaths.TryParse($"{kind}/{slug}", out var ofKind, out _))
            return NotFound();
        if (await db.FindFactAsync(ofKind, slug, key, ct) is not { } found)
            return await this.MissingAsync(db, ofKind, slug, ct);
        Fact = found;
        return Page();
    }
}
