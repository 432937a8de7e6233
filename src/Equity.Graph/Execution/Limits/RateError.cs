using System.Globalization;
using GraphQL;

namespace Equity.Graph.Execution.Limits;

/// <summary>A client asks too often.</summary>
internal sealed class RateError : ExecutionError
{
    /// <param name="whose">Whose operations were counted, as the end of a sentence.</param>
    /// <param name="perMinute">How many there may be.</param>
    /// <param name="retryAfter">When there may be more.</param>
    public RateError(string whose, int perMinute, TimeSpan retryAfter)
        : this(whose, perMinute, (int)Math.Ceiling(retryAfter.TotalSeconds))
    {
    }

    private RateError(string whose, int perMinute, int seconds)
        : base(string.Create(CultureInfo.InvariantCulture, $"Too many operations came from {whose}; the limit is {perMinute} a minute. Try again in {seconds} s."))
    {
        (Code, PerMinute, Seconds) = ("RATE", perMinute, seconds);
    }

    /// <summary>The limit.</summary>
    public int PerMinute { get; }

    /// <summary>When to try again, in seconds.</summary>
    public int Seconds { get; }
}
