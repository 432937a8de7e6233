using Equity.Graph.Execution.Limits;
using System.Collections.Concurrent;

namespace Equity.Graph.Execution.Topics;

/// <summary>Something that happens in the community, for whoever listens in this process. Events carry keys, not rows: each listener reads what it may.</summary>
/// <typeparam name="T">What an event says.</typeparam>
/// <param name="limits">How many events wait for a slow listener.</param>
internal sealed class Topic<T>(EquityLimits limits)
{
    private readonly ConcurrentDictionary<TopicReader<T>, byte> readers = new();

    /// <summary>How many listen.</summary>
    public int Listeners => readers.Count;

    /// <summary>Tells all who listen, and waits for nobody: who is too far behind is dropped.</summary>
    public void Publish(T happened)
    {
        var happening = new Happening<T>(happened);
        foreach (var (reader, _) in readers)
            reader.Offer(happening);
    }

    /// <summary>Listens to all events from now on, until the reader is disposed.</summary>
    public TopicReader<T> Listen()
    {
        var reader = new TopicReader<T>(limits.SubscriberQueue, gone => readers.TryRemove(gone, out _));
        readers.TryAdd(reader, 0);
        return reader;
    }
}
