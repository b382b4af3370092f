using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

/// <param name="First">A jurisdiction, by its slug or by its whole name.</param>
/// <param name="Second">The jurisdiction to compare it with.</param>
/// <param name="Third">Another.</param>
/// <param name="Fourth">Another.</param>
public sealed record PlacesFilter(string? First = null, string? Second = null, string? Third = null, string? Fourth = null)
{
    internal IEnumerable<(string Parameter, string? Place)> Asked => [("first", First), ("second", Second), ("third", Third), ("fourth", Fourth)];
}

/// <param name="First">The slug of a letter.</param>
/// <param name="Second">The slug of the letter to compare it with.</param>
public sealed record LetterPairFilter(string? First = null, string? Second = null);

/// <summary>What one of two letters says in a field.</summary>
/// <param name="Value">As text; null if it is not known.</param>
/// <param name="IsOfRound">Whether the letter takes it from its round.</param>
/// <param name="Citations">What it rests on.</param>
public sealed record ComparedText(string? Value, bool IsOfRound, IReadOnlyList<CitationItem> Citations);

/// <summary>One field of two letters.</summary>
/// <param name="IsSame">Whether both are known and say the same, word for word.</param>
public sealed record ComparedField(string Field, bool IsSame, ComparedText First, ComparedText Second);

/// <summary>Two letters, field by field.</summary>
public sealed record LetterComparison(RecordLink First, RecordLink Second, IReadOnlyList<ComparedField> Fields);

/// <summary>A lawsuit linked to a letter or, if the letter's recipient is in it, to the letter's round.</summary>
/// <param name="Links">What it has to do with the letter or the round.</param>
public sealed record ChainedLawsuit(LawsuitItem Lawsuit, IReadOnlyList<LawsuitLinkItem> Links, IReadOnlyList<LawsuitEventItem> Events);

/// <summary>What followed from one letter.</summary>
/// <param name="Statements">The sending side's words about the whole round.</param>
public sealed record LetterChain(LetterDetail Letter, IReadOnlyList<StatementItem> Statements, IReadOnlyList<ChainedLawsuit> Lawsuits);

public static class CompareQueries
{
    private const int MaxRows = 200;

    extension(TrackerDb db)
    {
        /// <summary>The first records of a kind by title, to choose from; any other can be typed.</summary>
        public async Task<IReadOnlyList<Choice>> ListChoicesAsync(RecordKind kind, CancellationToken ct) =>
            await db.Records.Where(r => r.Kind == kind).OrderBy(r => r.SortTitle).ThenBy(r => r.Id).Take(Paging.MaxLimit).Select(r => new Choice(r.Slug, r.Title)).ToListAsync(ct);

        /// <summary>The places to compare, in the order given; a 400 that names one there is not.</summary>
        public async Task<IReadOnlyList<JurisdictionDetail>> FindPlacesAsync(PlacesFilter filter, CancellationToken ct)
        {
            var slugs = new List<string>();
            foreach (var (parameter, place) in filter.Asked.Where(asked => !string.IsNullOrWhiteSpace(asked.Place)))
            {
                var name = Text.Fold(Text.Tidy(place!));
                var found = await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && (r.Slug == place || r.SortTitle == name)).OrderByDescending(r => r.Slug == place).Select(r => r.Slug).FirstOrDefaultAsync(ct);
                slugs.Add(found ?? throw new BadQueryException(parameter, $"There is no jurisdiction “{place}”: give its slug, as in the address of its page, or its whole name, as “Seattle, Washington”."));
            }
            var places = new List<JurisdictionDetail>();
            foreach (var slug in slugs.Distinct())
                places.Add((await db.FindJurisdictionAsync(slug, ct))!);
            return places;
        }

        public async Task<LetterDetail?> FindLetterForFilterAsync(string? slug, string parameter, CancellationToken ct)
        {
            await db.IdForFilterAsync(RecordKind.Letter, slug, parameter, ct);
            return slug is null ? null : await db.FindLetterAsync(slug, ct);
        }

