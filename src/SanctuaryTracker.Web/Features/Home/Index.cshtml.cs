using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

public sealed class IndexModel(TrackerDb db, TimeProvider clock) : PageModel
{
    public FrontPage Front { get; private set; } = null!;

    public PartialDate Today => PartialDate.Parse($"{clock.Today:yyyy-MM-dd}", null);

    public async Task OnGetAsync(CancellationToken ct) => Front = await db.FindFrontPageAsync(clock.Today, ct);
}
