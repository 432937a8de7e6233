namespace Equity.Graph.Measures.Gaps;

/// <summary>One group's figures on one date.</summary>
/// <param name="Stratum">The group's name, unique on its date.</param>
/// <param name="Order">Its place where the groups have an order: 1 is the most deprived; null where they have none.</param>
/// <param name="Numerator">How many it was, or how much; null when hidden or missing.</param>
/// <param name="Denominator">Of how many; 0 when the group is empty, null when hidden or missing.</param>
internal readonly record struct GroupCount(string Stratum, int? Order, double? Numerator, double? Denominator)
{
    /// <summary>Sums of larger numbers would overflow, and no community counts as much.</summary>
    private const double Most = 1e15;

    /// <summary>Numerator by denominator. Null when either is not known, is no number or beyond a thousand million million, or the denominator is not above 0.</summary>
    public double? Rate => Denominator is > 0 and <= Most && Numerator / Denominator is >= -Most and <= Most and var rate ? rate : null;

    /// <summary>It has no members on this date.</summary>
    public bool IsEmpty => Denominator == 0;

    /// <summary>Whether the numerator counts some of those that the denominator counts: both whole, and no more of them than there are. Others are no proportions: days waited, say.</summary>
    public bool IsProportion => Rate is >= 0 and <= 1 && double.IsInteger(Numerator!.Value) && double.IsInteger(Denominator!.Value);
}
