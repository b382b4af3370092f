using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace SanctuaryTracker.Tests.Support;

/// <summary>The record without the site: the application's own data services over a database of the test's own.</summary>
public class Store : IAsyncDisposable
{
    private readonly ServiceProvider? own;

    protected Store(TestDatabase database, FakeTimeProvider clock, bool hasOwnServices)
    {
        Database = database;
        Clock = clock;
        if (hasOwnServices)
            own = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddTrackerData(database.Settings).BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    /// <summary>Stands still unless the test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    public virtual IServiceProvider Services => own!;

    public static async Task<Store> WithAsync(params Given[] given)
    {
        var store = new Store(await TestDatabase.CreateAsync(), NewClock(), hasOwnServices: true);
        await store.GivenAsync(given);
        return store;
    }

    /// <summary>Over a database that may not be there yet, or not be usable.</summary>
    public static Store Over(TestDatabase database) => new(database, NewClock(), hasOwnServices: true);

    /// <summary>Publishes what is given, and what it needs unless that is there already.</summary>
    public async Task GivenAsync(params Given[] given)
    {
        var published = await ReadAsync(db => db.Records.Select(r => new { r.Kind, r.Slug }).ToListAsync());
        var edits = given.SelectMany(g => g.Records).GroupBy(r => (r.Kind, r.Slug)).Select(g => g.OrderBy(r => r.IsBrought).First())
            .Where(r => !published.Exists(p => p.Kind == r.Kind && p.Slug == r.Slug))
            .Select(r => new Edit(r.Kind, r.Slug, r.Content)).ToArray();
        (await ApplyAsync(edits)).Should().BeOfType<Outcome.Applied>("what a test is given should be valid");
    }

    /// <summary>Brings a file, to be attached to a record.</summary>
    public async Task<DocumentContent> TakeAsync(byte[] file, string name, Action<DocumentContent>? with = null)
    {
        var taken = await InScopeAsync(async services =>
        {
            using var content = new MemoryStream(file);
            return await services.GetRequiredService<DocumentStore>().TakeAsync(content, name, null, default);
        });
        var (stored, fileName) = taken.Should().BeOfType<Intake.Taken>("a file that a test brings should be fit to be kept").Which;
        var document = new DocumentContent { Sha256 = stored.Sha256, FileName = fileName };
        with?.Invoke(document);
        return document;
    }

    public Task<Outcome> ApplyAsync(params Edit[] edits) => ApplyAsync("A test's reason", edits);

    public Task<Outcome> ApplyAsync(string reason, params Edit[] edits) => ApplyAsync(new Change("An editor", reason, ChangeOrigin.Form, edits));

    public Task<Outcome> ApplyAsync(Change change) => InScopeAsync(services => services.GetRequiredService<Changes>().ApplyAsync(change, default));

    public Task<Outcome> CheckAsync(params Edit[] edits) =>
        InScopeAsync(services => services.GetRequiredService<Changes>().CheckAsync(new("An editor", "A test's reason", ChangeOrigin.Form, edits), default));

    /// <summary>Edits a published record as its form would: from its latest content and version.</summary>
    public async Task<Outcome> ReviseAsync<T>(string slug, Action<T> revise)
        where T : Content =>
        await ApplyAsync(await DraftAsync(slug, revise));

    public async Task<Edit> DraftAsync<T>(string slug, Action<T> revise)
        where T : Content
    {
        var kind = Content.Types.Single(t => t.Value == typeof(T)).Key;
        var latest = await LatestAsync(kind, slug);
        var content = (T)ContentJson.Parse(kind, latest.Content!);
        revise(content);
        return new(kind, slug, content, latest.Version);
    }

    public async Task<Outcome> WithdrawAsync(RecordKind kind, string slug, string reason = "It was recorded in error") =>
        await ApplyAsync(reason, new Edit(kind, slug, null, (await LatestAsync(kind, slug)).Version));

    public Task<Revision> LatestAsync(RecordKind kind, string slug) =>
        ReadAsync(db => db.Revisions.AsNoTracking().Include(r => r.Change).Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version).FirstAsync());

    public Task<T> ReadAsync<T>(Func<TrackerDb, Task<T>> read) => InScopeAsync(services => read(services.GetRequiredService<TrackerDb>()));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static FakeTimeProvider NewClock() => new(new DateTimeOffset(2018, 3, 1, 12, 0, 0, TimeSpan.Zero));
}
