using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

/// <summary>What a list of jurisdictions can be filtered by, and its columns.</summary>
public static class JurisdictionList
{
    /// <summary>Every round is counted by a question of its own: so many of the latest are.</summary>
    private const int MaxCampaigns = 20;

    public static IReadOnlyList<Column<JurisdictionItem>> Columns { get; } =
    [
        new("title", j => j.Title),
        new("name", j => j.Name),
        new("kind", j => j.Kind.ToString()) { Words = "Kind and state" },
        new("state", j => j.State),
        new("ocd_id", j => j.OcdId) { Words = "OCD id" },
        new("geoid", j => j.Geoid),
        new("latitude", j => j.Latitude?.ToString(CultureInfo.InvariantCulture)),
        new("longitude", j => j.Longitude?.ToString(CultureInfo.InvariantCulture)),
        new("standing", j => ListDownload.Several(j.Standing.Select(s => s.ToString()))),
        new("letters", j => $"{j.Letters}"),
        new("letters_inferred", j => $"{j.LettersInferred}"),
        new("copies", j => $"{j.Copies}"),
        new("non_receipts", j => $"{j.NonReceipts}"),
        new("responses", j => ListDownload.Several(j.Responses.Select(r => r.Slug))) { Words = "Response" },
        new("lawsuits", j => $"{j.Lawsuits}") { Words = "Lawsuits as a party" },
        new("suits_reported_there", j => $"{j.SuitsReportedThere}"),
        .. ListDownload.Basis<JurisdictionItem>(j => j.Evidence),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountJurisdictionsAsync(JurisdictionFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<JurisdictionFilter, Jurisdiction>(db, filter, f => db.MatchingJurisdictionsAsync(f, ct), ct);
                var campaigns = await db.Campaigns.OrderByDescending(c => c.Record.Slug == filter.Campaign).ThenByDescending(c => c.Record.SortDate).ThenBy(c => c.Id).Take(MaxCampaigns)
                    .Select(c => new { c.Record.Slug, c.Title }).ToListAsync(ct);
                // What nobody did would be looked for longest, in all responses of every place.
                var kinds = (await db.Responses.Select(r => r.Kinds).Distinct().ToListAsync(ct)).SelectMany(all => all).ToHashSet();
                return new(await count.TotalAsync(),
                [
                    await count.EachAsync("standing", filter.Standing, standing => filter with { Standing = standing }),
                    await count.EachAsync("campaign", filter.Campaign, slug => filter with { Campaign = slug }, campaigns.Select(c => (c.Slug, c.Slug, c.Title))),
                    await count.EachAsync("response", filter.Response, kind => filter with { Response = kind }, Enum.GetValues<ResponseKind>().Where(kind => kinds.Contains(kind) || kind == filter.Response).Select(kind => (kind, kind.ToString(), kind.InWords()))),
                    await count.EachAsync("responded", filter.Responded, has => filter with { Responded = has }, "Recorded", "None recorded"),
                    await count.EachAsync("lawsuit", filter.Lawsuit, has => filter with { Lawsuit = has }, "Party to one, or one reported there", "None recorded"),
                    await count.ByAsync("state", filter.State, filter with { State = null }, places => places.Select(j => j.State), state => States.NameOf(state)!),
                    await count.ByAsync("kind", filter.Kind, filter with { Kind = null }, places => places.Select(j => j.Kind)),
                ]);
            }, ct);
        }
    }
}
