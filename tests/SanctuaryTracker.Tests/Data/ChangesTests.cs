namespace SanctuaryTracker.Tests.Data;

public sealed class ChangesTests
{
    [Fact]
    public async Task A_stale_version_is_refused_and_told_theirs()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        var mine = await store.DraftAsync<JurisdictionContent>("denver", c => c.Name = "Mine");
        (await store.ReviseAsync<JurisdictionContent>("denver", c => c.Name = "Theirs")).Should().BeOfType<Outcome.Applied>();

        var outcome = await store.ApplyAsync(mine);

        outcome.Should().BeOfType<Outcome.Stale>().Which.Theirs.Content.Should().Contain("Theirs");
    }
}
