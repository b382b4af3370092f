using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

/// <summary>One thing that happened, on a jurisdiction's timeline.</summary>
/// <param name="Side">The side whose act it is, as in the style sheet: federal, places, court, third.</param>
public sealed record StoryEvent(
    KnownDate Day, string Side, string SideInWords, string Mark, RecordLink Record, string? Text, IReadOnlyList<ICited> Evidence, IReadOnlyList<string> Notes)
{
    public PartialDate? On => Day.On;
}

/// <summary>Something a reader would ask that the record does not answer.</summary>
/// <param name="Kind">“Not known”, or “None recorded”: two things.</param>
public sealed record Gap(string Question, string Answer, string Kind);

/// <summary>How a jurisdiction's page tells its record: in order of time, and what is not known beside it.</summary>
public static class Story
{
    public static IReadOnlyList<StoryEvent> Events(this JurisdictionDetail detail) =>
        [.. Unsorted(detail).OrderBy(e => e.On?.Value ?? "~", StringComparer.Ordinal).ThenBy(e => e.Record.Kind switch { RecordKind.Letter => 0, RecordKind.Campaign => 1, RecordKind.Statement => 2, RecordKind.Lawsuit => 3, _ => 4 })];

    public static IEnumerable<Gap> Gaps(this JurisdictionDetail detail)
    {
        var place = detail.Jurisdiction;
        if (place.Kind == JurisdictionKind.Unknown)
            yield return new("Which government is meant", $"More than one government has the name {place.Name}; the sources do not say which is meant.", "Not known");
        if (detail.Letters.Count == 0 && detail.NonReceipts.Count == 0)
            yield return new("Whether it was sent a letter", detail.Copies.Count > 0
                ? "It was copied on another’s letter. No source says whether it was sent one of its own."
                : "No source names it as a recipient. Not every recipient is named, so it may still be one.", "Not known");
        foreach (var letter in detail.Letters.Where(l => l.ReplyDueOn is null && !l.HasNoDeadline))
            yield return new("Reply deadline", $"No source gives one for the {letter.Title[..1].ToLowerInvariant()}{letter.Title[1..]}, so no reply can be called overdue.", "Not known");
        if (detail.Letters.Any(l => !l.ReplyRecorded))
            yield return new("A formal reply", detail.Responses.Count > 0 ? "Officials have spoken; no reply to the letter itself, and no documents handed over, are recorded." : "No reply and no documents handed over are recorded. That is the state of this record, not a finding of silence.", "None recorded");
        if (detail.Letters.Count > 0 && detail.Responses.Count == 0)
            yield return new("What its officials say", "No source at hand quotes anyone speaking for it.", "None recorded");
        if (detail.Lawsuits.Count == 0)
            yield return new("A lawsuit", "None is recorded with this place as a party, or reported there.", "None recorded");
        foreach (var suit in detail.Lawsuits.Where(l => l.Parties == 0))
            yield return new("Who sues in the suit reported here", suit.Direction == LawsuitDirection.Unknown ? "The sources give the place, not the parties, nor who sues whom."
                : $"The sources give the place, not the parties. The direction is inferred: {suit.Direction.InWords().ToLowerInvariant()}.", "Not known");
    }

