using System.Net;

namespace SanctuaryTracker.Tests.Features.Jurisdictions;

public sealed class StoryTests
{
    [Fact]
    public async Task A_places_story_tells_what_happened_in_its_cases_each_with_its_own_evidence()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", sentOn: "2018-01-24"),
            Given.Lawsuit("suit", l => (l.FiledOn, l.Parties, l.Events, l.Citations) = (Given.On("2017-08-07"), [new() { Jurisdiction = "denver", Role = PartyRole.Plaintiff }],
            [
                new() { Key = "complaint", HappenedOn = Given.On("2017-08-07"), Kind = LawsuitEventKind.Complaint, Summary = "The city sues" },
                new() { Key = "ruling", HappenedOn = Given.On("2018-07"), Kind = LawsuitEventKind.Ruling, Summary = "The court rules for the city" },
            ], [Given.Cited(), Given.Cited("events/ruling", paragraph: 7)])),
            Given.Lawsuit("of-others", l => l.Events = [new() { HappenedOn = Given.On("2018-02"), Kind = LawsuitEventKind.Ruling, Summary = "Another ruling" }]));

        var story = (await app.GetHtmlAsync("/jurisdictions/denver")).QuerySelectorAll(".timeline > li");

        story.Select(li => li.QuerySelector(".side")?.TextContent).Should().Equal("In court: filed", "The sending side", "In court: ruling", null);
        story[2].TextContent.Should().Contain("July 2018").And.Contain("The court rules for the city");
        story[2].QuerySelector(".ev")!.TextContent.Should().Contain("¶7").And.NotContain("¶1");
        (await app.GetTextAsync("/figures/timeline/denver.csv", HttpStatusCode.OK)).Split('\n').Should().Contain(line => line.Contains("2018-07", StringComparison.Ordinal) && line.Contains("In court", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_of_which_nothing_is_recorded_is_told_so()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));

        (await app.GetHtmlAsync("/jurisdictions/denver")).QuerySelectorAll(".timeline h3").Should().ContainSingle().Which.TextContent.Should().Be("Nothing is recorded");
    }
}
