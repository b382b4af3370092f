using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

public enum ResponseSort { Newest, Oldest, Headline }

/// <param name="Q">Words of the headline or of the respondent's name, in any order.</param>
/// <param name="Jurisdiction">The slug of the jurisdiction that answered.</param>
/// <param name="Campaign">The slug of the round answered.</param>
/// <param name="Letter">The slug of the letter answered.</param>
/// <param name="Kind">What was said or done.</param>
/// <param name="Form">How it was made; only a reply or documents answer a letter.</param>
/// <param name="Standing">Where who answers stands towards the round: the first that fits.</param>
/// <param name="Named">Whether the respondent is named: a place or an association, not officials whom the source leaves unnamed.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record ResponseFilter(
    string? Q = null,
    string? Jurisdiction = null,
    string? Campaign = null,
    string? Letter = null,
    ResponseKind? Kind = null,
    ResponseForm? Form = null,
    Standing? Standing = null,
    bool? Named = null,
    ResponseSort Sort = ResponseSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null)
{
    /// <summary>The same question, of the whole list.</summary>
    internal ResponseFilter Whole => this with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
}

/// <summary>Who spoke, with the office held that day.</summary>
public sealed record SpeakerItem(string Key, string Name, string? Office);

/// <summary>One response.</summary>
/// <param name="Headline">In our words.</param>
/// <param name="Respondent">The jurisdiction's name, the association's, or unnamed officials in the source's words.</param>
/// <param name="Jurisdiction">The jurisdiction, if one answered.</param>
/// <param name="Geoid">The jurisdiction's US Census Bureau code, as text.</param>
/// <param name="Standing">Derived from letters, copies and non-receipts; null for unnamed officials.</param>
/// <param name="StandingBasis">Whether a source states that a recipient was sent a letter, or we infer it; null for other standings.</param>
/// <param name="Answers">The letter, campaign, statement or lawsuit answered; null if not known.</param>
/// <param name="Campaign">The round of letters answered, itself or in a letter or statement of it.</param>
/// <param name="Occasion">What was boycotted or attended.</param>
/// <param name="Summary">In our words.</param>
public sealed record ResponseItem(
    string Slug, string Headline, string Respondent, RecordLink? Jurisdiction, string? Geoid, IReadOnlyList<SpeakerItem> Speakers, Standing? Standing, Basis? StandingBasis, RecordLink? Answers, RecordLink? Campaign,
    ResponseForm Form, IReadOnlyList<ResponseKind> Kinds, string? Occasion, PartialDate? MadeOn, string? Summary, IReadOnlyList<CitationItem> Citations)
{
    internal KnownDate Made => KnownDate.Of(MadeOn, Citations, "made_on");

    /// <summary>How the day is known: stated, derived from a source's word such as “Wednesday”, or inferred; null if nothing is cited for it.</summary>
    public DateBasis? MadeOnBasis => Made.Basis;

    /// <summary>The source's word for the day.</summary>
    public string? MadeOnAsReported => Made.AsReported;

    /// <summary>A copy is never a receipt, and silence is no non-receipt.</summary>
    /// <remarks>Each question stands alone, so that each finds its index: in one, they would have all letters of a place read.</remarks>
    internal static readonly Expression<Func<Response, Standing?>> StandingOf = r =>
        r.Association != null ? Model.Standing.Association
        : r.JurisdictionId == null ? null
        : r.Letter!.JurisdictionId == r.JurisdictionId || r.CampaignId != null && r.Jurisdiction!.Letters.Any(l => l.CampaignId == r.CampaignId) || r.CampaignId == null && r.LetterId == null && r.Jurisdiction!.Letters.Any() ? Model.Standing.Recipient
        : r.Letter.Copies.Any(c => c.JurisdictionId == r.JurisdictionId) || r.CampaignId != null && r.Jurisdiction!.Copies.Any(c => c.CampaignId == r.CampaignId) || r.CampaignId == null && r.LetterId == null && r.Jurisdiction!.Copies.Any() ? Model.Standing.Copied
        : r.Jurisdiction!.NonReceipts.Any(n => n.CampaignId == r.CampaignId || r.CampaignId == null && r.LetterId == null) ? Model.Standing.NotRecipient
        : Model.Standing.NotNamed;

    /// <summary>Of a recipient: inferred if no letter that makes it one is stated.</summary>
    private static readonly Expression<Func<Response, Standing?, Basis?>> StandingBasisOf = (r, standing) =>
        standing != Model.Standing.Recipient ? null
        : r.Letter!.JurisdictionId == r.JurisdictionId && r.Letter.KnownBy != LetterBasis.Inferred || r.CampaignId != null && r.Jurisdiction!.Letters.Any(l => l.CampaignId == r.CampaignId && l.KnownBy != LetterBasis.Inferred)
            || r.CampaignId == null && r.LetterId == null && r.Jurisdiction!.Letters.Any(l => l.KnownBy != LetterBasis.Inferred) ? Basis.Stated
        : Basis.Inferred;

    /// <summary>“received (inferred)”; null for unnamed officials.</summary>
    internal string? StandingInWords => Standing is { } standing ? standing.InWords().ToLowerInvariant() + (StandingBasis == Basis.Inferred ? " (inferred)" : "") : null;

    internal static readonly Expression<Func<Response, ResponseItem>> From = ((Expression<Func<Response, Standing?, Basis?, ResponseItem>>)((r, standing, basis) => new(
        r.Record.Slug, r.Headline, r.Jurisdiction == null ? r.Association ?? r.Officials! : r.Jurisdiction.Record.Title,
        r.Jurisdiction == null ? null : new RecordLink(RecordKind.Jurisdiction, r.Jurisdiction.Record.Slug, r.Jurisdiction.Record.Title), r.Jurisdiction!.Geoid,
        r.Speakers.OrderBy(s => s.Position).Select(s => new SpeakerItem(s.Key!, s.Name, s.Office)).ToList(), standing, basis,
        r.Answers == null ? null : new RecordLink(r.Answers.Kind, r.Answers.Slug, r.Answers.Title),
        r.Campaign == null ? null : new RecordLink(RecordKind.Campaign, r.Campaign.Record.Slug, r.Campaign.Title),
        r.Form, r.Kinds, r.Occasion, r.MadeOn, r.Summary, r.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(CitationItem.From).ToList()))).With(StandingBasisOf.With(StandingOf)).With(StandingOf);
}

