using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

public sealed class DetailsModel(TrackerDb db, TimeProvider clock) : RecordPage<LawsuitDetail>(db, RecordKind.Lawsuit)
{
    public PartialDate Today => PartialDate.Parse($"{clock.Today:yyyy-MM-dd}", null);

    protected override Task<LawsuitDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindLawsuitAsync(slug, ct);
}
