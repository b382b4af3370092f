using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Home;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk;

public sealed class IndexModel(TrackerDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LatestChange> Latest { get; private set; } = [];

    public Paged<LetterItem> Letters { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Latest = await db.ListLatestChangesAsync(10, ct);
        Letters = await db.ListLettersAsync(new(Sort: LetterSort.Recipient), clock.Today, ct);
    }
}
