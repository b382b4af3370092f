using System.Globalization;
using System.Text;

namespace SanctuaryTracker.Data;

/// <summary>Compares a quotation with what a source prints, whatever its marks, dashes, spaces and ends of lines.</summary>
public static class Printed
{
    /// <summary>Straight marks, single spaces, ligatures spelt out, and no dashes: ends of lines put them in and typesetters set them wide or close.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var isAfterDash = false;
        foreach (var c in text.Normalize())
        {
            if (char.IsWhiteSpace(c))
            {
                folded.Append(isAfterDash || folded is [.., ' '] ? "" : " ");
                continue;
            }
            isAfterDash = char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation || c == '−';
            if (isAfterDash && folded is [.., ' '])
                folded.Length--;
            else if (!isAfterDash)
                folded.Append(c switch
                {
                    '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
                    '‘' or '’' or '‚' or '‛' or 'ʼ' or '′' or '`' or '´' => "'",
                    '…' => "...",
                    '\u00ad' or '\u200b' or '\ufeff' => "",
                    >= '\ufb00' and <= '\ufb06' => c.ToString().Normalize(NormalizationForm.FormKC),
                    _ => c.ToString(),
                });
        }
        return folded.ToString().Trim();
    }

    /// <summary>Whether the text has the quotation; both folded.</summary>
    public static bool Has(string text, string quotation) => text.Contains(quotation, StringComparison.Ordinal);

    /// <summary>Whether a paragraph prints the quotation between quotation marks; both folded.</summary>
    public static bool HasBetweenMarks(string paragraph, string quotation) =>
        paragraph.Split('"').Where((_, i) => i % 2 == 1).Any(quoted => Has(quoted, quotation));
}
