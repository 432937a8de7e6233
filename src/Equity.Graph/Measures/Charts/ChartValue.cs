namespace Equity.Graph.Measures.Charts;

/// <summary>What is charted at a date: a part and its whole, or a figure and 1.</summary>
/// <param name="Date">The day, or the first day of the week or month.</param>
/// <param name="Numerator">Null when it is not known or not disclosed.</param>
/// <param name="Denominator">Null when it is not known or not disclosed.</param>
internal readonly record struct ChartValue(DateOnly Date, double? Numerator, double? Denominator)
{
    /// <summary>The greatest figure, either way: beyond it a <see cref="double"/> can no longer tell one from the next.</summary>
    public const double Greatest = 1e15;

    /// <summary>Null when it is not known or not disclosed; 0 where it is closer to 0 than 1 / <see cref="Greatest"/>.</summary>
    public double? Numerator { get; init; } = Math.Abs(Numerator ?? 1) < 1 / Greatest ? 0 : Numerator;

    /// <summary>
    /// Numerator / denominator; 0 where it is closer to 0 than 1 / <see cref="Greatest"/>. Null, which is a gap in the line and never zero, when either is null, when the denominator is below 0, 0 or closer to it than
    /// 1 / <see cref="Greatest"/>, and when one of the three is not a number or beyond <see cref="Greatest"/>.
    /// </summary>
    public double? Value =>
        Denominator is >= 1 / Greatest and <= Greatest && Math.Abs(Numerator ?? double.NaN) <= Greatest
        && Numerator / Denominator is { } value && Math.Abs(value) <= Greatest ? Math.Abs(value) < 1 / Greatest ? 0 : value : null;
}
