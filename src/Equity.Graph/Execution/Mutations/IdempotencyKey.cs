namespace Equity.Graph.Execution.Mutations;

/// <summary>The Idempotency-Key of a request.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The most characters it may have.</summary>
    public const int Max = 255;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);
}
