using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Citations;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Sources;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Cards;

/// <summary>The picture of a list, with the filters of its page, which it asks what it shows. Not kept: there is no end of questions.</summary>
public static class ListCards
{
    private const int MaxNames = 4;

    public static void MapListCards(this IEndpointRouteBuilder site)
    {
        site.MapListCard<JurisdictionFilter, Jurisdictions.IndexModel>("Jurisdictions", (page, filter, ct) => page.OnGetAsync(filter, null, ct), page => (page.List, page.Jurisdictions.Items.Select(j => j.Title)));
        site.MapListCard<CampaignFilter, Campaigns.IndexModel>("Campaigns", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Campaigns.Items.Select(c => c.Title)));
        site.MapListCard<LetterFilter, Letters.IndexModel>("Letters", (page, filter, ct) => page.OnGetAsync(filter, null, ct), page => (page.List, page.Letters.Items.Select(l => l.Recipient)));
        site.MapListCard<ResponseFilter, Responses.IndexModel>("Responses", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Responses.Items.Select(r => r.Respondent)));
        site.MapListCard<StatementFilter, Statements.IndexModel>("Statements", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Statements.Items.Select(s => s.Speaker ?? s.Attribution).OfType<string>()));
        site.MapListCard<LawsuitFilter, Lawsuits.IndexModel>("Lawsuits", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Lawsuits.Items.Select(l => l.Title)));
        site.MapListCard<SourceFilter, Sources.IndexModel>("Sources", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Sources.Items.Select(s => s.Title)));
        site.MapListCard<CitationFilter, Citations.IndexModel>("Citations", (page, filter, ct) => page.OnGetAsync(filter, ct), page => (page.List, page.Citations.Items.Select(c => c.Record.Title)));
    }

    private static void MapListCard<TFilter, TPage>(this IEndpointRouteBuilder site, string list, Func<TPage, TFilter, CancellationToken, Task> ask, Func<TPage, (ListView List, IEnumerable<string> Names)> shown)
        where TFilter : notnull =>
        site.MapFile($"/cards/{list.ToLowerInvariant()}.png", async ([AsParameters] TFilter filter, HttpContext context, TimeProvider clock, CancellationToken ct) =>
        {
            var page = ActivatorUtilities.CreateInstance<TPage>(context.RequestServices);
            await ask(page, filter, ct);
            var (view, names) = shown(page);
            return CardsSite.Picture(context.Response, CardPicture.Draw(Of(list, view, [.. names.Distinct()], PartialDate.Of(clock.Today))));
        }).WithMetadata(new WithoutParameters("limit", "cursor")).ExcludeFromDescription();

    private static Card Of(string list, ListView view, List<string> names, PartialDate today)
    {
        var filters = view.InForce.Select(f => $"{f.Label}: {f.ValueInWords}").ToList();
        return new($"{list} in the record", null, Words.Count(view.Total, view.Noun.One, view.Noun.Many) + (filters.Count > 0 ? $". {string.Join("; ", filters)}" : ""),
        [
            .. names.Count == 0 ? ["Nothing in the record matches."] : names.Take(MaxNames),
            names.Count > MaxNames || view.Next is not null ? "and others" : "",
        ], $"Record as of {today.InWords()}");
    }
}
