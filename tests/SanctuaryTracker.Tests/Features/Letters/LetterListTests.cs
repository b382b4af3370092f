using SanctuaryTracker.Features.Letters;

namespace SanctuaryTracker.Tests.Features.Letters;

public sealed class LetterListTests
{
    [Fact]
    public async Task Only_letters_of_the_campaign_asked_for_are_listed()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("boston"), Given.Letter("denver", campaign: "later-round"));

        var json = await app.GetAsync<Paged<LetterItem>>("/api/v1/letters?campaign=later-round");

        json.Items.Should().ContainSingle().Which.Slug.Should().Be("denver");
    }
}
