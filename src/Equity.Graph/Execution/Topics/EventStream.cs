using System.Runtime.CompilerServices;
using GraphQL;

namespace Equity.Graph.Execution.Topics;

/// <summary>Why the answers of a subscription ended.</summary>
internal enum StreamEnd
{
    /// <summary>No more events come.</summary>
    Complete,
    /// <summary>The viewer's token holds no more.</summary>
    SignedOut,
    /// <summary>More events waited than may.</summary>
    TooSlow,
}

/// <summary>
/// The answers of a subscription, one for each event. They are pulled: an event is resolved when the answer before it is on its
/// way, so that a slow client holds up nobody else, and what waits for it is no more than its topic's queue.
/// </summary>
/// <param name="feed">The events.</param>
/// <param name="answer">Answers one event.</param>
internal sealed class EventStream(EventFeed feed, Func<Occurrence, CancellationToken, Task<EventAnswer>> answer)
    : IObservable<ExecutionResult>, IDisposable
{
    /// <summary>Why the answers ended, once they have.</summary>
    public StreamEnd End { get; private set; }

    /// <summary>The answers as the events happen.</summary>
    public async IAsyncEnumerable<ExecutionResult> AnswersAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var occurrence in feed.ReadAllAsync(cancel))
        {
            var (result, signedOut) = await answer(occurrence, cancel);
            if (signedOut)
            {
                End = StreamEnd.SignedOut;
                yield break;
            }
            if (result is not null)
                yield return result;
        }
        End = feed.FellBehind ? StreamEnd.TooSlow : StreamEnd.Complete;
    }

    public void Dispose() => feed.Dispose();

    /// <summary>The engine's way of pushing would queue without end before a slow client.</summary>
    IDisposable IObservable<ExecutionResult>.Subscribe(IObserver<ExecutionResult> observer) => throw new NotSupportedException("Answers are pulled.");
}

/// <summary>What an event is answered by.</summary>
/// <param name="Result">The answer; null where the viewer may not read what the event is about.</param>
/// <param name="SignedOut">Whether the viewer's token holds no more.</param>
internal readonly record struct EventAnswer(ExecutionResult? Result, bool SignedOut);
