using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public IReadOnlyList<JurisdictionDetail> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public PlacesFilter Asked { get; private set; } = new();

    /// <summary>What is wrong with what was asked; what was typed stays in the form.</summary>
    public BadQueryException? Refused { get; private set; }

    public async Task OnGetAsync(PlacesFilter filter, CancellationToken ct)
    {
        Asked = filter;
        try
        {
            Places = await db.FindPlacesAsync(filter, ct);
            if (Places.Count == 1 && filter.Asked.Where(asked => !string.IsNullOrWhiteSpace(asked.Place)).Skip(1).Select(asked => asked.Parameter).LastOrDefault() is { } again)
                throw new BadQueryException(again, "Give another place: this is the same one again.");
        }
        catch (BadQueryException e)
        {
            (Refused, Response.StatusCode) = (e, StatusCodes.Status400BadRequest);
        }
        Choices = await db.ListChoicesAsync(RecordKind.Jurisdiction, ct);
    }
}
