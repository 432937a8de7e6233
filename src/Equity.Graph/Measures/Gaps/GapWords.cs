namespace Equity.Graph.Measures.Gaps;

/// <summary>What people read about a gap, in plain words. None holds a group's number.</summary>
internal static class GapWords
{
    public const string Hidden = "This group's figure is hidden or missing.";
    public const string Empty = "This group is empty on this date.";
    public const string NoReference = "The group to compare with has no figure on this date.";
    public const string OneGroup = "There is only one group, so there is nothing to compare it with.";
    public const string OutOfBounds = "The numbers are too large or too small to work this out.";

    public const string NoProportion = "The figures do not count some out of a whole, so how much they vary by chance is not known and there is no interval.";
    public const string RatioToZero = "The rate to compare with is zero, so there is no ratio.";
    public const string RatioBelowZero = "A rate is below zero, so there is no ratio.";
    public const string RatioOfZero = "The group's rate is zero, so the ratio has no interval.";
    public const string RatioOfAll = "Both rates are as high as they can be, so the ratio has no interval.";

    public const string NoOrder = "The groups have no order, so there is no line from one end to the other.";
    public const string FewInOrder = "A line needs at least three groups in order that have members.";
    public const string HiddenInOrder = "The figure of a group is hidden or missing, so the line through all groups cannot be drawn.";
    public const string OneHoldsAll = "Nearly all are in one group, so the line through all groups cannot be drawn.";
    public const string EndAtZero = "The line through the groups reaches zero or less at one end, so there is no ratio of its ends.";
    public const string EndNearZero = "The rate at the least deprived end may be zero, so the ratio has no interval.";

    public const string InOrder = "The groups have an order: the slope index says how large the gap is.";
    public const string HiddenAmongAll = "The figure of a group is hidden or missing, so the average over all groups cannot be worked out.";

    public const string Narrows = "The gap narrows: it becomes smaller over time, by more than chance alone would explain.";
    public const string Widens = "The gap widens: it becomes larger over time, by more than chance alone would explain.";
    public const string NoSign = "There is no sign that the gap narrows or widens: it changes by no more than chance alone would explain.";
    public const string TooFewDates = "There are too few dates with figures for every group to say whether the gap narrows; at least eight are needed.";
    public const string NothingToCompare = "There are no two groups with figures, so there is no gap to follow.";
    public const string ChangedSides = "It has also changed sides: what was the higher end is now the lower one.";
}
