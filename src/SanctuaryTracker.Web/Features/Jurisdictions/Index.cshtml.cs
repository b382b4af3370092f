using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<JurisdictionItem> Jurisdictions { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(JurisdictionFilter filter, [FromQuery] string[]? columns, CancellationToken ct)
    {
        Jurisdictions = await db.ListJurisdictionsAsync(filter, ct);
        var facets = await db.CountJurisdictionsAsync(filter, kept, ct);
        List = new("/jurisdictions", ("place", "places"), Jurisdictions.Total, Jurisdictions.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Name contains", filter.Q),
            facets.Field("standing", "Standing", filter.Standing) with { Mark = value => Enum.Parse<PlaceStanding>(value).AsStanding().Mark() },
            facets.Field("campaign", "Involved in the campaign", filter.Campaign) with { Label = filter.Standing is null && filter.Response is null ? "Involved in the campaign" : "Towards the campaign" },
            facets.Field("response", "Kind of response", filter.Response),
            facets.Field("responded", "Response of any form", filter.Responded),
            facets.Field("lawsuit", "Lawsuit", filter.Lawsuit),
            facets.Field("kind", "Kind of government", filter.Kind),
            facets.Field("state", "State", filter.State),
            new("geoid", "GEOID", filter.Geoid),
        ],
        FilterOrder.Of(filter.Sort, (JurisdictionSort.Name, "Name"), (JurisdictionSort.NameDescending, "Name, Z to A")),
        JurisdictionList.Columns.ChoiceOf(columns, "name", "kind", "standing", "responses", "citations"));
    }
}
