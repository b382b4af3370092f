using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

/// <summary>What a list of responses can be filtered by, and its columns.</summary>
public static class ResponseList
{
    public static IReadOnlyList<Column<ResponseItem>> Columns { get; } =
    [
        new("headline", r => r.Headline),
        new("respondent", r => r.Respondent),
        new("jurisdiction", r => r.Jurisdiction?.Slug),
        new("geoid", r => r.Geoid),
        new("speakers", r => ListDownload.Several(r.Speakers.Select(s => s.Office is null ? s.Name : $"{s.Name}, {s.Office}"))),
        new("standing", r => r.Standing?.ToString()),
        new("standing_basis", r => r.StandingBasis?.ToString()),
        new("answers", r => r.Answers is null ? null : $"{r.Answers.Kind.Path}/{r.Answers.Slug}"),
        new("campaign", r => r.Campaign?.Slug),
        new("form", r => r.Form.ToString()),
        new("kinds", r => ListDownload.Several(r.Kinds.Select(k => k.ToString()))),
        new("occasion", r => r.Occasion),
        new("made_on", r => r.MadeOn?.Value),
        new("made_on_basis", r => r.MadeOnBasis?.ToString()),
        new("made_on_as_reported", r => r.MadeOnAsReported),
        new("summary", r => r.Summary),
        .. ListDownload.Basis<ResponseItem>(r => r.Citations),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountResponsesAsync(ResponseFilter filter, UntilChanged kept, CancellationToken ct)
        {
            filter = filter.Whole;
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<ResponseFilter, Response>(db, filter, f => db.MatchingResponsesAsync(f, ct), ct);
                return new(await kept.TotalAsync(filter, count.TotalAsync, ct),
                [
                    await count.WorkedOutAsync("kind", filter.Kind, filter with { Kind = null }, responses => responses.Select(r => r.Kinds), (kinds, kind) => kinds.Contains(kind)),
                    await count.ByAsync("form", filter.Form, filter with { Form = null }, responses => responses.Select(r => r.Form)),
                    await count.WorkedOutAsync("standing", filter.Standing, filter with { Standing = null }, responses => responses.Select(ResponseItem.StandingOf), (its, standing) => its == standing),
                    await count.WorkedOutAsync("named", filter.Named, filter with { Named = null }, r => r.Officials == null, "A place or an association", "Officials not named"),
                    await count.ByRecordAsync("campaign", RecordKind.Campaign, filter.Campaign, filter with { Campaign = null }, responses => responses.Select(r => r.CampaignId)),
                    await count.ByRecordAsync("jurisdiction", RecordKind.Jurisdiction, filter.Jurisdiction, filter with { Jurisdiction = null }, responses => responses.Select(r => r.JurisdictionId)),
                    await count.ByRecordAsync("letter", RecordKind.Letter, filter.Letter, filter with { Letter = null }, responses => responses.Select(r => r.LetterId)),
                ]);
            }, ct);
        }
    }
}
