using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence;

/// <summary>Reading all from one state of the database.</summary>
internal static class OneState
{
    /// <summary>Until the transaction is disposed, the context reads the database as it is at the first read. It takes no lock: nobody is kept from writing meanwhile.</summary>
    public static async Task<DbTransaction> ReadOneStateAsync(this EquityDbContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var state = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(state, cancel);
        return state;
    }
}
