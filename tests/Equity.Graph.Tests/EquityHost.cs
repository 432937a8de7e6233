using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Commands;
using Equity.Graph.Execution;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Equity.Graph.Tests;

/// <summary>The real program on a real port of 127.0.0.1, with a database file of its own and a clock that stands still.</summary>
public class EquityHost : WebApplicationFactory<Program>
{
    private readonly string settings;

    public EquityHost() : this(empty: false) { }

    protected EquityHost(bool empty, string environment = "Development")
    {
        settings = empty ? "true" : "false";
        Environment = environment;
        Data = Directory.CreateTempSubdirectory("equity-").FullName;
        UseKestrel(0);
    }

    /// <summary>Stands for somebody without a token.</summary>
    public const string Visitor = "";

    /// <summary>The persona who reads everything: what most tests of the graph ask as.</summary>
    private const string Everything = "administrator";

    /// <summary>The data folder of this host.</summary>
    public string Data { get; }

    /// <summary>The clock: 11 November 2026, nine in the morning, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 11, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The SQL statements that the program ran.</summary>
    internal StatementLog Statements { get; } = new();

    /// <summary>Settings that differ from those of appsettings.json, such as Limits:Cost.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    private string Environment { get; }

    /// <summary>A client who is signed in as a persona, or a visitor. Outside Development there are no personas and everybody is a visitor.</summary>
    public HttpClient ClientFor(string persona)
    {
        var client = CreateClient();
        if (persona != Visitor && Environment == "Development")
            client.DefaultRequestHeaders.Authorization = new("Bearer", new DevelopmentTokens(Data).Create(Persona.All.Single(each => each.Name == persona), Clock.GetUtcNow().UtcDateTime));
        return client;
    }

    /// <summary>Runs a query over HTTP; the answer whole, errors and all.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string persona = Everything)
    {
        using var response = await ClientFor(persona).PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Runs a query over HTTP that must succeed; its data.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null, string persona = Everything)
    {
        var answer = await AskAsync(query, variables, persona);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Runs a document of schema/operations over HTTP.</summary>
    public Task<JsonElement> RunAsync(string operation, object? variables = null) => DataAsync(Operations.Text(operation), variables);

    /// <summary>Imports lines by the real command, in a process of its own, into this host's folder.</summary>
    public async Task ImportAsync(string lines)
    {
        _ = Services; // Starts the host, and with it the demo community, before others come.
        var path = Path.Combine(Data, "import.jsonl");
        await File.WriteAllTextAsync(path, lines);
        using var import = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "import", path, "--data", Data]) { RedirectStandardError = true })!;
        var said = await import.StandardError.ReadToEndAsync();
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, said);
    }

    /// <summary>Waits until something holds that follows the database, such as the peer index; fails after two minutes: a fresh index encodes the demo first, and the machine may be busy.</summary>
    public async Task WithinAsync(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "It did not come to hold within two minutes.");
            await Task.Delay(50);
        }
    }

    /// <summary>Moves the clock in steps until what a background round does has come: a round that is under way, or has yet to begin to wait, misses a single step.</summary>
    public Task AdvanceUntilAsync(TimeSpan step, Func<Task<bool>> holds) => WithinAsync(() =>
    {
        Clock.Advance(step);
        return holds();
    });

    /// <summary>What runs in the background, of a type.</summary>
    internal T Background<T>() where T : IHostedService => Services.GetServices<IHostedService>().OfType<T>().Single();

    /// <summary>A context that sees everything.</summary>
    internal Task<EquityDbContext> OpenAsync() => Services.GetRequiredService<IDbContextFactory<EquityDbContext>>().OpenAsync(Viewer.System);

    /// <summary>Waits until the peer index has taken in all that the database holds, and has settled.</summary>
    public async Task SettledAsync()
    {
        await using var db = await OpenAsync();
        var latest = await db.ProfileChanges.MaxAsync(change => (long?)change.Id) ?? 0;
        await WithinAsync(() => Task.FromResult(Services.GetRequiredService<PeerIndex>().Settled >= latest));
    }

    /// <summary>The message of the only error of a query that must fail.</summary>
    public async Task<(string Code, string Message)> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment).UseSetting("data", Data).UseSetting("empty", settings);
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Settings));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Statements).AddFilter<StatementLog>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // It comes while others measure and count; tests that are about it ask for it.
            services.Remove(services.Single(service => service.ImplementationType == typeof(DemoLife)));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A host whose database stays empty.</summary>
public sealed class EmptyHost() : EquityHost(empty: true);

/// <summary>A host in Production.</summary>
public sealed class ProductionHost() : EquityHost(empty: false, environment: "Production");

/// <summary>A host where one operation may cost what it likes, for tests that look at every team at once.</summary>
public sealed class GenerousHost : EquityHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Limits:Cost"] = "1000000" };
}

/// <summary>Tests that only read share one host with the demo community.</summary>
[CollectionDefinition(nameof(Community))]
public sealed class Community : ICollectionFixture<EquityHost>;
