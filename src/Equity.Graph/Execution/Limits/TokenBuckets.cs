namespace Equity.Graph.Execution.Limits;

/// <summary>
/// A token bucket for each client: it holds a minute's worth of operations and fills again steadily. A bucket is one instant, the one at which it is full again,
/// and a full one need not be kept. The framework's limiters are not used here, because they read the machine's clock, which tests cannot move,
/// and keep as many buckets as there are names: whoever has many addresses could fill the memory.
/// </summary>
internal sealed class TokenBuckets(int perMinute, int maxBuckets, TimeProvider time)
{
    /// <summary>The bucket of all who come when no more buckets may be made.</summary>
    private const string Others = "";

    private static readonly long Full = TimeSpan.TicksPerMinute;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> fullAt = [];
    private long nextSweep;

    /// <summary>Takes tokens out of a client's bucket; takes none when there are too few.</summary>
    /// <param name="client">The client's name, not empty.</param>
    /// <param name="tokens">How many; more than a bucket holds count as a whole bucket.</param>
    /// <param name="retryAfter">When there will be enough.</param>
    public bool TryTake(string client, int tokens, out TimeSpan retryAfter)
    {
        var now = time.GetUtcNow().UtcTicks;
        var taken = Math.Min(tokens, perMinute) * Full / perMinute;
        lock (gate)
        {
            var bucket = fullAt.ContainsKey(client) || HasRoom(now) ? client : Others;
            var then = Math.Max(fullAt.GetValueOrDefault(bucket), now) + taken;
            retryAfter = TimeSpan.FromTicks(Math.Max(0, then - now - Full));
            if (retryAfter > TimeSpan.Zero)
                return false;
            fullAt[bucket] = then;
            return true;
        }
    }

    /// <summary>Whether one more bucket may be made. Full ones go, but the search for them is made once a second at most.</summary>
    private bool HasRoom(long now)
    {
        if (fullAt.Count >= maxBuckets && now >= nextSweep)
        {
            nextSweep = now + TimeSpan.TicksPerSecond;
            foreach (var (client, _) in fullAt.Where(bucket => bucket.Value <= now).ToList())
                fullAt.Remove(client);
        }
        return fullAt.Count < maxBuckets;
    }
}
