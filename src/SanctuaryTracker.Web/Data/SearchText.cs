using System.Text;
using System.Text.RegularExpressions;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>One word of a text as search reads it, and where it stands there, in UTF-16 code units.</summary>
/// <param name="Word">Lower case, of <c>[a-z0-9]</c> only.</param>
/// <param name="IsInitials">It is written in capitals or with points: LA, L.A.</param>
public readonly record struct Token(string Word, int Start, int Length, bool IsInitials)
{
    public int End => Start + Length;
}

/// <summary>Reads texts into words, here and not in the databases, so that both index the same.</summary>
public static partial class SearchText
{
    /// <summary>Goes up with every change to titles or to what is indexed: records whose passages have another number are written again when a database is migrated.</summary>
    public const int Edition = 4;

    /// <summary>Stands between the lines of what is indexed, so that no phrase reaches over them. No text has it: letters and digits are cut apart.</summary>
    internal const string Break = "x0x";

    /// <summary>What <c>LA</c> is indexed by besides <c>la</c>, to tell it from La Crosse.</summary>
    internal static string Initials(string word) => "x0" + word;

    internal static string OfKind(RecordKind kind) => "x0kind0" + kind.ToString().ToLowerInvariant();

    public static IEnumerable<Token> Tokens(string text)
    {
        var before = "";
        foreach (Match match in Words().Matches(Text.Fold(text)))
        {
            var word = Plain(match.ValueSpan);
            if (word.Length == 0)
                continue;
            // 17-cv-04642 and 17-cv-4642 are one docket.
            if (before is "cv" or "cr" or "mc" or "civ" && word.TrimStart('0') is { Length: > 0 } serial)
                word = serial;
            before = word;
            var length = match.ValueSpan.EndsWith("'s", StringComparison.Ordinal) ? match.Length - 2 : match.Length;
            yield return new(word, match.Index, length, match.Groups["initials"].Success || length is >= 2 and <= 5 && text.AsSpan(match.Index, length).IndexOfAnyExceptInRange('A', 'Z') < 0);
        }
    }

    /// <summary>Lines as both databases index them: words with a space between.</summary>
    internal static string Indexed(IEnumerable<string> lines)
    {
        var indexed = new StringBuilder(Break);
        var initials = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var token in Tokens(line))
            {
                indexed.Append(' ').Append(token.Word);
                if (token.IsInitials)
                    initials.Add(Initials(token.Word));
            }
            indexed.Append(' ').Append(Break);
        }
        return indexed.AppendJoin("", initials.Select(i => " " + i)).ToString();
    }

    /// <summary>One word of a match: without apostrophes, the strokes of an OCD id and accents of their own; letters that are not a to z are spelt by their number.</summary>
    private static string Plain(ReadOnlySpan<char> folded)
    {
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        var plain = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(c);
            else if (char.IsLetter(c) && c != 'ʻ')
                plain.Append($"u{(int)c:x}");
        return plain.ToString();
    }

    [GeneratedRegex(@"ocd-division/[^\s,;]+|(?<initials>(?<![\p{L}\p{Mn}0-9])\p{L}(\.\p{L})+(?![\p{L}\p{Mn}])\.?)|[\p{L}\p{Mn}]+('[\p{L}\p{Mn}]+)*|[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
