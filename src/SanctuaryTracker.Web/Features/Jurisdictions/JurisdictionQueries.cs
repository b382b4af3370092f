using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Search;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

public enum JurisdictionSort { Name, NameDescending }

/// <summary>Where a jurisdiction stands towards a round of letters; it can be copied and not a recipient at once.</summary>
public enum PlaceStanding { Recipient, Copied, NotRecipient, NotNamed }

/// <param name="Q">A part of the name or of another name.</param>
/// <param name="State">USPS code.</param>
/// <param name="Kind">The kind of government.</param>
/// <param name="Standing">Where it stands towards the campaign, or towards any.</param>
/// <param name="Campaign">The slug of the round that <c>standing</c>, <c>response</c> and <c>responded</c> are about; alone, places that a source names in it.</param>
/// <param name="Response">The kind of a response recorded.</param>
/// <param name="Responded">Whether a response of any form is recorded: to the campaign, if one is given.</param>
/// <param name="Lawsuit">Whether it is party to a recorded lawsuit, or one is reported there.</param>
/// <param name="Geoid">US Census Bureau code.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record JurisdictionFilter(
    string? Q = null,
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "Give a two-letter USPS code, such as WA.")] string? State = null,
    JurisdictionKind? Kind = null,
    PlaceStanding? Standing = null,
    string? Campaign = null,
    ResponseKind? Response = null,
    bool? Responded = null,
    bool? Lawsuit = null,
    string? Geoid = null,
    JurisdictionSort Sort = JurisdictionSort.Name,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>A response, in a list of places.</summary>
public sealed record ResponseBrief(string Slug, string Headline, IReadOnlyList<ResponseKind> Kinds);

/// <summary>One jurisdiction in a list.</summary>
/// <param name="Title">The name with its state: King County, Washington.</param>
/// <param name="Geoid">US Census Bureau code, as text: leading zeros matter.</param>
/// <param name="Letters">How many letters it received.</param>
/// <param name="LettersInferred">How many of these are known only by inference.</param>
/// <param name="Copies">On how many letters to others it was copied; a copy is never a receipt.</param>
/// <param name="NonReceipts">For how many rounds a source says that it did not get the letter.</param>
/// <param name="Responses">Its responses, of any form.</param>
/// <param name="Lawsuits">How many lawsuits it is party to.</param>
/// <param name="SuitsReportedThere">How many suits are reported at this place without its being known as a party; each may stand for several.</param>
public sealed record JurisdictionItem(
    string Slug, string Title, string Name, JurisdictionKind Kind, string? State, string? OcdId, string? Geoid, double? Latitude, double? Longitude,
    int Letters, int LettersInferred, int Copies, int NonReceipts, IReadOnlyList<ResponseBrief> Responses, int Lawsuits, int SuitsReportedThere, IReadOnlyList<Evidence> Evidence)
{
    internal static readonly Expression<Func<Jurisdiction, JurisdictionItem>> From = j => new(
        j.Record.Slug, j.Record.Title, j.Name, j.Kind, j.State, j.OcdId, j.Geoid, j.Latitude, j.Longitude,
        j.Letters.Count, j.Letters.Count(l => l.KnownBy == LetterBasis.Inferred), j.Copies.Count, j.NonReceipts.Count,
        j.Responses.OrderBy(r => r.Id).Select(r => new ResponseBrief(r.Record.Slug, r.Headline, r.Kinds)).ToList(),
        j.Parties.Select(p => p.LawsuitId).Distinct().Count(), j.LawsuitsByPlace.Count(l => l.Parties.All(p => p.JurisdictionId != j.Id)),
        j.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(Site.Evidence.From).ToList());

    /// <summary>“Party to 1 lawsuit; 1 suit is reported there, not known to be its own”; null if there is neither.</summary>
    internal string? CourtInWords => Lawsuits + SuitsReportedThere == 0 ? null : string.Join("; ", new[]
    {
        Lawsuits > 0 ? $"Party to {Words.Count(Lawsuits, "lawsuit", "lawsuits")}" : null,
        SuitsReportedThere > 0 ? $"{Words.Count(SuitsReportedThere, "suit is", "suits are")} reported there, not known to be its own" : null,
    }.OfType<string>());

    /// <summary>No source states that it was sent a letter; we infer it.</summary>
    internal bool IsRecipientByInference => Letters > 0 && LettersInferred == Letters;

    /// <summary>Where it stands towards the letters: a place can be copied on one and be said not to have got its own.</summary>
    public IReadOnlyList<PlaceStanding> Standing => Letters + Copies + NonReceipts == 0 ? [PlaceStanding.NotNamed]
        : [.. new[] { (Letters, PlaceStanding.Recipient), (Copies, PlaceStanding.Copied), (NonReceipts, PlaceStanding.NotRecipient) }.Where(s => s.Item1 > 0).Select(s => s.Item2)];
}

/// <summary>That a person of this place was copied on a letter to another.</summary>
public sealed record CopyReceived(LetterItem Letter, CopyItem Copy);

