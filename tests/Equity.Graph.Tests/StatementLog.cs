using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Equity.Graph.Tests;

/// <summary>Collects the SQL statements that EF Core runs for requests: what runs in the background has no activity.</summary>
internal sealed class StatementLog : ILoggerProvider, ILogger
{
    private static readonly EventId Executed = Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted;
    private readonly ConcurrentQueue<string> statements = new();

    /// <summary>The statements since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (statements.TryDequeue(out var statement))
            taken.Add(statement);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId == Executed && Activity.Current is not null)
            statements.Enqueue(formatter(state, exception));
    }

    public void Dispose() { }
}
