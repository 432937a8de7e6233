namespace Equity.Graph.Measures.Gaps;

/// <summary>How unequal groups are.</summary>
internal static class EquityGaps
{
    /// <summary>
    /// The gap on one date. Whatever the figures are there is an answer without a fault: what cannot be worked out is null, and the answer says why. Intervals are 95 %, and are given when
    /// all known figures of the date are proportions.
    /// </summary>
    /// <param name="groups">The groups of that date, each once; a hidden one is there, with nulls. Their order does not matter.</param>
    /// <param name="reference">The group that the others are compared with; null for the usual one (<see cref="GapReference"/>). One that is not there has no figure.</param>
    public static EquityGap At(IReadOnlyList<GroupCount> groups, string? reference)
    {
        reference ??= GapReference.Among(groups);
        var notes = new List<GapNote>();
        var proportions = groups.All(group => group.Rate is null || group.IsProportion);
        GroupCount? to = groups.Where(group => group.Stratum == reference && group.Rate is not null).Select(group => (GroupCount?)group).FirstOrDefault();
        var gaps = groups.Select(group => Gap(group, to, reference, proportions, notes)).ToList();
        if (groups.Count == 1) notes.Add(new(GapFigure.Difference, null, GapWords.OneGroup));
        else if (to is null) notes.Add(new(GapFigure.Difference, null, GapWords.NoReference));
        var (slope, relative) = Ends(groups, proportions);
        var disparity = to is { } from ? DisparityIndex.Of(groups, from) : Estimate.None(GapWords.NoReference);
        return new(
            reference,
            gaps,
            Noted(slope, GapFigure.SlopeIndex, null, notes).Value,
            slope.Interval,
            Noted(relative, GapFigure.RelativeIndex, null, notes).Value,
            relative.Interval,
            Noted(disparity, GapFigure.DisparityIndex, null, notes).Value,
            notes);
    }

    private static GroupGap Gap(GroupCount group, GroupCount? reference, string? named, bool proportions, List<GapNote> notes)
    {
        if (group.Rate is null) notes.Add(new(GapFigure.Rate, group.Stratum, group.IsEmpty ? GapWords.Empty : GapWords.Hidden));
        if (group.Rate is null || reference is not { } to || group.Stratum == named) return new(group.Stratum, group.Rate, null, null, null, null);
        var difference = Noted(RateDifference.Of(group, to, proportions), GapFigure.Difference, group.Stratum, notes);
        var ratio = Noted(RateRatio.Of(group, to, proportions), GapFigure.Ratio, group.Stratum, notes);
        return new(group.Stratum, group.Rate, difference.Value, difference.Interval, ratio.Value, ratio.Interval);
    }

    private static (Estimate Slope, Estimate Relative) Ends(IReadOnlyList<GroupCount> groups, bool proportions)
    {
        if (groups.All(group => group.Order is null)) return (Estimate.None(GapWords.NoOrder), Estimate.None(GapWords.NoOrder));
        return SlopeLine.Through(groups) switch
        {
            ({ } line, _) => (SlopeIndex.Of(line, proportions), RelativeIndex.Of(line, proportions)),
            (_, var why) => (Estimate.None(why!), Estimate.None(why!)),
        };
    }

    private static Estimate Noted(Estimate estimate, GapFigure figure, string? stratum, List<GapNote> notes)
    {
        if (estimate.Why is { } why) notes.Add(new(figure, stratum, why));
        return estimate;
    }
}
