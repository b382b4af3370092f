[assembly: AssemblyFixture(typeof(SanctuaryTracker.Tests.Support.Run))]

namespace SanctuaryTracker.Tests.Support;

/// <summary>What the whole run shares, and leaves nothing of.</summary>
public sealed class Run : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await TestDatabase.DeleteTemplateAsync();
}
