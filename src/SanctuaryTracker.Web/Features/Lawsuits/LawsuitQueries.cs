using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Lawsuits;

public enum LawsuitSort { Newest, Oldest, Name }

/// <param name="Q">Words of the title, in any order.</param>
/// <param name="Jurisdiction">The slug of a jurisdiction that is a party, or where the suit is reported.</param>
/// <param name="Campaign">The slug of a campaign that the case challenges, cites, precedes or follows.</param>
/// <param name="Direction">Who sues whom.</param>
/// <param name="Status">The latest status known.</param>
/// <param name="Court">CourtListener id.</param>
/// <param name="Docket">A docket number, however its year and serial are written.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record LawsuitFilter(
    string? Q = null,
    string? Jurisdiction = null,
    string? Campaign = null,
    LawsuitDirection? Direction = null,
    LawsuitStatus? Status = null,
    string? Court = null,
    string? Docket = null,
    LawsuitSort Sort = LawsuitSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>One lawsuit in a list.</summary>
/// <param name="Title">The case name or, until it is known, the place as reported.</param>
/// <param name="Place">Where the suit is reported: not who sues.</param>
/// <param name="Court">CourtListener id.</param>
/// <param name="StatusOn">The day on which the status was so.</param>
/// <param name="Parties">How many parties are recorded.</param>
public sealed record LawsuitItem(
    string Slug, int Version, string Title, string? CaseName, string? PlaceReported, RecordLink? Place, string? Court, string? DocketNumber, PartialDate? FiledOn,
    LawsuitStatus? Status, PartialDate? StatusOn, LawsuitDirection Direction, string? AtStake, int Parties, IReadOnlyList<Evidence> Evidence)
{
    internal KnownDate Filed => KnownDate.Of(FiledOn, Evidence, "filed_on");

    internal KnownDate StatusSeen => KnownDate.Of(StatusOn, Evidence, "status_on");

    /// <summary>“Pending on 24 January 2018 (inferred)”; null if it is not known.</summary>
    internal string? StatusInWords => Status is { } status ? $"{status.InWords()}{(StatusSeen.InWords is { } on ? $" on {on}" : "")}" : null;

    /// <summary>How the day of the filing is known: stated, derived from a source's word, or inferred; null if nothing is cited for it.</summary>
    public DateBasis? FiledOnBasis => Filed.Basis;

    /// <summary>How the day of the status is known.</summary>
    public DateBasis? StatusOnBasis => StatusSeen.Basis;

    /// <summary>Whether who sues whom is stated or inferred; null if it is not known, or follows from the parties.</summary>
    public Basis? DirectionBasis => Direction == LawsuitDirection.Unknown ? null
        : Evidence.Where(e => e.Field == "direction" && e.Bearing == Bearing.Supports).OrderBy(e => e.Basis == Basis.Inferred).Select(e => (Basis?)e.Basis).FirstOrDefault();

    internal static readonly Expression<Func<Lawsuit, LawsuitItem>> From = l => new(
        l.Record.Slug, l.Record.Version, l.Record.Title, l.CaseName, l.PlaceReported,
        l.Place == null ? null : new RecordLink(RecordKind.Jurisdiction, l.Place.Record.Slug, l.Place.Record.Title),
        l.Court, l.DocketNumber, l.FiledOn, l.Status, l.StatusOn, l.Direction, l.AtStake, l.Parties.Count,
        l.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(Site.Evidence.From).ToList());
}

/// <summary>A party and its role.</summary>
public sealed record PartyItem(string Key, string Name, RecordLink? Jurisdiction, PartyRole Role);

/// <summary>A dated event.</summary>
public sealed record LawsuitEventItem(string Key, PartialDate? HappenedOn, LawsuitEventKind Kind, string Summary);

/// <summary>What the case has to do with a campaign or letter.</summary>
public sealed record LawsuitLinkItem(string Key, LawsuitLinkKind Kind, RecordLink Record);

/// <summary>What the case has to do with another.</summary>
public sealed record RelatedCaseItem(string Key, RelatedCaseKind Kind, RecordLink Lawsuit);

/// <summary>One lawsuit, with its parties, events, links and citations.</summary>
public sealed record LawsuitDetail(
    RecordInfo Record, LawsuitItem Lawsuit, IReadOnlyList<PartyItem> Parties, IReadOnlyList<LawsuitEventItem> Events, IReadOnlyList<LawsuitLinkItem> Links,
    IReadOnlyList<RelatedCaseItem> RelatedCases, IReadOnlyList<RecordLink> Responses, IReadOnlyList<RecordLink> Statements);

