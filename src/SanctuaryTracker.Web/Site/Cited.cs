using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A place in a source that bears on a fact, however much of the citation is at hand.</summary>
public interface ICited
{
    string? Field { get; }
    string Source { get; }
    string SourceName { get; }
    string Publisher { get; }
    PartialDate? PublishedOn { get; }
    int? Paragraph { get; }
    string? Page { get; }
    string? AsReported { get; }
    Basis Basis { get; }
    Bearing Bearing { get; }
    string Origin { get; }
}

/// <summary>Citations of one fact that bear on it alike: “Stated: CBS ¶1, ¶2; Seattle Times ¶5, one origin”.</summary>
public sealed record EvidenceGroup(string Word, string CssClass, IReadOnlyList<ICited> Citations)
{
    /// <summary>Several publishers that print the same copy confirm a fact once.</summary>
    public bool IsOneOrigin => Citations.Select(c => c.Source).Distinct().Count() > 1 && Citations.Select(c => c.Origin).Distinct().Count() == 1;

    /// <summary>What a reader must see beside a value: that it is disputed, or that nothing firmer than an inference or a vaguer wording carries it.</summary>
    public static IEnumerable<EvidenceGroup> Weakness(IEnumerable<ICited> citations) =>
        Of(citations).Where((group, firmest) => group.Word == "Disputed" || firmest == 0 && group.Word != "Stated");

    public static IEnumerable<EvidenceGroup> Of(IEnumerable<ICited> citations) =>
        from citation in citations
        let kind = citation switch
        {
            { Bearing: Bearing.Disputes } => (Order: 3, Word: "Disputed", Class: "disputed"),
            { Bearing: Bearing.Compatible } => (Order: 2, Word: "Compatible", Class: "reported"),
            { Basis: Basis.Inferred } => (Order: 1, Word: "Inferred", Class: "inferred"),
            _ => (Order: 0, Word: "Stated", Class: "stated"),
        }
        group citation by kind into g
        orderby g.Key.Order
        select new EvidenceGroup(g.Key.Word, g.Key.Class, [.. g]);
}
