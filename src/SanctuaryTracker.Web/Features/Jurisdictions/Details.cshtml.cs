using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

public sealed class DetailsModel(TrackerDb db, TimeProvider clock) : RecordPage<JurisdictionDetail>(db, RecordKind.Jurisdiction)
{
    public PartialDate Today => PartialDate.Parse($"{clock.Today:yyyy-MM-dd}", null);

    protected override Task<JurisdictionDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindJurisdictionAsync(slug, ct);
}