public static class LawsuitQueries
{
    extension(TrackerDb db)
    {
        public async Task<Paged<LawsuitItem>> ListLawsuitsAsync(LawsuitFilter filter, CancellationToken ct) =>
            await (await db.MatchingLawsuitsAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, LawsuitItem.From, ct);

        public async Task<IAsyncEnumerable<LawsuitItem>> AllLawsuitsAsync(LawsuitFilter filter, CancellationToken ct) =>
            (await db.MatchingLawsuitsAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), LawsuitItem.From, ct);

        internal async Task<IQueryable<Lawsuit>> MatchingLawsuitsAsync(LawsuitFilter filter, CancellationToken ct)
        {
            var place = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Jurisdiction, "jurisdiction", ct);
            var campaign = await db.IdForFilterAsync(RecordKind.Campaign, filter.Campaign, "campaign", ct);
            var lawsuits = db.Lawsuits.Titled(filter.Q);
            if (place is not null)
                lawsuits = lawsuits.Where(l => l.PlaceId == place || l.Parties.Any(p => p.JurisdictionId == place));
            if (campaign is not null)
                lawsuits = lawsuits.Where(l => l.Links.Any(link => link.RecordId == campaign));
            if (filter.Direction is { } direction)
                lawsuits = lawsuits.Where(l => l.Direction == direction);
            if (filter.Status is { } status)
                lawsuits = lawsuits.Where(l => l.Status == status);
            if (filter.Court is { } court)
                lawsuits = lawsuits.Where(l => l.Court == court);
            if (Lawsuit.KeyOf(filter.Docket) is { } docket)
                lawsuits = lawsuits.Where(Lawsuit.IsOnDocket(docket));
            return lawsuits;
        }

        public async Task<LawsuitDetail?> FindLawsuitAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Lawsuit, slug, ct) is not { } record)
                return null;
            var lawsuits = db.Lawsuits.Where(l => l.Record.Slug == slug);
            var item = await lawsuits.Select(LawsuitItem.From).SingleAsync(ct);
            var own = await lawsuits.Select(l => new
            {
                l.Id,
                Parties = l.Parties.OrderBy(p => p.Position).Select(p => new PartyItem(p.Key!, p.Jurisdiction == null ? p.Name! : p.Jurisdiction.Record.Title,
                    p.Jurisdiction == null ? null : new RecordLink(RecordKind.Jurisdiction, p.Jurisdiction.Record.Slug, p.Jurisdiction.Record.Title), p.Role)).ToList(),
                Events = l.Events.OrderBy(e => e.Position).Select(e => new LawsuitEventItem(e.Key!, e.HappenedOn, e.Kind, e.Summary)).ToList(),
                Links = l.Links.OrderBy(k => k.Position).Select(k => new LawsuitLinkItem(k.Key!, k.Kind, new RecordLink(k.Record.Kind, k.Record.Slug, k.Record.Title))).ToList(),
                RelatedCases = l.RelatedCases.OrderBy(r => r.Position).Select(r => new RelatedCaseItem(r.Key!, r.Kind, new RecordLink(RecordKind.Lawsuit, r.Other.Record.Slug, r.Other.Record.Title))).ToList(),
            }).SingleAsync(ct);
            var responses = await db.Responses.Where(r => r.AnswersId == own.Id).OrderBy(r => r.Id).Select(r => new RecordLink(RecordKind.Response, r.Record.Slug, r.Record.Title)).ToListAsync(ct);
            var statements = await db.Statements.Where(s => s.About.Any(a => a.RecordId == own.Id)).OrderBy(s => s.Id).Select(s => new RecordLink(RecordKind.Statement, s.Record.Slug, s.Record.Title)).ToListAsync(ct);
            return new(record, item, own.Parties, own.Events, own.Links, own.RelatedCases, responses, statements);
        }
    }

    private static Order<Lawsuit> OrderOf(LawsuitSort sort) => sort switch
    {
        LawsuitSort.Newest => new(l => l.Record.SortDate, Descending: true),
        LawsuitSort.Oldest => new(l => l.Record.SortDate),
        _ => new(l => l.Record.SortTitle),
    };
}
