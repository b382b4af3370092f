using Microsoft.Extensions.DependencyInjection;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Tests.Site;

public sealed class UntilChangedTests
{
    [Fact]
    public async Task Of_many_who_ask_at_once_one_makes_it_and_all_get_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));
        var made = 0;
        var mayEnd = new TaskCompletionSource();

        var asking = Enumerable.Range(0, 8).Select(_ => KeepAsync(app, "dear", async () =>
        {
            Interlocked.Increment(ref made);
            await mayEnd.Task;
            return "made";
        })).ToList();
        mayEnd.SetResult();

        (await Task.WhenAll(asking)).Should().OnlyContain(value => value == "made");
        made.Should().Be(1);
    }

    [Fact]
    public async Task Where_one_fails_the_next_makes_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));
        var mayFail = new TaskCompletionSource<string>();
        var first = KeepAsync(app, "dear", () => mayFail.Task);
        var second = KeepAsync(app, "dear", () => Task.FromResult("made"));

        mayFail.SetException(new InvalidOperationException());

        await first.Awaiting(f => f).Should().ThrowAsync<InvalidOperationException>();
        (await second).Should().Be("made");
    }

    [Fact]
    public async Task It_is_made_again_after_a_change_and_what_is_too_large_is_not_kept()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));
        (await KeepAsync(app, "dear", () => Task.FromResult("before"))).Should().Be("before");
        (await KeepAsync(app, "dear", () => Task.FromResult("after"))).Should().Be("before");

        await app.ReviseAsync<JurisdictionContent>("denver", j => j.Name = "Another name");

        (await KeepAsync(app, "dear", () => Task.FromResult("after"))).Should().Be("after");
        (await KeepAsync(app, "large", () => Task.FromResult("once"), _ => 1L << 40)).Should().Be("once");
        (await KeepAsync(app, "large", () => Task.FromResult("twice"), _ => 1L << 40)).Should().Be("twice");
    }

    private static Task<string> KeepAsync(TrackerApp app, string key, Func<Task<string>> make, Func<string, long>? size = null) =>
        app.InScopeAsync(services => services.GetRequiredService<UntilChanged>().KeepAsync(key, make, default, size));
}
