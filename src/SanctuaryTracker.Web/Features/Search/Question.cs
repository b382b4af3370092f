using System.Text;
using System.Text.RegularExpressions;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.Search;

/// <summary>A part of what was typed: one word, several grown together (<c>cv-04642</c>), or a phrase in quotation marks.</summary>
/// <param name="Written">As it was typed.</param>
public sealed record Part(string Written, IReadOnlyList<Token> Tokens, bool IsQuoted)
{
    /// <summary>A single word of letters, typed without quotation marks: only such a one can be misspelt.</summary>
    public bool CanBeMisspelt => !IsQuoted && Tokens is [{ IsInitials: false, Word: { Length: > 3 } word }] && word.All(char.IsAsciiLetter);

    /// <summary>The word itself, or a word that begins with it: no other form of it.</summary>
    public Sought AsWritten => new Sought.Phrase(Words, IsPrefix: Words[^1].Length >= Question.ShortestBeginning);

    /// <summary>Other forms of a single word of letters.</summary>
    public IEnumerable<string> OtherForms => CanBeMisspelt ? Inflection.Of(Words[0]).Where(f => !f.StartsWith(Words[0], StringComparison.Ordinal)) : [];

    public Sought Sought => IsQuoted ? new Sought.Phrase(Words)
        : Tokens is [{ IsInitials: true } initials] && Written.Contains('.', StringComparison.Ordinal) ? new Sought.Phrase([SearchText.Initials(initials.Word)])
        : Tokens is [var token] ? Forms(token.Word)
        : new Sought.Phrase(Words, IsPrefix: Words[^1].Length >= Question.ShortestBeginning);

    private List<string> Words => [.. Tokens.Select(t => t.Word)];

    private static Sought Forms(string word)
    {
        if (word.Length < Question.ShortestBeginning)
            return new Sought.Phrase([word]);
        var forms = char.IsAsciiDigit(word[0]) ? [word.TrimStart('0')] : Inflection.Of(word);
        return new Sought.Any([new Sought.Phrase([word], IsPrefix: true), .. forms.Where(f => f.Length > 0 && !f.StartsWith(word, StringComparison.Ordinal)).Select(f => new Sought.Phrase([f]))]);
    }
}

/// <summary>What a visitor looks for: every part, in any order.</summary>
public sealed partial class Question
{
    /// <summary>A word of so many characters finds words that begin with it.</summary>
    internal const int ShortestBeginning = 3;

    private const int MaxParts = 12;

    /// <summary>Left out unless quoted, or alone.</summary>
    private static readonly string[] SmallWords = ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

    private Question(IReadOnlyList<Part> parts, Aliases aliases)
    {
        Parts = parts;
        var (all, aliased) = (new List<Sought>(), new List<Part>());
        for (var i = 0; i < parts.Count;)
        {
            var (length, others) = aliases.LongestAt(parts, i);
            var own = parts.Skip(i).Take(Math.Max(1, length)).Where(p => parts.Count == 1 || !IsSmall(p)).Select(p => p.Sought).ToList();
            if (others.Count > 0)
                aliased.AddRange(parts.Skip(i).Take(length));
            if (others.Count > 0)
                all.Add(new Sought.Any([.. own.Count > 0 ? [new Sought.All(own)] : Array.Empty<Sought>(), .. others]));
            else
                all.AddRange(own);
            i += Math.Max(1, length);
        }
        if (all.Count == 0)
            all.AddRange(parts.Select(p => p.Sought));
        All = new(all);

        var words = parts.SelectMany(p => p.Tokens).Select(t => t.Word).ToList();
        Phrase = new(words);
        var (whole, same) = aliases.LongestAt(parts, 0);
        OtherNames = whole == parts.Count ? same : [];
        Aliased = aliased;
        Name = new([.. OtherNames.Prepend(Phrase).OfType<Sought.Phrase>().Select(p => new Sought.Phrase([SearchText.Break, .. p.Words, SearchText.Break]))]);
    }

    public IReadOnlyList<Part> Parts { get; }

    public bool IsEmpty => Parts.Count == 0;

    public Sought.All All { get; }

    /// <summary>All words one after the other.</summary>
    public Sought.Phrase Phrase { get; }

    /// <summary>Other names of the place whose name all words are.</summary>
    public IReadOnlyList<Sought> OtherNames { get; }

    /// <summary>The parts that are a name of a place that has others: these are looked for too.</summary>
    public IReadOnlyList<Part> Aliased { get; }

    /// <summary>A whole name: the words, or another name for them, and nothing else.</summary>
    public Sought.Any Name { get; }

    public static Question Read(string? typed, Aliases aliases) => new(
        [.. Pieces().Matches((typed ?? "").Normalize(NormalizationForm.FormC)).Select(m => new Part(m.Value, [.. SearchText.Tokens(m.Value)], m.Groups["quoted"].Success)).Where(p => p.Tokens.Count > 0).Take(MaxParts)], aliases);

    /// <summary>The same question with other words in the place of some.</summary>
    public Question With(IReadOnlyList<Respelling> respellings, Aliases aliases) => respellings.Count == 0 ? this : new(
        [.. Parts.Select(p => respellings.FirstOrDefault(c => c.Written == p.Written) is { } respelling ? new Part(respelling.Used, [.. SearchText.Tokens(respelling.Used)], IsQuoted: false) : p)], aliases);

    private static bool IsSmall(Part part) => !part.IsQuoted && part.Tokens is [{ IsInitials: false } token] && SmallWords.Contains(token.Word);

    [GeneratedRegex(@"[""“”„«](?<quoted>[^""“”„«»]+)[""“”»]|[^\s""“”„«»]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pieces();
}

/// <summary>The regular forms of English words: few, and only such as are one word to every reader.</summary>
internal static class Inflection
{
    private const int ShortestStem = 4;

    public static IEnumerable<string> Of(string word) => Stems(word).Where(s => s.Length >= ShortestStem).SelectMany(FormsOf).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal))
            yield return word[..^3] + "y";
        else if (word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i'))
        {
            yield return word[..^1];
            if (word.EndsWith("es", StringComparison.Ordinal))
                yield return word[..^2];
        }
        var stem = word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) && word[^3] != 'e' ? word[..^2] : "";
        if (stem.Length < 3)
            yield break;
        yield return stem;
        yield return stem + "e";
        if (stem[^1] == stem[^2])
            yield return stem[..^1];
    }

    private static IEnumerable<string> FormsOf(string stem)
    {
        yield return stem;
        yield return stem + "s";
        var bare = stem.EndsWith('e') ? stem[..^1] : stem;
        yield return bare + "ed";
        yield return bare + "ing";
        if (stem.EndsWith('y') && !"aeiou".Contains(stem[^2], StringComparison.Ordinal))
        {
            yield return stem[..^1] + "ies";
            yield return stem[..^1] + "ied";
        }
    }
}
