using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Search;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

/// <param name="First">A jurisdiction, by its slug or by words of its name that no other has.</param>
/// <param name="Second">The jurisdiction to compare it with.</param>
/// <param name="Third">Another.</param>
/// <param name="Fourth">Another.</param>
public sealed record PlacesFilter(string? First = null, string? Second = null, string? Third = null, string? Fourth = null)
{
    internal IEnumerable<(string Parameter, string? Place)> Asked => [("first", First), ("second", Second), ("third", Third), ("fourth", Fourth)];
}

/// <param name="First">A letter, by its slug or by words of its title that no other has.</param>
/// <param name="Second">The letter to compare it with.</param>
public sealed record LetterPairFilter(string? First = null, string? Second = null);

/// <summary>What one of two letters says in a field.</summary>
/// <param name="Value">As text; null if it is not known.</param>
/// <param name="IsOfRound">Whether the letter takes it from its round.</param>
/// <param name="Citations">What it rests on.</param>
public sealed record ComparedText(string? Value, bool IsOfRound, IReadOnlyList<CitationItem> Citations);

/// <summary>One field of two letters.</summary>
/// <param name="IsSame">Whether both are known and say the same, word for word.</param>
public sealed record ComparedField(string Field, bool IsSame, ComparedText First, ComparedText Second);

/// <summary>A letter itself, as its attached file has it.</summary>
/// <param name="Text">Page after page; as a machine read it, if the file is a scan.</param>
public sealed record LetterText(DocumentItem Document, string Text);

/// <summary>Two letters, field by field.</summary>
/// <param name="FirstText">Of the first attached file with a text that is open to all; null if there is none.</param>
/// <param name="SecondText">The same of the second letter.</param>
public sealed record LetterComparison(RecordLink First, RecordLink Second, IReadOnlyList<ComparedField> Fields, LetterText? FirstText, LetterText? SecondText);

/// <summary>A lawsuit linked to a letter or, if the letter's recipient is in it, to the letter's round.</summary>
/// <param name="Links">What it has to do with the letter or the round.</param>
public sealed record ChainedLawsuit(LawsuitItem Lawsuit, IReadOnlyList<LawsuitLinkItem> Links, IReadOnlyList<LawsuitEventItem> Events);

/// <summary>What followed from one letter.</summary>
/// <param name="Statements">The sending side's words about the whole round.</param>
public sealed record LetterChain(LetterDetail Letter, IReadOnlyList<StatementItem> Statements, IReadOnlyList<ChainedLawsuit> Lawsuits);

public static class CompareQueries
{
    private const int MaxRows = 200;
    private const int MaxPagesCompared = 20;
    private const int MaxNamed = 5;

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
                slugs.Add(await db.FindNamedAsync(RecordKind.Jurisdiction, place!, parameter, ct));
            }
            var places = new List<JurisdictionDetail>();
            foreach (var slug in slugs.Distinct())
                places.Add((await db.FindJurisdictionAsync(slug, ct))!);
            return places;
        }

        public async Task<LetterDetail?> FindLetterForFilterAsync(string? named, string parameter, CancellationToken ct) =>
            string.IsNullOrWhiteSpace(named) ? null : await db.FindLetterAsync(await db.FindNamedAsync(RecordKind.Letter, named, parameter, ct), ct);

        /// <summary>The slug of the record that is meant: by its slug, its whole title, or words that no other's title has.</summary>
        private async Task<string> FindNamedAsync(RecordKind kind, string named, string parameter, CancellationToken ct)
        {
            var (what, title) = (kind.ToString().ToLowerInvariant(), Text.Fold(Text.Tidy(named)));
            var records = db.Records.Where(r => r.Kind == kind);
            if (await records.Where(r => r.Slug == named || r.SortTitle == title).OrderByDescending(r => r.Slug == named).Select(r => r.Slug).FirstOrDefaultAsync(ct) is { } exact)
                return exact;
            if (kind == RecordKind.Jurisdiction && Nicknames.NameFor(title) is { } known && await db.Jurisdictions.AnyAsync(j => j.Name == known, ct))
                named = known;
            var words = Text.Words(named);
            var found = words.Length == 0 ? [] : await words.Aggregate(records, (left, word) => left.Where(r => r.SortTitle.Contains(word))).OrderBy(r => r.SortTitle).Take(MaxNamed).Select(r => new { r.Slug, r.Title }).ToListAsync(ct);
            return found.Count switch
            {
                1 => found[0].Slug,
                0 => throw new BadQueryException(parameter, $"There is no {what} “{named}”: give words of its title, or its slug, as in the address of its page."),
                _ => throw new BadQueryException(parameter, $"“{named}” can be more than one {what}, as {string.Join("; ", found.Select(r => r.Title))}. Give more of the title."),
            };
        }

        /// <summary>Two letters field by field, and their texts where they are attached.</summary>
        public async Task<LetterComparison> CompareLettersAsync(LetterDetail first, LetterDetail second, CancellationToken ct)
        {
            var (one, other) = (Texts(first), Texts(second));
            var fields = one.Keys.Where(field => one[field].Value is not null || other[field].Value is not null || field is not ("award_number" or "award_holder" or "closure" or "closed_on"))
                .Select(field => new ComparedField(field, one[field].Value is not null && one[field].Value == other[field].Value, one[field], other[field]));
            return new(Link(first), Link(second), [.. fields], await db.FindTextAsync(first, ct), await db.FindTextAsync(second, ct));
        }

        private async Task<LetterText?> FindTextAsync(LetterDetail letter, CancellationToken ct)
        {
            if (letter.Record.Documents.FirstOrDefault(d => !d.Held && d.Text is TextState.Extracted or TextState.Recognized) is not { } document)
                return null;
            var pages = await db.FilePages.Where(p => p.Sha256 == document.Sha256).OrderBy(p => p.Page).Take(MaxPagesCompared).Select(p => p.Text).ToListAsync(ct);
            return new(document, string.Join("\n\n", pages));
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

    /// <summary>What a letter says of its own, or takes from its round.</summary>
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
