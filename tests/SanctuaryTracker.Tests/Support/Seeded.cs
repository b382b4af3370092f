[assembly: AssemblyFixture(typeof(SanctuaryTracker.Tests.Support.Seeded))]

namespace SanctuaryTracker.Tests.Support;

/// <summary>The application with the project's own seed, for tests that only read; made when the first one asks.</summary>
public sealed class Seeded : IAsyncDisposable
{
    private readonly Lazy<Task<TrackerApp>> app = new(() => TrackerApp.WithSeedAsync());

    public Task<TrackerApp> AppAsync() => app.Value;

    public async ValueTask DisposeAsync()
    {
        if (app.IsValueCreated)
            await (await app.Value).DisposeAsync();
    }
}
