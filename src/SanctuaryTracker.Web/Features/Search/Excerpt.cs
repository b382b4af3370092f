using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Search;

/// <summary>Where in a text the words of a question stand, and the stretch of it that has most of them.</summary>
internal sealed class Excerpt
{
    internal const int MaxLength = 240;

    /// <summary>What is looked for, and which part of the question it serves.</summary>
    private readonly List<(Sought.Phrase Phrase, int Part)> phrases;

    public Excerpt(Question question) =>
        phrases = [.. question.All.Parts.SelectMany((part, i) => Phrases(part).Select(p => (p, i)))];

    public IReadOnlyList<Mark> Marks(string text) => [.. Find([.. SearchText.Tokens(text)]).Select(f => new Mark(f.Start, f.End - f.Start)).Distinct().OrderBy(m => m.Start).ThenBy(m => m.Length)];

    /// <summary>The best stretch of the lines after the first, which is the title; null if they say no more than it.</summary>
    public (string Passage, IReadOnlyList<Mark> Marks)? Best(string text)
    {
        var title = text.Split('\n', 2)[0];
        var best = text.Split('\n').Skip(1).Where(line => line.Contains(' ', StringComparison.Ordinal) && !title.Contains(line, StringComparison.Ordinal)).Select(Window).MaxBy(w => w.Parts);
        if (best is not { Parts: > 0 })
            return null;
        var (line, start, end, _) = best;
        var before = start > 0 ? "… " : "";
        var passage = $"{before}{line[start..end]}{(end < line.Length ? " …" : "")}";
        return (passage, [.. Marks(line).Where(m => m.Start >= start && m.Start + m.Length <= end).Select(m => m with { Start = m.Start - start + before.Length })]);
    }

    private Stretch Window(string line)
    {
        var found = Find([.. SearchText.Tokens(line)]);
        var (first, parts) = found.Select(f => (f.Start, Parts: found.Where(o => o.Start >= f.Start && o.End <= f.Start + MaxLength / 2).Select(o => o.Part).Distinct().Count()))
            .DefaultIfEmpty().MaxBy(w => w.Parts);
        if (line.Length <= MaxLength)
            return new(line, 0, line.Length, parts);
        var start = Math.Max(0, Math.Min(first - MaxLength / 3, line.Length - MaxLength));
        if (start > 0 && line.IndexOf(' ', start, first - start) is var space)
            start = space >= 0 ? space + 1 : first;
        var end = Math.Min(line.Length, start + MaxLength);
        if (end < line.Length)
            end = line.LastIndexOf(' ', end, end - first) is var stop && stop > found.Where(f => f.Start == first).Select(f => f.End).DefaultIfEmpty(first).Max() - 1 ? stop : end;
        return new(line, start, end, parts);
    }

    private List<(int Start, int End, int Part)> Find(List<Token> tokens)
    {
        var found = new List<(int, int, int)>();
        for (var at = 0; at < tokens.Count; at++)
            foreach (var (phrase, part) in phrases)
                if (IsAt(tokens, at, phrase))
                    found.Add((tokens[at].Start, tokens[at + phrase.Words.Count - 1].End, part));
        return found;
    }

    private static bool IsAt(List<Token> tokens, int at, Sought.Phrase phrase)
    {
        if (at + phrase.Words.Count > tokens.Count)
            return false;
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            var (token, word) = (tokens[at + i], phrase.Words[i]);
            var isLast = i == phrase.Words.Count - 1;
            if (token.Word != word && !(isLast && phrase.IsPrefix && token.Word.StartsWith(word, StringComparison.Ordinal)) && !(token.IsInitials && word == SearchText.Initials(token.Word)))
                return false;
        }
        return true;
    }

    private static IEnumerable<Sought.Phrase> Phrases(Sought sought) => sought switch
    {
        Sought.All all => all.Parts.SelectMany(Phrases),
        Sought.Any any => any.Parts.SelectMany(Phrases),
        _ => [(Sought.Phrase)sought],
    };

    private sealed record Stretch(string Line, int Start, int End, int Parts);
}
