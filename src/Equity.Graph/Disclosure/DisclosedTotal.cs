namespace Equity.Graph.Disclosure;

/// <summary>
/// The total of one column: rounded like every count, and kept within what the parts allow. The parts that are shown say that the total is at least the sum
/// of their least values and at most the sum of their greatest; a rounded total outside that range would say that nearly every part is at its edge (four
/// groups of 7 have a rounded total of 30, which only four groups of 7 can have), so the nearest multiple of 5 inside is shown instead.
/// <para>Whatever is shown, at least three totals are behind it, at the low end and at the high end too, and it is at most 4 off.</para>
/// </summary>
internal static class DisclosedTotal
{
    /// <summary>What is shown of a total. <paramref name="range"/> is what the rest of the release lets it be, the true total among it.</summary>
    public static DisclosedCount Of(long total, CountRange range)
    {
        var low = DisclosureRules.Above(range.Low);
        var place = Math.Max(low, Math.Min(DisclosureRules.Nearest(total), DisclosureRules.Below(range.High)));
        return IsSmall(range) && place == low ? DisclosedCount.OutOfSight : DisclosedCount.Of(place);
    }

    /// <summary>The greatest total that is shown like this.</summary>
    public static long Greatest(DisclosedCount shown, CountRange range)
    {
        var place = shown.Hidden ? DisclosureRules.Above(range.Low) : shown.Place;
        return place >= DisclosureRules.Below(range.High) ? range.High : place + DisclosureRules.Step / 2;
    }

    /// <summary>Whether the total could be too small to be shown: then all parts that are not 0 are hidden, and there are at most seven of them.</summary>
    private static bool IsSmall(CountRange range) => range.Low is > 0 and <= DisclosureRules.HiddenUpTo;
}
