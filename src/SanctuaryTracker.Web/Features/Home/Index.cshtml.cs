using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

public sealed class IndexModel(TrackerDb db, TimeProvider clock, UntilChanged kept) : PageModel
{
    private const int SizeOfRecord = 4096;

    public FrontPage Front { get; private set; } = null!;

    public PartialDate Today => PartialDate.Parse($"{clock.Today:yyyy-MM-dd}", null);

    public async Task OnGetAsync(CancellationToken ct) =>
        Front = await kept.KeepAsync($"front page on {clock.Today:yyyy-MM-dd}", () => db.FindFrontPageAsync(clock.Today, ct), ct, front => SizeOfRecord * (front.Campaign?.Letters.Count + front.Campaign?.Responses.Count + front.Campaign?.Statements.Count ?? 0));
}