/// <summary>That a source says this place did not get a round's letter.</summary>
/// <param name="SentOn">The day of the round's letters.</param>
public sealed record NonReceiptFound(RecordLink Campaign, PartialDate? SentOn, DateBasis? SentOnBasis, string? SentOnAsReported, IReadOnlyList<CitationItem> Citations)
{
    internal KnownDate Sent => new(SentOn, SentOnBasis, SentOnAsReported);
}

/// <summary>One jurisdiction's whole story.</summary>
/// <param name="NonReceipts">The rounds whose letter, a source says, it did not get.</param>
/// <param name="Statements">Words about it, or about a round that reached it.</param>
/// <param name="Docket">What happened in those lawsuits.</param>
public sealed record JurisdictionDetail(
    RecordInfo Record, JurisdictionItem Jurisdiction, IReadOnlyList<string> OtherNames, IReadOnlyList<RecordLink> Within, IReadOnlyList<RecordLink> Contains,
    IReadOnlyList<LetterItem> Letters, IReadOnlyList<CopyReceived> Copies, IReadOnlyList<NonReceiptFound> NonReceipts,
    IReadOnlyList<ResponseItem> Responses, IReadOnlyList<ResponseItem> ResponsesByOthers, IReadOnlyList<StatementItem> Statements, IReadOnlyList<LawsuitItem> Lawsuits, IReadOnlyList<DocketEvent> Docket);

/// <summary>A dated event of a lawsuit.</summary>
/// <param name="Lawsuit">The lawsuit’s slug.</param>
public sealed record DocketEvent(string Lawsuit, LawsuitEventItem Event);

public static class JurisdictionQueries
{
    private const int MaxRows = 500;

    extension(TrackerDb db)
    {
        public async Task<Paged<JurisdictionItem>> ListJurisdictionsAsync(JurisdictionFilter filter, CancellationToken ct) =>
            await (await db.MatchingJurisdictionsAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, JurisdictionItem.From, ct);

        public async Task<IAsyncEnumerable<JurisdictionItem>> AllJurisdictionsAsync(JurisdictionFilter filter, CancellationToken ct) =>
            (await db.MatchingJurisdictionsAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), JurisdictionItem.From, ct);

        internal async Task<IQueryable<Jurisdiction>> MatchingJurisdictionsAsync(JurisdictionFilter filter, CancellationToken ct)
        {
            var campaign = await db.IdForFilterAsync(RecordKind.Campaign, filter.Campaign, "campaign", ct);
            IQueryable<Jurisdiction> places = db.Jurisdictions;
            if (filter.Q is { } q)
            {
                var part = Text.Fold(Text.Tidy(q));
                var known = Nicknames.NameFor(part);
                places = places.Where(j => j.Record.SortTitle.Contains(part) || j.FoldedNames.Contains(part) || j.Name == known);
            }
            if (filter.State is { } state)
                places = places.Where(j => j.State == state);
            if (filter.Kind is { } kind)
                places = places.Where(j => j.Kind == kind);
            if (filter.Geoid is { } geoid)
                places = places.Where(j => j.Geoid == geoid);
            if (filter.Response is { } response)
                places = places.Where(j => j.Responses.Any(r => r.Kinds.Contains(response) && (campaign == null || r.CampaignId == campaign)));
            if (filter.Responded is { } responded)
                places = places.Where(j => j.Responses.Any(r => campaign == null || r.CampaignId == campaign) == responded);
            if (filter.Lawsuit is { } lawsuit)
                places = places.Where(j => (j.Parties.Any() || j.LawsuitsByPlace.Any()) == lawsuit);
            if (campaign is not null && filter.Standing is null && filter.Response is null)
                places = places.Where(j => j.Letters.Any(l => l.CampaignId == campaign) || j.Copies.Any(c => c.CampaignId == campaign)
                    || j.NonReceipts.Any(n => n.CampaignId == campaign) || j.Responses.Any(r => r.CampaignId == campaign));
            return filter.Standing switch
            {
                PlaceStanding.Recipient => places.Where(j => j.Letters.Any(l => campaign == null || l.CampaignId == campaign)),
                PlaceStanding.Copied => places.Where(j => j.Copies.Any(c => campaign == null || c.CampaignId == campaign)),
                PlaceStanding.NotRecipient => places.Where(j => j.NonReceipts.Any(n => campaign == null || n.CampaignId == campaign)),
                PlaceStanding.NotNamed => places.Where(j => !j.Letters.Any(l => campaign == null || l.CampaignId == campaign)
                    && !j.Copies.Any(c => campaign == null || c.CampaignId == campaign) && !j.NonReceipts.Any(n => campaign == null || n.CampaignId == campaign)),
                _ => places,
            };
        }

