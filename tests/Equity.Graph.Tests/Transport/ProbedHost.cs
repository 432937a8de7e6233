using System.Collections.Concurrent;
using Equity.Graph.Execution;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Equity.Graph.Tests.Transport;

/// <summary>A host that notes all it logs, at every level, and whose graph has fields that fail, wait and count without end.</summary>
internal sealed class ProbedHost : EquityHost
{
    private readonly Probe probe = new();
    private readonly Log log = new();

    /// <summary>All that was logged.</summary>
    public IReadOnlyCollection<string> Lines => log.Lines;

    /// <summary>How many probes run.</summary>
    public int Running => probe.Running;

    /// <summary>Waits until so many probes run.</summary>
    public async Task RunningAsync(int count)
    {
        for (var i = 0; i < 500 && Running != count; i++)
            await Task.Delay(20);
        Assert.Equal(count, Running);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // As an operator would ask for all there is.
        builder.ConfigureAppConfiguration((_, settings) => settings.AddInMemoryCollection(
            [new("Logging:LogLevel:Default", "Trace"), new("Logging:LogLevel:Microsoft", "Trace"), new("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Trace")]));
        builder.ConfigureLogging(logging => logging.AddProvider(log));
        builder.ConfigureTestServices(services => services.AddSingleton<ITypeExtension<Query>>(probe));
    }

    private sealed class Probe : ITypeExtension<Query>
    {
        private int running;

        public int Running => Volatile.Read(ref running);

        public void Extend(Query type)
        {
            type.Field<StringGraphType>("fails").Description("Fails.").Argument<StringGraphType>("text", "What it says when it fails.")
                .ResolveAsync(context => throw new InvalidOperationException(context.GetArgument<string>("text"), new FormatException(context.GetArgument<string>("text"))));
            type.Field<StringGraphType>("waits").Description("Waits.")
                .ResolveAsync(context => RunAsync(async () => { await Task.Delay(Timeout.Infinite, context.CancellationToken); return null; }));
            type.Field<StringGraphType>("takesTwoSeconds").Description("Takes two seconds.")
                .ResolveAsync(context => RunAsync(async () => { await Task.Delay(TimeSpan.FromSeconds(2), context.CancellationToken); return "done"; }));
            type.Field<IntGraphType>("counts").Description("Counts without end, in the database.")
                .ResolveAsync(context => RunAsync(async () => (object?)await context.QueryAsync((db, cancel) => db.Database.SqlQueryRaw<int>(Endless).SingleAsync(cancel))));
        }

        /// <summary>Minutes of counting.</summary>
        public const string Endless = """WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 3000000000) SELECT COUNT(*) AS "Value" FROM numbers""";

        private async Task<object?> RunAsync(Func<Task<object?>> run)
        {
            Interlocked.Increment(ref running);
            try
            {
                return await run();
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)}\n{exception}");

        public void Dispose() { }
    }
}
