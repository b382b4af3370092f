using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

public sealed class DetailsModel(TrackerDb db) : RecordPage<LetterDetail>(db, RecordKind.Letter)
{
    protected override Task<LetterDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindLetterAsync(slug, ct);
}
