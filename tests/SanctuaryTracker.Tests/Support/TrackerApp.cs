using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SanctuaryTracker.Tests.Support;

/// <summary>The real application over a database of the test's own.</summary>
public sealed class TrackerApp : Store
{
    public const string Password = "correct horse battery";

    private readonly Host host;

    private TrackerApp(TestDatabase database, FakeTimeProvider clock, bool onKestrel, string signInsPerMinute)
        : base(database, clock, hasOwnServices: false)
    {
        host = new(database.Settings, clock, signInsPerMinute);
        if (onKestrel)
        {
            host.UseKestrel(0);
            host.StartServer();
        }
        Client = NewClient();
    }

    public override IServiceProvider Services => host.Services;

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; }

    /// <summary>Where a browser finds it, if it runs on Kestrel.</summary>
    public Uri Address => host.ClientOptions.BaseAddress;

    /// <summary>What went wrong in the application itself.</summary>
    public IReadOnlyCollection<string> Errors => host.Errors;

    public JsonSerializerOptions Json => Services.GetRequiredService<IOptions<HttpJsonOptions>>().Value.SerializerOptions;

    public static new async Task<TrackerApp> WithAsync(params Given[] given)
    {
        var app = await StartAsync();
        await app.GivenAsync(given);
        return app;
    }

    /// <param name="at">When it is seeded, if another moment than the tests' own.</param>
    public static async Task<TrackerApp> WithSeedAsync(bool onKestrel = false, DateTimeOffset? at = null)
    {
        var app = await StartAsync(onKestrel);
        if (at is { } now)
            app.Clock.SetUtcNow(now);
        (await app.InScopeAsync(services => services.GetRequiredService<Preparation>().SeedAsync(default))).Should().BeOfType<Outcome.Applied>("the seed should import");
        return app;
    }

    /// <summary>Without any record.</summary>
    public static Task<TrackerApp> WithSignInLimitAsync(int perMinute) => StartAsync(signInsPerMinute: $"{perMinute}");

    private static async Task<TrackerApp> StartAsync(bool onKestrel = false, string signInsPerMinute = "10000") => new(await TestDatabase.CreateAsync(), NewClock(), onKestrel, signInsPerMinute);

    /// <summary>Another visitor, with cookies of their own.</summary>
    public HttpClient NewClient() => host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = Address });

    /// <summary>What the API answers, as the type that it answers with.</summary>
    public async Task<T> GetAsync<T>(string path) => JsonSerializer.Deserialize<T>(await GetTextAsync(path, HttpStatusCode.OK), Json)!;

    public async Task<JsonElement> GetJsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => JsonElement.Parse(await GetTextAsync(path, expected));

    /// <summary>As a browser asks for it.</summary>
    public async Task<IHtmlDocument> GetHtmlAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => new HtmlParser().ParseDocument(await GetTextAsync(path, expected, "text/html"));

    public async Task<string> GetTextAsync(string path, HttpStatusCode expected, string accepted = "*/*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new(accepted) } } };
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(expected, "{0} answered {1} {2}", path, text.Length > 2000 ? text[..2000] : text, string.Join('\n', Errors));
        return text;
    }

    /// <summary>Every address that the application answers, as it is routed.</summary>
    public IReadOnlyList<RouteEndpoint> Addresses => [.. Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>Someone of the desk who has just signed in.</summary>
    /// <param name="mayReviewOwn">What the desk's settings then say; on, one account can write and publish.</param>
    public async Task<HttpClient> SignInAsync(string email = "editor@example.org", DeskRole role = DeskRole.Administrator, bool mayReviewOwn = true)
    {
        await AddEditorAsync(email, role);
        await ReadAsync(db => db.DeskSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.ReviewerMayBeAuthor, mayReviewOwn)));
        var client = NewClient();
        (await (await Form.OpenAsync(client, "/desk/sign-in")).With("Email", email).With("Password", Password).SendAsync()).Dispose();
        using var desk = await client.GetAsync("/desk");
        desk.StatusCode.Should().Be(HttpStatusCode.OK, "an editor who has signed in is let in");
        return client;
    }

    /// <summary>An account whose public name is what stands before the @.</summary>
    public async Task AddEditorAsync(string email, DeskRole role = DeskRole.Editor)
    {
        var made = await InScopeAsync(services => services.GetRequiredService<UserManager<Editor>>().CreateAsync(new() { UserName = email, Email = email, Name = email.Split('@')[0], Role = role }, Password));
        made.Succeeded.Should().BeTrue();
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        await base.DisposeAsync();
    }

    private sealed class Host(DataSettings data, TimeProvider clock, string signInsPerMinute) : WebApplicationFactory<Program>, ILoggerProvider
    {
        public ConcurrentQueue<string> Errors { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production").UseStaticWebAssets();
            builder.UseSetting("PrepareAtStart", "false").UseSetting("DataFolder", data.Folder).UseSetting("SignInsPerMinute", signInsPerMinute);
            if (data.Postgres is { } connection)
                builder.UseSetting("ConnectionStrings:Postgres", connection);
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Error));
        }

        public ILogger CreateLogger(string categoryName) => new ErrorLog(Errors);
    }

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                errors.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
