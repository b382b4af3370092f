using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>Who replied within the deadline. A remark to the press is no reply, and where no deadline is recorded nothing is late.</summary>
public static class DeadlineFigure
{
    internal enum Outcome { InTime, Late, NotKnownWhen, Overdue, NotYetDue, Closed, NoDeadline }

    public static Figure Of(Round round, DateOnly today)
    {
        var replies = round.Responses.Where(r => r.Form is ResponseForm.Reply or ResponseForm.Documents).ToList();
        var toLetter = replies.Where(r => r.Answers?.Kind == RecordKind.Letter).ToLookup(r => r.Answers!.Slug, StringComparer.Ordinal);
        var toRound = replies.Where(r => r is { Answers.Kind: RecordKind.Campaign, Jurisdiction: not null }).ToLookup(r => r.Jurisdiction!.Slug, StringComparer.Ordinal);
        var letters = round.Letters.Select(letter =>
        {
            var own = letter.Jurisdiction is { } place ? toLetter[letter.Slug].Where(r => r.Jurisdiction?.Slug == place.Slug).Concat(toRound[place.Slug]).ToList() : [.. toLetter[letter.Slug]];
            var made = own.Select(r => r.MadeOn).OfType<PartialDate>().Order().Select(d => (PartialDate?)d).FirstOrDefault();
            return (Letter: letter, Made: made, Replies: own, Outcome: OutcomeOf(letter.ReplyDueOn, letter.ReplyRecorded, letter.Closure is not null, made, today));
        }).ToList();
        var groups = Enum.GetValues<Outcome>().Select(o => (Outcome: o, Letters: letters.FindAll(l => l.Outcome == o))).Where(g => g.Letters.Count > 0).ToList();
        var isEmpty = letters.TrueForAll(l => l.Outcome == Outcome.NoDeadline);
        List<UnitRow> rows = [.. groups.Select(g => new UnitRow(InWords(g.Outcome), $"{g.Letters.Count:N0}", [.. g.Letters.Select(l => new Unit(l.Letter.Jurisdiction is null ? "unidentified" : "received", $"/letters/{l.Letter.Slug}", Say(l.Letter, l.Made, l.Outcome), l.Letter.KnownBy == LetterBasis.Inferred))],
            $"/letters?campaign={round.Campaign.Slug}", BeginsPart: g.Outcome == Outcome.Overdue))];
        Drawing? Draw(bool isNarrow) => isEmpty ? null : new UnitRows(rows, isNarrow).Draw();
        return new(FigureKind.Deadline, round.Subject, "Who replied within the deadline",
            isEmpty ? "No reply deadline is recorded, so it cannot be said who replied in time." : $"{string.Join("; ", groups.Select(g => $"{InWords(g.Outcome).ToLowerInvariant()}: {g.Letters.Count}"))}, of {Words.Count(letters.Count, "letter", "letters")} recorded.",
            Draw(isNarrow: false), Draw(isNarrow: true),
            isEmpty || UnitRows.AreBars(rows) ? [] : [new([Marks.At(8, 8, 8, "received")], "A recipient’s letter"), .. letters.Exists(l => l.Letter.Jurisdiction is null) ? new[] { new KeyItem([Marks.At(8, 8, 8, "unidentified")], "A letter to a recipient not identified") } : [], .. UnitRows.KeysOf(rows)],
            isEmpty ? [] : ["Only a reply or documents answer a letter; remarks to the press are not counted here. That no reply is recorded is the state of this record."],
            new("Letters, deadlines and replies", Columns, [.. letters.OrderBy(l => l.Outcome).Select(l => new FigureRow(
            [
                new(l.Letter.Recipient, l.Letter.Jurisdiction?.Path ?? $"/letters/{l.Letter.Slug}"), FigureCell.Only(l.Letter.Jurisdiction?.Slug), FigureCell.Only(l.Letter.Slug),
                l.Letter.ReplyDueOn is { } due ? new(due.InWords(), Data: due.Value) : new(l.Letter.HasNoDeadline ? "none" : "none recorded", Data: "", IsUnknown: !l.Letter.HasNoDeadline),
                l.Replies.Count == 0 ? new("none recorded", Data: "", IsUnknown: true) : new(l.Made?.InWords() ?? "date not known", Data: l.Made?.Value ?? "", IsUnknown: l.Made is null),
                new(InWords(l.Outcome), Data: l.Outcome.ToString()), FigureCell.Only(string.Join(';', l.Replies.Select(r => r.Slug))),
            ], [.. ((IReadOnlyCollection<ICited>)l.Letter.Evidence).For("reply_due_on"), .. l.Replies.SelectMany(r => ((IReadOnlyCollection<ICited>)r.Citations).For("made_on"))]))]),
            letters.Count == 0 ? new("No letter is recorded.", "The sources tell of the round as a whole, not of its letters.") : new("No deadline is recorded.", "No source gives a date by which a reply was wanted, so it cannot be said who replied in time. A reply is called late here only where a deadline is recorded."));
    }

    private static readonly FigureColumn[] Columns = [new("recipient", "Recipient"), new("jurisdiction"), new("letter"), new("deadline", "Deadline"), new("reply", "First reply"), new("outcome", "Outcome"), new("replies")];

    /// <summary>A date known to the month or year is in time only if the whole of it is.</summary>
    internal static Outcome OutcomeOf(PartialDate? dueOn, bool isReplied, bool isClosed, PartialDate? made, DateOnly today) => (dueOn, isReplied, isClosed) switch
    {
        (null, _, _) => Outcome.NoDeadline,
        ({ } due, true, _) => made switch
        {
            { IsAbout: false } when due.IsAbout => Outcome.NotKnownWhen,
            { IsAbout: false } on when on.LastDay <= due.LastDay => Outcome.InTime,
            { IsAbout: false } on when on.FirstDay > due.LastDay => Outcome.Late,
            _ => Outcome.NotKnownWhen,
        },
        (_, _, true) => Outcome.Closed,
        ({ } due, _, _) => due.LastDay < today ? Outcome.Overdue : Outcome.NotYetDue,
    };

    internal static string InWords(Outcome outcome) => outcome switch
    {
        Outcome.InTime => "Replied by the deadline",
        Outcome.Late => "Replied after it",
        Outcome.NotKnownWhen => "Replied; whether in time is not known",
        Outcome.Overdue => "No reply recorded, deadline passed",
        Outcome.NotYetDue => "No reply recorded, not yet due",
        Outcome.Closed => "Closed by the sender without a reply recorded",
        _ => "No deadline recorded",
    };

    private static string Say(LetterItem letter, PartialDate? made, Outcome outcome) =>
        $"{letter.Recipient}: {InWords(outcome).ToLowerInvariant()}{(letter.ReplyDueOn is { } due ? $"; due {due.InWords()}" : "")}{(made is { } on ? $", replied {on.InWords()}" : "")}";
}
