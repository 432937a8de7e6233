using Equity.Graph.Screening;

namespace Equity.Graph.Execution.Mutations;

/// <summary>A text holds what tells who or where a person is. It was stored nowhere; what was found is not repeated.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Kinds">What was found, each kind once.</param>
/// <param name="Places">Where, in the order of their starts.</param>
/// <param name="Problem">What was found and where, as the end of a sentence.</param>
internal sealed record ContainsPersonalDetails(string Field, IReadOnlyList<PersonalDetail> Kinds, IReadOnlyList<PersonalDetailPlace> Places, string Problem)
    : MutationError($"{Field} {Problem}.")
{
    /// <summary>The error of findings in a field.</summary>
    internal ContainsPersonalDetails(string field, IReadOnlyList<Finding> found) : this(
        field, [.. found.Select(finding => finding.Kind).Distinct().Order()], [.. found.Select(finding => new PersonalDetailPlace(finding.Kind, finding.Start, finding.Length))], Refusal.Of(found)!)
    {
    }
}

/// <summary>Where a text holds a personal detail.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Its first character, counted from 0 in UTF-16 code units after the text's ends were trimmed.</param>
/// <param name="Length">How many characters it has.</param>
internal sealed record PersonalDetailPlace(PersonalDetail Kind, int Start, int Length);
