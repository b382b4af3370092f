using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<CitedFact> Citations { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(CitationFilter filter, CancellationToken ct)
    {
        Citations = await db.ListCitationsAsync(filter, ct);
        var facets = await db.CountCitationsAsync(filter, kept, ct);
        List = new("/citations", ("citation", "citations"), Citations.Total, Citations.Next, filter.Cursor is null, filter.Limit,
        [
            facets.Field("basis", "Basis", filter.Basis),
            facets.Field("bearing", "Bearing", filter.Bearing),
            facets.Field("kind", "Cited for", filter.Kind),
            facets.Field("source", "Source", filter.Source),
            new("paragraph", "Paragraph of that source", filter.Paragraph?.ToString(), null, "source"),
            facets.Field("origin", "Origin", filter.Origin),
        ]);
    }
}
