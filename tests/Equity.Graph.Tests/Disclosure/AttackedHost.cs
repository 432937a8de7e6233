using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>A host that answers questions by the hundred.</summary>
public class AttackedHost : EquityHost
{
    public AttackedHost() : this(empty: true) { }

    protected AttackedHost(bool empty) : base(empty) { }

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Limits:Cost"] = "100000000",
        ["Limits:Aliases"] = "10000",
        ["Limits:Repeats"] = "2000",
        ["Limits:Nodes"] = "1000000",
        ["Limits:VariablesBytes"] = "1000000",
    };
}

/// <summary>The same with the demo community.</summary>
public sealed class AttackedDemo() : AttackedHost(empty: false);

/// <summary>The same, and all that it logs and traces is kept, at the finest level.</summary>
public sealed class ListeningHost : AttackedHost
{
    private readonly LogLines lines = new();
    private readonly ActivityListener listener;

    public ListeningHost()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = lines.Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>All lines so far, of this host; spans of others that ran at the same time are among them.</summary>
    public IReadOnlyCollection<string> Lines => lines.All;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.AddProvider(lines).AddFilter<LogLines>(null, LogLevel.Trace));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        listener.Dispose();
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public void Add(Activity span) => lines.Enqueue($"{span.DisplayName} {string.Join(' ', span.TagObjects.Concat(span.Events.SelectMany(each => each.Tags)).Concat(span.Baggage.Select(each => new KeyValuePair<string, object?>(each.Key, each.Value))))}");

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : null)} {exception}");

        public void Dispose() { }
    }
}