        public async Task<LetterChain?> FindChainAsync(string slug, CancellationToken ct)
        {
            if (await db.FindLetterAsync(slug, ct) is not { } letter)
                return null;
            var (round, recipient) = (letter.Letter.Campaign?.Slug, letter.Letter.Jurisdiction?.Slug);
            var statements = await db.Statements.Where(s => s.Side == StatementSide.Federal && s.About.Any(a => a.Record.Kind == RecordKind.Campaign && a.Record.Slug == round) && !s.About.Any(a => a.Record.Kind == RecordKind.Letter && a.Record.Slug == slug))
                .OrderBy(s => s.Record.SortDate).ThenBy(s => s.Id).Take(MaxRows).Select(StatementItem.From).ToListAsync(ct);
            var suits = await db.Lawsuits.Where(l => l.Links.Any(k => k.Record.Kind == RecordKind.Letter && k.Record.Slug == slug
                    || recipient != null && k.Record.Kind == RecordKind.Campaign && k.Record.Slug == round && (l.Place!.Record.Slug == recipient || l.Parties.Any(p => p.Jurisdiction!.Record.Slug == recipient))))
                .OrderBy(l => l.Record.SortDate).ThenBy(l => l.Id).Take(MaxRows).Select(l => l.Record.Slug).ToListAsync(ct);
            var chained = new List<ChainedLawsuit>();
            foreach (var suit in suits)
                if (await db.FindLawsuitAsync(suit, ct) is { } found)
                    chained.Add(new(found.Lawsuit, [.. found.Links.Where(k => k.Record.Slug == (k.Record.Kind == RecordKind.Letter ? slug : round))], found.Events));
            return new(letter, statements, chained);
        }
    }

    /// <summary>Two letters field by field: what each says of its own, or takes from its round.</summary>
    public static LetterComparison Compare(LetterDetail first, LetterDetail second)
    {
        var (one, other) = (Texts(first), Texts(second));
        return new(Link(first), Link(second), [.. one.Keys.Where(field => one[field].Value is not null || other[field].Value is not null || field is not ("award_number" or "award_holder" or "closure" or "closed_on"))
            .Select(field => new ComparedField(field, one[field].Value is not null && one[field].Value == other[field].Value, one[field], other[field]))]);
    }

    private static Dictionary<string, ComparedText> Texts(LetterDetail detail)
    {
        var letter = detail.Letter;
        return new()
        {
            ["sent_on"] = Of("sent_on", detail.OwnSentOn?.Value, letter.SentOn?.Value),
            ["subject"] = Of("subject", detail.Subject, detail.Subject),
            ["demand"] = Of("demand", detail.OwnDemand, letter.Demand),
            ["threat"] = Of("threat", detail.OwnThreat, letter.Threat),
            ["reply_due_on"] = Of("reply_due_on", detail.OwnReplyDueOn?.Value, letter.ReplyDueOn?.Value),
            ["addressee"] = Of("addressee", detail.Addressee, detail.Addressee),
            ["signatory"] = Of("signatory", detail.Signatory, detail.Signatory),
            ["copies"] = new(detail.Copies.Count == 0 ? null : string.Join("; ", detail.Copies.Select(c => string.Join(", ", new[] { c.Person, c.Office, c.Jurisdiction?.Title }.OfType<string>()))), false, [.. detail.Record.Citations.Where(c => c.Field?.StartsWith("copies", StringComparison.Ordinal) is true)]),
            ["known_by"] = Of("known_by", letter.KnownBy.InWords(), letter.KnownBy.InWords()),
            ["award_number"] = Of("award_number", detail.AwardNumber, detail.AwardNumber),
            ["award_holder"] = Of("award_holder", detail.AwardHolder, detail.AwardHolder),
            ["closure"] = Of("closure", letter.Closure?.InWords(), letter.Closure?.InWords()),
            ["closed_on"] = Of("closed_on", detail.ClosedOn?.Value, detail.ClosedOn?.Value),
        };

        ComparedText Of(string field, string? own, string? shown)
        {
            var said = detail.Record.None.Contains(field) ? "none" : detail.Record.NotApplicable.Contains(field) ? "not applicable" : null;
            var isOfRound = said is null && own is null && shown is not null;
            var value = said ?? shown;
            return new(value, isOfRound, value is null ? [] : isOfRound ? [.. detail.CampaignCitations.Where(c => c.Field == field)] : [.. detail.Record.For(field)]);
        }
    }

    private static RecordLink Link(LetterDetail detail) => new(RecordKind.Letter, detail.Record.Slug, detail.Record.Title);
}
