using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A jurisdiction's and a lawsuit's timeline, with both sides' acts.</summary>
public static class StoryFigures
{
    private sealed record Happened(KnownDate Day, string Lane, string Mark, string What, RecordLink Record, IReadOnlyList<ICited> Evidence)
    {
        public PartialDate? On => Day.On;
    }

    public static Figure Of(JurisdictionDetail detail) => Draw(FigureKind.Timeline, new(RecordKind.Jurisdiction, detail.Record.Slug, detail.Record.Title), "What happened, in order of time",
        [.. detail.Events().Select(e => new Happened(e.Day, e.Side switch { "federal" or "none" => Federal, "places" => "Places that answer", "court" => Court, _ => Others }, e.Mark, e.Record.Title, e.Record, e.Evidence))]);

    public static Figure Of(LawsuitDetail detail, IReadOnlyList<ResponseItem> responses, IReadOnlyList<StatementItem> statements)
    {
        var suit = new RecordLink(RecordKind.Lawsuit, detail.Record.Slug, detail.Record.Title);
        IReadOnlyList<ICited> For(string field) => [.. detail.Record.For(field)];
        var happened = new List<Happened>();
        if (detail.Lawsuit.FiledOn is not null && detail.Events.All(e => e.Kind != LawsuitEventKind.Complaint))
            happened.Add(new(detail.Lawsuit.Filed, Court, "court", "Filed", suit, For("filed_on")));
        happened.AddRange(detail.Events.Select(e => new Happened(new(e.HappenedOn, null, null), Court, "court", $"{e.Kind.InWords()}: {e.Summary}", suit, For($"events/{e.Key}"))));
        if (detail.Lawsuit.Status is { } status)
            happened.Add(new(detail.Lawsuit.StatusSeen, Court, "court", $"Reported as {status.InWords().ToLowerInvariant()}", suit, For("status")));
        happened.AddRange(responses.Select(r => new Happened(r.Made, "Places that answer", r.Standing?.Mark() ?? "not-named", r.Headline, new(RecordKind.Response, r.Slug, r.Headline), r.Citations)));
        happened.AddRange(statements.Select(s => new Happened(s.Made, s.Side == StatementSide.Federal ? Federal : Others, s.Side.Mark(), s.Headline, new(RecordKind.Statement, s.Slug, s.Headline), s.Citations)));
        return Draw(FigureKind.Docket, suit, "The case, in order of time", happened);
    }

    private const string Federal = "The sending side", Court = "In court", Others = "Others";

    private static Figure Draw(FigureKind kind, RecordLink subject, string title, List<Happened> happened)
    {
        var lanes = happened.GroupBy(h => h.Lane).OrderBy(g => Array.IndexOf([Federal, "Places that answer", Court, Others], g.Key))
            .Select(g => new TimeLane(g.Key, [.. g.Select(h => new TimeItem(h.On, h.Mark, h.Record.Path, $"{h.Day.InWords ?? "Date not known"}, {h.Lane.ToLowerInvariant()}: {h.What}") { IsInferred = h.Day.Basis == DateBasis.Inferred })])).ToList();
        var dated = happened.Where(h => h.On is not null).ToList();
        Drawing? Lanes(bool isNarrow) => dated.Count == 0 ? null : new TimeLanes(lanes, [], isNarrow).Draw();
        var marks = happened.Select(h => h.Mark).ToHashSet(StringComparer.Ordinal);
        IEnumerable<KeyItem> standings = new[] { Standing.Recipient, Standing.Copied, Standing.NotRecipient, Standing.Association, Standing.NotNamed }.Where(s => marks.Contains(s.Mark()))
            .Select(s => new KeyItem([Marks.At(8, 8, 8, s)], s switch { Standing.Recipient => "A recipient", Standing.Copied => "Copied", Standing.NotRecipient => "Did not receive the letter", Standing.Association => "An association", _ => "Not named as a recipient" }));
        return new(kind, subject, title,
            $"{Words.Count(happened.Count, "event is", "events are")} recorded{(dated.Count > 0 ? $", {Words.Span(dated.Min(h => h.On)!.Value, dated.Max(h => h.On)!.Value)}" : "")}: {string.Join("; ", lanes.Select(l => $"{l.Label.ToLowerInvariant()}, {l.Items.Count}"))}.{(dated.Count < happened.Count ? $" Of {happened.Count - dated.Count} the date is not known." : "")}",
            Lanes(isNarrow: false), Lanes(isNarrow: true), dated.Count == 0 ? [] : [.. TimeKeys.Of(lanes), .. standings], dated.Count == 0 ? [] : [.. TimeKeys.Notes(lanes)],
            new("Events in order of time", Columns, [.. happened.OrderBy(h => h.On?.Value ?? "~", StringComparer.Ordinal).Select(h => new FigureRow(
                [new(h.What, h.Record.Path), FigureCell.Only($"{h.Record.Kind.Path}/{h.Record.Slug}"), TimeKeys.Cell(h.Day), FigureCell.Only(h.Day.Basis), new(h.Lane, Mark: h.Mark)], h.Evidence))]),
            happened.Count == 0 ? new("Nothing is recorded.", "No letter, answer, suit or statement.") : new("No date is known.", "No source gives the date of anything recorded."), SaysMuch: dated.Select(h => h.On).Distinct().Count() > 1);
    }

    private static readonly FigureColumn[] Columns = [new("what", "What happened"), new("record"), new("date", "Date"), new("date_basis"), new("side", "Side")];
}
