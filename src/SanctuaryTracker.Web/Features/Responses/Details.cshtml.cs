using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

public sealed class DetailsModel(TrackerDb db) : RecordPage<ResponseDetail>(db, RecordKind.Response)
{
    protected override Task<ResponseDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindResponseAsync(slug, ct);
}
