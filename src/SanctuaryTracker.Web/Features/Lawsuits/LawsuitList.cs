using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

/// <summary>What a list of lawsuits can be filtered by, and its columns.</summary>
public static class LawsuitList
{
    public static IReadOnlyList<Column<LawsuitItem>> Columns { get; } =
    [
        new("title", l => l.Title),
        new("case_name", l => l.CaseName),
        new("place_reported", l => l.PlaceReported),
        new("place", l => l.Place?.Slug),
        new("court", l => l.Court),
        new("docket_number", l => l.DocketNumber),
        new("filed_on", l => l.FiledOn?.Value),
        new("filed_on_basis", l => l.FiledOnBasis?.ToString()),
        new("status", l => l.Status?.ToString()),
        new("status_on", l => l.StatusOn?.Value),
        new("status_on_basis", l => l.StatusOnBasis?.ToString()),
        new("direction", l => l.Direction.ToString()),
        new("direction_basis", l => l.DirectionBasis?.ToString()),
        new("at_stake", l => l.AtStake),
        new("parties", l => $"{l.Parties}"),
        .. ListDownload.Basis<LawsuitItem>(l => l.Evidence),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountLawsuitsAsync(LawsuitFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<LawsuitFilter, Lawsuit>(db, filter, f => db.MatchingLawsuitsAsync(f, ct), ct);
                return new(await count.TotalAsync(),
                [
                    await count.ByAsync("status", filter.Status, filter with { Status = null }, lawsuits => lawsuits.Select(l => l.Status)),
                    await count.ByAsync("direction", filter.Direction, filter with { Direction = null }, lawsuits => lawsuits.Select(l => l.Direction)),
                    await count.ByAsync("court", filter.Court, filter with { Court = null }, lawsuits => lawsuits.Select(l => l.Court)),
                    await count.ByRecordAsync("campaign", RecordKind.Campaign, filter.Campaign, filter with { Campaign = null },
                        lawsuits => lawsuits.SelectMany(l => l.Links, (l, link) => new { l.Id, link.Record.Kind, link.RecordId }).Where(l => l.Kind == RecordKind.Campaign).Distinct().Select(l => (int?)l.RecordId)),
                    await count.ByRecordAsync("jurisdiction", RecordKind.Jurisdiction, filter.Jurisdiction, filter with { Jurisdiction = null },
                        lawsuits => lawsuits.Select(l => new { l.Id, JurisdictionId = l.PlaceId }).Union(lawsuits.SelectMany(l => l.Parties, (l, party) => new { l.Id, party.JurisdictionId })).Select(l => l.JurisdictionId)),
                ]);
            }, ct);
        }
    }
}
