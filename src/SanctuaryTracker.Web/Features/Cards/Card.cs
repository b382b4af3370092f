using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Home;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Sources;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Cards;

/// <summary>What a shared link shows of a record: its own facts, as its page tells them.</summary>
/// <param name="Side">Whose act it is, as in the style sheet: federal, places, court, third; null for a place or a source.</param>
/// <param name="Lines">Facts, each short enough for a line or two.</param>
public sealed record Card(string Kicker, string? Side, string Title, IReadOnlyList<string> Lines, string Foot);

public static class CardQueries
{
    extension(TrackerDb db)
    {
        /// <summary>The card of the front page.</summary>
        public async Task<Card> FindFrontCardAsync(DateOnly today, CancellationToken ct)
        {
            var front = await db.FindFrontPageAsync(today, ct);
            var foot = $"Record as of {PartialDate.Of(today).InWords()}";
            return front.Campaign is not { Campaign: var campaign }
                ? new("The public record of the letters", null, "Nothing is recorded yet", [], foot)
                : new($"Where things stand: {campaign.Title}", "federal", campaign.RecipientsReported is { } reported ? $"{Words.Number(reported)} were reported to have been sent the letter. {Words.Number(campaign.RecipientsNamed)} can be named{(campaign.ByInference is { } inferred ? $", {inferred}" : "")}." : campaign.NamedInWords, [$"{Words.Count(campaign.Responses, "response", "responses")}, {Words.Count(front.Answers!.Replies, "formal reply", "formal replies")} recorded", front.LawsuitsInWords], foot);
        }

        public async Task<Card?> FindCardAsync(RecordKind kind, string slug, CancellationToken ct) => kind switch
        {
            RecordKind.Jurisdiction => await db.FindJurisdictionAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Campaign => await db.FindCampaignAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Letter => await db.FindLetterAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Response => await db.FindResponseAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Statement => await db.FindStatementAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Lawsuit => await db.FindLawsuitAsync(slug, ct) is { } found ? Of(found) : null,
            RecordKind.Source => await db.FindSourceAsync(slug, new(), ct) is { } found ? Of(found) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static Card Of(JurisdictionDetail detail) => new("Jurisdiction", detail.Jurisdiction.Letters > 0 ? "places" : null, detail.Record.Title,
    [
        string.Join("; ", detail.Jurisdiction.Standing.Select(s => s switch
        {
            PlaceStanding.Recipient => $"Received {Words.Count(detail.Jurisdiction.Letters, "letter", "letters")}{(detail.Jurisdiction.IsRecipientByInference ? ", by inference" : "")}",
            PlaceStanding.Copied => "Copied on a letter to another",
            PlaceStanding.NotRecipient => "Did not receive a letter, a source says",
            _ => "Not named as a recipient",
        })),
        detail.Jurisdiction.Responses.Count == 0 ? "No response recorded" : $"{Words.Count(detail.Jurisdiction.Responses.Count, "response", "responses")} recorded: {detail.Jurisdiction.Responses[0].Headline}",
        detail.Jurisdiction.CourtInWords ?? "No lawsuit recorded",
    ], Foot(detail.Record));

    private static Card Of(CampaignDetail detail) => new("A round of letters", "federal", detail.Record.Title,
        [detail.Campaign.NamedInWords, $"{Words.Count(detail.Campaign.Copied, "place", "places")} copied; {Words.Count(detail.Campaign.Responses, "response", "responses")} recorded", Day("Sent", detail.Campaign.Sent)], Foot(detail.Record));

    private static Card Of(LetterDetail detail) => new("Letter", "federal", detail.Record.Title,
    [
        Day("Sent", detail.Letter.Sent),
        detail.Letter.Copied.Count == 0 ? "No copy recorded" : $"Copied: {string.Join("; ", detail.Letter.Copied.Select(c => c.Jurisdiction.Title))}",
        detail.Letter.AnswerInWords,
    ], Foot(detail.Record));

    private static Card Of(ResponseDetail detail) => new($"Response of {detail.Response.Respondent}", "places", detail.Response.Headline,
        [.. Quoted(detail.Record), string.Join("; ", detail.Response.Speakers.Select(s => s.Office is { } office ? $"{s.Name}, {office}" : s.Name)), detail.Response.Made.InWords ?? "The source does not date it"], Foot(detail.Record));

    private static Card Of(StatementDetail detail) => new(detail.Statement.Side.InWords(), detail.Statement.Side == StatementSide.Federal ? "federal" : "third", detail.Statement.Headline,
        [.. Quoted(detail.Record), $"{detail.Statement.Speaker ?? detail.Statement.Attribution}{(detail.Statement.Office is { } office ? $", {office}" : "")}", detail.Statement.Made.InWords ?? "The source does not date it"], Foot(detail.Record));

    private static Card Of(LawsuitDetail detail) => new("In court", "court", detail.Lawsuit.Title,
    [
        detail.Lawsuit.StatusInWords ?? "Status not known",
        detail.Lawsuit.DocketNumber is { } docket ? $"{detail.Lawsuit.Court} {docket}".Trim() : "Court and docket number not known",
        detail.Lawsuit.Direction.InWords() + (detail.Lawsuit.DirectionBasis == Basis.Inferred ? " (inferred)" : ""),
    ], Foot(detail.Record));

    private static Card Of(SourceDetail detail) => new(detail.Source.Kind.InWords(), null, detail.Record.Title,
        [detail.Source.Publisher, Day("Published", new(detail.Source.PublishedOn, null, null)), $"{Words.Count(detail.Source.Citations, "citation rests", "citations rest")} on it"], Foot(detail.Record));

    private static IEnumerable<string> Quoted(RecordInfo record) => record.Citations.SelectMany(c => c.Quotations).Take(1).Select(q => $"“{q}”");

    private static string Day(string what, KnownDate day) => day.InWords is { } on ? $"{what} {on}" : "Date not known";

    private static string Foot(RecordInfo record) => $"Version {record.Version}, {PartialDate.Of(DateOnly.FromDateTime(record.ChangedAt)).InWords()}";
}
