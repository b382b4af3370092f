using System.Net;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Responses;

namespace SanctuaryTracker.Tests.Features.Campaigns;

public sealed class NamedByInferenceTests
{
    [Fact]
    public async Task A_recipient_named_by_inference_is_counted_as_that_wherever_the_named_are_counted()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => (c.RecipientsReported, c.RecipientsPrecision) = (9, CountPrecision.Exact)), Given.Letter("boston"),
            Given.Letter("denver", answer: ResponseKind.Objection, form: ResponseForm.Remark, with: l => l.KnownBy = LetterBasis.Inferred));

        (await app.GetAsync<Paged<CampaignItem>>("/api/v1/campaigns")).Items[0].Should().BeEquivalentTo(new { RecipientsNamed = 2, RecipientsInferred = 1 });
        (await app.GetTextAsync("/campaigns.csv?columns=recipients_named,recipients_inferred", HttpStatusCode.OK)).Should().Contain("round,2,1,");
        var front = await app.GetHtmlAsync("/");
        front.QuerySelector("h1")!.TextContent.Should().Contain("Two can be named, one of them by inference.");
        front.QuerySelector(".figures dt")!.TextContent.Should().Be("recipients reported are named, one of them by inference");
        front.QuerySelector(".figures .cite-as p")!.TextContent.Should().StartWith("Of 9 recipients reported of “The Round”, 2 are named, one of them by inference. Source: ");
        foreach (var path in new[] { "/campaigns", "/campaigns/round", "/figures/map/round", "/embed/figures/map/round", "/embed/campaigns/round" })
            (await app.GetHtmlAsync(path)).QuerySelector("main")!.TextContent.Should().Contain("one of them by inference", "{0} counts the named", path);
        (await app.GetTextAsync("/figures/map/round.svg", HttpStatusCode.OK)).Should().Contain("2 of 9 recipients named, one of them by inference.");
    }

    [Fact]
    public async Task A_place_that_is_a_recipient_by_inference_is_marked_as_that_on_lists_responses_and_figures()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("boston", answer: ResponseKind.Objection, form: ResponseForm.Remark), Given.Letter("denver", answer: ResponseKind.Objection, form: ResponseForm.Remark, with: l => l.KnownBy = LetterBasis.Inferred));

        foreach (var path in new[] { "/jurisdictions/denver", "/embed/jurisdictions/denver", "/responses/denver", "/letters/denver" })
            (await app.GetHtmlAsync(path)).QuerySelector(".standing.received + .basis.inferred").Should().NotBeNull("{0} says so", path);
        foreach (var path in new[] { "/", "/jurisdictions", "/compare?first=boston&second=denver" })
            (await app.GetHtmlAsync(path)).QuerySelectorAll(".standing.received + .basis.inferred").Should().ContainSingle("{0} has one of the two", path);
        (await app.GetAsync<Paged<JurisdictionItem>>("/api/v1/jurisdictions?standing=Recipient")).Items.Select(j => j.LettersInferred).Should().Equal(0, 1);
        (await app.GetAsync<Paged<ResponseItem>>("/api/v1/responses?sort=Headline")).Items.Select(r => r.StandingBasis).Should().Equal(Basis.Stated, Basis.Inferred);
        (await app.GetTextAsync("/responses.csv?columns=standing,standing_basis", HttpStatusCode.OK)).Should().Contain("boston,Recipient,Stated,").And.Contain("denver,Recipient,Inferred,");
        (await app.GetTextAsync("/figures/map/round.csv", HttpStatusCode.OK)).Should().Contain("Recipient,Stated,").And.Contain("Recipient,Inferred,");
        (await app.GetHtmlAsync("/responses")).QuerySelectorAll("article .side").Select(s => s.TextContent).Should().BeEquivalentTo("Boston, received", "Denver, received (inferred)");
    }
}
