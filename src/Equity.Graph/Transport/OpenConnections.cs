using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;

namespace Equity.Graph.Transport;

/// <summary>Counts WebSockets and event streams, which stay open.</summary>
internal sealed class OpenConnections(EquityLimits limits)
{
    private int count;

    /// <summary>What is said when all places are taken.</summary>
    public RequestError Full => new("OPEN_CONNECTIONS", $"{limits.WebSockets} WebSockets and event streams are open, which is the limit. Try again in a while.") { Status = StatusCodes.Status503ServiceUnavailable };

    /// <summary>Takes a place; null when all are taken. Disposing gives it back.</summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref count) <= limits.WebSockets)
            return new Place(this);
        Interlocked.Decrement(ref count);
        return null;
    }

    private sealed class Place(OpenConnections of) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref of.count);
    }
}
