using System.Net;
using SanctuaryTracker.Features.Jurisdictions;

namespace SanctuaryTracker.Tests.Features.Lawsuits;

public sealed class SuitsByPlaceTests(Seeded seeded)
{
    [Fact]
    public async Task A_suit_reported_at_a_place_is_not_counted_as_the_places_own()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Lawsuit("reported", l => (l.CaseName, l.PlaceReported, l.Place) = (null, "Denver", "denver")), Given.Lawsuit("own", l => l.Parties = [new() { Jurisdiction = "boston", Role = PartyRole.Plaintiff }]));

        (await app.GetAsync<Paged<JurisdictionItem>>("/api/v1/jurisdictions?lawsuit=true")).Items.Select(j => (j.Slug, j.Lawsuits, j.SuitsReportedThere)).Should().Equal(("boston", 1, 0), ("denver", 0, 1));
        (await app.GetTextAsync("/jurisdictions.csv?columns=lawsuits,suits_reported_there", HttpStatusCode.OK)).Should().Contain("boston,1,0,").And.Contain("denver,0,1,");
        (await app.GetHtmlAsync("/jurisdictions")).QuerySelectorAll(".answer .meta").Select(m => m.TextContent).Should().Equal("Party to 1 lawsuit", "1 suit is reported there, not known to be its own");
        (await app.GetHtmlAsync("/jurisdictions/denver")).QuerySelectorAll(".figures dt").Select(t => t.TextContent).Should().Contain("suit reported here").And.NotContain("lawsuit").And.NotContain("lawsuits");
        (await app.GetHtmlAsync("/jurisdictions/boston")).QuerySelectorAll(".figures dt").Select(t => t.TextContent).Should().Contain("lawsuit").And.NotContain("suit reported here");
    }

    [Fact]
    public async Task The_front_page_counts_places_where_suits_are_reported_and_not_lawsuits()
    {
        var front = await (await seeded.AppAsync()).GetHtmlAsync("/");

        var number = front.QuerySelector(".figures > div:last-child")!;
        number.QuerySelector("dt")!.TextContent.Should().Be("places where suits are reported; there may be others");
        number.QuerySelector(".cite-as p")!.TextContent.Should().StartWith("Suits are reported in 3 places; no case is named, and there may be others. Source: ");
        front.QuerySelector("section[aria-labelledby=suits-h] .dek")!.TextContent.Should().Contain("need not be the place’s own");
    }

    [Theory]
    [InlineData("chicago-il", "The direction is inferred: place against federal side.")]
    [InlineData("california", "nor who sues whom")]
    public async Task A_places_page_says_of_a_suits_direction_what_the_suit_says(string place, string answer)
    {
        var page = await (await seeded.AppAsync()).GetHtmlAsync($"/jurisdictions/{place}");

        page.QuerySelectorAll(".gaps > div").Single(g => g.QuerySelector("dt")!.TextContent.StartsWith("Who sues", StringComparison.Ordinal)).TextContent.Should().Contain(answer);
    }

    [Fact]
    public async Task No_suit_is_said_to_be_about_the_letters()
    {
        var app = await seeded.AppAsync();

        (await app.GetHtmlAsync("/lawsuits")).QuerySelector("main")!.TextContent.Should().NotContain("about the letters").And.Contain("3 suits, by case or by place");
        (await app.GetHtmlAsync("/lawsuits/chicago-suit-2018")).QuerySelector("main")!.TextContent.Should().Contain("No source at hand says that it challenges or cites a letter");
    }
}
