using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

public sealed class LetterChainModel(TrackerDb db, TimeProvider clock) : RecordPage<LetterChain>(db, RecordKind.Letter)
{
    public PartialDate Today => PartialDate.Parse($"{clock.Today:yyyy-MM-dd}", null);

    protected override Task<LetterChain?> FindAsync(string slug, CancellationToken ct) => Db.FindChainAsync(slug, ct);
}
