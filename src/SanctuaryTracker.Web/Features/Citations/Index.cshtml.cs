using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<CitedFact> Citations { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(CitationFilter filter, CancellationToken ct)
    {
        Citations = await db.ListCitationsAsync(filter, ct);
        var sources = await db.Sources.OrderBy(s => s.Record.SortTitle).Take(Paging.MaxLimit).Select(s => new Choice(s.Record.Slug, s.Record.Title)).ToListAsync(ct);
        List = new("/citations", Citations.Total, Citations.Next, filter.Cursor is null,
        [
            FilterField.Of("basis", "Basis", filter.Basis),
            FilterField.Of("bearing", "Bearing", filter.Bearing),
            FilterField.Of("kind", "Cited for", filter.Kind),
            new("source", "Source", filter.Source, sources),
            new("paragraph", "Paragraph of that source", filter.Paragraph?.ToString(), null, "source"),
            new("origin", "Origin", filter.Origin),
        ]);
    }
}
