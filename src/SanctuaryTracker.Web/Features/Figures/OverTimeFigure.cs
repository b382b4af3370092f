using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>When a round was answered, by where those who answered stand towards it.</summary>
public static class OverTimeFigure
{
    internal static readonly (string Label, Func<Standing?, bool> Of)[] Lanes =
    [
        ("Recipients", s => s == Standing.Recipient), ("Copied", s => s == Standing.Copied),
        ("Other places and unnamed officials", s => s is Standing.NotRecipient or Standing.NotNamed or null), ("Associations", s => s == Standing.Association),
    ];

    public static Figure Of(Round round)
    {
        var campaign = round.Campaign;
        var lanes = new List<TimeLane>();
        if (campaign.SentOn is { } sent)
            lanes.Add(new("The letters", [new(sent, "federal", round.Subject.Path, $"The letters, sent {campaign.Sent.InWords}") { IsInferred = campaign.Sent.Basis == DateBasis.Inferred }]));
        foreach (var (label, of) in Lanes)
            if (round.Responses.Where(r => of(r.Standing)).ToList() is { Count: > 0 } responses)
                lanes.Add(new(label, [.. responses.Select(r => new TimeItem(r.MadeOn, r.Standing?.Mark() ?? "not-named", $"/responses/{r.Slug}", $"{r.Respondent}, {r.Made.InWords ?? "date not known"}: {r.Headline}") { IsInferred = r.Made.Basis == DateBasis.Inferred })]));
        List<TimeLine> due = campaign.ReplyDueOn is { } deadline ? [new(deadline, $"Reply due {deadline.InWords()}")] : [];
        var dated = round.Responses.Where(r => r.MadeOn is not null).ToList();
        var isEmpty = round.Responses.Count == 0 || dated.Count == 0;
        Drawing? Draw(bool isNarrow) => isEmpty ? null : new TimeLanes(lanes, due, isNarrow).Draw();
        return new(FigureKind.ResponsesOverTime, round.Subject, "When they answered",
            $"{Words.Count(round.Responses.Count, "response", "responses")}{(dated.Count > 0 ? $" from {dated.Min(r => r.MadeOn)!.Value.InWords()} to {dated.Max(r => r.MadeOn)!.Value.InWords()}" : "")}; of {round.Responses.Count - dated.Count} the day is not known. {(campaign.Sent.InWords is { } on ? $"The letters were sent on {on}." : "When the letters were sent is not known.")}",
            Draw(isNarrow: false), Draw(isNarrow: true), isEmpty ? [] : [.. StandingKeys.Of([.. round.Responses.Select(r => r.Standing)]), .. TimeKeys.Of(lanes)], isEmpty ? [] : [.. TimeKeys.Notes(lanes)],
            new("Responses in order of time", Columns, [.. round.Responses.OrderBy(r => r.MadeOn is null).Select(r => new FigureRow(
            [
                new(r.Headline, $"/responses/{r.Slug}"), FigureCell.Only(r.Slug), TimeKeys.Cell(r.Made), FigureCell.Only(r.MadeOnBasis), new(r.Respondent, r.Jurisdiction?.Path), FigureCell.Only(r.Jurisdiction?.Slug),
                new(Text.Sentence(StandingKeys.InWords(r)), Data: r.Standing?.ToString() ?? "", Mark: r.Standing?.Mark()), FigureCell.Only(r.StandingBasis), FigureCell.Only(string.Join(';', r.Kinds)), FigureCell.Only(r.Form),
            ], [.. ((IReadOnlyCollection<ICited>)r.Citations).For("made_on")]))]),
            round.Responses.Count == 0 ? new("No response is recorded.", "That is the state of this record, not a finding of silence.") : new("No day is known.", "No source gives the day of any response recorded."));
    }

    private static readonly FigureColumn[] Columns = [new("what", "What was said or done"), new("response"), new("date", "Date"), new("date_basis"), new("who", "By whom"), new("jurisdiction"), new("standing", "Standing"), new("standing_basis"), new("kinds"), new("form")];
}

/// <summary>What lanes of time have in common.</summary>
internal static class TimeKeys
{
    public static IEnumerable<string> Notes(IReadOnlyList<TimeLane> lanes)
    {
        var dates = lanes.SelectMany(l => l.Items).Select(i => i.On).ToList();
        if (dates.Exists(d => d is { } on && on.FirstDay != on.LastDay))
            yield return "What is known to the month or year alone is a bar over the whole of it.";
        if (dates.Contains(null))
            yield return "What has no day, stated or inferred, stands apart.";
    }

    public static FigureCell Cell(KnownDate day) => day.On is { } date ? new(day.InWords!, Data: date.Value) : new("date not known", Data: "", IsUnknown: true);

    public static IEnumerable<KeyItem> Of(IReadOnlyList<TimeLane> lanes)
    {
        var items = lanes.SelectMany(l => l.Items).ToList();
        if (items.Exists(i => i.Mark == "third-party"))
            yield return new([Marks.At(8, 8, 8, "third-party")], "A third party, or the press");
        if (items.Exists(i => i.On is { } on && on.FirstDay != on.LastDay))
            yield return new([new Box(1, 4, 14, 8, new("paper", "slate", 1.75))], "Some day within");
        if (items.Exists(i => i.On is { IsAbout: true }))
            yield return new([new Disc(8, 8, 6, new("paper", "slate", 1.75, 2.5))], "About that day");
        if (items.Exists(i => i.On is not null && i.IsInferred))
            yield return Marks.Inferred("Dotted: the day is inferred");
    }
}
