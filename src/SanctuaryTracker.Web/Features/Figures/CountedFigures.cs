using SanctuaryTracker.Model;
using SanctuaryTracker.Site;
using static SanctuaryTracker.Features.Figures.DeadlineFigure;

namespace SanctuaryTracker.Features.Figures;

/// <summary>The figures of a round that has too many letters or responses for a mark each: counts by state, kind, day and outcome, with the lists behind them.</summary>
public static class CountedFigures
{
    public static Figure[] Of(CountedRound round, DateOnly today) => [.. new[] { Map(round), Answers(round), OverTime(round), Deadline(round, today) }.Select(figure => figure with { CountedFrom = round.Sources })];

    private static Figure Map(CountedRound round)
    {
        var states = round.States.OrderBy(s => s.State is null).ThenByDescending(s => s.Letters).ThenBy(s => s.State, StringComparer.Ordinal).ToList();
        string Name(LettersOfState of) => of.State is { } state ? States.NameOf(state) ?? state : "State not known";
        string ListOf(LettersOfState of) => $"{LettersOf(round)}&state={of.State}";
        var outside = states.Where(s => s.State is null || !UsMap.States.ContainsKey(s.State)).Sum(s => s.Letters);
        Drawing Draw(bool isNarrow) => new CountedMap(states.FindAll(s => s.State is not null && UsMap.States.ContainsKey(s.State)), ListOf, isNarrow).Draw();
        return new(FigureKind.Map, round.Subject, "Where the letters went",
            $"Map of the United States. {Words.Count(round.Letters, "letter is", "letters are")} recorded, by state of the recipient: {string.Join("; ", states.Select(s => $"{Name(s)}, {s.Letters:N0}"))}.",
            Draw(isNarrow: false), Draw(isNarrow: true), [new([new Box(1, 2, 14, 12, MapDrawing.SelfInk)], "At least one letter; the number says how many")],
            [
                $"Letters of this round on record: {round.Letters:N0}, too many for a mark each. Each number leads to its letters; where a number had no room, the table has it. Places that were copied only are not on this map.",
                .. outside > 0 ? new[] { $"A state left plain is not known to be free of letters: {Words.Count(outside, "letter", "letters")} went to recipients whose state is not known, or not on this map." } : [],
            ],
            new("Letters by state", [new("place", "State"), new("state"), new("letters", "Letters"), new("unidentified", "To recipients not identified")],
            [
                .. states.Select(s => new FigureRow([new(Name(s), s.State is null ? null : ListOf(s)), FigureCell.Only(s.State), Counted(s.Letters), Counted(s.Unidentified)], [])),
            ]));
    }

    private static Figure Answers(CountedRound round)
    {
        var kinds = round.Responses.SelectMany(r => r.Kinds.Distinct(), (r, kind) => (Kind: kind, r.Standing, r.Count)).GroupBy(r => r.Kind)
            .Select(g => (Kind: g.Key, Count: g.Sum(r => r.Count), ByRecipients: g.Where(r => r.Standing == Standing.Recipient).Sum(r => r.Count))).OrderByDescending(k => k.Count).ThenBy(k => k.Kind).ToList();
        var silent = $"{round.Silent:N0} of {round.Recipients:N0} named recipients";
        List<UnitRow> rows =
        [
            .. kinds.Select(k => new UnitRow(k.Kind.InWords(), $"{k.Count:N0}", [], $"{ResponsesTo(round)}&kind={k.Kind}", Counted: k.Count)),
            .. round.Silent == 0 ? Array.Empty<UnitRow>() : [new("No response recorded", silent, [], RecipientsWithout(round), BeginsPart: true, Counted: round.Silent)],
        ];
        return new(FigureKind.Answers, round.Subject, "What they answered",
            $"Responses by kind: {(kinds.Count == 0 ? "none recorded" : string.Join("; ", kinds.Select(k => $"{k.Kind.InWords().ToLowerInvariant()}, {k.Count:N0}")))}. {Words.Count(round.Campaign.Responses, "response", "responses")} in all. No response is recorded for {silent}.",
            new UnitRows(rows, isNarrow: false).Draw(), new UnitRows(rows, isNarrow: true).Draw(), [],
            [
                $"One bar a kind of response{(round.Silent > 0 ? "; the last one counts recipients" : "")}. A response of several kinds is counted in each.",
                "A remark to the press is a response; only a reply or documents answer the letter itself. That no response is recorded is the state of this record, not a finding of silence.",
            ],
            new("Responses by kind", [new("kind", "Kind"), new("kind_code"), new("count", "Responses"), new("by_recipients", "Of recipients")],
            [
                .. kinds.Select(k => new FigureRow([new(k.Kind.InWords(), $"{ResponsesTo(round)}&kind={k.Kind}"), FigureCell.Only(k.Kind), Counted(k.Count), Counted(k.ByRecipients)], [])),
                .. round.Silent == 0 ? Array.Empty<FigureRow>() : [new([new("No response recorded", RecipientsWithout(round)), FigureCell.Only("None"), new(silent, Data: $"{round.Silent}"), Counted(round.Silent)], [])],
            ]));
    }

