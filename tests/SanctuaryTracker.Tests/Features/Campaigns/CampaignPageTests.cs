namespace SanctuaryTracker.Tests.Features.Campaigns;

public sealed class CampaignPageTests
{
    [Fact]
    public async Task A_round_of_which_nothing_is_recorded_says_so_once_and_draws_no_empty_map()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign());

        var page = await app.GetHtmlAsync("/campaigns/round");

        page.QuerySelectorAll("figure").Should().BeEmpty();
        page.QuerySelectorAll(".empty").Should().ContainSingle().Which.TextContent.Should().Contain("No letter of this round is recorded, nor any response.");
    }

    [Fact]
    public async Task A_round_that_was_answered_shows_who_answered_though_no_letter_is_recorded()
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign() + Given.Response("denver", answers: "campaigns/round", form: ResponseForm.Remark));

        var page = await app.GetHtmlAsync("/campaigns/round");

        page.QuerySelectorAll("figure").Should().NotBeEmpty();
        page.QuerySelector("#answers-h + table")!.TextContent.Should().Contain("Denver answers");
        page.QuerySelector(".empty")!.TextContent.Should().Contain("No letter of this round is recorded.");
    }
}
