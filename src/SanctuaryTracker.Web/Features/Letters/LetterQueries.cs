using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Search;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Letters;

public enum LetterSort { Newest, Oldest, Recipient }

/// <summary>Whether a reply is recorded. Overdue exists only where a deadline is, and ends when the sender closes the letter.</summary>
public enum ReplyStatus { Recorded, NotRecorded, Overdue }

/// <param name="Q">Words of the title, in any order: of the recipient, above all.</param>
/// <param name="Jurisdiction">The recipient's slug.</param>
/// <param name="Campaign">The round's slug.</param>
/// <param name="State">The recipient's state: USPS code.</param>
/// <param name="Identified">Whether the recipient is a known jurisdiction.</param>
/// <param name="Copied">The slug of a jurisdiction that was copied.</param>
/// <param name="KnownBy">How we know of the letter.</param>
/// <param name="Reply">Whether a formal reply is recorded; a remark to the press is none.</param>
/// <param name="Responded">Whether the recipient itself is recorded as having said or done something about the letter or its round, in any form.</param>
/// <param name="SentFrom">Sent on this date or later.</param>
/// <param name="SentTo">Sent on this date or earlier.</param>
/// <param name="Sort">The order.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Cursor">The page before's <c>next</c>.</param>
public sealed record LetterFilter(
    string? Q = null,
    string? Jurisdiction = null,
    string? Campaign = null,
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "Give a two-letter USPS code, such as WA.")] string? State = null,
    bool? Identified = null,
    string? Copied = null,
    [FromQuery(Name = "known_by")] LetterBasis? KnownBy = null,
    ReplyStatus? Reply = null,
    bool? Responded = null,
    [FromQuery(Name = "sent_from")] PartialDate? SentFrom = null,
    [FromQuery(Name = "sent_to")] PartialDate? SentTo = null,
    LetterSort Sort = LetterSort.Newest,
    [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit,
    Cursor? Cursor = null)
{
    /// <summary>The same question, of the whole list.</summary>
    internal LetterFilter Whole => this with { Sort = default, Limit = Paging.DefaultLimit, Cursor = null };
}

/// <summary>Which facts of a letter are not its own but its campaign's.</summary>
public sealed record FromCampaign(bool SentOn, bool Demand, bool Threat, bool ReplyDueOn)
{
    internal IEnumerable<string> Fields => new[] { (SentOn, "sent_on"), (Demand, "demand"), (Threat, "threat"), (ReplyDueOn, "reply_due_on") }.Where(f => f.Item1).Select(f => f.Item2);
}

/// <summary>A jurisdiction copied on a letter, and the key of the copy within it.</summary>
public sealed record CopiedPlace(string Key, RecordLink Jurisdiction);

