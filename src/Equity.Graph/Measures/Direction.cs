namespace Equity.Graph.Measures;

/// <summary>Which way of a measure is the better one.</summary>
internal enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}
