namespace Equity.Graph.Disclosure;

/// <summary>A count of people as others see it.</summary>
/// <param name="Value">0 or a multiple of <see cref="DisclosureRules.Step"/> from 10 on; null when hidden.</param>
/// <param name="Hidden">Shown as a star, never as 0.</param>
internal readonly record struct DisclosedCount(double? Value, bool Hidden)
{
    /// <summary>The star.</summary>
    public static readonly DisclosedCount OutOfSight = new(null, true);

    /// <summary>A count as it was kept when it was told: null is the star.</summary>
    public static DisclosedCount Told(double? value) => new(value, Hidden: value is null);

    /// <summary>A count that is shown.</summary>
    public static DisclosedCount Of(long value) => new(value, false);

    /// <summary>Where it stands on the ladder of what can be shown: 0, then the star, then 10, 15 and so on.</summary>
    public long Place => Hidden ? DisclosureRules.Step : (long)Value!;

    /// <summary>The true counts that are shown like this, by this count alone.</summary>
    public CountRange Range => Hidden ? new CountRange(1, DisclosureRules.HiddenUpTo)
        : Value == 0 ? default
        : new CountRange(Place - DisclosureRules.Step / 2, Place + DisclosureRules.Step / 2);
}
