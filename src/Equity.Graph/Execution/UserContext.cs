using System.Collections.Concurrent;
using Equity.Graph.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution;

/// <summary>The state of one request: what its fields share, such as batch loaders.</summary>
internal sealed class UserContext : Dictionary<string, object?>
{
    private readonly ConcurrentDictionary<object, object> made = new();

    /// <summary>What has that name in this request; <paramref name="create"/> makes it at first use.</summary>
    public T Once<T>(object name, Func<T> create) where T : notnull => (T)made.GetOrAdd(name, _ => create());
}

/// <summary>What resolvers need of their request.</summary>
internal static class ResolveContext
{
    /// <summary>The request's state.</summary>
    public static UserContext Request(this IResolveFieldContext context) => (UserContext)context.UserContext;

    /// <summary>Runs a query on a context of its own: root fields run in parallel.</summary>
    public static async Task<T> QueryAsync<T>(this IResolveFieldContext context, Func<EquityDbContext, CancellationToken, Task<T>> query)
    {
        var factory = context.RequestServices!.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        return await Query(factory, query, context.CancellationToken);
    }

    /// <summary>A loader that fetches each batch of keys by one query.</summary>
    public static BatchLoader<TKey, TValue> Loader<TKey, TValue>(
        this IResolveFieldContext context, object name, Func<EquityDbContext, IReadOnlyList<TKey>, CancellationToken, Task<Dictionary<TKey, TValue>>> fetch) where TKey : notnull
    {
        var factory = context.RequestServices!.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        return context.Request().Once(name, () => new BatchLoader<TKey, TValue>((keys, cancel) => Query(factory, (db, c) => fetch(db, keys, c), cancel)));
    }

    private static async Task<T> Query<T>(
        IDbContextFactory<EquityDbContext> factory, Func<EquityDbContext, CancellationToken, Task<T>> query, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await query(db, cancel);
    }
}
