namespace Equity.Graph.Measures.Charts;

/// <summary>Why a point is more than the usual ups and downs. A point may have several; they are listed in this order, the weightiest first.</summary>
internal enum Signal
{
    /// <summary>The point is beyond the upper or the lower limit.</summary>
    OutsideLimits,

    /// <summary>The point is one of seven or more in a row that go one way, each beyond the one before.</summary>
    Trend,

    /// <summary>Of three points in a row on one side of the average two or more are close to the limit, and this is one of those.</summary>
    TwoOfThree,

    /// <summary>The point is one of seven or more in a row on one side of the average.</summary>
    Shift,

    /// <summary>The point is one of a run on one side of the centre line that is longer than chance makes it in a chart of this length.</summary>
    LongRun,

    /// <summary>The whole line, of which this point is a part, crosses the centre line less often than it does by chance.</summary>
    FewCrossings,
}
