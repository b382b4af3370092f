using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

/// <summary>What a list of campaigns can be filtered by, and its columns.</summary>
public static class CampaignList
{
    public static IReadOnlyList<Column<CampaignItem>> Columns { get; } =
    [
        new("title", c => c.Title),
        new("sender", c => c.Sender),
        new("sent_on", c => c.SentOn?.Value),
        new("sent_on_basis", c => c.SentOnBasis?.ToString()),
        new("sent_on_as_reported", c => c.SentOnAsReported),
        new("announced_on", c => c.AnnouncedOn?.Value),
        new("announced_on_basis", c => c.AnnouncedOnBasis?.ToString()),
        new("reply_due_on", c => c.ReplyDueOn?.Value),
        new("recipients_reported", c => c.RecipientsReported?.ToString()),
        new("recipients_precision", c => c.RecipientsPrecision?.ToString()),
        new("recipients_named", c => $"{c.RecipientsNamed}"),
        new("recipients_inferred", c => $"{c.RecipientsInferred}"),
        new("recipients_unidentified", c => $"{c.RecipientsUnidentified}"),
        new("recipients_unaccounted", c => c.RecipientsUnaccounted?.ToString()),
        new("copied", c => $"{c.Copied}"),
        new("responses", c => $"{c.Responses}"),
        .. ListDownload.Basis<CampaignItem>(c => c.Citations),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountCampaignsAsync(CampaignFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<CampaignFilter, Campaign>(db, filter, f => db.MatchingCampaignsAsync(f, ct), ct);
                return new(await count.TotalAsync(),
                [
                    await count.ByRecordAsync("jurisdiction", RecordKind.Jurisdiction, filter.Jurisdiction, filter with { Jurisdiction = null },
                        campaigns => campaigns.SelectMany(c => c.Letters, (c, letter) => new { c.Id, letter.JurisdictionId }).Distinct().Select(c => c.JurisdictionId)),
                ]);
            }, ct);
        }
    }
}