    private static IEnumerable<StoryEvent> Unsorted(JurisdictionDetail detail)
    {
        var name = detail.Jurisdiction.Name;
        foreach (var letter in detail.Letters)
            yield return new(letter.Sent, "federal", "The sending side", "federal", Link(letter), LetterText(letter), [.. letter.Evidence.Where(e => e.Field is null or "jurisdiction" or "sent_on" or "demand" or "threat")],
                [.. letter.Copied.Select(c => $"Copied: {c.Jurisdiction.Title}")]);
        foreach (var received in detail.Copies)
            yield return new(received.Letter.Sent, "federal", $"The sending side, copied to {name}", "copied", Link(received.Letter),
                $"{string.Join(", ", new[] { received.Copy.Person, received.Copy.Office }.OfType<string>())} was copied on this letter. A copy is not a receipt.", [.. received.Letter.Evidence.Where(e => e.Field == $"copies/{received.Copy.Key}")], []);
        foreach (var none in detail.NonReceipts)
            yield return new(none.Sent, "none", "This round’s letter", "not-received", none.Campaign, $"A source says that {name} did not receive this round’s letter. That is more than silence.", none.Citations, []);
        foreach (var response in detail.Responses.Concat(detail.ResponsesByOthers))
            yield return new(response.Made, "places", Respondent(response, detail), response.Standing?.Mark() ?? "not-named",
                new(RecordKind.Response, response.Slug, response.Headline), response.Summary, response.Citations, [.. response.Speakers.Select(s => $"{s.Name}{(s.Office is { } o ? $", {o}" : "")}")]);
        foreach (var statement in detail.Statements.Where(s => s.Side == StatementSide.Federal || s.About.Any(a => a.Kind == RecordKind.Jurisdiction && a.Slug == detail.Record.Slug)))
            yield return new(statement.Made, statement.Side == StatementSide.Federal ? "federal" : "third", $"{statement.Side.InWords()}, {Scope(statement, detail)}", statement.Side.Mark(),
                new(RecordKind.Statement, statement.Slug, statement.Headline), statement.Summary, statement.Citations, [$"{statement.Speaker ?? statement.Attribution}{(statement.Office is { } o ? $", {o}" : "")}"]);
        foreach (var suit in detail.Lawsuits)
            foreach (var happened in InCourt(suit, suit.Parties == 0 ? "A suit reported here" : suit.FiledOn is null ? "In court" : "In court: filed", detail.Docket.Where(d => d.Lawsuit == suit.Slug).Select(d => d.Event)))
                yield return happened;
    }

    /// <summary>A case, and what happened in it; the complaint on the day of its filing is the case itself.</summary>
    internal static IEnumerable<StoryEvent> InCourt(LawsuitItem suit, string words, IEnumerable<LawsuitEventItem> events)
    {
        RecordLink docket = new(RecordKind.Lawsuit, suit.Slug, suit.Title);
        yield return new(suit.FiledOn is null ? suit.StatusSeen : suit.Filed, "court", words, "court", docket, suit.AtStake, suit.Evidence, suit.StatusInWords is { } status ? [status] : []);
        foreach (var happened in events.Where(e => e.Kind != LawsuitEventKind.Complaint || e.HappenedOn is null || e.HappenedOn != suit.FiledOn))
            yield return new(new(happened.HappenedOn, null, null), "court", $"In court: {happened.Kind.InWords().ToLowerInvariant()}", "court", docket, happened.Summary,
                [.. suit.Evidence.Where(e => e.Field == (suit.Evidence.Any(own => own.Field == $"events/{happened.Key}") ? $"events/{happened.Key}" : null))], []);
    }

    private static string LetterText(LetterItem letter) =>
        (letter.Campaign is { } campaign ? $"One of the round “{campaign.Title}”. " : "")
        + (letter.Demand is { } demand ? $"It asks for: {Words.Within(demand).TrimEnd('.')}. " : "") + (letter.Threat is { } threat ? $"It warns of: {Words.Within(threat).TrimEnd('.')}. " : "") + letter.KnownBy switch
        {
            LetterBasis.DocumentSeen => "The letter itself has been seen.",
            LetterBasis.Reported => "The letter is known by report.",
            _ => "That this place was sent one is inferred.",
        };

    private static string Respondent(Features.Responses.ResponseItem response, JurisdictionDetail detail) =>
        response.Jurisdiction?.Slug == detail.Record.Slug ? detail.Jurisdiction.Name : $"{response.Respondent}{(response.Standing == Standing.Copied ? ", copied" : "")}";

    private static string Scope(Features.Statements.StatementItem statement, JurisdictionDetail detail) =>
        statement.About.Any(a => a.Kind == RecordKind.Jurisdiction && a.Slug == detail.Record.Slug) ? "on this place"
        : statement.About.Any(a => a.Kind == RecordKind.Campaign) ? "on the whole round" : "on what is recorded here";

    private static RecordLink Link(LetterItem letter) => new(RecordKind.Letter, letter.Slug, letter.Title);
}