/// <summary>One letter in a list.</summary>
/// <param name="Title">The recipient and the day, by which it is called.</param>
/// <param name="Recipient">The jurisdiction's name, or how an unidentified recipient is described.</param>
/// <param name="Jurisdiction">The recipient, if it is identified.</param>
/// <param name="State">The recipient's state, identified or not: USPS code.</param>
/// <param name="Geoid">The recipient's US Census Bureau code, as text.</param>
/// <param name="SentOn">The day on which it was sent or received, as a source says of it or of its campaign; the date that it bears only if the letter has been seen.</param>
/// <param name="SentOnBasis">How that day is known: stated, derived from a source's word such as “Wednesday”, or inferred; null if nothing is cited for it.</param>
/// <param name="SentOnAsReported">The source's word for that day.</param>
/// <param name="Demand">What it asks for: the letter's own, or its campaign's.</param>
/// <param name="Threat">What it warns of: the letter's own, or its campaign's.</param>
/// <param name="ReplyDueOn">The letter's own deadline, or its campaign's; null if none is known.</param>
/// <param name="HasNoDeadline">Whether a source says that there is none, or that none applies.</param>
/// <param name="FromCampaign">Which of these it takes from its campaign, because no source says them of the letter itself.</param>
/// <param name="Copied">The jurisdictions copied; a copy is never a receipt.</param>
/// <param name="Responses">How many responses of any form the recipient itself gave, to the letter or to its round; of an unidentified recipient, how many answer the letter.</param>
/// <param name="ResponsesByOthers">How many responses of others answer the letter.</param>
/// <param name="ReplyRecorded">Whether a formal reply or documents are recorded.</param>
public sealed record LetterItem(
    string Slug, string Title, string Recipient, RecordLink? Jurisdiction, string? State, string? Geoid, RecordLink? Campaign, PartialDate? SentOn, DateBasis? SentOnBasis, string? SentOnAsReported, string? Demand, string? Threat, PartialDate? ReplyDueOn, bool HasNoDeadline, FromCampaign FromCampaign,
    LetterBasis KnownBy, LetterClosure? Closure, IReadOnlyList<CopiedPlace> Copied, int Responses, int ResponsesByOthers, bool ReplyRecorded, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The recipient's reply, to the letter or to its round; of an unidentified recipient, any reply to the letter.</summary>
    internal static readonly Expression<Func<Letter, bool>> HasReply = l =>
        l.Responses.Any(r => (l.JurisdictionId == null || r.JurisdictionId == l.JurisdictionId) && (r.Form == ResponseForm.Reply || r.Form == ResponseForm.Documents))
        || l.CampaignId != null && l.Jurisdiction!.Responses.Any(r => r.AnswersId == l.CampaignId && (r.Form == ResponseForm.Reply || r.Form == ResponseForm.Documents));

    internal static readonly Expression<Func<Letter, bool>> HasNoReply = Not(HasReply);

    /// <summary>Whether the recipient itself said or did something about the letter or its round.</summary>
    internal static readonly Expression<Func<Letter, bool>> HasResponse = l =>
        l.Responses.Any(r => l.JurisdictionId == null || r.JurisdictionId == l.JurisdictionId) || l.CampaignId != null && l.Jurisdiction!.Responses.Any(r => r.CampaignId == l.CampaignId);

    internal static readonly Expression<Func<Letter, bool>> HasNoResponse = Not(HasResponse);

    internal static readonly Expression<Func<Letter, bool>> SaidNoDeadline = l => l.Record.None.Contains("reply_due_on") || l.Record.NotApplicable.Contains("reply_due_on");

    /// <summary>The letter's deadline, or its round's unless a source says that the letter has none.</summary>
    internal static readonly Expression<Func<Letter, PartialDate?>> DueOn = ((Expression<Func<Letter, bool, PartialDate?>>)((l, none) => none ? null : l.ReplyDueOn ?? l.Campaign!.ReplyDueOn)).With(SaidNoDeadline);

    internal static readonly Expression<Func<Letter, bool>> HasDeadline = ((Expression<Func<Letter, PartialDate?, bool>>)((_, due) => due != null)).With(DueOn);

    /// <summary>What the firmest citation of the day has for it: the letter's own, or the round's where the day is the round's.</summary>
    private static readonly Expression<Func<Letter, string?>> SentAsReported = l => l.SentOn != null
        ? l.Record.Citations.Where(c => c.Field == "sent_on" && c.Bearing == Bearing.Supports).OrderBy(c => c.Basis == Basis.Inferred).ThenBy(c => c.Position).Select(c => c.AsReported).FirstOrDefault()
        : l.Campaign!.Record.Citations.Where(c => c.Field == "sent_on" && c.Bearing == Bearing.Supports).OrderBy(c => c.Basis == Basis.Inferred).ThenBy(c => c.Position).Select(c => c.AsReported).FirstOrDefault();

    private static readonly Expression<Func<Letter, Basis?>> SentBasis = l => l.SentOn != null
        ? l.Record.Citations.Where(c => c.Field == "sent_on" && c.Bearing == Bearing.Supports).OrderBy(c => c.Basis == Basis.Inferred).Select(c => (Basis?)c.Basis).FirstOrDefault()
        : l.Campaign!.Record.Citations.Where(c => c.Field == "sent_on" && c.Bearing == Bearing.Supports).OrderBy(c => c.Basis == Basis.Inferred).Select(c => (Basis?)c.Basis).FirstOrDefault();

    /// <summary>A letter that is overdue has no reply recorded, either.</summary>
    internal static Expression<Func<Letter, ReplyStatus>> StatusOn(DateOnly today) =>
        ((Expression<Func<Letter, bool, bool, ReplyStatus>>)((l, isPastDue, isReplied) => isReplied ? ReplyStatus.Recorded : l.Closure == null && isPastDue ? ReplyStatus.Overdue : ReplyStatus.NotRecorded)).With(HasReply).With(LetterQueries.IsPastDue(today));

    internal static readonly Expression<Func<Letter, LetterItem>> From = ((Expression<Func<Letter, bool, PartialDate?, bool, string?, Basis?, LetterItem>>)((l, hasReply, dueOn, noDeadline, asReported, basis) => new(
        l.Record.Slug, l.Record.Title, l.Jurisdiction == null ? l.RecipientLabel! : l.Jurisdiction.Record.Title,
        l.Jurisdiction == null ? null : new RecordLink(RecordKind.Jurisdiction, l.Jurisdiction.Record.Slug, l.Jurisdiction.Record.Title),
        l.State, l.Jurisdiction!.Geoid, l.Campaign == null ? null : new RecordLink(RecordKind.Campaign, l.Campaign.Record.Slug, l.Campaign.Title),
        l.SentOn ?? l.Campaign!.SentOn, KnownDate.BasisOf(basis, asReported), asReported, l.Demand ?? l.Campaign!.Demand, l.Threat ?? l.Campaign!.Threat, dueOn, noDeadline,
        new FromCampaign(l.SentOn == null && l.Campaign!.SentOn != null, l.Demand == null && l.Campaign!.Demand != null, l.Threat == null && l.Campaign!.Threat != null, l.ReplyDueOn == null && dueOn != null), l.KnownBy, l.Closure,
        l.Copies.Where(c => c.Jurisdiction != null).OrderBy(c => c.Position).Select(c => new CopiedPlace(c.Key!, new RecordLink(RecordKind.Jurisdiction, c.Jurisdiction!.Record.Slug, c.Jurisdiction.Record.Title))).ToList(),
        l.JurisdictionId == null ? l.Responses.Count : l.Responses.Count(r => r.JurisdictionId == l.JurisdictionId && (l.CampaignId == null || r.CampaignId != l.CampaignId)) + (l.CampaignId == null ? 0 : l.Jurisdiction.Responses.Count(r => r.CampaignId == l.CampaignId)),
        l.JurisdictionId == null ? 0 : l.Responses.Count(r => r.JurisdictionId != l.JurisdictionId), hasReply, l.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(Site.Evidence.From).ToList()))).With(SentBasis).With(SentAsReported).With(SaidNoDeadline).With(DueOn).With(HasReply);

    internal KnownDate Sent => new(SentOn, SentOnBasis, SentOnAsReported);

    /// <summary>Whether its deadline has passed without a reply, and the sender has not closed it: as the list's filter has it.</summary>
    internal bool IsOverdue(DateOnly today) => !ReplyRecorded && Closure is null && ReplyDueOn?.LastDay < today;

    /// <summary>Where the recipient stands towards the round: <c>Recipient</c>; null if it is not identified.</summary>
    public Standing? Standing => Jurisdiction is null ? null : Model.Standing.Recipient;

    /// <summary>The list of the recipient's own responses.</summary>
    internal string ResponsesAddress => Jurisdiction is not { } place ? $"/responses?letter={Slug}" : $"/responses?jurisdiction={place.Slug}&{(Campaign is { } round ? $"campaign={round.Slug}" : $"letter={Slug}")}";

    /// <summary>“No formal reply recorded; 1 response of its own, 1 of others”.</summary>
    internal string AnswerInWords => (ReplyRecorded ? "A formal reply is recorded" : "No formal reply recorded")
        + $"; {(Responses == 0 ? "no response of its own" : Words.Count(Responses, "response of its own", "responses of its own"))}{(ResponsesByOthers > 0 ? $", {ResponsesByOthers} of others" : "")}";

    private static Expression<Func<Letter, bool>> Not(Expression<Func<Letter, bool>> condition) =>
        Expression.Lambda<Func<Letter, bool>>(Expression.Not(condition.Body), condition.Parameters);
}