        public async Task<JurisdictionDetail?> FindJurisdictionAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Jurisdiction, slug, ct) is not { } record)
                return null;
            var places = db.Jurisdictions.Where(j => j.Record.Slug == slug);
            var item = await places.Select(JurisdictionItem.From).SingleAsync(ct);
            var own = await places.Select(j => new
            {
                j.Id, j.OtherNames,
                Within = j.Within.OrderBy(w => w.OuterId).Select(w => new RecordLink(RecordKind.Jurisdiction, w.Outer.Record.Slug, w.Outer.Record.Title)).ToList(),
                NonReceipts = j.NonReceipts.OrderBy(n => n.CampaignId).Select(n => new { n.CampaignId, Field = "non_receipts/" + n.Key, Link = new RecordLink(RecordKind.Campaign, n.Campaign.Record.Slug, n.Campaign.Title), n.Campaign.SentOn }).ToList(),
            }).SingleAsync(ct);
            var contains = await db.Jurisdictions.Where(j => j.Within.Any(w => w.OuterId == own.Id)).OrderBy(j => j.Record.SortTitle).Take(MaxRows).Select(j => new RecordLink(RecordKind.Jurisdiction, j.Record.Slug, j.Record.Title)).ToListAsync(ct);
            var letters = await db.Letters.Where(l => l.JurisdictionId == own.Id).OrderBy(l => l.Record.SortDate).ThenBy(l => l.Id).FirstAsync(MaxRows, LetterItem.From, ct);
            var copies = await db.Copies.Where(c => c.JurisdictionId == own.Id).OrderBy(c => c.LetterId).ThenBy(c => c.Position).Take(MaxRows)
                .Select(c => new { c.LetterId, Copy = new CopyItem(c.Key!, c.Person, c.Office, null) }).ToListAsync(ct);
            var copiedIds = copies.Select(c => c.LetterId).Distinct().ToList();
            var copiedOn = await db.Letters.Where(l => copiedIds.Contains(l.Id)).Select(((Expression<Func<Letter, LetterItem, LetterWithId>>)((l, item) => new(l.Id, item))).With(LetterItem.From)).ToListAsync(ct);
            var nonReceipts = new List<NonReceiptFound>();
            foreach (var none in own.NonReceipts)
            {
                var cited = await db.Citations.Where(c => c.RecordId == none.CampaignId && (c.Field == none.Field || c.Field == "sent_on")).OrderBy(c => c.Position).Select(CitationItem.From).ToListAsync(ct);
                var sent = KnownDate.Of(none.SentOn, cited, "sent_on");
                nonReceipts.Add(new(none.Link, sent.On, sent.Basis, sent.AsReported, cited.FindAll(c => c.Field == none.Field)));
            }
            var responses = await db.Responses.Where(r => r.JurisdictionId == own.Id).OrderBy(r => r.Record.SortDate).ThenBy(r => r.Id).FirstAsync(MaxRows, ResponseItem.From, ct);
            var byOthers = await db.Responses.Where(r => r.Letter!.JurisdictionId == own.Id && r.JurisdictionId != own.Id).OrderBy(r => r.Record.SortDate).ThenBy(r => r.Id).FirstAsync(MaxRows, ResponseItem.From, ct);
            var statements = await db.Statements.Where(s => s.About.Any(a => a.RecordId == own.Id
                    || db.Letters.Any(l => l.JurisdictionId == own.Id && (l.Id == a.RecordId || l.CampaignId == a.RecordId))
                    || db.Copies.Any(c => c.JurisdictionId == own.Id && (c.LetterId == a.RecordId || c.CampaignId == a.RecordId))
                    || db.Responses.Any(r => r.JurisdictionId == own.Id && r.Id == a.RecordId)))
                .OrderBy(s => s.Record.SortDate).ThenBy(s => s.Id).Take(MaxRows).Select(StatementItem.From).ToListAsync(ct);
            var suits = db.Lawsuits.Where(l => l.PlaceId == own.Id || l.Parties.Any(p => p.JurisdictionId == own.Id)).OrderBy(l => l.Record.SortDate).ThenBy(l => l.Id).Take(MaxRows);
            var lawsuits = await suits.Select(LawsuitItem.From).ToListAsync(ct);
            var docket = await suits.SelectMany(l => l.Events, (l, e) => new { l.Record.Slug, Event = e }).OrderBy(e => e.Event.LawsuitId).ThenBy(e => e.Event.Position).Take(MaxRows)
                .Select(e => new DocketEvent(e.Slug, new LawsuitEventItem(e.Event.Key!, e.Event.HappenedOn, e.Event.Kind, e.Event.Summary))).ToListAsync(ct);
            return new(record, item, own.OtherNames, own.Within, contains, letters, copies.ConvertAll(c => new CopyReceived(copiedOn.First(l => l.Id == c.LetterId).Letter, c.Copy)),
                nonReceipts, responses, byOthers, statements, lawsuits, docket);
        }
    }

    private static Order<Jurisdiction> OrderOf(JurisdictionSort sort) => new(j => j.Record.SortTitle, sort == JurisdictionSort.NameDescending);

    private sealed record LetterWithId(int Id, LetterItem Letter);
}
