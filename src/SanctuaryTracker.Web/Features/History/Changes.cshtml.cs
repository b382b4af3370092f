using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.History;

public sealed class ChangesModel(TrackerDb db) : PageModel
{
    public Paged<ChangeItem> Changes { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(ChangeFilter filter, CancellationToken ct)
    {
        Changes = await db.ListChangesAsync(filter, ct);
        List = new("/changes", ("change", "changes"), Changes.Total, Changes.Next, filter.Cursor is null, filter.Limit,
        [
            FilterField.Of("kind", "Kind of record", filter.Kind),
            FilterField.Of("origin", "Came from", filter.Origin),
            FilterField.YesNo("correction", "Correction", filter.Correction, "Corrections and withdrawals", "All others"),
        ])
        { HasCsv = false };
    }
}
