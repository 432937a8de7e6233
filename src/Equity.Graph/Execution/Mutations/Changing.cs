using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

/// <summary>Runs one change: all of it in one transaction, or nothing.</summary>
internal static class Changing
{
    /// <summary>Makes a change in the name of the viewer.</summary>
    /// <param name="context">The mutation's field.</param>
    /// <param name="make">Makes the change on tracked rows, which are saved here; what it answers is asked for once they are. Null when nothing is to be answered.</param>
    public static async Task<Payload> RunAsync(IResolveFieldContext context, Func<Change, Task<Func<int>?>> make)
    {
        var services = context.RequestServices!;
        var request = context.Request();
        var contexts = services.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        await using var db = await contexts.OpenAsync(request.Viewer, context.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var path = context.Path.First().ToString()!;
        if (request.Repeatable is { } repeatable && await repeatable.AppliedAsync(db, path, context.CancellationToken) is { } applied)
            return new Payload(applied, null);

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await People.KnownAsync(db, request.Viewer, now, context.CancellationToken);
        db.Sight = await SignIn.AgainAsync(db, request.Viewer, context.CancellationToken);
        var change = new Change(db, db.Sight, now, context.CancellationToken);
        var outcome = await make(change);
        if (change.Errors.Count > 0)
            return new Payload(null, change.Errors);
        await db.SaveChangesAsync(context.CancellationToken);
        var answer = outcome?.Invoke();
        if (answer is { } row && request.Repeatable is { } first)
            await first.NoteAsync(db, path, row, context.CancellationToken);
        // The change may have made the viewer a member, or none.
        var since = await SignIn.AgainAsync(db, db.Sight, context.CancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        request.Viewer = since;
        await change.FinishAsync();
        return new Payload(answer, null);
    }
}
