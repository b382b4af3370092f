using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A jurisdiction on the map, or beside it if nobody knows where it lies.</summary>
/// <param name="IsInferred">That it is a recipient by inference.</param>
/// <param name="IsState">That it is a state of the map itself, which is filled.</param>
public sealed record MapPlace(RoundPlace Place, Standing Standing, bool IsAlsoNotRecipient, IReadOnlyList<ResponseKind> Answers, IReadOnlyList<ICited> Evidence, string? Letter, bool IsInferred, bool IsState, (double X, double Y)? Point)
{
    public bool IsDrawn => IsState || Point is not null;
    public bool HasAnswered => Answers.Count > 0;
    public string StandingInWords => Standing.InWords() + (IsAlsoNotRecipient ? "; did not receive" : IsInferred ? " (inferred)" : "");
    public string AnswersInWords => HasAnswered ? string.Join("; ", Answers.Select(a => a.InWords())) : "none recorded";
    public string InWords => $"{Place.Record.Title}: {StandingInWords.ToLowerInvariant()}{(IsState ? ", the state itself" : "")}; response: {AnswersInWords.ToLowerInvariant()}";
}

/// <summary>Recipients of one state that are not identified; the state is null where no source names one.</summary>
public sealed record Unidentified(string? State, IReadOnlyList<Features.Letters.LetterItem> Letters);

/// <summary>Where a round's letters went: who received one, who was copied, who answered, and where recipients are not identified.</summary>
public static class MapFigure
{
    public static Figure Of(Round round)
    {
        var places = PlacesOf(round);
        var unidentified = round.Letters.Where(l => l.Jurisdiction is null).GroupBy(l => l.State).Select(g => new Unidentified(g.Key, [.. g])).OrderBy(u => u.State is null).ThenBy(u => States.NameOf(u.State), StringComparer.Ordinal).ToList();
        var withoutState = unidentified.Where(u => u.State is null || !UsMap.States.ContainsKey(u.State)).Sum(u => u.Letters.Count) + round.Unaccounted;
        var outside = unidentified.Where(u => u.State is not null && !UsMap.States.ContainsKey(u.State)).Sum(u => u.Letters.Count);
        var numbered = Numbered(places);
        Drawing Draw(bool isNarrow) => new MapDrawing(round.Campaign.Slug, places, unidentified, withoutState, outside, isNarrow, numbered).Draw();
        return new(FigureKind.Map, round.Subject, "Where the letters went", Describe(round, places, unidentified, withoutState), Draw(isNarrow: false), Draw(isNarrow: true), [.. KeyOf(places, unidentified, withoutState)],
            [.. NotesOf(places, unidentified, withoutState)], TableOf(round, places, unidentified),
            Numbered: [.. numbered.Select(p => new NumberedItem(p.IsState ? [new Box(1, 2, 14, 12, MapDrawing.SelfInk)] : [Marks.At(8, 8, p.HasAnswered ? 5 : 7, p.Standing, p.HasAnswered, p.IsInferred)], p.Place.Name, p.Place.Record.Path))]);
    }

    /// <summary>From west to east, as one reads a map: none if they would be too many for a list beneath it.</summary>
    private static List<MapPlace> Numbered(List<MapPlace> places)
    {
        const int Most = 40;
        var drawn = places.Where(p => p.IsDrawn).OrderBy(p => p.IsState ? UsMap.States[p.Place.State!].At[0] : p.Point!.Value.X).ToList();
        return drawn.Count > Most ? [] : drawn;
    }

