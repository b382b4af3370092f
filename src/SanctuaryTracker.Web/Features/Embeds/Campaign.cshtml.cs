using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Figures;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Embeds;

/// <summary>A round's recipients as a table, for another site's frame.</summary>
public sealed class CampaignModel(FigureRoom room, TrackerDb db) : RecordPage<Figure>(db, RecordKind.Campaign)
{
    protected override Task<Figure?> FindAsync(string slug, CancellationToken ct) => room.FindAsync(FigureKind.Map, slug, ct);
}
