using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

public sealed class IndexModel(TrackerDb db, TimeProvider clock, UntilChanged kept) : PageModel
{
    private const int SizeOfRecord = 4096;

    public FrontPage Front { get; private set; } = null!;

    public DateOnly Day => clock.Today;

    public PartialDate Today => PartialDate.Of(clock.Today);

    public async Task OnGetAsync(CancellationToken ct) =>
        Front = await kept.KeepAsync($"front page on {clock.Today:yyyy-MM-dd}", () => db.FindFrontPageAsync(clock.Today, ct), ct, front => SizeOfRecord * (front.Campaign?.Letters.Count + front.Campaign?.Responses.Count + front.Campaign?.Statements.Count ?? 0));
}
