using GraphQL.DataLoader;

namespace Equity.Graph.Execution;

/// <summary>Gathers the keys that fields of one level ask for and fetches them at once: the engine runs it after all other pending fields.</summary>
internal sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyList<TKey>, CancellationToken, Task<Dictionary<TKey, TValue>>> fetch) where TKey : notnull
{
    private readonly Lock gate = new();
    private Batch? open;

    /// <summary>The value of the key; null (the type's default) where there is none.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (gate)
        {
            open ??= new Batch();
            open.Keys.Add(key);
            var batch = open;
            return new Deferred<TValue?>(async cancel => (await RunAsync(batch, cancel)).GetValueOrDefault(key));
        }
    }

    private Task<Dictionary<TKey, TValue>> RunAsync(Batch batch, CancellationToken cancel)
    {
        lock (gate)
        {
            if (batch == open)
                open = null;
            return batch.Fetched ??= fetch([.. batch.Keys], cancel);
        }
    }

    private sealed class Batch
    {
        public HashSet<TKey> Keys { get; } = [];
        public Task<Dictionary<TKey, TValue>>? Fetched { get; set; }
    }
}

/// <summary>A value that is fetched when the engine has gathered all that is asked for beside it.</summary>
internal sealed class Deferred<T>(Func<CancellationToken, Task<T>> get) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => get(cancellationToken);

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await get(cancellationToken);
}

/// <summary>What can be done with values that are not there yet.</summary>
internal static class DeferredValues
{
    /// <summary>The value made into another one.</summary>
    public static IDataLoaderResult<TOut> Then<TIn, TOut>(this IDataLoaderResult<TIn> value, Func<TIn, TOut> make) =>
        new Deferred<TOut>(async cancel => make(await value.GetResultAsync(cancel)));

    /// <summary>All values, in order.</summary>
    public static IDataLoaderResult<IReadOnlyList<object?>> All(this IReadOnlyList<IDataLoaderResult> values) =>
        new Deferred<IReadOnlyList<object?>>(async cancel =>
        {
            var all = new object?[values.Count];
            for (var i = 0; i < all.Length; i++)
                all[i] = await values[i].GetResultAsync(cancel);
            return all;
        });
}
