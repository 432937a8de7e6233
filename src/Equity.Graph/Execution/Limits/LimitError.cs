using System.Globalization;
using GraphQL.Validation;

namespace Equity.Graph.Execution.Limits;

/// <summary>More was asked for than one request may have: names the limit and how much it was.</summary>
internal sealed class LimitError : ValidationError
{
    /// <summary>The limit.</summary>
    public long Limit { get; }

    /// <summary>How much was asked for.</summary>
    public long Actual { get; }

    /// <param name="code">The limit's own code, such as DEPTH.</param>
    /// <param name="sentence">How much was asked for, as the start of a sentence.</param>
    /// <param name="actual">How much was asked for.</param>
    /// <param name="limit">How much is allowed.</param>
    /// <param name="advice">What to do instead, as a sentence of its own.</param>
    public LimitError(string code, string sentence, long actual, long limit, string advice = "")
        : base(string.Create(CultureInfo.InvariantCulture, $"{sentence}; the limit is {limit}. {advice}").TrimEnd())
    {
        (Code, Actual, Limit) = (code, actual, limit);
    }
}
