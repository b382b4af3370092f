using SanctuaryTracker.Features.Responses;

namespace SanctuaryTracker.Tests.Features.Responses;

public sealed class StandingTests
{
    [Fact]
    public async Task Standing_is_derived_from_letters_copies_and_non_receipts_and_is_the_first_that_fits()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => c.NonReceipts = [new() { Jurisdiction = "seattle" }, new() { Jurisdiction = "portland" }]), Given.Place("seattle"), Given.Place("portland"),
            Given.Letter("king-county", with: l => l.Copies = [new() { Person = "Durkan", Jurisdiction = "seattle" }]),
            Answer("king-county"), Answer("seattle"), Answer("portland"), Answer("boston"),
            Given.Response("mayors", $"campaigns/{Given.Round}", with: r => (r.Jurisdiction, r.Association) = (null, "Conference of Mayors")),
            Given.Response("officials", $"campaigns/{Given.Round}", with: r => (r.Jurisdiction, r.Officials) = (null, "several mayors")));

        (await StandingsAsync(app)).Should().BeEquivalentTo(new Dictionary<string, Standing?>
        {
            ["king-county"] = Standing.Recipient, ["seattle"] = Standing.Copied, ["portland"] = Standing.NotRecipient, ["boston"] = Standing.NotNamed, ["mayors"] = Standing.Association, ["officials"] = null,
        });
        (await app.GetAsync<Paged<ResponseItem>>("/api/v1/responses?standing=Copied")).Items.Should().ContainSingle("a copy is never a receipt").Which.Slug.Should().Be("seattle");
    }

    [Fact]
    public async Task Standing_towards_one_round_does_not_come_from_another()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("boston", campaign: "earlier"), Given.Letter("denver", with: l => l.Copies = [new() { Person = "A. Mayor", Jurisdiction = "chicago" }]),
            Answer("boston"), Given.Response("chicago", "campaigns/earlier"));

        (await StandingsAsync(app)).Should().BeEquivalentTo(new Dictionary<string, Standing?> { ["boston"] = Standing.NotNamed, ["chicago"] = Standing.NotNamed });
    }

    [Fact]
    public async Task An_answer_to_a_letter_that_belongs_to_no_round_makes_no_recipient_of_who_got_another()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Campaign(with: c => c.NonReceipts = [new() { Jurisdiction = "portland" }]), Given.Place("portland"),
            Given.Letter("denver", campaign: null), Given.Letter("boston", campaign: null, with: l => l.Copies = [new() { Person = "A. Mayor", Jurisdiction = "chicago" }]),
            Given.Response("denver", "letters/denver"), Given.Response("boston", "letters/denver"), Given.Response("chicago", "letters/denver"), Given.Response("portland", "letters/denver"));

        (await StandingsAsync(app)).Should().BeEquivalentTo(new Dictionary<string, Standing?>
        {
            ["denver"] = Standing.Recipient, ["boston"] = Standing.NotNamed, ["chicago"] = Standing.NotNamed, ["portland"] = Standing.NotNamed,
        });
    }

    [Fact]
    public async Task An_answer_to_nothing_known_stands_by_any_letter_at_all()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Given.Response("denver"), Given.Response("boston"));

        (await StandingsAsync(app)).Should().BeEquivalentTo(new Dictionary<string, Standing?> { ["denver"] = Standing.Recipient, ["boston"] = Standing.NotNamed });
    }

    [Fact]
    public async Task A_letter_that_is_withdrawn_takes_the_standing_with_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"), Answer("denver"));

        await app.WithdrawAsync(RecordKind.Letter, "denver");

        (await StandingsAsync(app))["denver"].Should().Be(Standing.NotNamed);
    }

    [Fact]
    public async Task An_answer_to_a_statement_about_one_round_is_towards_that_round()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver"), Given.Campaign("earlier"), Given.Statement("warning"), Given.Statement("both", with: s => s.About = ["campaigns/round", "campaigns/earlier"]),
            Given.Response("denver", "statements/warning"), Given.Response("boston", "statements/both"));

        var responses = (await app.GetAsync<Paged<ResponseItem>>("/api/v1/responses")).Items.ToDictionary(r => r.Slug);

        responses["denver"].Campaign!.Slug.Should().Be(Given.Round);
        responses["boston"].Campaign.Should().BeNull();
        (await app.ReviseAsync<StatementContent>("both", s => s.About = ["campaigns/earlier"])).Should().BeOfType<Outcome.Applied>();
        (await app.GetAsync<ResponseDetail>("/api/v1/responses/boston")).Response.Campaign!.Slug.Should().Be("earlier");
    }

    private static Given Answer(string place) => Given.Response(place, $"campaigns/{Given.Round}");

    private static async Task<Dictionary<string, Standing?>> StandingsAsync(TrackerApp app) =>
        (await app.GetAsync<Paged<ResponseItem>>("/api/v1/responses")).Items.ToDictionary(r => r.Slug, r => r.Standing);
}
