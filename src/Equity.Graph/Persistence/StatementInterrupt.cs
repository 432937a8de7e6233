using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Equity.Graph.Persistence;

/// <summary>
/// Stops the statement of a request that is cancelled, while it runs and while its rows are read. SQLite runs statements on the calling
/// thread and its commands cannot be cancelled; only its connection can be interrupted, which ends what runs on it and leaves it usable.
/// </summary>
internal sealed class StatementInterrupt : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<DbCommand, CancellationTokenRegistration> watched = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Watch(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Watch(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Watch(command, result, cancellationToken);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        Leave(command, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        Leave(command, result);

    // A reader's statement runs until its last row is read.
    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result) =>
        Leave(command, result);

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Leave(command);
        return result;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    private ValueTask<T> Watch<T>(DbCommand command, T result, CancellationToken cancel)
    {
        if (cancel.CanBeCanceled && command.Connection is SqliteConnection { Handle: { } handle })
            watched[command] = cancel.Register(() => raw.sqlite3_interrupt(handle));
        return ValueTask.FromResult(result);
    }

    private ValueTask<T> Leave<T>(DbCommand command, T result)
    {
        Leave(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>Waits for an interruption that is under way, so that none hits the connection's next statement.</summary>
    private void Leave(DbCommand command)
    {
        if (watched.TryRemove(command, out var registration))
            registration.Dispose();
    }
}

/// <summary>What an interrupted statement throws.</summary>
internal static class Interruption
{
    private const int Interrupted = 9;

    /// <summary>Whether the fault is that of a statement that was stopped.</summary>
    public static bool IsInterruption(this Exception fault) => fault is SqliteException { SqliteErrorCode: Interrupted } || (fault.InnerException?.IsInterruption() ?? false);
}
