using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Responses;

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public Paged<ResponseItem> Responses { get; private set; } = null!;

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(ResponseFilter filter, CancellationToken ct)
    {
        Responses = await db.ListResponsesAsync(filter, ct, kept);
        var facets = await db.CountResponsesAsync(filter, kept, ct);
        List = new("/responses", ("response", "responses"), Responses.Total, Responses.Next, filter.Cursor is null, filter.Limit,
        [
            new("q", "Headline or respondent contains", filter.Q),
            facets.Field("kind", "What was said or done", filter.Kind),
            facets.Field("form", "How", filter.Form),
            facets.Field("standing", "Standing", filter.Standing) with { Mark = value => Enum.Parse<Standing>(value).Mark() },
            facets.Field("named", "Who answers", filter.Named),
            facets.Field("campaign", "Answers the campaign", filter.Campaign),
            facets.Field("jurisdiction", "Place", filter.Jurisdiction),
            facets.Field("letter", "Answers the letter", filter.Letter),
        ],
        FilterOrder.Of(filter.Sort, (ResponseSort.Newest, "Newest first"), (ResponseSort.Oldest, "Oldest first"), (ResponseSort.Headline, "Headline")));
    }
}
