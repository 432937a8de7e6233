using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Equity.Graph.Execution.Topics;

/// <summary>One listener of a topic, with a queue that has an end.</summary>
internal sealed class TopicReader<T>(int queue, Action<TopicReader<T>> leave) : IDisposable
{
    private readonly Channel<Happening<T>> waiting = Channel.CreateBounded<Happening<T>>(new BoundedChannelOptions(queue) { SingleReader = true });
    private volatile bool fellBehind;

    /// <summary>Whether more events came than could wait; no more are read then.</summary>
    public bool FellBehind => fellBehind;

    /// <summary>Adds an event; when the queue is full, the listener has fallen behind and its events end.</summary>
    public void Offer(Happening<T> happened)
    {
        if (waiting.Writer.TryWrite(happened))
            return;
        fellBehind = true;
        waiting.Writer.TryComplete();
    }

    /// <summary>The events, in the order they happened, as they happen.</summary>
    public async IAsyncEnumerable<Happening<T>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await waiting.Reader.WaitToReadAsync(cancel))
        {
            while (!fellBehind && waiting.Reader.TryRead(out var happened))
                yield return happened;
            if (fellBehind)
                yield break;
        }
    }

    public void Dispose()
    {
        leave(this);
        waiting.Writer.TryComplete();
    }
}
