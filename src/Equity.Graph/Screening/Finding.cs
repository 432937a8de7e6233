namespace Equity.Graph.Screening;

/// <summary>Where a text holds a personal detail, and of which kind. What was found is left out, so that no log and no error can repeat it.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Its first character (UTF-16 code unit, from 0) in the text.</param>
/// <param name="Length">How many characters it has, at least 1.</param>
internal readonly record struct Finding(PersonalDetail Kind, int Start, int Length);
