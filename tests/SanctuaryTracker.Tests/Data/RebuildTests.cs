using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

public sealed class RebuildTests
{
    [Fact]
    public async Task The_live_tables_are_the_same_when_made_again_from_the_log()
    {
        await using var store = await Store.WithAsync();
        await store.InScopeAsync(services => services.GetRequiredService<Preparation>().SeedAsync(default));
        await ChangeThisAndThatAsync(store);

        await using var copy = await RebuiltAsync(store, until: null);

        await ShouldBeEqualAsync(store, copy);
    }

    [Fact]
    public async Task Made_again_in_place_they_are_the_same_too()
    {
        await using var store = await Store.WithAsync();
        await ChangeThisAndThatAsync(store);
        var before = await store.ReadAsync(Tables.ReadAsync);

        var count = await store.InScopeAsync(services => services.GetRequiredService<Rebuild>().RunAsync(null, default));

        count.Should().Be(before["Record"].Count).And.BePositive();
        (await store.ReadAsync(Tables.ReadAsync)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task As_of_a_moment_later_changes_are_left_out()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));
        var then = store.Clock.GetUtcNow().UtcDateTime;
        await using var asItWas = await RebuiltAsync(store, until: null);
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ChangeThisAndThatAsync(store);

        await using var copy = await RebuiltAsync(store, until: then);

        await ShouldBeEqualAsync(asItWas, copy);
    }

    /// <summary>Edits, renames, withdrawals and a publication after one, each some time after the other.</summary>
    private static async Task ChangeThisAndThatAsync(Store store)
    {
        await store.GivenAsync(
            Given.Campaign("second", replyDueOn: "2018-02-23", with: c => (c.Laws, c.Follows, c.NonReceipts) = (["8 U.S.C. 1373"], [Given.Round], [new() { Jurisdiction = "seattle-wa" }])),
            Given.Campaign(), Given.Place("seattle-wa"), Given.Place("king-county", p => (p.State, p.OtherNames, p.Latitude, p.Longitude) = ("WA", ["King"], 47.5, -121.8)),
            Given.Letter("king-county", answer: ResponseKind.Refusal, campaign: "second", with: l => l.Copies = [new() { Person = "Durkan", Jurisdiction = "seattle-wa" }]),
            Given.Response("seattle-wa", "statements/warning", form: ResponseForm.Remark, with: r => r.Speakers = [new() { Name = "Durkan", Office = "Mayor" }, new() { Name = "Holmes" }]),
            Given.Statement("warning", "campaigns/second"), Given.Statement("error"),
            Given.Lawsuit("first", l => l.RelatedCases = [new() { Lawsuit = "appeal", Kind = RelatedCaseKind.AppealOf }]),
            Given.Lawsuit("appeal", l => (l.Parties, l.Events, l.Links, l.Direction) = (
                [new() { Jurisdiction = "king-county" }, new() { Name = "Sessions", Role = PartyRole.Defendant }], [new() { HappenedOn = Given.On("2018-02"), Summary = "Heard" }],
                [new() { Record = "letters/king-county", Kind = LawsuitLinkKind.Challenges }], LawsuitDirection.JurisdictionVersusFederal)));
        var (scan, reply) = (await store.TakeAsync(Files.Png(), "scan.png"), await store.TakeAsync(Files.Text("Dear\n\nall"), "reply.txt", d => (d.Title, d.Held) = ("The reply", true)));
        var changes = new Func<Task<Outcome>>[]
        {
            () => store.ReviseAsync<LetterContent>("king-county", l => l.Documents = [scan]),
            () => store.ReviseAsync<LetterContent>("king-county", l => l.Documents.Insert(0, reply)),
            () => store.ReviseAsync<JurisdictionContent>("king-county", p => (p.Name, p.State) = ("King", "WA")),
            () => store.ReviseAsync<CampaignContent>("second", c => c.SentOn = Given.On("2018-01-23")),
            () => store.WithdrawAsync(RecordKind.Statement, "error"),
            () => store.ReviseAsync<StatementContent>("warning", s => s.About = ["campaigns/second", "jurisdictions/seattle-wa"]),
            () => store.ReviseAsync<LetterContent>("king-county", l => (l.Subject, l.Citations) = ("Records", [l.Citations[0], Given.Cited("subject", paragraph: 7)])),
            () => store.ApplyAsync(Given.Statement("error", "campaigns/second", s => s.Headline = "No error").Edit),
            async () => await store.ApplyAsync(new Change("An editor", "Seen", ChangeOrigin.Form, [await store.DraftAsync<LetterContent>("king-county", l => l.Addressee = "The executive")], "The addressee was left out")),
            () => store.ReviseAsync<LawsuitContent>("appeal", l => l.Parties.Reverse()),
        };
        foreach (var change in changes)
        {
            store.Clock.Advance(TimeSpan.FromHours(1));
            (await change()).Should().BeOfType<Outcome.Applied>();
        }
    }

    private static async Task<Store> RebuiltAsync(Store store, DateTime? until)
    {
        var copy = await Store.WithAsync();
        await store.ReadAsync(from => copy.ReadAsync(async to =>
        {
            await Rebuild.CopyLogAsync(from, to, until, default);
            return await new Rebuild(to).RunAsync(until, default);
        }));
        return copy;
    }

    private static async Task ShouldBeEqualAsync(Store expected, Store actual)
    {
        var tables = await expected.ReadAsync(Tables.ReadAsync);
        tables["Record"].Should().NotBeEmpty();
        foreach (var (name, rows) in await actual.ReadAsync(Tables.ReadAsync))
            rows.Should().Equal(tables[name], "{0} should be the same", name);
    }
}
