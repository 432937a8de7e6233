using Equity.Graph.Execution.Limits;

namespace Equity.Graph.Transport;

/// <summary>The time that one request may take.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken aborted;

    public Deadline(EquityLimits limits, TimeProvider time, CancellationToken aborted)
    {
        limit = new CancellationTokenSource(TimeSpan.FromSeconds(limits.RequestSeconds), time);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        this.aborted = aborted;
    }

    /// <summary>Cancelled when the time is over or the client is gone.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>Whether the time is over, and the client still there.</summary>
    public bool HasPassed => limit.IsCancellationRequested && !aborted.IsCancellationRequested;

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
