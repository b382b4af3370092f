using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

public class DetailsModel(FigureRoom room, TrackerDb db) : PageModel
{
    /// <summary>Rows on the page; the download has them all.</summary>
    public const int MaxRows = 1000;

    public Figure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string figure, [FromRoute] string slug, CancellationToken ct)
    {
        if (FigureKinds.Find(figure) is not { } kind)
            return NotFound();
        if (await room.FindAsync(kind, slug, ct) is not { } found)
            return await this.MissingAsync(db, kind.Subject, slug, ct);
        Figure = found;
        return Page();
    }
}
