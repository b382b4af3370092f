using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

public sealed class DetailsModel(TrackerDb db) : RecordPage<StatementDetail>(db, RecordKind.Statement)
{
    protected override Task<StatementDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindStatementAsync(slug, ct);
}
