using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Embeds;

/// <summary>A jurisdiction's story in short, for another site's frame.</summary>
public sealed class JurisdictionModel(TrackerDb db) : RecordPage<JurisdictionDetail>(db, RecordKind.Jurisdiction)
{
    protected override Task<JurisdictionDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindJurisdictionAsync(slug, ct);
}