    private static List<MapPlace> PlacesOf(Round round)
    {
        var received = round.Letters.Where(l => l.Jurisdiction is not null).ToLookup(l => l.Jurisdiction!.Slug, StringComparer.Ordinal);
        var copied = round.Letters.SelectMany(l => l.Copied.Select(c => (Letter: l, Copy: c))).ToLookup(c => c.Copy.Jurisdiction.Slug, StringComparer.Ordinal);
        var places = new List<MapPlace>();
        foreach (var (slug, place) in round.Places)
        {
            var standing = received.Contains(slug) ? Standing.Recipient : copied.Contains(slug) ? Standing.Copied : round.NonReceipts.ContainsKey(slug) ? Standing.NotRecipient : Standing.NotNamed;
            var responses = round.ResponsesByPlace[slug].ToList();
            IEnumerable<ICited> evidence =
            [
                .. received[slug].SelectMany(l => l.Evidence.Where(e => e.Field is null or "jurisdiction")),
                .. copied[slug].SelectMany(c => c.Letter.Evidence.For($"copies/{c.Copy.Key}")),
                .. round.NonReceipts.TryGetValue(slug, out var key) ? round.Campaign.Citations.For($"non_receipts/{key}") : [],
                .. responses.SelectMany(r => r.Citations.Where(c => c.Field is null or "jurisdiction" or "kinds")),
            ];
            places.Add(new(place, standing, standing == Standing.Copied && round.NonReceipts.ContainsKey(slug), [.. responses.SelectMany(r => r.Kinds).Distinct().Order()], [.. evidence],
                received[slug].FirstOrDefault()?.Slug ?? copied[slug].Select(c => c.Letter.Slug).FirstOrDefault(), round.RecipientsByInference.Contains(slug),
                place.Kind == JurisdictionKind.State && place.State is { } state && UsMap.States.ContainsKey(state),
                place is { Latitude: { } latitude, Longitude: { } longitude } ? AlbersUsa.Project(latitude, longitude) : null));
        }
        return [.. places.OrderBy(p => p.Standing switch { Standing.Recipient => 0, Standing.Copied => 1, Standing.NotRecipient => 2, _ => 3 })];
    }

