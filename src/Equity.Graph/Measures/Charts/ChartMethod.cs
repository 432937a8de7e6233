namespace Equity.Graph.Measures.Charts;

/// <summary>How a measure over time is charted, each by the rules of a named source.</summary>
internal enum ChartMethod
{
    /// <summary>The values with their average and the limits that ordinary change stays within, by the rules of Making Data Count. For any measure.</summary>
    Xmr,

    /// <summary>The values with their median, by Anhøj's rules. Asks least of the figures, and has no limits.</summary>
    Run,

    /// <summary>A part of a whole, with wider limits where the whole is smaller. Signals by the limits and by Anhøj's rules.</summary>
    P,

    /// <summary>As P, with limits that fit when the wholes are large or the part varies more than chance would make it: Laney's P′.</summary>
    PPrime,
}
