using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SanctuaryTracker.Model;

/// <summary>Lengths and spellings that the whole record shares.</summary>
public static partial class Text
{
    public const int Short = 200;
    public const int Long = 4000;
    public const string KeyPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>For search and sorting: lower case, without accents, straight quotes; each character keeps its place.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            folded.Append(c switch
            {
                '‘' or '’' or 'ʼ' => '\'',
                '“' or '”' => '"',
                '–' or '—' or '‑' => '-',
                '\n' or '\u00a0' => ' ',
                _ => char.IsSurrogate(c) ? c : char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
            });
        return folded.ToString();
    }

    /// <summary>The words of a question, folded as titles are for sorting.</summary>
    public static string[] Words(string? question) =>
        Fold(Tidy(question ?? "")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Those names that have a part in them, whatever its case and accents: databases fold these differently.</summary>
    public static List<string> WithPart(List<string> names, string part)
    {
        var folded = Fold(Tidy(part));
        return names.FindAll(name => Fold(name).Contains(folded, StringComparison.Ordinal));
    }

    /// <summary>A name of the model as words: “Claims no records”.</summary>
    public static string Sentence(string name)
    {
        var words = Camel().Replace(name, " ").Trim();
        return char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }

    /// <summary>A name as it stands in an address: <c>king-county-washington</c>.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in Fold(text).Replace("'", "", StringComparison.Ordinal))
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString(0, Math.Min(slug.Length, 90)).Trim('-');
    }

    /// <summary>Whether a text can stand in an address: lower-case letters, digits, single hyphens.</summary>
    public static bool IsSlug(string text) => text.Length is > 0 and <= Record.MaxSlugLength && text[^1] != '\n' && KeyForm().IsMatch(text);

    /// <summary>Trimmed, in composed form, with plain line ends: as the log holds it.</summary>
    public static string Tidy(string text) =>
        HasControlCharacters(text) ? text : text.Trim().Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>At most so many of its first characters, none cut in half.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Whether the text has characters that no page or file can show, lone surrogates and noncharacters among them.</summary>
    public static bool HasControlCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var category = char.GetUnicodeCategory(text, i);
            if (text[i] is '\ufffe' or '\uffff' || category is UnicodeCategory.Control && text[i] is not ('\n' or '\r' or '\t') || category is UnicodeCategory.Surrogate && !char.IsSurrogatePair(text, i))
                return true;
            if (char.IsSurrogatePair(text, i))
                i++;
        }
        return false;
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Camel();

    [GeneratedRegex(KeyPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyForm();
}
