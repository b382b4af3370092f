using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public IReadOnlyList<JurisdictionDetail> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task OnGetAsync(PlacesFilter filter, CancellationToken ct)
    {
        Places = await db.FindPlacesAsync(filter, ct);
        Choices = await db.ListChoicesAsync(RecordKind.Jurisdiction, ct);
    }
}
