using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>How the site says what the model names.</summary>
public static class Words
{
    /// <summary>An enum's word as a reader would read it: “Claims no records”.</summary>
    public static string InWords(this Enum value) => value switch
    {
        ReplyStatus.NotRecorded => "None recorded",
        PlaceStanding standing => standing.AsStanding().InWords(),
        JurisdictionKind.ConsolidatedCityCounty => "City and county",
        JurisdictionKind.Tribal => "Tribal government",
        JurisdictionKind.Unknown => "Kind not known",
        LawsuitDirection.JurisdictionVersusFederal => "Place against federal side",
        LawsuitDirection.FederalVersusJurisdiction => "Federal side against place",
        LawsuitDirection.Unknown => "Not known who sues whom",
        ResponseKind.ClaimsCompliance => "Says it complies",
        ResponseKind.ClaimsNoRecords => "Says it lacks the information",
        ResponseForm.Remark => "Remark",
        Standing.Recipient => "Received",
        Standing.NotRecipient => "Did not receive",
        Standing.NotNamed => "Not named",
        ChangeOrigin.Api => "API",
        LetterBasis.DocumentSeen => "Document seen",
        StatementSide.Federal => "The sending side",
        StatementSide.ThirdParty => "A third party",
        StatementSide.Press => "The press",
        CountPrecision.AtLeast => "at least",
        CountPrecision.About => "about",
        CountPrecision.Exact => "exact",
        CountPrecision.Vague => "vague",
        _ => Text.Sentence(value.ToString()),
    };

    /// <summary>A field's name as a reader would read it: “Sent on”.</summary>
    public static string FieldInWords(string? field) =>
        field is null ? "The whole record" : Text.Sentence(field.Split('/')[0].Replace('_', ' ')).Replace("ocd id", "OCD id", StringComparison.OrdinalIgnoreCase).Replace("sha256", "SHA-256", StringComparison.OrdinalIgnoreCase).Replace("Geoid", "GEOID", StringComparison.Ordinal).Replace("Non receipts", "Non-receipt", StringComparison.Ordinal);

    /// <summary>A text that something follows, with a full stop unless it ends with a mark of its own.</summary>
    public static string Ended(string text) => text.Length == 0 || ".!?…”’".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";

    /// <summary>“on 24 January 2018”, “from 24 January 2018 to March 2018”.</summary>
    public static string Span(PartialDate first, PartialDate last) => first == last ? $"on {first.InWords()}" : $"from {first.InWords()} to {last.InWords()}";

    /// <summary>The mark of a standing, by its name in <see cref="MarkTagHelper" />.</summary>
    public static string Mark(this Standing standing) => standing switch
    {
        Standing.Recipient => "received",
        Standing.Copied => "copied",
        Standing.NotRecipient => "not-received",
        Standing.Association => "association",
        _ => "not-named",
    };

    public static Standing AsStanding(this PlaceStanding standing) => Enum.Parse<Standing>(standing.ToString());

    /// <summary>The mark and class of a side.</summary>
    public static string Mark(this StatementSide side) => side == StatementSide.Federal ? "federal" : "third-party";

    /// <summary>“120 KB”, “1.2 MB”.</summary>
    public static string Bytes(long n) => n < 1024 ? Count((int)n, "byte", "bytes") : n < 1_000_000 ? $"{n / 1024.0:N0} KB" : $"{n / 1024.0 / 1024.0:N1} MB";

    public static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n:N0} {many}";

    /// <summary>A sentence as it stands after a colon: “documents showing …”. A name at its start is left alone only if it is in capitals.</summary>
    public static string Within(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;

    /// <summary>The first words of a text, by which it is told from others.</summary>
    public static string Start(string text) => text.Split(' ') is { Length: > 6 } words ? string.Join(' ', words[..5]) + " …" : text;

    /// <summary>A count that begins a sentence: “Twenty-three”, in figures from a hundred on.</summary>
    public static string Number(int n)
    {
        if (n is < 0 or > 99)
            return $"{n:N0}";
        string[] ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return Text.Sentence(n < 20 ? ones[n] : tens[n / 10 - 2] + (n % 10 == 0 ? "" : "-" + ones[n % 10]));
    }
}
