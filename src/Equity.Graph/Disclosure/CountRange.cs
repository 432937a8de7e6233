namespace Equity.Graph.Disclosure;

/// <summary>Whole numbers that a count of people could be.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct CountRange(long Low, long High)
{
    /// <summary>How far the greatest is above the least.</summary>
    public long Room => High - Low;

    public static CountRange operator +(CountRange one, CountRange other) => new(one.Low + other.Low, one.High + other.High);
}
