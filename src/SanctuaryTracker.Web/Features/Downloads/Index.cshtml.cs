using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Downloads;

/// <summary>How much there is to download.</summary>
/// <param name="Characters">Of all contents together.</param>
public sealed record Size(IReadOnlyDictionary<RecordKind, int> Records, int Citations, long Characters, int Change, DateTime? At);

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Size Size { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Size = await kept.KeepAsync("data-size", () => MeasureAsync(ct), ct);

    private async Task<Size> MeasureAsync(CancellationToken ct)
    {
        var last = await db.Changes.OrderByDescending(c => c.Id).Select(c => new { c.Id, c.At }).FirstOrDefaultAsync(ct);
        return new(await db.Records.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct), await db.Citations.CountAsync(ct),
            await db.AsOf(last?.Id ?? 0).SumAsync(r => (long)r.Content!.Length, ct), last?.Id ?? 0, last?.At);
    }
}
