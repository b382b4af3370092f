using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

/// <summary>A change to the record, in short.</summary>
public sealed record LatestChange(int Number, DateTime At, ChangeOrigin Origin, string Reason, int Count, IReadOnlyList<RecordLink> Records);

/// <summary>Where things stand: the latest round of letters, what is in court and what is new.</summary>
public sealed record FrontPage(CampaignDetail? Campaign, IReadOnlyList<LawsuitItem> Lawsuits, int LawsuitCount, IReadOnlyList<LatestChange> Latest);

public static class HomeQueries
{
    extension(TrackerDb db)
    {
        public async Task<FrontPage> FindFrontPageAsync(CancellationToken ct)
        {
            var slug = await db.Campaigns.Where(c => c.Letters.Any()).OrderByDescending(c => c.Record.SortDate).ThenByDescending(c => c.Id).Select(c => c.Record.Slug).FirstOrDefaultAsync(ct);
            var campaign = slug is null ? null : await db.FindCampaignAsync(slug, ct);
            var lawsuits = await db.ListLawsuitsAsync(new(Limit: 10), ct);
            return new(campaign, lawsuits.Items, lawsuits.Total, await db.ListLatestChangesAsync(5, ct));
        }

        public async Task<IReadOnlyList<LatestChange>> ListLatestChangesAsync(int count, CancellationToken ct)
        {
            var changes = await db.Changes.OrderByDescending(c => c.Id).Take(count).Select(c => new { c.Id, c.At, c.Origin, c.Reason, c.Revisions.Count }).ToListAsync(ct);
            var latest = new List<LatestChange>();
            foreach (var change in changes)
            {
                var records = await db.Revisions.Where(r => r.ChangeId == change.Id).OrderByDescending(r => r.Kind == RecordKind.Letter).ThenByDescending(r => r.RecordId).Take(3)
                    .Join(db.Records, r => r.RecordId, r => r.Id, (_, record) => new RecordLink(record.Kind, record.Slug, record.Title)).ToListAsync(ct);
                latest.Add(new(change.Id, change.At, change.Origin, change.Reason, change.Count, records));
            }
            return latest;
        }
    }
}
