using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

/// <summary>How a letter's chain is told: in order of time, what is not dated at the end.</summary>
public static class Chain
{
    public static IReadOnlyList<StoryEvent> Events(this LetterChain chain) =>
        [.. Unsorted(chain).OrderBy(e => e.On?.Value ?? "~", StringComparer.Ordinal).ThenBy(e => e.Record.Kind switch { RecordKind.Letter => 0, RecordKind.Statement => 1, RecordKind.Lawsuit => 2, _ => 3 })];

    private static IEnumerable<StoryEvent> Unsorted(LetterChain chain)
    {
        var (detail, letter) = (chain.Letter, chain.Letter.Letter);
        RecordLink link = new(RecordKind.Letter, detail.Record.Slug, detail.Record.Title);
        yield return new(letter.Sent, "federal", $"The sending side, to {letter.Recipient}", "federal", link, Words.Ended(letter.Demand is { } demand ? $"It asks for: {Words.Within(demand)}" : "What it asks for is not known"),
            [.. letter.Evidence.Where(e => e.Field is null or "jurisdiction" or "recipient_label" or "sent_on" or "demand" or "campaign")], []);
        foreach (var copy in detail.Copies)
            yield return new(letter.Sent, "places", $"Copied{(copy.Jurisdiction is { } place ? $": {place.Title}" : "")}", "copied", copy.Jurisdiction ?? link, "A copy is not a receipt.",
                [.. detail.Record.For($"copies/{copy.Key}")], [string.Join(", ", new[] { copy.Person, copy.Office }.OfType<string>())]);
        foreach (var response in detail.Responses)
            yield return Told(response, response.Form is ResponseForm.Reply or ResponseForm.Documents ? "answers this letter" : "speaks of this letter");
        foreach (var response in detail.OnRound)
            yield return Told(response, "on the whole round");
        foreach (var statement in detail.Statements)
            yield return Told(statement, "on this letter");
        foreach (var statement in chain.Statements)
            yield return Told(statement, "on the whole round");
        foreach (var (suit, links, events) in chain.Lawsuits)
        {
            var relation = string.Join(", ", links.Select(k => $"{k.Kind.InWords().ToLowerInvariant()} the {(k.Record.Kind == RecordKind.Letter ? "letter" : "round")}"));
            foreach (var happened in Story.InCourt(suit, $"In court: {(suit.FiledOn is null ? "" : "filed, ")}{relation}", events))
                yield return happened;
        }
    }

    private static StoryEvent Told(ResponseItem response, string relation) =>
        new(response.Made, "places", $"{response.Respondent}{(response.StandingInWords is { } standing ? $", {standing}" : "")}: {relation}", response.Standing?.Mark() ?? "not-named",
            new(RecordKind.Response, response.Slug, response.Headline), response.Summary, response.Citations, [.. response.Speakers.Select(s => $"{s.Name}{(s.Office is { } office ? $", {office}" : "")}")]);

    private static StoryEvent Told(StatementItem statement, string relation) =>
        new(statement.Made, statement.Side == StatementSide.Federal ? "federal" : "third", $"{statement.Side.InWords()}: {relation}", statement.Side.Mark(),
            new(RecordKind.Statement, statement.Slug, statement.Headline), statement.Summary, statement.Citations, [$"{statement.Speaker ?? statement.Attribution}{(statement.Office is { } office ? $", {office}" : "")}"]);
}