/// <summary>A person copied on a letter.</summary>
public sealed record CopyItem(string Key, string? Person, string? Office, RecordLink? Jurisdiction);

/// <summary>One letter, with its copies, what answered it and its citations.</summary>
/// <param name="OwnDemand">What it asks for, where that differs from the campaign's.</param>
/// <param name="OwnThreat">What it warns of, where that differs from the campaign's.</param>
/// <param name="OwnSentOn">Its own day, where a source gives one.</param>
/// <param name="CampaignCitations">The campaign's citations, on which rests what the letter takes from it.</param>
/// <param name="OwnReplyDueOn">Its own deadline, where a source gives one.</param>
/// <param name="Responses">What answers the letter itself, whoever gave it.</param>
/// <param name="OnRound">What the recipient said or did about the round, not about the letter itself; nothing, if it is not identified.</param>
public sealed record LetterDetail(
    RecordInfo Record, LetterItem Letter, string? Subject, string? OwnDemand, string? OwnThreat, string? Addressee, string? Signatory,
    string? AwardNumber, string? AwardHolder, PartialDate? OwnSentOn, PartialDate? OwnReplyDueOn, PartialDate? ClosedOn,
    IReadOnlyList<CopyItem> Copies, IReadOnlyList<CitationItem> CampaignCitations, IReadOnlyList<ResponseItem> Responses, IReadOnlyList<ResponseItem> OnRound, IReadOnlyList<StatementItem> Statements, IReadOnlyList<RecordLink> Lawsuits);

