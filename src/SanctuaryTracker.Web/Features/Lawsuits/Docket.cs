using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Lawsuits;

/// <summary>How a lawsuit's page tells what is not known of it.</summary>
public static class Docket
{
    public static IEnumerable<Gap> Gaps(this LawsuitDetail detail)
    {
        var suit = detail.Lawsuit;
        if (suit.CaseName is null)
            yield return new("The case", "No source at hand names it. It is known by the place alone, and may be more than one case.", "Not known");
        if (detail.Parties.Count == 0)
            yield return new("The parties", suit.Direction == LawsuitDirection.Unknown ? "No party is named, so it is not known who sues whom." : "No party is named; who sues whom is inferred.", "Not known");
        if (suit.Court is null)
            yield return new("The court", "No source at hand names it.", "Not known");
        if (suit.DocketNumber is null)
            yield return new("The docket number", suit.Court is null ? "Without it, the court’s own papers cannot be looked up." : "The court is known, the number is not.", "Not known");
        if (suit.FiledOn is null)
            yield return new("When it was filed", "No source at hand says.", "Not known");
        if (suit.Status is null)
            yield return new("How it stands", "No source at hand says.", "Not known");
        if (detail.Events.Count == 0)
            yield return new("Rulings and other events", "None is recorded. That is the state of this record, not of the case.", "None recorded");
        if (detail.Links.Count == 0)
            yield return new("What it has to do with the letters", "No source at hand says that it challenges or cites a letter or a round of letters.", "None recorded");
    }
}