    private static string Describe(Round round, List<MapPlace> places, List<Unidentified> unidentified, int withoutState)
    {
        var recipients = places.Where(p => p.Standing == Standing.Recipient).ToList();
        var drawn = recipients.Where(p => p.IsDrawn).ToList();
        var states = unidentified.Where(u => u.State is not null).Select(u => States.NameOf(u.State)!).ToList();
        string[] parts =
        [
            $"Map of the United States. {Words.Count(recipients.Count, "recipient is", "recipients are")} named{(round.Campaign.RecipientsReported is { } reported ? $" of {reported} reported" : "")}{(round.Campaign.ByInference is { } inferred ? $", {inferred}" : "")}: {List(recipients.Select(p => p.Place.Record.Title))}.",
            drawn.Count < recipients.Count ? $"{drawn.Count} of them are drawn." : "",
            places.Exists(p => p.Standing == Standing.Copied) ? $"Copied, and not by that a recipient: {List(places.Where(p => p.Standing == Standing.Copied).Select(p => p.Place.Record.Title))}." : "",
            places.Exists(p => p.Standing == Standing.NotRecipient) ? $"Did not receive the letter, a source says: {List(places.Where(p => p.Standing == Standing.NotRecipient).Select(p => p.Place.Record.Title))}." : "",
            states.Count > 0 ? $"Recipients that are not identified are in {List(states)}." : "",
            withoutState > 0 ? $"Of {withoutState} more no state is known, or none on this map." : "",
            places.Exists(p => p.HasAnswered) ? $"With a response recorded: {List(places.Where(p => p.HasAnswered).Select(p => p.Place.Record.Title))}." : "No response of a place is recorded.",
            "The table says the same, place by place.",
        ];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    /// <summary>A long list is cut, and says so: the table has it whole.</summary>
    private static string List(IEnumerable<string> names)
    {
        const int Most = 25;
        var all = names.ToList();
        return all.Count == 0 ? "none" : string.Join("; ", all.Take(Most)) + (all.Count > Most ? $" and {all.Count - Most} more" : "");
    }

    private static IEnumerable<KeyItem> KeyOf(List<MapPlace> places, List<Unidentified> unidentified, int withoutState)
    {
        if (places.Exists(p => p is { Standing: Standing.Recipient, IsState: false, IsDrawn: true }))
            yield return new([Marks.At(8, 8, 8, Standing.Recipient)], "Received the letter");
        if (places.Exists(p => p is { Standing: Standing.Recipient, IsState: true }))
            yield return new([new Box(1, 2, 14, 12, MapDrawing.SelfInk)], "The state itself received it");
        foreach (var (standing, words) in new[] { (Standing.Copied, "Copied only"), (Standing.NotRecipient, "Did not receive it, a source says"), (Standing.NotNamed, "Not named as a recipient, but answered") })
            if (places.Exists(p => p.Standing == standing && p.IsDrawn))
                yield return new([Marks.At(8, 8, 8, standing)], words);
        if (places.Exists(p => p.HasAnswered && p.IsDrawn))
            yield return new([Marks.At(8, 8, 5, Standing.Recipient, isRinged: true)], places.Exists(p => p is { HasAnswered: true, IsState: true }) ? "Ringed, or a state outlined in ink: a response is recorded" : "Ringed: a response is recorded");
        if (places.Exists(p => p.IsInferred && p.IsDrawn))
            yield return Marks.Inferred("Dotted: a recipient by inference");
        if (unidentified.Count + withoutState > 0)
            yield return new([new Box(1, 2, 14, 12, MapDrawing.SomeInk)], "At least one recipient, not identified");
    }

    private static IEnumerable<string> NotesOf(List<MapPlace> places, List<Unidentified> unidentified, int withoutState)
    {
        if (withoutState > 0)
            yield return $"A state left plain is not known to be free of letters: of {Words.Count(withoutState, "recipient", "recipients")} no state is known, or none on this map.";
        foreach (var (why, notDrawn) in new[] { ("no point is recorded", places.Where(p => !p.IsDrawn && p.Place.Latitude is null).ToList()), ("it lies outside the map", places.Where(p => !p.IsDrawn && p.Place.Latitude is not null).ToList()) })
            if (notDrawn.Count > 0)
                yield return $"Not drawn, because {why}: {List(notDrawn.Select(p => p.Place.Record.Title))}.";
        var outside = unidentified.Where(u => u.State is not null && !UsMap.States.ContainsKey(u.State)).ToList();
        if (outside.Count > 0)
            yield return $"Not identified, in a place outside the map: {List(outside.Select(u => States.NameOf(u.State)!))}.";
        if (places.Count(p => p.IsDrawn) > MapDrawing.MaxMarks)
            yield return $"Only the first {MapDrawing.MaxMarks} places are drawn; the table has them all.";
    }

    private static FigureTable TableOf(Round round, List<MapPlace> places, List<Unidentified> unidentified)
    {
        List<FigureRow> rows = [.. places.Select(p => new FigureRow(
        [
            new(p.Place.Record.Title, p.Place.Record.Path, p.Place.Record.Title), FigureCell.Only(p.Place.Record.Slug), FigureCell.Only(p.Place.State), FigureCell.Only(p.Place.Geoid), FigureCell.Only(p.Place.OcdId),
            FigureCell.Only(p.Place.Latitude), FigureCell.Only(p.Place.Longitude), new(p.StandingInWords, Data: p.Standing.ToString(), Mark: p.Standing.Mark()), FigureCell.Only(p.Standing == Standing.Recipient ? p.IsInferred ? Basis.Inferred : Basis.Stated : null),
            FigureCell.Only(p.IsAlsoNotRecipient || p.Standing == Standing.NotRecipient ? "true" : "false"), FigureCell.Only(p.Letter),
            new(p.AnswersInWords, Data: string.Join(';', p.Answers), IsUnknown: !p.HasAnswered), FigureCell.Only(p.IsDrawn ? "true" : "false"),
        ], p.Evidence))];
        rows.AddRange(unidentified.SelectMany(u => u.Letters).Select(l => new FigureRow(
        [
            new(l.Recipient, $"/letters/{l.Slug}"), FigureCell.Only(null), FigureCell.Only(l.State), FigureCell.Only(null), FigureCell.Only(null), FigureCell.Only(null), FigureCell.Only(null),
            new("Received; not identified", Data: "Unidentified", Mark: "unidentified"), FigureCell.Only(Basis.Stated), FigureCell.Only("false"), FigureCell.Only(l.Slug),
            l.Responses > 0 ? new(Words.Count(l.Responses, "response", "responses")) : new("none recorded", Data: "", IsUnknown: true), FigureCell.Only(l.State is { } state && UsMap.States.ContainsKey(state) ? "true" : "false"),
        ], [.. l.Evidence.Where(e => e.Field is null or "recipient_label" or "state")])));
        if (round.Unaccounted > 0)
            rows.Add(new([new(Words.Count(round.Unaccounted, "more recipient", "more recipients")), .. Enumerable.Repeat(FigureCell.Only(null), 6),
                new("Received; nothing else is known", Data: "Unaccounted", Mark: "unidentified"), FigureCell.Only(Basis.Stated), FigureCell.Only("false"), FigureCell.Only(null), new("none recorded", Data: "", IsUnknown: true), FigureCell.Only("false")],
                [.. round.Campaign.Citations.For("recipients_reported")]));
        return new("Recipients, copies and responses", Columns, rows);
    }

    private static readonly FigureColumn[] Columns =
    [
        new("place", "Place"), new("jurisdiction"), new("state"), new("geoid"), new("ocd_id"), new("latitude"), new("longitude"), new("standing", "Standing"), new("standing_basis"), new("did_not_receive"), new("letter"), new("responses", "Response"), new("on_map"),
    ];
}
