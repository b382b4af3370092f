using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<SourceItem> Sources { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(SourceFilter filter, CancellationToken ct)
    {
        Sources = await db.ListSourcesAsync(filter, ct);
        List = new("/sources", Sources.Total, Sources.Next, filter.Cursor is null,
        [
            FilterField.Of("kind", "Kind", filter.Kind),
            new("publisher", "Publisher’s name contains", filter.Publisher),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Newest", "Newest first"), new("Oldest", "Oldest first"), new("Title", "Title")]));
    }
}
