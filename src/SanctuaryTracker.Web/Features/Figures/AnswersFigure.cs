using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A round's responses by kind, and the recipients without any.</summary>
public static class AnswersFigure
{
    public static Figure Of(Round round)
    {
        var kinds = Enum.GetValues<ResponseKind>().Select(kind => (Kind: kind, Responses: round.Responses.Where(r => r.Kinds.Contains(kind)).ToList())).Where(k => k.Responses.Count > 0)
            .OrderByDescending(k => k.Responses.Count).ThenBy(k => k.Kind).ToList();
        var recipients = round.Letters.Select(l => l.Jurisdiction?.Slug).OfType<string>().Distinct().Select(slug => round.Places[slug]).ToList();
        var silent = recipients.Where(p => !round.ResponsesByPlace.Contains(p.Record.Slug)).OrderBy(p => p.Record.Title, StringComparer.Ordinal).ToList();

        var silentSlugs = silent.Select(p => p.Record.Slug).ToHashSet(StringComparer.Ordinal);
        List<UnitRow> rows = [.. kinds.Select(k => new UnitRow(k.Kind.InWords(), $"{k.Responses.Count:N0}", [.. k.Responses.Select(UnitOf)], $"/responses?campaign={round.Campaign.Slug}&kind={k.Kind}"))];
        if (silent.Count > 0)
            rows.Add(new("No response recorded", $"{silent.Count:N0} of {recipients.Count:N0} named recipients", [.. silent.Select(p => new Unit("received", p.Record.Path, $"{p.Record.Title}{(round.RecipientsByInference.Contains(p.Record.Slug) ? ", by inference" : "")}: no response recorded", round.RecipientsByInference.Contains(p.Record.Slug)))], BeginsPart: true));
        var isEmpty = rows.Count == 0;
        return new(FigureKind.Answers, round.Subject, "What they answered",
            isEmpty ? "No response to this round and no recipient of it is recorded." : $"Responses by kind: {string.Join("; ", kinds.Select(k => $"{k.Kind.InWords().ToLowerInvariant()}, {k.Responses.Count}"))}{(kinds.Count == 0 ? "none recorded" : "")}. {Words.Count(round.Responses.Count, "response", "responses")} in all. No response is recorded for {silent.Count} of {recipients.Count} named recipients.",
            isEmpty ? null : new UnitRows(rows, isNarrow: false).Draw(), isEmpty ? null : new UnitRows(rows, isNarrow: true).Draw(), UnitRows.AreBars(rows) ? [] : [.. StandingKeys.Of([.. round.Responses.Select(r => r.Standing)]), .. UnitRows.KeysOf(rows)],
            isEmpty ? [] :
            [
                $"One {(UnitRows.AreBars(rows) ? "bar a kind of response" : "mark a response")}{(silent.Count > 0 ? UnitRows.AreBars(rows) ? "; the last one counts recipients" : "; in the last row, a recipient" : "")}. A response of several kinds stands in the row of each.",
                "A remark to the press is a response; only a reply or documents answer the letter itself. That no response is recorded is the state of this record, not a finding of silence.",
            ],
            new("Responses by kind", Columns,
            [
                .. kinds.Select(k => Row(k.Kind.InWords(), k.Kind.ToString(), k.Responses)),
                .. silent.Count == 0 ? Array.Empty<FigureRow>() : [new FigureRow([new("No response recorded"), FigureCell.Only("None"), new($"{silent.Count} of {recipients.Count} named recipients", Data: $"{silent.Count}"), FigureCell.Only(silent.Count), new(string.Join("; ", silent.Select(p => p.Record.Title))), FigureCell.Only("")],
                    [.. round.Letters.Where(l => l.Jurisdiction is { } place && silentSlugs.Contains(place.Slug)).SelectMany(l => ((IReadOnlyCollection<ICited>)l.Evidence).For("jurisdiction")).DistinctBy(e => (e.Source, e.Paragraph, e.Page, e.Basis, e.Bearing))])],
            ]), new("No response is recorded.", "Nor is any recipient of this round named."));
    }

    private static readonly FigureColumn[] Columns = [new("kind", "Kind"), new("kind_code"), new("count", "Responses"), new("by_recipients"), new("who", "By whom"), new("responses")];

    private static FigureRow Row(string words, string code, List<ResponseItem> responses) => new(
    [
        new(words), FigureCell.Only(code), new($"{responses.Count:N0}", Data: $"{responses.Count}"), FigureCell.Only(responses.Count(r => r.Standing == Standing.Recipient)),
        new(string.Join("; ", responses.Select(r => $"{r.Respondent} ({StandingKeys.InWords(r)})"))), FigureCell.Only(string.Join(';', responses.Select(r => r.Slug))),
    ], [.. responses.SelectMany(r => ((IReadOnlyCollection<ICited>)r.Citations).For("kinds")).DistinctBy(e => (e.Source, e.Paragraph, e.Page, e.Basis, e.Bearing))]);

    private static Unit UnitOf(ResponseItem response) =>
        new(response.Standing?.Mark() ?? "not-named", $"/responses/{response.Slug}", $"{response.Respondent}, {StandingKeys.InWords(response)}: {response.Headline}", response.Standing == Standing.Recipient && response.StandingBasis == Basis.Inferred);
}

/// <summary>Where those who answer stand towards the round.</summary>
internal static class StandingKeys
{
    public static string InWords(Standing? standing) => standing switch
    {
        null => "unnamed officials",
        Standing.Recipient => "received the letter",
        Standing.Copied => "copied",
        Standing.NotRecipient => "did not receive the letter",
        Standing.Association => "an association",
        _ => "not named as a recipient",
    };

    public static string InWords(ResponseItem response) => InWords(response.Standing) + (response.StandingBasis == Basis.Inferred ? ", by inference" : "");

    public static IEnumerable<KeyItem> Of(IReadOnlyCollection<Standing?> standings)
    {
        foreach (var standing in new[] { Standing.Recipient, Standing.Copied, Standing.NotRecipient, Standing.Association })
            if (standings.Contains(standing))
                yield return new([Marks.At(8, 8, 8, standing)], Text.Sentence(InWords(standing)));
        if (standings.Any(s => s is Standing.NotNamed or null))
            yield return new([Marks.At(8, 8, 8, Standing.NotNamed)], "Not named as a recipient, or not named at all");
    }
}
