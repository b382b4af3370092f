using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A round with too many letters or responses to be drawn one by one: what its figures say of it then, counted in the database.</summary>
/// <param name="States">How many letters went where.</param>
/// <param name="Due">How many letters have which deadline, and were replied to when.</param>
/// <param name="Recipients">How many recipients are named.</param>
/// <param name="Silent">Of how many of these no response is recorded.</param>
/// <param name="Sources">The sources that its letters and responses cite, each with its day.</param>
public sealed record CountedRound(
    CampaignItem Campaign, IReadOnlyList<LettersOfState> States, IReadOnlyList<AlikeResponses> Responses, IReadOnlyList<LettersDue> Due, int Recipients, int Silent, IReadOnlyList<string> Sources)
{
    public RecordLink Subject => new(RecordKind.Campaign, Campaign.Slug, Campaign.Title);

    public int Letters => States.Sum(s => s.Letters);
}

/// <param name="State">Null where no source names one.</param>
/// <param name="Unidentified">How many of the letters went to recipients that are not identified.</param>
public sealed record LettersOfState(string? State, int Letters, int Unidentified);

/// <summary>Letters with one deadline that were replied to alike.</summary>
/// <param name="ToLetter">The earliest reply to the letter itself.</param>
/// <param name="ToRound">The recipient's earliest reply to the round.</param>
public sealed record LettersDue(PartialDate? DueOn, bool IsReplied, bool IsClosed, PartialDate? ToLetter, PartialDate? ToRound, int Letters)
{
    public PartialDate? RepliedOn => ToLetter is null || ToRound < ToLetter ? ToRound : ToLetter;
}

public static class CountedRoundQueries
{
    /// <summary>So many letters, and so many responses, are drawn one by one: more could not be told apart, and would take seconds and tens of megabytes.</summary>
    public const int MaxDrawn = 2000;

    extension(TrackerDb db)
    {
        internal async Task<bool> IsTooLargeToDrawAsync(CampaignItem campaign, CancellationToken ct) =>
            campaign.Responses > MaxDrawn || await db.Letters.CountAsync(l => l.Campaign!.Record.Slug == campaign.Slug, ct) > MaxDrawn;

        internal async Task<CountedRound> CountRoundAsync(CampaignItem campaign, CancellationToken ct)
        {
            var id = await db.IdForFilterAsync(RecordKind.Campaign, campaign.Slug, "campaign", ct);
            var letters = db.Letters.Where(l => l.CampaignId == id);
            var named = db.Jurisdictions.Where(j => j.Letters.Any(l => l.CampaignId == id));
            var records = letters.Select(l => l.Id).Concat(db.Responses.Where(r => r.CampaignId == id).Select(r => r.Id));
            var cited = db.Citations.Where(c => records.Contains(c.RecordId)).Select(c => c.SourceId).Distinct();
            var sources = await db.Sources.Where(s => cited.Contains(s.Id)).Select(s => new { Name = s.ShortName ?? s.Publisher, s.PublishedOn }).ToListAsync(ct);
            return new(campaign, await letters.GroupBy(l => l.State).Select(g => new LettersOfState(g.Key, g.Count(), g.Count(l => l.JurisdictionId == null))).ToListAsync(ct),
                await db.CountResponsesAsync(id, ct), await CountDueAsync(letters, ct), await named.CountAsync(ct), await named.CountAsync(j => !j.Responses.Any(r => r.CampaignId == id), ct),
                Citing.SourcesWithDays(sources.Select(s => (s.Name, s.PublishedOn))));
        }
    }

    private static async Task<IReadOnlyList<LettersDue>> CountDueAsync(IQueryable<Letter> letters, CancellationToken ct) =>
        await letters.Select(((Expression<Func<Letter, bool, PartialDate?, Due>>)((l, isReplied, due) => new Due
        {
            DueOn = due, IsReplied = isReplied, IsClosed = l.Closure != null,
            ToLetter = l.Responses.Where(r => (l.JurisdictionId == null || r.JurisdictionId == l.JurisdictionId) && (r.Form == ResponseForm.Reply || r.Form == ResponseForm.Documents) && r.MadeOn != null).Min(r => r.MadeOn),
            ToRound = l.Jurisdiction!.Responses.Where(r => r.AnswersId == l.CampaignId && (r.Form == ResponseForm.Reply || r.Form == ResponseForm.Documents) && r.MadeOn != null).Min(r => r.MadeOn),
        })).With(LetterItem.DueOn).With(LetterItem.HasReply))
            .GroupBy(l => new { l.DueOn, l.IsReplied, l.IsClosed, l.ToLetter, l.ToRound }).Select(g => new LettersDue(g.Key.DueOn, g.Key.IsReplied, g.Key.IsClosed, g.Key.ToLetter, g.Key.ToRound, g.Count())).ToListAsync(ct);

    private sealed class Due
    {
        public PartialDate? DueOn { get; init; }
        public bool IsReplied { get; init; }
        public bool IsClosed { get; init; }
        public PartialDate? ToLetter { get; init; }
        public PartialDate? ToRound { get; init; }
    }
}