public static class LetterQueries
{
    extension(TrackerDb db)
    {
        public async Task<Paged<LetterItem>> ListLettersAsync(LetterFilter filter, DateOnly today, CancellationToken ct, UntilChanged? kept = null) =>
            await (await db.MatchingLettersAsync(filter, today, ct)).ToPageAsync(filter.Sort, OrderOf(filter.Sort), filter.Limit, filter.Cursor, LetterItem.From, ct, kept is null ? null : count => kept.TotalAsync(filter.Whole, count, ct, today));

        public async Task<IAsyncEnumerable<LetterItem>> AllLettersAsync(LetterFilter filter, DateOnly today, CancellationToken ct) =>
            (await db.MatchingLettersAsync(filter, today, ct)).ToAllAsync(OrderOf(filter.Sort), LetterItem.From, ct);

        internal async Task<IQueryable<Letter>> MatchingLettersAsync(LetterFilter filter, DateOnly today, CancellationToken ct)
        {
            var place = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Jurisdiction, "jurisdiction", ct);
            var campaign = await db.IdForFilterAsync(RecordKind.Campaign, filter.Campaign, "campaign", ct);
            var copied = await db.IdForFilterAsync(RecordKind.Jurisdiction, filter.Copied, "copied", ct);
            var letters = db.Asked(filter.Q);
            if (place is not null)
                letters = letters.Where(l => l.JurisdictionId == place);
            if (campaign is not null)
                letters = letters.Where(l => l.CampaignId == campaign);
            if (copied is not null)
                letters = letters.Where(l => l.Copies.Any(c => c.JurisdictionId == copied));
            if (filter.State is { } state)
                letters = letters.Where(l => l.State == state);
            if (filter.Identified is { } identified)
                letters = letters.Where(l => l.JurisdictionId != null == identified);
            if (filter.KnownBy is { } basis)
                letters = letters.Where(l => l.KnownBy == basis);
            if (filter.Responded is { } responded)
                letters = letters.Where(responded ? LetterItem.HasResponse : LetterItem.HasNoResponse);
            if (filter.SentFrom?.Value.TrimEnd('~') is { } first)
                letters = letters.Where(l => string.Compare(l.Record.SortDate, first) >= 0);
            if (filter.SentTo is { } to)
                letters = letters.Where(l => l.Record.SortDate != "" && string.Compare(l.Record.SortDate, to.Value + "~") <= 0);
            return filter.Reply switch
            {
                ReplyStatus.Recorded => letters.Where(LetterItem.HasReply),
                ReplyStatus.NotRecorded => letters.Where(LetterItem.HasNoReply),
                ReplyStatus.Overdue => letters.Where(l => l.Closure == null && (l.ReplyDueOn != null || l.Campaign!.ReplyDueOn != null)).Where(LetterItem.HasNoReply).Where(IsPastDue(today)),
                _ => letters,
            };
        }

