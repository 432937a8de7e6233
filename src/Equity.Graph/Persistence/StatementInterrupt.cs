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
    private readonly ConcurrentDictionary<DbCommand, Watch> watched = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Begin(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Begin(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Begin(command, result, cancellationToken);

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

    private ValueTask<T> Begin<T>(DbCommand command, T result, CancellationToken cancel)
    {
        if (cancel.CanBeCanceled && command.Connection is SqliteConnection { Handle: { } handle })
            watched[command] = new Watch(handle, cancel);
        return ValueTask.FromResult(result);
    }

    private ValueTask<T> Leave<T>(DbCommand command, T result)
    {
        Leave(command);
        return ValueTask.FromResult(result);
    }

    private void Leave(DbCommand command)
    {
        if (watched.TryRemove(command, out var watch))
            watch.Dispose();
    }

    /// <summary>Interrupts a connection from the moment a token is cancelled until the statement is over: again and again, for what has not begun to run yet is not stopped.</summary>
    private sealed class Watch : IDisposable
    {
        private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

        private readonly Lock gate = new();
        private readonly sqlite3 handle;
        private readonly CancellationTokenRegistration registration;
        private Timer? timer;
        private bool over;

        public Watch(sqlite3 handle, CancellationToken cancel)
        {
            this.handle = handle;
            registration = cancel.Register(() => timer = new Timer(_ => Interrupt(), null, TimeSpan.Zero, Again));
        }

        public void Dispose()
        {
            // None may hit the connection's next statement.
            lock (gate)
                over = true;
            registration.Dispose();
            timer?.Dispose();
        }

        private void Interrupt()
        {
            lock (gate)
            {
                if (!over)
                    raw.sqlite3_interrupt(handle);
            }
        }
    }
}

/// <summary>What a statement throws that could not run to its end.</summary>
internal static class Interruption
{
    // SQLite's result codes (https://www.sqlite.org/rescode.html).
    private const int Busy = 5, Locked = 6, Interrupted = 9;

    /// <summary>Whether the fault is that of a statement that was stopped.</summary>
    public static bool IsInterruption(this Exception fault) => fault is SqliteException { SqliteErrorCode: Interrupted } || (fault.InnerException?.IsInterruption() ?? false);

    /// <summary>Whether the fault is that of a statement that waited too long for others who write.</summary>
    public static bool IsBusy(this Exception fault) => fault is SqliteException { SqliteErrorCode: Busy or Locked } || (fault.InnerException?.IsBusy() ?? false);
}
