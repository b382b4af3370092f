using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>Finds a figure's facts and draws them; those of a round together, and once for each state of the record.</summary>
public sealed class FigureRoom(TrackerDb db, UntilChanged kept)
{
    /// <returns>Null if there is no such record.</returns>
    public async Task<Figure?> FindAsync(FigureKind kind, string slug, CancellationToken ct) =>
        (await kept.KeepAsync($"figures {slug}", async () => await db.FindRoundAsync(slug, ct) is { } round ? Draw(round) : [], ct)).FirstOrDefault(f => f.Kind == kind);

    private static IReadOnlyList<Figure> Draw(Round round) => [MapFigure.Of(round)];
}
