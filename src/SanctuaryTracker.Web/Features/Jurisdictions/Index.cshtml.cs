using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Jurisdictions;

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public Paged<JurisdictionItem> Jurisdictions { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(JurisdictionFilter filter, CancellationToken ct)
    {
        Jurisdictions = await db.ListJurisdictionsAsync(filter, ct);
        List = new("/jurisdictions", Jurisdictions.Total, Jurisdictions.Next, filter.Cursor is null,
        [
            new("q", "Name contains", filter.Q),
            FilterField.Of("standing", "Standing", filter.Standing),
            new("campaign", "Towards the campaign", filter.Campaign, await db.CampaignChoicesAsync(ct), "standing", "response"),
            FilterField.Of("response", "Kind of response", filter.Response),
            FilterField.YesNo("responded", "Response of any form", filter.Responded, "Recorded", "None recorded"),
            FilterField.YesNo("lawsuit", "Lawsuit", filter.Lawsuit, "Has one", "None recorded"),
            new("state", "State", filter.State, [.. States.Names.Select(s => new Choice(s.Key, s.Value))]),
            FilterField.Of("kind", "Kind of government", filter.Kind),
            new("geoid", "GEOID", filter.Geoid),
        ],
        new("sort", "Sort by", filter.Sort.ToString(), [new("Name", "Name"), new("NameDescending", "Name, Z to A")]));
    }
}
