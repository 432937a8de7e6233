using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equity.Graph.Execution.Mutations;

/// <summary>
/// Begins the transactions that answer requests and write. SQLite lets one process write at a time, and who waits for that blocks a thread:
/// one of this process waits there, the others wait here for their turn, so that those who only read are answered meanwhile.
/// </summary>
internal sealed class WriteTurns : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Does something in a transaction, which it commits itself.</summary>
    /// <param name="db">Where.</param>
    /// <param name="write">What to do.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="RequestError">Others wrote for too long; nothing was done.</exception>
    public async Task<T> RunAsync<T>(EquityDbContext db, Func<IDbContextTransaction, Task<T>> write, CancellationToken cancel)
    {
        if (!await turn.WaitAsync(Persistence.Database.Patience, cancel))
            throw RequestError.Busy();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            return await write(transaction);
        }
        catch (Exception fault) when (fault.IsBusy())
        {
            throw RequestError.Busy();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
