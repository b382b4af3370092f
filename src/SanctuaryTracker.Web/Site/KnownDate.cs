using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>How a date is known: a source prints it, it is worked out from a source's word such as “Wednesday”, or we read it so.</summary>
public enum DateBasis { Stated, Derived, Inferred }

/// <summary>A date, how it is known, and the source's word for it.</summary>
/// <param name="Basis">Null if nothing is cited for the date itself.</param>
public sealed record KnownDate(PartialDate? On, DateBasis? Basis, string? AsReported)
{
    public static KnownDate Of(PartialDate? on, IEnumerable<ICited> citations, string field)
    {
        var firmest = on is null ? null : Firmest(citations, field);
        return new(on, BasisOf(firmest?.Basis, firmest?.AsReported), firmest?.AsReported);
    }

    /// <summary>That a field's date was worked out; null if it was not, or the field is no date.</summary>
    public static string? WorkedOut(IEnumerable<ICited> citations, string field) =>
        field.EndsWith("_on", StringComparison.Ordinal) && Firmest(citations, field) is { } firmest && BasisOf(firmest.Basis, firmest.AsReported) == DateBasis.Derived ? RemarkOf(DateBasis.Derived, firmest.AsReported) : null;

    /// <summary>A wording without the year does not state a date: the year at least was worked out.</summary>
    public static DateBasis? BasisOf(Basis? basis, string? asReported) => basis switch
    {
        null => null,
        Model.Basis.Inferred => DateBasis.Inferred,
        _ => asReported is null || HasYear(asReported) ? DateBasis.Stated : DateBasis.Derived,
    };

    /// <summary>What has to stand beside the date; null if a source states it.</summary>
    public string? Remark => RemarkOf(Basis, AsReported);

    /// <summary>“24 January 2018 (worked out from “Wednesday”)”; null if it is not known.</summary>
    public string? InWords => On is { } on ? on.InWords() + (Remark is { } remark ? $" ({remark})" : "") : null;

    private static ICited? Firmest(IEnumerable<ICited> citations, string field) =>
        citations.Where(c => c.Field == field && c.Bearing == Bearing.Supports).OrderBy(c => c.Basis == Model.Basis.Inferred).FirstOrDefault();

    private static string? RemarkOf(DateBasis? basis, string? asReported) => basis switch
    {
        DateBasis.Derived => $"worked out from “{asReported}”",
        DateBasis.Inferred => "inferred",
        _ => null,
    };

    private static bool HasYear(string wording) => wording.Split(' ').Any(word => word.Count(char.IsAsciiDigit) >= 4);
}
