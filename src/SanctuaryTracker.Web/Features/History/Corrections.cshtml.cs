using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.History;

/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record CorrectionFilter([Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit, Cursor? Cursor = null);

public sealed class CorrectionsModel(TrackerDb db) : PageModel
{
    public Paged<ChangeItem> Corrections { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(CorrectionFilter filter, CancellationToken ct)
    {
        Corrections = await db.ListChangesAsync(new(Correction: true, Limit: filter.Limit, Cursor: filter.Cursor), ct);
        List = new("/corrections", ("correction", "corrections"), Corrections.Total, Corrections.Next, filter.Cursor is null, filter.Limit, []);
    }
}
