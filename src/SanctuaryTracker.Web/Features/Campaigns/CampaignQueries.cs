using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Campaigns;

public enum CampaignSort { Newest, Oldest, Title }

/// <param name="Q">Words of the title, in any order.</param>
/// <param name="Jurisdiction">The slug of a jurisdiction that received a letter of the round.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record CampaignFilter(
    string? Q = null,
    string? Jurisdiction = null,
    CampaignSort Sort = CampaignSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>One round of letters in a list.</summary>
/// <param name="SentOn">The day on which the letters were sent or received, as a source says; not a date printed on them.</param>
/// <param name="RecipientsReported">How many jurisdictions were reported to have been sent a letter; never replaced by what is named.</param>
/// <param name="RecipientsNamed">How many recipients are named in this record.</param>
/// <param name="RecipientsInferred">How many of the named are named by inference only.</param>
/// <param name="RecipientsUnidentified">How many recipients are recorded without being identified.</param>
/// <param name="RecipientsUnaccounted">Reported less recorded, if the reported count is exact: nothing is known of them.</param>
/// <param name="Copied">How many jurisdictions were copied on its letters; a copy is never a receipt.</param>
/// <param name="Responses">How many responses of any form answer it, or a letter or statement of it.</param>
public sealed record CampaignItem(
    string Slug, string Title, string? Sender, PartialDate? SentOn, PartialDate? AnnouncedOn, PartialDate? ReplyDueOn, int? RecipientsReported, CountPrecision? RecipientsPrecision,
    int RecipientsNamed, int RecipientsInferred, int RecipientsUnidentified, int? RecipientsUnaccounted, int Copied, int Responses, IReadOnlyList<CitationItem> Citations)
{
    /// <summary>“one of them by inference”; null if none is.</summary>
    internal string? ByInference => RecipientsInferred switch
    {
        0 => null,
        var n when n == RecipientsNamed => "by inference",
        var n => $"{Words.Number(n).ToLowerInvariant()} of them by inference",
    };

    /// <summary>“11 of about 23 recipients named, one of them by inference”.</summary>
    internal string NamedInWords => (RecipientsReported is { } reported
        ? $"{RecipientsNamed} of {(RecipientsPrecision is null or CountPrecision.Exact ? "" : RecipientsPrecision.InWords() + " ")}{reported} recipients named"
        : $"{Words.Count(RecipientsNamed, "recipient", "recipients")} named; how many there were is not known") + (ByInference is { } inferred ? $", {inferred}" : "");

    internal KnownDate Sent => KnownDate.Of(SentOn, Citations, "sent_on");

    /// <summary>How that day is known: stated, derived from a source's word such as “Wednesday”, or inferred; null if nothing is cited for it.</summary>
    public DateBasis? SentOnBasis => Sent.Basis;

    /// <summary>The source's word for that day.</summary>
    public string? SentOnAsReported => Sent.AsReported;

    internal KnownDate Announced => KnownDate.Of(AnnouncedOn, Citations, "announced_on");

    /// <summary>How the day of the announcement is known.</summary>
    public DateBasis? AnnouncedOnBasis => Announced.Basis;

    internal static Expression<Func<Campaign, CampaignItem>> From(TrackerDb db) => c => new(
        c.Record.Slug, c.Title, c.Sender, c.SentOn, c.AnnouncedOn, c.ReplyDueOn, c.RecipientsReported, c.RecipientsPrecision,
        c.Letters.Where(l => l.JurisdictionId != null).Select(l => l.JurisdictionId).Distinct().Count(),
        c.Letters.Where(l => l.JurisdictionId != null && l.KnownBy == LetterBasis.Inferred && !c.Letters.Any(other => other.JurisdictionId == l.JurisdictionId && other.KnownBy != LetterBasis.Inferred)).Select(l => l.JurisdictionId).Distinct().Count(),
        c.Letters.Count(l => l.JurisdictionId == null),
        c.RecipientsPrecision == CountPrecision.Exact ? c.RecipientsReported - c.Letters.Where(l => l.JurisdictionId != null).Select(l => l.JurisdictionId).Distinct().Count() - c.Letters.Count(l => l.JurisdictionId == null) : null,
        db.Copies.Where(copy => copy.CampaignId == c.Id && copy.JurisdictionId != null).Select(copy => copy.JurisdictionId).Distinct().Count(),
        db.Responses.Count(r => r.CampaignId == c.Id),
        c.Record.Citations.AsQueryable().OrderBy(x => x.Position).Select(CitationItem.From).ToList());
}

/// <summary>A jurisdiction that a source says did not get the letter.</summary>
public sealed record NonReceiptItem(string Key, RecordLink Jurisdiction);

