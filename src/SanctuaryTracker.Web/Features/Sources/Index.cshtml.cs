using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<SourceItem> Sources { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(SourceFilter filter, CancellationToken ct)
    {
        Sources = await db.ListSourcesAsync(filter, ct);
        var facets = await db.CountSourcesAsync(filter, kept, ct);
        List = new("/sources", ("source", "sources"), Sources.Total, Sources.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Title contains", filter.Q),
            new("publisher", "Publisher’s name contains", filter.Publisher),
            facets.Field("kind", "Kind", filter.Kind),
        ],
        FilterOrder.Of(filter.Sort, (SourceSort.Newest, "Newest first"), (SourceSort.Oldest, "Oldest first"), (SourceSort.Title, "Title")));
    }
}
