namespace SanctuaryTracker.Tests.Support;

/// <summary>A published record to try contents against, without publishing any: many tests can share it.</summary>
public sealed class RuleBook : IAsyncLifetime
{
    private Store store = null!;

    public async ValueTask InitializeAsync() => store = await Store.WithAsync(
        Given.Campaign(replyDueOn: "2018-02-23"), Given.Letter("denver"), Given.Place("boston"),
        Given.Letter("undated", campaign: null), Given.Statement("warning", with: s => s.MadeOn = Given.On("2018-01-24")),
        Given.Lawsuit("filed", with: l => (l.FiledOn, l.Court, l.DocketNumber) = (Given.On("2017-08-07"), "ilnd", "1:17-cv-05720")));

    public async ValueTask DisposeAsync() => await store.DisposeAsync();

    /// <summary>Why it would be refused; nothing if it would not.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(Given given)
    {
        var outcome = await store.CheckAsync([.. given.Records.Where(r => !r.IsBrought).Select(r => new Edit(r.Kind, r.Slug, r.Content))]);
        outcome.Should().Match(o => o is Outcome.Refused || o is Outcome.Applied);
        return outcome is Outcome.Refused refused ? refused.Problems : [];
    }

    public async Task ShouldRefuseAsync(Given given, string field, string message)
    {
        var problems = await ProblemsAsync(given);
        problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Field == field && p.Message.Contains(message));
        problems[0].Record.Should().Be($"{given.Records[^1].Kind.Path}/{given.Records[^1].Slug}");
    }

    public async Task ShouldAllowAsync(Given given) => (await ProblemsAsync(given)).Should().BeEmpty();
}
