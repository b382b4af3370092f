using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

/// <summary>A change to the record, in short.</summary>
public sealed record LatestChange(int Number, DateTime At, ChangeOrigin Origin, string Reason, int Count, IReadOnlyList<RecordLink> Records);

/// <summary>How far the latest round was answered: counted in the database, whatever the page has room to list.</summary>
/// <param name="Letters">Letters recorded, to named recipients and others.</param>
/// <param name="Answered">Named recipients with a response of any form.</param>
/// <param name="Replies">Letters with a formal reply.</param>
/// <param name="WithDeadline">Letters with a deadline and no reply.</param>
/// <param name="Overdue">Of those, letters whose deadline is past.</param>
/// <param name="Due">The earliest deadlines first.</param>
/// <param name="Silent">Named recipients without any response, the first by name.</param>
/// <param name="Standings">How many responses came from where, those of unnamed officials aside.</param>
/// <param name="Unnamed">How many responses came from unnamed officials.</param>
/// <param name="Kinds">How many responses said or did what; one may be of several kinds.</param>
public sealed record Answers(
    int Letters, int Answered, int Replies, int WithDeadline, int Overdue, IReadOnlyList<LetterItem> Due, IReadOnlyList<RecordLink> Silent, int SilentCount,
    IReadOnlyList<(Standing Standing, int Count)> Standings, int Unnamed, IReadOnlyList<(ResponseKind Kind, int Count)> Kinds);

/// <summary>Where things stand: the latest round of letters, what is in court and what is new.</summary>
/// <param name="SuitsByPlace">How many of the lawsuits are known only by the place where they are reported.</param>
public sealed record FrontPage(CampaignDetail? Campaign, Answers? Answers, IReadOnlyList<LawsuitItem> Lawsuits, int LawsuitCount, int SuitsByPlace, IReadOnlyList<LatestChange> Latest)
{
    /// <summary>The number of the last change to the record.</summary>
    public int Change => Latest[0].Number;

    /// <summary>“Suits are reported in 3 places; no case is named, and there may be others”.</summary>
    public string LawsuitsInWords
    {
        get
        {
            var places = $"in {Words.Count(SuitsByPlace, "place", "places")}";
            return SuitsByPlace == 0 ? $"{Words.Count(LawsuitCount, "lawsuit is", "lawsuits are")} recorded"
                : SuitsByPlace == LawsuitCount ? $"Suits are reported {places}; no case is named, and there may be others"
                : $"{Words.Count(LawsuitCount - SuitsByPlace, "lawsuit is", "lawsuits are")} recorded by name; suits are reported {places} besides, without a name";
        }
    }
}

public static class HomeQueries
{
    extension(TrackerDb db)
    {
        public async Task<FrontPage> FindFrontPageAsync(DateOnly today, CancellationToken ct)
        {
            await using var reading = await db.ReadAtOnceAsync(ct); // or the numbers could be of one change and the lists of the next
            var latest = await db.Campaigns.Where(c => c.Letters.Any()).OrderByDescending(c => c.Record.SortDate).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.Record.Slug }).FirstOrDefaultAsync(ct);
            var campaign = latest is null ? null : await db.FindCampaignAsync(latest.Slug, ct);
            var answers = latest is null ? null : await db.FindAnswersAsync(latest.Id, latest.Slug, today, ct);
            var lawsuits = await db.ListLawsuitsAsync(new(Limit: 10), ct);
            return new(campaign, answers, lawsuits.Items, lawsuits.Total, await db.Lawsuits.CountAsync(l => l.CaseName == null, ct), await db.ListLatestChangesAsync(3, ct));
        }

        private async Task<Answers> FindAnswersAsync(int id, string slug, DateOnly today, CancellationToken ct)
        {
            var named = db.Jurisdictions.Where(j => j.Letters.Any(l => l.CampaignId == id));
            var silent = named.Where(j => !j.Responses.Any(r => r.CampaignId == id));
            async Task<int> CountAsync(ReplyStatus? reply) => await (await db.MatchingLettersAsync(new(Campaign: slug, Reply: reply), today, ct)).CountAsync(ct);
            var due = db.Letters.Where(l => l.CampaignId == id && l.Closure == null && (l.ReplyDueOn != null || l.Campaign!.ReplyDueOn != null)).Where(LetterItem.HasNoReply).Where(LetterItem.HasDeadline);
            var first = await due.OrderBy(l => l.ReplyDueOn ?? l.Campaign!.ReplyDueOn).ThenBy(l => l.Id).Take(10).Select(l => l.Id).ToListAsync(ct);
            var responses = await db.CountResponsesAsync(id, ct);
            return new(await CountAsync(null), await named.CountAsync(ct) - await silent.CountAsync(ct), await CountAsync(ReplyStatus.Recorded), await due.CountAsync(ct), await CountAsync(ReplyStatus.Overdue),
                await db.Letters.Where(l => first.Contains(l.Id)).OrderBy(l => l.ReplyDueOn ?? l.Campaign!.ReplyDueOn).ThenBy(l => l.Id).Select(LetterItem.From).ToListAsync(ct),
                await silent.OrderBy(j => j.Record.SortTitle).Take(60).Select(j => new RecordLink(RecordKind.Jurisdiction, j.Record.Slug, j.Record.Title)).ToListAsync(ct), await silent.CountAsync(ct),
                [.. responses.Where(r => r.Standing is not null).GroupBy(r => r.Standing!.Value, r => r.Count).OrderBy(s => s.Key == Standing.Association).ThenBy(s => s.Key).Select(s => (s.Key, s.Sum()))], responses.Where(r => r.Standing is null).Sum(r => r.Count),
                [.. responses.SelectMany(r => r.Kinds.Distinct(), (r, kind) => (Kind: kind, r.Count)).GroupBy(r => r.Kind, r => r.Count).Select(k => (Kind: k.Key, Count: k.Sum())).OrderByDescending(k => k.Count).ThenBy(k => k.Kind)]);
        }

        public async Task<IReadOnlyList<LatestChange>> ListLatestChangesAsync(int count, CancellationToken ct)
        {
            var changes = await db.Changes.OrderByDescending(c => c.Id).Take(count).Select(c => new { c.Id, c.At, c.Origin, c.Reason, c.Revisions.Count }).ToListAsync(ct);
            var latest = new List<LatestChange>();
            foreach (var change in changes)
            {
                var records = await db.Revisions.Where(r => r.ChangeId == change.Id).OrderByDescending(r => r.RecordId).Take(3)
                    .Join(db.Records, r => r.RecordId, r => r.Id, (_, record) => new RecordLink(record.Kind, record.Slug, record.Title)).ToListAsync(ct);
                latest.Add(new(change.Id, change.At, change.Origin, change.Reason, change.Count, records));
            }
            return latest;
        }
    }
}