    private static Figure OverTime(CountedRound round)
    {
        var campaign = round.Campaign;
        var days = round.Responses.GroupBy(r => (r.MadeOn, r.Standing)).Select(g => (g.Key.MadeOn, g.Key.Standing, Count: g.Sum(r => r.Count))).OrderBy(d => d.MadeOn is null).ThenBy(d => d.MadeOn).ThenBy(d => d.Standing).ToList();
        var lanes = new List<TimeLane>();
        if (campaign.SentOn is { } sent)
            lanes.Add(new("The letters", [new(sent, "federal", round.Subject.Path, $"The letters, sent {campaign.Sent.InWords}")]));
        foreach (var (label, of) in OverTimeFigure.Lanes)
            if (days.FindAll(d => of(d.Standing)) is { Count: > 0 } responses)
                lanes.Add(new(label, [.. responses.Select(d => new TimeItem(d.MadeOn, d.Standing?.Mark() ?? "not-named", ResponsesTo(round), $"{d.MadeOn?.InWords() ?? "date not known"}: {Words.Count(d.Count, "response", "responses")}", d.Count))]));
        List<TimeLine> due = campaign.ReplyDueOn is { } deadline ? [new(deadline, $"Reply due {deadline.InWords()}")] : [];
        var dated = days.FindAll(d => d.MadeOn is not null);
        Drawing? Draw(bool isNarrow) => dated.Count == 0 ? null : new TimeLanes(lanes, due, isNarrow).Draw();
        return new(FigureKind.ResponsesOverTime, round.Subject, "When they answered",
            $"{Words.Count(campaign.Responses, "response", "responses")}{(dated.Count > 0 ? $" from {dated[0].MadeOn!.Value.InWords()} to {dated[^1].MadeOn!.Value.InWords()}" : "")}; of {campaign.Responses - dated.Sum(d => d.Count):N0} the day is not known. {(campaign.Sent.InWords is { } on ? $"The letters were sent on {on}." : "When the letters were sent is not known.")}",
            Draw(isNarrow: false), Draw(isNarrow: true), dated.Count == 0 ? [] : [.. StandingKeys.Of([.. days.Select(d => d.Standing)]), .. TimeKeys.Of(lanes)], dated.Count == 0 ? [] : ["The number over a bar is the highest of its row. Days that are stated and days that are inferred are counted alike.", .. TimeKeys.Notes(lanes)],
            new("Responses by standing and day", [new("standing", "Standing"), new("date", "Date"), new("count", "Responses")],
                [.. days.OrderBy(d => d.Standing is null or Standing.Association).ThenBy(d => d.Standing).Select(d => new FigureRow(
                    [new(Text.Sentence(StandingKeys.InWords(d.Standing)), Data: d.Standing?.ToString() ?? "", Mark: d.Standing?.Mark()), d.MadeOn is { } day ? new(day.InWords(), Data: day.Value) : new("date not known", Data: "", IsUnknown: true), Counted(d.Count)], []))]),
            days.Count == 0 ? new("No response is recorded.", "That is the state of this record, not a finding of silence.") : new("No day is known.", "No source gives the day of any response recorded."));
    }