/// <summary>One round of letters: recipients named and not, copies, competing counts, both sides' words.</summary>
public sealed record CampaignDetail(
    RecordInfo Record, CampaignItem Campaign, string? Demand, string? Threat, IReadOnlyList<string> Laws, IReadOnlyList<string> Grants,
    IReadOnlyList<RecordLink> Follows, IReadOnlyList<RecordLink> FollowedBy, IReadOnlyList<NonReceiptItem> NonReceipts,
    IReadOnlyList<LetterItem> Letters, IReadOnlyList<ResponseItem> Responses, IReadOnlyList<StatementItem> Statements, IReadOnlyList<RecordLink> Lawsuits)
{
    /// <summary>Of a round that is longer, nothing can be counted by its letters here.</summary>
    internal bool HasAllLetters => Letters.Count < CampaignQueries.MaxLetters;
    internal bool HasAllResponses => Responses.Count == Campaign.Responses;
}

public static class CampaignQueries
{
    /// <summary>So many letters, responses and statements are with a campaign; the rest are in their lists.</summary>
    public const int MaxLetters = 500;

    extension(TrackerDb db)
    {
        public async Task<Paged<CampaignItem>> ListCampaignsAsync(CampaignFilter filter, CancellationToken ct) =>
            await (await db.MatchingCampaignsAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, CampaignItem.From(db), ct);

        public async Task<IAsyncEnumerable<CampaignItem>> AllCampaignsAsync(CampaignFilter filter, CancellationToken ct) =>
            (await db.MatchingCampaignsAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), CampaignItem.From(db), ct);

        internal async Task<IQueryable<Campaign>> MatchingCampaignsAsync(CampaignFilter filter, CancellationToken ct)
        {
            var place = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Jurisdiction, "jurisdiction", ct);
            var campaigns = db.Campaigns.Titled(filter.Q);
            return place is null ? campaigns : campaigns.Where(c => c.Letters.Any(l => l.JurisdictionId == place));
        }

        /// <summary>The latest rounds, for filters and forms to choose from.</summary>
        public async Task<IReadOnlyList<Choice>> CampaignChoicesAsync(CancellationToken ct) =>
            await db.Campaigns.OrderByDescending(c => c.Record.SortDate).ThenBy(c => c.Id).Take(Paging.MaxLimit).Select(c => new Choice(c.Record.Slug, c.Title)).ToListAsync(ct);

        public async Task<CampaignDetail?> FindCampaignAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Campaign, slug, ct) is not { } record)
                return null;
            var campaigns = db.Campaigns.Where(c => c.Record.Slug == slug);
            var item = await campaigns.Select(CampaignItem.From(db)).SingleAsync(ct);
            var own = await campaigns.Select(c => new
            {
                c.Id, c.Demand, c.Threat, c.Laws, c.Grants,
                Follows = c.Follows.OrderBy(f => f.EarlierId).Select(f => new RecordLink(RecordKind.Campaign, f.Earlier.Record.Slug, f.Earlier.Title)).ToList(),
                NonReceipts = c.NonReceipts.OrderBy(n => n.Jurisdiction.Record.SortTitle).Select(n => new NonReceiptItem(n.Key!, new RecordLink(RecordKind.Jurisdiction, n.Jurisdiction.Record.Slug, n.Jurisdiction.Record.Title))).ToList(),
            }).SingleAsync(ct);
            var followedBy = await db.Campaigns.Where(c => c.Follows.Any(f => f.EarlierId == own.Id)).OrderBy(c => c.Id).Select(c => new RecordLink(RecordKind.Campaign, c.Record.Slug, c.Title)).ToListAsync(ct);
            var letters = await db.Letters.Where(l => l.CampaignId == own.Id).OrderBy(l => l.JurisdictionId == null).ThenBy(l => l.Record.SortTitle).ThenBy(l => l.Id).FirstAsync(MaxLetters, LetterItem.From, ct);
            var responses = await db.Responses.Where(r => r.CampaignId == own.Id).OrderBy(r => r.Form != ResponseForm.Reply && r.Form != ResponseForm.Documents).ThenBy(r => r.Record.SortDate).ThenBy(r => r.Id).FirstAsync(MaxLetters, ResponseItem.From, ct);
            var statements = await db.Statements.Where(s => s.About.Any(a => a.RecordId == own.Id)).OrderBy(s => s.Side).ThenBy(s => s.Id).Take(MaxLetters).Select(StatementItem.From).ToListAsync(ct);
            var lawsuits = await db.Lawsuits.Where(l => l.Links.Any(link => link.RecordId == own.Id)).OrderBy(l => l.Id).Select(l => new RecordLink(RecordKind.Lawsuit, l.Record.Slug, l.Record.Title)).ToListAsync(ct);
            return new(record, item, own.Demand, own.Threat, own.Laws, own.Grants, own.Follows, followedBy, own.NonReceipts, letters, responses, statements, lawsuits);
        }
    }

    private static Order<Campaign> OrderOf(CampaignSort sort) => sort switch
    {
        CampaignSort.Newest => new(c => c.Record.SortDate, Descending: true),
        CampaignSort.Oldest => new(c => c.Record.SortDate),
        _ => new(c => c.Record.SortTitle),
    };
}
