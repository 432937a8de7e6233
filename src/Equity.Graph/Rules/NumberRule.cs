using System.Globalization;

namespace Equity.Graph.Rules;

/// <summary>What a number field may hold.</summary>
/// <param name="Field">The field's name in the contract and in import files.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="Step">Values are whole multiples of this; 0 where any value between may be.</param>
internal sealed record NumberRule(string Field, double Min, double Max, double Step)
{
    /// <summary>What is wrong with a number and what is allowed; null when it may be stored.</summary>
    public string? Problem(double? number)
    {
        if (number is not { } value)
            return null;
        return value >= Min && value <= Max && (Step == 0 || value / Step == Math.Floor(value / Step))
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"is {value}; {Allowed}");
    }

    /// <summary>What is allowed, as the end of a sentence.</summary>
    public string Allowed => Step == 0 ? string.Create(CultureInfo.InvariantCulture, $"allowed are numbers from {Min} to {Max}")
        : Step % 1 == 0 ? string.Create(CultureInfo.InvariantCulture, $"allowed are whole numbers from {Min} to {Max}")
        : string.Create(CultureInfo.InvariantCulture, $"allowed are {Min:0.0} to {Max:0.0} in steps of {Step:0.0}");

    /// <summary>The same rule as a constraint of the database, in standard SQL, where there is a step.</summary>
    public string Constraint(string column) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{column}\" IS NULL OR (\"{column}\" >= {Min} AND \"{column}\" <= {Max} AND \"{column}\" / {Step:0.0##} = round(\"{column}\" / {Step:0.0##}))");
}
