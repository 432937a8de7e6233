using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Measures;

/// <summary>A figure cannot be recorded. None of them was.</summary>
/// <param name="Row">Which of the points, from 0.</param>
/// <param name="Field">The point's field.</param>
/// <param name="Problem">What is wrong with it and what is allowed, as the end of a sentence.</param>
internal sealed record InvalidMeasurement(int Row, string Field, string Problem) : MutationError(string.Create(CultureInfo.InvariantCulture, $"points[{Row}].{Field} {Problem}."));

/// <summary>A group cannot go, because figures have been released of it.</summary>
/// <param name="Stratum">The group.</param>
internal sealed record StratumReleased(string Stratum)
    : MutationError($"Others have been shown figures of the group “{Stratum}”, and what was shown stands. Name the group among strata, or create another measure.");

/// <summary>A group cannot go, because figures have been recorded for it.</summary>
/// <param name="Stratum">The group.</param>
internal sealed record StratumHasPoints(string Stratum)
    : MutationError($"Figures have been recorded for the group “{Stratum}”. Name the group among strata; or remove the figures first, unless they were released, which stands.");