    private static Figure Deadline(CountedRound round, DateOnly today)
    {
        var groups = round.Due.GroupBy(d => OutcomeOf(d.DueOn, d.IsReplied, d.IsClosed, d.RepliedOn, today)).Select(g => (Outcome: g.Key, Letters: g.Sum(d => d.Letters))).OrderBy(g => g.Outcome).ToList();
        var isEmpty = groups.TrueForAll(g => g.Outcome == Outcome.NoDeadline);
        List<UnitRow> rows = [.. groups.Select(g => new UnitRow(DeadlineFigure.InWords(g.Outcome), $"{g.Letters:N0}", [], LettersOf(round), BeginsPart: g.Outcome == Outcome.Overdue, Counted: g.Letters))];
        Drawing? Draw(bool isNarrow) => isEmpty ? null : new UnitRows(rows, isNarrow).Draw();
        return new(FigureKind.Deadline, round.Subject, "Who replied within the deadline",
            isEmpty ? "No reply deadline is recorded, so it cannot be said who replied in time." : $"{string.Join("; ", groups.Select(g => $"{DeadlineFigure.InWords(g.Outcome).ToLowerInvariant()}: {g.Letters:N0}"))}, of {Words.Count(round.Letters, "letter", "letters")} recorded.",
            Draw(isNarrow: false), Draw(isNarrow: true), [], isEmpty ? [] : ["Only a reply or documents answer a letter; remarks to the press are not counted here. That no reply is recorded is the state of this record."],
            new("Letters by what became of their deadline", [new("outcome", "Outcome"), new("outcome_code"), new("letters", "Letters")],
                [.. groups.Select(g => new FigureRow([new(DeadlineFigure.InWords(g.Outcome)), FigureCell.Only(g.Outcome), Counted(g.Letters)], []))]),
            new("No deadline is recorded.", "No source gives a date by which a reply was wanted, so it cannot be said who replied in time. A reply is called late here only where a deadline is recorded."));
    }

    private static FigureCell Counted(int count) => new($"{count:N0}", Data: $"{count}");

    private static string LettersOf(CountedRound round) => $"/letters?campaign={round.Campaign.Slug}";

    private static string ResponsesTo(CountedRound round) => $"/responses?campaign={round.Campaign.Slug}";

    private static string RecipientsWithout(CountedRound round) => $"/jurisdictions?standing=Recipient&campaign={round.Campaign.Slug}&responded=false";
}

/// <summary>The map of counts: the states that have some, each with its number.</summary>
internal sealed class CountedMap(IReadOnlyList<LettersOfState> states, Func<LettersOfState, string> listOf, bool isNarrow)
{
    public Drawing Draw()
    {
        var size = isNarrow ? 37 : 18;
        var labels = new LabelPlacer(-8, -4, 984, AlbersUsa.Height, size);
        var (shapes, numbers, spots) = (new List<Shape> { new Outline(UsMap.Land, MapDrawing.Land, UsMap.LandAddress) }, new List<Shape>(), new List<Spot>());
        foreach (var of in states.OrderBy(s => UsMap.States[s.State!].Room < size))
        {
            var (state, number) = (UsMap.States[of.State!], $"{of.Letters:N0}");
            var (x, y) = (state.At[0], state.At[1]);
            shapes.Add(new Outline(state.Path, MapDrawing.SelfInk));
            var label = (state.Room < size ? null : labels.On(number, x, y, isBold: true)) ?? labels.Away(number, x, y, numbers, isBold: true);
            if (label is not null)
                numbers.Add(label);
            spots.Add(MapDrawing.SpotOf(x, y, 12, label, listOf(of), $"{States.NameOf(of.State)}: {Words.Count(of.Letters, "letter", "letters")}"));
        }
        return new(0, -8, AlbersUsa.Width, AlbersUsa.Height + 12, [.. shapes, .. numbers], isNarrow ? [] : [.. spots.OrderBy(s => s.Name, StringComparer.Ordinal)]);
    }
}
