using System.Collections.Concurrent;
using Equity.Graph.Auth;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution;

/// <summary>The state of one request: who asks, and what its fields share, such as batch loaders.</summary>
internal sealed class UserContext(Viewer viewer) : Dictionary<string, object?>
{
    private readonly ConcurrentDictionary<object, object> made = new();
    private readonly ConcurrentQueue<Action> notes = new();

    /// <summary>Who is asking. Another viewer sees other rows: what was made for the one before is forgotten.</summary>
    public Viewer Viewer
    {
        get;
        set
        {
            field = value;
            made.Clear();
        }
    } = viewer;

    /// <summary>What makes the request repeatable; null without an Idempotency-Key.</summary>
    public RepeatableRequest? Repeatable { get; init; }

    /// <summary>Has something noted once the answer has been sent: to a POST or over a WebSocket. What a GET answers may be kept and shown again, and events are not counted.</summary>
    public void WhenSent(Action note) => notes.Enqueue(note);

    /// <summary>Says that the answer has been sent.</summary>
    public void Sent()
    {
        while (notes.TryDequeue(out var note))
            note();
    }

    /// <summary>What has that name in this request; <paramref name="create"/> makes it at first use.</summary>
    public T Once<T>(object name, Func<T> create) where T : notnull => (T)made.GetOrAdd(name, _ => create());
}

/// <summary>What resolvers need of their request.</summary>
internal static class ResolveContext
{
    /// <summary>The request's state.</summary>
    public static UserContext Request(this IResolveFieldContext context) => (UserContext)context.UserContext;

    /// <summary>Who is asking.</summary>
    public static Viewer Viewer(this IResolveFieldContext context) => context.Request().Viewer;

    /// <summary>Runs a query on a context of its own, which shows what the viewer may read: root fields run in parallel.</summary>
    public static Task<T> QueryAsync<T>(this IResolveFieldContext context, Func<EquityDbContext, CancellationToken, Task<T>> query) =>
        Query(context.Contexts(), context.Viewer(), query, context.CancellationToken);

    /// <summary>A loader that fetches each batch of keys by one query.</summary>
    public static BatchLoader<TKey, TValue> Loader<TKey, TValue>(
        this IResolveFieldContext context, object name, Func<EquityDbContext, IReadOnlyList<TKey>, CancellationToken, Task<Dictionary<TKey, TValue>>> fetch) where TKey : notnull
    {
        var (contexts, viewer) = (context.Contexts(), context.Viewer());
        return context.Request().Once(name, () => new BatchLoader<TKey, TValue>((keys, cancel) => Query(contexts, viewer, (db, c) => fetch(db, keys, c), cancel)));
    }

    private static IDbContextFactory<EquityDbContext> Contexts(this IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<IDbContextFactory<EquityDbContext>>();

    private static async Task<T> Query<T>(
        IDbContextFactory<EquityDbContext> contexts, Viewer viewer, Func<EquityDbContext, CancellationToken, Task<T>> query, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(viewer, cancel);
        try
        {
            return await query(db, cancel);
        }
        catch (Exception fault) when (cancel.IsCancellationRequested && fault.IsInterruption())
        {
            throw new OperationCanceledException(null, fault, cancel);
        }
    }
}
