using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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
        await using var db = await services.GetRequiredService<IDbContextFactory<EquityDbContext>>().OpenAsync(context.Viewer(), context.CancellationToken);
        var (payload, finish) = await services.GetRequiredService<WriteTurns>().RunAsync(db, transaction => ApplyAsync(context, db, transaction, make), context.CancellationToken);
        await finish();
        return payload;
    }

    /// <summary>Works out a change on what the viewer can read now: nobody who writes waits for it, and nothing is stored.</summary>
    /// <param name="context">The mutation's field.</param>
    /// <param name="plan">Works it out, and says what speaks against it.</param>
    public static Task<(T? Planned, IReadOnlyList<MutationError> Refusals)> RehearseAsync<T>(IResolveFieldContext context, Func<Change, Task<T?>> plan) where T : class =>
        context.QueryAsync<(T?, IReadOnlyList<MutationError>)>(async (db, cancel) =>
        {
            if (context.Request().Repeatable is { } repeatable && await repeatable.AppliedAsync(db, context.Path.First().ToString()!, cancel) is not null)
                return (null, []);
            var change = new Change(db, context.Viewer(), context.RequestServices!.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
            return (await plan(change), change.Errors);
        });

    private static async Task<(Payload Payload, Func<Task> Finish)> ApplyAsync(IResolveFieldContext context, EquityDbContext db, IDbContextTransaction transaction, Func<Change, Task<Func<int>?>> make)
    {
        var (request, cancel) = (context.Request(), context.CancellationToken);
        var path = context.Path.First().ToString()!;
        if (request.Repeatable is { } repeatable && await repeatable.AppliedAsync(db, path, cancel) is { } applied)
        {
            // It may have made the viewer a member since this request began.
            request.Viewer = await SignIn.AgainAsync(db, request.Viewer, cancel);
            return (new Payload(applied, null), () => Task.CompletedTask);
        }
        var now = context.RequestServices!.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await People.KnownAsync(db, request.Viewer, now, cancel);
        db.Sight = await SignIn.AgainAsync(db, request.Viewer, cancel);
        var change = new Change(db, db.Sight, now, cancel);
        var outcome = await make(change);
        if (change.Errors.Count > 0)
            return (new Payload(null, change.Errors), () => Task.CompletedTask);
        await db.SaveChangesAsync(cancel);
        var answer = outcome?.Invoke();
        if (answer is { } row && request.Repeatable is { } first)
            await first.NoteAsync(db, path, row, cancel);
        // The change may have made the viewer a member, or none.
        var since = await SignIn.AgainAsync(db, db.Sight, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        request.Viewer = since;
        return (new Payload(answer, null), change.FinishAsync);
    }
}
