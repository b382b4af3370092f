using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Statements;

public enum StatementSort { Newest, Oldest, Headline }

/// <param name="Q">Words of the headline, in any order.</param>
/// <param name="Side">Who speaks: the sending side, a third party, or a source in its own voice.</param>
/// <param name="Speaker">A part of the speaker's name, or of the attribution.</param>
/// <param name="Campaign">The slug of a campaign it is about.</param>
/// <param name="Jurisdiction">The slug of a jurisdiction it is about.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record StatementFilter(
    string? Q = null,
    StatementSide? Side = null,
    string? Speaker = null,
    string? Campaign = null,
    string? Jurisdiction = null,
    StatementSort Sort = StatementSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null);

/// <summary>One statement.</summary>
/// <param name="Headline">In our words.</param>
/// <param name="Speaker">The person, if the source names one.</param>
/// <param name="Office">As of that day.</param>
/// <param name="Attribution">The attribution the source gives where it names no person.</param>
/// <param name="Summary">In our words.</param>
/// <param name="About">What it is about.</param>
public sealed record StatementItem(
    string Slug, string Headline, StatementSide Side, string? Speaker, string? Office, string? Attribution, PartialDate? MadeOn, string? Summary,
    IReadOnlyList<RecordLink> About, IReadOnlyList<CitationItem> Citations)
{
    internal KnownDate Made => KnownDate.Of(MadeOn, Citations, "made_on");

    /// <summary>How the day is known: stated, derived from a source's word such as “Wednesday”, or inferred; null if nothing is cited for it.</summary>
    public DateBasis? MadeOnBasis => Made.Basis;

    /// <summary>The source's word for the day.</summary>
    public string? MadeOnAsReported => Made.AsReported;

    internal static readonly Expression<Func<Statement, StatementItem>> From = s => new(
        s.Record.Slug, s.Headline, s.Side, s.Speaker, s.Office, s.Attribution, s.MadeOn, s.Summary,
        s.About.OrderBy(a => a.RecordId).Select(a => new RecordLink(a.Record.Kind, a.Record.Slug, a.Record.Title)).ToList(),
        s.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(CitationItem.From).ToList());
}

/// <summary>One statement, with its citations and what answered it.</summary>
public sealed record StatementDetail(RecordInfo Record, StatementItem Statement, IReadOnlyList<RecordLink> Responses);

public static class StatementQueries
{
    extension(TrackerDb db)
    {
        public async Task<Paged<StatementItem>> ListStatementsAsync(StatementFilter filter, CancellationToken ct) =>
            await (await db.MatchingStatementsAsync(filter, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, StatementItem.From, ct);

        public async Task<IAsyncEnumerable<StatementItem>> AllStatementsAsync(StatementFilter filter, CancellationToken ct) =>
            (await db.MatchingStatementsAsync(filter, ct)).ToAllAsync(OrderOf(filter.Sort), StatementItem.From, ct);

        internal async Task<IQueryable<Statement>> MatchingStatementsAsync(StatementFilter filter, CancellationToken ct)
        {
            var campaign = await db.IdForFilterAsync(RecordKind.Campaign, filter.Campaign, "campaign", ct);
            var place = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Jurisdiction, "jurisdiction", ct);
            var statements = db.Statements.Titled(filter.Q);
            if (filter.Side is { } side)
                statements = statements.Where(s => s.Side == side);
            if (filter.Speaker is { } speaker)
            {
                var speakers = Text.WithPart(await db.Statements.Select(s => (s.Speaker ?? s.Attribution)!).Distinct().ToListAsync(ct), speaker);
                statements = statements.Where(s => speakers.Contains((s.Speaker ?? s.Attribution)!));
            }
            if (campaign is not null)
                statements = statements.Where(s => s.About.Any(a => a.RecordId == campaign));
            if (place is not null)
                statements = statements.Where(s => s.About.Any(a => a.RecordId == place));
            return statements;
        }

        public async Task<StatementDetail?> FindStatementAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Statement, slug, ct) is not { } record)
                return null;
            var item = await db.Statements.Where(s => s.Record.Slug == slug).Select(StatementItem.From).SingleAsync(ct);
            var responses = await db.Responses.Where(r => r.Answers!.Kind == RecordKind.Statement && r.Answers.Slug == slug).OrderBy(r => r.Id)
                .Select(r => new RecordLink(RecordKind.Response, r.Record.Slug, r.Record.Title)).ToListAsync(ct);
            return new(record, item, responses);
        }
    }

    private static Order<Statement> OrderOf(StatementSort sort) => sort switch
    {
        StatementSort.Newest => new(s => s.Record.SortDate, Descending: true),
        StatementSort.Oldest => new(s => s.Record.SortDate),
        _ => new(s => s.Record.SortTitle),
    };
}
