namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// Which figure is the gap of a measure, the same on all its dates: the slope index where three groups or more have an order (<see cref="SlopeIndex"/>), else the difference from the
/// reference, and of several the one that is furthest from 0 (of two as far, that of the first group by name).
/// </summary>
internal sealed class GapMeasure
{
    private const int FewestForALine = 3;

    private readonly HashSet<string> _expected;

    /// <param name="all">The groups of all dates.</param>
    /// <param name="reference">The group that the others are compared with; null for the usual one among all dates (<see cref="GapReference"/>).</param>
    public GapMeasure(IReadOnlyCollection<GroupCount> all, string? reference)
    {
        var known = all.Where(group => group.Rate is not null).ToList();
        Reference = reference ?? GapReference.Among(all);
        Figure = known.Select(group => group.Order).OfType<int>().Distinct().Count() >= FewestForALine ? GapFigure.SlopeIndex : GapFigure.Difference;
        _expected = [.. known.Where(group => Figure == GapFigure.Difference || group.Order is not null).Select(group => group.Stratum)];
    }

    /// <summary>The group that the others are compared with; null only without groups.</summary>
    public string? Reference { get; }

    /// <summary><see cref="GapFigure.SlopeIndex"/> or <see cref="GapFigure.Difference"/>.</summary>
    public GapFigure Figure { get; }

    /// <summary>There are groups to compare.</summary>
    public bool Compares => _expected.Count > 1;

    /// <summary>It has a side: either end, or one group of two, is the higher one.</summary>
    public bool HasSides => Figure == GapFigure.SlopeIndex || _expected.Count == 2;

    /// <summary>
    /// The gap of a date; above 0 when the most deprived end, or the group compared, has the higher rate. Null when a figure is missing of a group that has one on any date: without it the
    /// gap would seem to change when only what may be seen did. Empty groups need none for a line.
    /// </summary>
    public double? On(IReadOnlyList<GroupCount> groups)
    {
        var there = groups.Where(group => _expected.Contains(group.Stratum)).OrderBy(group => group.Stratum, StringComparer.Ordinal).ToList();
        if (there.Count < _expected.Count) return null;
        if (Figure == GapFigure.SlopeIndex) return SlopeLine.Through(groups).Line is { } line ? SlopeIndex.Of(line, proportions: false).Value : null;
        if (there.Any(group => group.Rate is null) || !_expected.Contains(Reference!)) return null;
        var to = there.First(group => group.Stratum == Reference);
        return there.Where(group => group.Stratum != Reference).Select(group => RateDifference.Of(group, to, proportions: false).Value).MaxBy(gap => Math.Abs(gap!.Value));
    }
}
