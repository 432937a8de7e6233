using System.Runtime.CompilerServices;
using GraphQL;

namespace Equity.Graph.Execution.Topics;

/// <summary>The events that feed one subscription, whatever they say.</summary>
internal abstract class EventFeed : IObservable<object?>, IDisposable
{
    /// <summary>Whether the client was too slow: then the events end.</summary>
    public abstract bool FellBehind { get; }

    /// <summary>The events as they happen.</summary>
    public abstract IAsyncEnumerable<Occurrence> ReadAllAsync(CancellationToken cancel);

    public abstract void Dispose();

    /// <summary>The engine's way of pushing would queue without end before a slow client.</summary>
    IDisposable IObservable<object?>.Subscribe(IObserver<object?> observer) => throw new NotSupportedException("Events are pulled.");
}

/// <inheritdoc cref="EventFeed"/>
/// <param name="reader">Listens to the topic.</param>
/// <param name="load">Loads what an event is about; null when the viewer may not read it, or did not ask for it.</param>
internal sealed class EventFeed<T>(TopicReader<T> reader, Func<IResolveFieldContext, T, Task<object?>> load) : EventFeed
{
    public override bool FellBehind => reader.FellBehind;

    public override async IAsyncEnumerable<Occurrence> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var happened in reader.ReadAllAsync(cancel))
            yield return new Occurrence(happened, context => load(context, happened.What));
    }

    public override void Dispose() => reader.Dispose();
}
