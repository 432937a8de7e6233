namespace Equity.Graph.Disclosure;

/// <summary>
/// The numbers that decide what counts of people may be seen: those of sub-national hospital statistics in England since 2018. Each is stated here and
/// nowhere else.
/// </summary>
internal static class DisclosureRules
{
    /// <summary>Counts from 1 to this many people are hidden.</summary>
    public const int HiddenUpTo = 7;

    /// <summary>All other counts are rounded to the nearest multiple of this; 0 stays 0.</summary>
    public const int Step = 5;

    /// <summary>Fewer people than this have no average that others may see.</summary>
    public const int LeastForAnAverage = HiddenUpTo + 1;

    /// <summary>So many whole numbers a hidden count could be, at the least, for somebody who knows all that is shown and how it was made.</summary>
    public const int LeastPossible = 3;

    /// <summary>A released count is shown anew only when it has moved by at least this many steps.</summary>
    public const int StepsOfARevision = 2;

    /// <summary>The greatest count: whole numbers are exact in a double up to here and far beyond, and sums of them too.</summary>
    public const double Greatest = 1e12;

    /// <summary>A count of people as a whole number: what is none is rounded up. Throws where it is negative, not a number, or beyond <see cref="Greatest"/>.</summary>
    public static long Whole(double count) => count is >= 0 and <= Greatest
        ? (long)Math.Ceiling(count)
        : throw new ArgumentOutOfRangeException(nameof(count), "A count of people is neither negative nor endless.");

    /// <summary>What others see of a count by itself. <paramref name="count"/> is whole and not negative.</summary>
    public static DisclosedCount Shown(long count) =>
        count is > 0 and <= HiddenUpTo ? DisclosedCount.OutOfSight : DisclosedCount.Of(Nearest(count));

    /// <summary>The nearest multiple of <see cref="Step"/>; none is as near to two.</summary>
    public static long Nearest(long count) => Below(count + Step / 2);

    /// <summary>The greatest multiple of <see cref="Step"/> that is not above.</summary>
    public static long Below(long count) => count / Step * Step;

    /// <summary>The least multiple of <see cref="Step"/> that is not below.</summary>
    public static long Above(long count) => Below(count + Step - 1);
}