/// <summary>How many responses to a round are of one day, one standing and the same kinds.</summary>
public sealed record AlikeResponses(PartialDate? MadeOn, Standing? Standing, IReadOnlyList<ResponseKind> Kinds, int Count);

/// <summary>One response, with its citations.</summary>
public sealed record ResponseDetail(RecordInfo Record, ResponseItem Response, IReadOnlyList<RecordLink> Statements);

public static class ResponseQueries
{
    extension(TrackerDb db)
    {
        public async Task<Paged<ResponseItem>> ListResponsesAsync(ResponseFilter filter, CancellationToken ct, UntilChanged? kept = null) =>
            await (await db.MatchingResponsesAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, ResponseItem.From, ct, kept is null ? null : count => kept.TotalAsync(filter.Whole, count, ct));

        public async Task<IAsyncEnumerable<ResponseItem>> AllResponsesAsync(ResponseFilter filter, CancellationToken ct) =>
            (await db.MatchingResponsesAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), ResponseItem.From, ct);

        internal async Task<IQueryable<Response>> MatchingResponsesAsync(ResponseFilter filter, CancellationToken ct)
        {
            var place = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Jurisdiction, "jurisdiction", ct);
            var campaign = await db.IdForFilterAsync(RecordKind.Campaign, filter.Campaign, "campaign", ct);
            var letter = await db.IdForFilterAsync(RecordKind.Letter, filter.Letter, "letter", ct);
            IQueryable<Response> responses = db.Responses;
            foreach (var word in Text.Words(filter.Q))
                responses = responses.Where(r => r.Record.SortTitle.Contains(word) || r.Jurisdiction!.Record.SortTitle.Contains(word));
            if (place is not null)
                responses = responses.Where(r => r.JurisdictionId == place);
            if (campaign is not null)
                responses = responses.Where(r => r.CampaignId == campaign);
            if (letter is not null)
                responses = responses.Where(r => r.LetterId == letter);
            if (filter.Kind is { } kind)
                responses = responses.Where(r => r.Kinds.Contains(kind));
            if (filter.Form is { } form)
                responses = responses.Where(r => r.Form == form);
            if (filter.Named is { } named)
                responses = responses.Where(r => r.Officials == null == named);
            if (filter.Standing is { } standing)
                responses = responses.Where(((Expression<Func<Response, Standing?, bool>>)((_, its) => its == standing)).With(ResponseItem.StandingOf));
            return responses;
        }

        /// <summary>All responses to a round, counted in the database.</summary>
        internal async Task<IReadOnlyList<AlikeResponses>> CountResponsesAsync(int? campaign, CancellationToken ct)
        {
            var alike = await db.Responses.Where(r => r.CampaignId == campaign).Select(((Expression<Func<Response, Standing?, Told>>)((r, standing) => new Told { MadeOn = r.MadeOn, Standing = standing, Kinds = r.Kinds })).With(ResponseItem.StandingOf))
                .GroupBy(r => new { r.MadeOn, r.Standing, r.Kinds }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            return alike.ConvertAll(a => new AlikeResponses(a.Key.MadeOn, a.Key.Standing, a.Key.Kinds, a.Count));
        }

        public async Task<ResponseDetail?> FindResponseAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Response, slug, ct) is not { } record)
                return null;
            var item = await db.Responses.Where(r => r.Record.Slug == slug).Select(ResponseItem.From).SingleAsync(ct);
            var statements = await db.Statements.Where(s => s.About.Any(a => a.Record.Kind == RecordKind.Response && a.Record.Slug == slug)).OrderBy(s => s.Id)
                .Select(s => new RecordLink(RecordKind.Statement, s.Record.Slug, s.Record.Title)).ToListAsync(ct);
            return new(record, item, statements);
        }
    }

    private sealed class Told
    {
        public PartialDate? MadeOn { get; init; }
        public Standing? Standing { get; init; }
        public required List<ResponseKind> Kinds { get; init; }
    }

    private static Order<Response> OrderOf(ResponseSort sort) => sort switch
    {
        ResponseSort.Newest => new(r => r.Record.SortDate, Descending: true),
        ResponseSort.Oldest => new(r => r.Record.SortDate),
        _ => new(r => r.Record.SortTitle),
    };
}
