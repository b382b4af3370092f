using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

public sealed class DetailsModel(TrackerDb db) : RecordPage<CampaignDetail>(db, RecordKind.Campaign)
{
    protected override Task<CampaignDetail?> FindAsync(string slug, CancellationToken ct) => Db.FindCampaignAsync(slug, ct);
}
