using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>Finds a figure's facts and draws them, once for each state of the record.</summary>
public sealed class FigureRoom(TrackerDb db, UntilChanged kept)
{
    /// <returns>Null if there is no such record.</returns>
    public Task<Figure?> FindAsync(FigureKind kind, string slug, CancellationToken ct) =>
        kept.KeepAsync($"figure {kind.Address} {slug}", () => DrawAsync(kind, slug, ct), ct);

    private async Task<Figure?> DrawAsync(FigureKind kind, string slug, CancellationToken ct) => kind switch
    {
        _ => await db.FindRoundAsync(slug, ct) is { } round ? MapFigure.Of(round) : null,
    };
}