        /// <summary>By words of the title; also by the day in figures, which titles have in words, and by what the recipient is called besides its name.</summary>
        private IQueryable<Letter> Asked(string? q)
        {
            if (PartialDate.TryParse(q, null, out var day))
                return db.Letters.Titled(day.InWords());
            var part = Text.Fold(Text.Tidy(q ?? ""));
            return Nicknames.NameFor(part) is { } known ? db.Letters.Where(l => l.Record.SortTitle.Contains(part) || l.Jurisdiction!.Name == known) : db.Letters.Titled(q);
        }

        public async Task<LetterDetail?> FindLetterAsync(string slug, CancellationToken ct)
        {
            if (await db.FindRecordAsync(RecordKind.Letter, slug, ct) is not { } record)
                return null;
            var letters = db.Letters.Where(l => l.Record.Slug == slug);
            var item = await letters.Select(LetterItem.From).SingleAsync(ct);
            var own = await letters.Select(l => new
            {
                l.Id, l.JurisdictionId, l.CampaignId, l.Subject, l.Demand, l.Threat, l.Addressee, l.Signatory, l.AwardNumber, l.AwardHolder, l.SentOn, l.ReplyDueOn, l.ClosedOn,
                Copies = l.Copies.OrderBy(c => c.Position).Select(c => new CopyItem(c.Key!, c.Person, c.Office,
                    c.Jurisdiction == null ? null : new RecordLink(RecordKind.Jurisdiction, c.Jurisdiction.Record.Slug, c.Jurisdiction.Record.Title))).ToList(),
                CampaignCitations = l.Campaign!.Record.Citations.AsQueryable().OrderBy(c => c.Position).Select(CitationItem.From).ToList(),
            }).SingleAsync(ct);
            var responses = await db.Responses.Where(r => r.LetterId == own.Id).OrderBy(r => r.Record.SortDate).ThenBy(r => r.Id).Select(ResponseItem.From).ToListAsync(ct);
            var onRound = own.JurisdictionId is null || own.CampaignId is null ? []
                : await db.Responses.Where(r => r.JurisdictionId == own.JurisdictionId && r.CampaignId == own.CampaignId && r.LetterId != own.Id).OrderBy(r => r.Record.SortDate).ThenBy(r => r.Id).Select(ResponseItem.From).ToListAsync(ct);
            var statements = await db.Statements.Where(s => s.About.Any(a => a.RecordId == own.Id)).OrderBy(s => s.Record.SortDate).ThenBy(s => s.Id).Select(StatementItem.From).ToListAsync(ct);
            var lawsuits = await db.Lawsuits.Where(l => l.Links.Any(link => link.RecordId == own.Id)).OrderBy(l => l.Id)
                .Select(l => new RecordLink(RecordKind.Lawsuit, l.Record.Slug, l.Record.Title)).ToListAsync(ct);
            return new(record, item, own.Subject, own.Demand, own.Threat, own.Addressee, own.Signatory,
                own.AwardNumber, own.AwardHolder, own.SentOn, own.ReplyDueOn, own.ClosedOn, own.Copies, own.CampaignCitations, responses, onRound, statements, lawsuits);
        }
    }

    private static Order<Letter> OrderOf(LetterSort sort) => sort switch
    {
        LetterSort.Newest => new(l => l.Record.SortDate, Descending: true),
        LetterSort.Oldest => new(l => l.Record.SortDate),
        _ => new(l => l.Record.SortTitle),
    };

    /// <summary>A deadline known to the month or year has passed when the whole of it has.</summary>
    internal static Expression<Func<Letter, bool>> IsPastDue(DateOnly today)
    {
        PartialDate day = PartialDate.Parse($"{today:yyyy-MM-dd}", null), month = PartialDate.Parse($"{today:yyyy-MM}", null), year = PartialDate.Parse($"{today:yyyy}", null);
        return ((Expression<Func<Letter, PartialDate?, bool>>)((_, due) => due < day && due != month && due != year)).With(LetterItem.DueOn);
    }
}
