namespace Equity.Graph.Measures.Gaps;

/// <summary>The gap of each date of a measure, and how it changes.</summary>
internal static class GapsOverTime
{
    /// <summary>On fewer dates a line through the gaps says little.</summary>
    private const int FewestDates = 8;

    /// <summary>
    /// Which figure the gap is, and when a date has one, is <see cref="GapMeasure"/>'s. How it changes is the slope of a line (<see cref="TrendLine"/>) through the sizes of the gaps,
    /// whichever end is higher: so a gap that passes through 0 shrinks and then grows again, and the words say when it has changed sides. It narrows when the interval of the slope lies
    /// below 0, widens when it lies above.
    /// </summary>
    /// <param name="dates">The dates, in any order.</param>
    /// <param name="reference">The group that the others are compared with; null for the usual one among all dates (<see cref="GapReference"/>).</param>
    public static GapTrend Of(IReadOnlyList<DatedGroups> dates, string? reference)
    {
        var measure = new GapMeasure([.. dates.SelectMany(date => date.Groups)], reference);
        GapPoint[] points = [.. dates.OrderBy(date => date.Date).Select(date => new GapPoint(date.Date, measure.On(date.Groups)))];
        if (!measure.Compares) return Unsaid(GapVerdict.NothingToCompare, GapWords.NothingToCompare);
        if (points.Count(point => point.Gap is not null) < FewestDates || TrendLine.Through(points, Math.Abs) is not { } line) return Unsaid(GapVerdict.TooFewDates, GapWords.TooFewDates);
        var verdict = line.Within.Upper < 0 ? GapVerdict.Narrows : line.Within.Lower > 0 ? GapVerdict.Widens : GapVerdict.NoSign;
        var words = verdict switch { GapVerdict.Narrows => GapWords.Narrows, GapVerdict.Widens => GapWords.Widens, _ => GapWords.NoSign };
        if (measure.HasSides && ChangedSides(points)) words = $"{words} {GapWords.ChangedSides}";
        return new(measure.Reference, measure.Figure, points, line.Slope, line.Within, verdict, words);

        GapTrend Unsaid(GapVerdict why, string sentence) => new(measure.Reference, measure.Figure, points, null, null, why, sentence);
    }

    /// <summary>The line through the gaps themselves is not level, and is on one side of 0 on the first date and on the other on the last.</summary>
    private static bool ChangedSides(GapPoint[] points) =>
        TrendLine.Through(points, gap => gap) is { } line && line.First * line.Last < 0 && (line.Within.Lower > 0 || line.Within.Upper < 0);
}
