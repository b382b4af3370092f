using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

/// <summary>What a list of letters can be filtered by, and its columns.</summary>
public static class LetterList
{
    public static IReadOnlyList<Column<LetterItem>> Columns { get; } =
    [
        new("title", l => l.Title),
        new("recipient", l => l.Recipient),
        new("jurisdiction", l => l.Jurisdiction?.Slug),
        new("geoid", l => l.Geoid),
        new("state", l => l.State),
        new("campaign", l => l.Campaign?.Slug),
        new("sent_on", l => l.SentOn?.Value) { Words = "Sent" },
        new("sent_on_basis", l => l.SentOnBasis?.ToString()) { Words = "How the day is known" },
        new("sent_on_as_reported", l => l.SentOnAsReported) { Words = "The source’s word for the day" },
        new("demand", l => l.Demand),
        new("threat", l => l.Threat),
        new("reply_due_on", l => l.HasNoDeadline ? "none" : l.ReplyDueOn?.Value) { Words = "Reply deadline", Meaning = "The letter’s own deadline, or its campaign’s; “none” if a source says that there is none, or that none applies." },
        new("from_campaign", l => ListDownload.Several(l.FromCampaign.Fields)) { Words = "What is the whole round’s", Meaning = "Which of day, demand, threat and deadline it takes from its campaign, because no source says them of the letter itself." },
        new("known_by", l => l.KnownBy.ToString()),
        new("copied", l => ListDownload.Several(l.Copied.Select(c => c.Jurisdiction.Slug))),
        new("standing", l => l.Standing?.ToString()),
        new("reply_recorded", l => l.ReplyRecorded ? "true" : "false") { Words = "Answer" },
        new("responses", l => $"{l.Responses}") { Words = "Responses of its own" },
        new("responses_by_others", l => $"{l.ResponsesByOthers}"),
        new("closure", l => l.Closure?.ToString()),
        .. ListDownload.Basis<LetterItem>(l => l.Evidence),
    ];

    extension(TrackerDb db)
    {
        public Task<FacetCounts> CountLettersAsync(LetterFilter filter, DateOnly today, UntilChanged kept, CancellationToken ct)
        {
            filter = filter.Whole;
            return kept.FacetsAsync(filter, async () =>
            {
                var count = new FacetCounter<LetterFilter, Letter>(db, filter, f => db.MatchingLettersAsync(f, today, ct), ct);
                return new(await kept.TotalAsync(filter, count.TotalAsync, ct, today),
                [
                    await count.WorkedOutAsync("reply", filter.Reply, filter with { Reply = null }, letters => letters.Select(LetterItem.StatusOn(today)), (its, reply) => its == reply || its == ReplyStatus.Overdue && reply == ReplyStatus.NotRecorded),
                    await count.WorkedOutAsync("responded", filter.Responded, filter with { Responded = null }, LetterItem.HasResponse, "Recorded", "None recorded"),
                    await count.ByRecordAsync("campaign", RecordKind.Campaign, filter.Campaign, filter with { Campaign = null }, letters => letters.Select(l => l.CampaignId)),
                    await count.ByAsync("state", filter.State, filter with { State = null }, letters => letters.Select(l => l.State), state => States.NameOf(state)!),
                    await count.WorkedOutAsync("identified", filter.Identified, filter with { Identified = null }, l => l.JurisdictionId != null, "Identified", "Not identified"),
                    await count.ByAsync("known_by", filter.KnownBy, filter with { KnownBy = null }, letters => letters.Select(l => l.KnownBy)),
                    await count.ByRecordAsync("jurisdiction", RecordKind.Jurisdiction, filter.Jurisdiction, filter with { Jurisdiction = null }, letters => letters.Select(l => l.JurisdictionId)),
                    await count.ByRecordAsync("copied", RecordKind.Jurisdiction, filter.Copied, filter with { Copied = null },
                        letters => letters.SelectMany(l => l.Copies, (l, copy) => new { l.Id, copy.JurisdictionId }).Distinct().Select(c => c.JurisdictionId)),
                ]);
            }, ct, today);
        }
    }
}
