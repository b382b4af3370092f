using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Home;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk;

/// <summary>Every part of the site's design in one place, shown with what the record holds.</summary>
public sealed class StyleguideModel(TrackerDb db, TimeProvider clock) : PageModel
{
    public static IReadOnlyList<(string Token, string Meaning)> Colours { get; } =
    [
        ("paper", "the page"), ("stock", "the record’s ground"), ("band", "a band on it"), ("ink", "text"), ("soft", "secondary text"), ("edge", "borders of controls"), ("rule", "hairlines"),
        ("pine", "places: reached by a letter, answering"), ("pine-tint", "a state that is itself a recipient"), ("umber", "the sending side"), ("plum", "the courts"), ("slate", "not reached; third parties"),
        ("brick", "errors, on forms only"), ("brick-tint", "their ground"), ("marker", "found passages, insertions"),
    ];

    public static IReadOnlyList<(string Size, string Use)> Sizes { get; } =
        [("h1", "A page’s headline"), ("figure", "1,234"), ("h2", "A section"), ("lead", "The first paragraph"), ("h3", "An entry"), ("body", "Reading"), ("data", "Tables and controls"), ("small", "Notes")];

    public static IReadOnlyList<int> Spaces { get; } = [1, 2, 3, 4, 5, 6, 7];

    public static ListView List { get; } = new("/letters", ("letter", "letters"), 3, null, IsFirst: false, Paging.DefaultLimit,
    [
        new("q", "Recipient or date contains", null),
        new("state", "State", "CA", new("state", [new("CA", "California", 3), new("WA", "Washington", 2)])),
        new("identified", "Recipient", null, new("identified", [new("true", "Identified", 2), new("false", "Not identified", 1)])),
    ],
    new("Newest", new("Newest", "Newest first"), new("Oldest", "Oldest first")));

    public CampaignDetail? Campaign { get; private set; }

    public IReadOnlyList<ResponseItem> Responses { get; private set; } = [];

    public IReadOnlyList<StatementItem> Statements { get; private set; } = [];

    public IReadOnlyList<LawsuitItem> Lawsuits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Campaign = (await db.FindFrontPageAsync(clock.Today, ct)).Campaign;
        // Those with words of their own come first: they show most.
        Responses = [.. (await db.ListResponsesAsync(new(Limit: 20), ct)).Items.OrderByDescending(r => r.Citations.Any(c => c.Quotations.Count > 0)).Take(2)];
        Statements = [.. (await db.ListStatementsAsync(new(Limit: 20), ct)).Items.OrderByDescending(s => s.Citations.Any(c => c.Quotations.Count > 0)).Take(1)];
        Lawsuits = (await db.ListLawsuitsAsync(new(Limit: 2), ct)).Items;
    }
}
