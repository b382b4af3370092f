using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Jurisdictions;

namespace SanctuaryTracker.Tests.Features.Jurisdictions;

public sealed class JurisdictionListTests
{
    [Fact]
    public async Task Places_are_found_by_where_they_stand_towards_a_round()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => c.NonReceipts = [new() { Jurisdiction = "seattle" }]), Given.Place("seattle"), Given.Place("silent"),
            Given.Letter("king-county", with: l => l.Copies = [new() { Person = "Durkan", Jurisdiction = "seattle" }]), Given.Letter("boston", campaign: "other"));

        await ShouldListAsync(app, "standing=Recipient", "boston", "king-county");
        await ShouldListAsync(app, "standing=Recipient&campaign=round", "king-county");
        await ShouldListAsync(app, "standing=Copied", "seattle");
        await ShouldListAsync(app, "standing=NotRecipient", "seattle");
        await ShouldListAsync(app, "standing=NotNamed", "silent");
        await ShouldListAsync(app, "standing=NotNamed&campaign=other", "king-county", "seattle", "silent");
        (await app.GetJsonAsync("/api/v1/jurisdictions?q=seattle")).GetProperty("items")[0].GetProperty("standing").EnumerateArray().Select(s => s.GetString()).Should().Equal("Copied", "NotRecipient");
        (await app.GetTextAsync("/jurisdictions.csv?q=seattle&columns=standing", System.Net.HttpStatusCode.OK)).Should().Contain("seattle,Copied; NotRecipient,");
    }

    [Fact]
    public async Task Places_are_found_by_response_lawsuit_identifier_and_part_of_a_name()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", answer: ResponseKind.Refusal), Given.Letter("aurora"), Given.Place("canon-city", p => (p.Name, p.OtherNames, p.State, p.Geoid) = ("Cañon City", ["100% City_"], "CO", "0811810")),
            Given.Lawsuit("suit", l => l.Parties = [new() { Jurisdiction = "chicago" }]), Given.Lawsuit("rumour", l => (l.CaseName, l.PlaceReported, l.Place) = (null, "San Francisco", "san-francisco")));

        await ShouldListAsync(app, "response=Refusal", "denver");
        await ShouldListAsync(app, "response=Boycott");
        await ShouldListAsync(app, "responded=true&campaign=round", "denver");
        await ShouldListAsync(app, "standing=Recipient&campaign=round&responded=false", "aurora");
        await ShouldListAsync(app, "lawsuit=true", "chicago", "san-francisco");
        await ShouldListAsync(app, "lawsuit=false", "aurora", "canon-city", "denver");
        await ShouldListAsync(app, "geoid=0811810", "canon-city");
        await ShouldListAsync(app, "q=CANON", "canon-city");
        await ShouldListAsync(app, "q=100%25", "canon-city");
        await ShouldListAsync(app, "q=%25", "canon-city");
        await ShouldListAsync(app, "state=CO&kind=City", "canon-city");
    }

    [Fact]
    public async Task The_reported_count_stands_beside_the_named_one_and_only_an_exact_one_leaves_a_rest()
    {
        var reported = (int? count, CountPrecision? precision) => Given.Campaign(with: c => (c.RecipientsReported, c.RecipientsPrecision) = (count, precision));
        await using var app = await TrackerApp.WithAsync(
            reported(23, CountPrecision.Exact), Given.Letter("denver"), Given.Letter("denver-again", with: l => l.Jurisdiction = "denver"), Given.Letter("boston"), Given.Letter("unnamed", with: l => (l.Jurisdiction, l.RecipientLabel) = (null, "a city")));

        (await app.GetAsync<CampaignDetail>("/api/v1/campaigns/round")).Campaign.Should().BeEquivalentTo(
            new { RecipientsReported = 23, RecipientsNamed = 2, RecipientsUnidentified = 1, RecipientsUnaccounted = 20 });
        await app.ReviseAsync<CampaignContent>(Given.Round, c => c.RecipientsPrecision = CountPrecision.About);
        (await app.GetAsync<CampaignDetail>("/api/v1/campaigns/round")).Campaign.RecipientsUnaccounted.Should().BeNull();
    }

    private static async Task ShouldListAsync(TrackerApp app, string query, params string[] slugs) =>
        (await app.GetAsync<Paged<JurisdictionItem>>($"/api/v1/jurisdictions?{query}")).Items.Select(l => l.Slug).Should().Equal(slugs, "{0} was asked", query);

    [Fact]
    public async Task Other_names_are_found_whatever_their_accents_and_quotes()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver", p => p.OtherNames = ["Ciudad de Dénver", "O’Denver Town"]));

        await ShouldListAsync(app, "q=DENVER%20town", "denver");
        await ShouldListAsync(app, "q=o'denver", "denver");
        await ShouldListAsync(app, "q=Dénver", "denver");
        await ShouldListAsync(app, "q=de%20De%CC%81nver", "denver");
    }
}
