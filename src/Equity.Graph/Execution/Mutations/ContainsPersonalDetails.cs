using Equity.Graph.Screening;

namespace Equity.Graph.Execution.Mutations;

/// <summary>A text holds what tells who or where a person is. It was stored nowhere; what was found is not repeated.</summary>
/// <param name="Message">What is wrong and how to put it right, in a sentence.</param>
/// <param name="Field">The input's field.</param>
/// <param name="Kinds">What was found, each kind once.</param>
/// <param name="Places">Where, in the order of their starts.</param>
internal sealed record ContainsPersonalDetails(string Message, string Field, IReadOnlyList<PersonalDetail> Kinds, IReadOnlyList<PersonalDetailPlace> Places) : MutationError(Message)
{
    /// <summary>The error of findings in a field.</summary>
    public static ContainsPersonalDetails At(string field, IReadOnlyList<Finding> found) => new(
        $"{field} {Refusal.Of(found)}.", field, [.. found.Select(finding => finding.Kind).Distinct().Order()],
        [.. found.Select(finding => new PersonalDetailPlace(finding.Kind, finding.Start, finding.Length))]);
}

/// <summary>Where a text holds a personal detail.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Its first character, counted from 0 in UTF-16 code units after the text's ends were trimmed.</param>
/// <param name="Length">How many characters it has.</param>
internal sealed record PersonalDetailPlace(PersonalDetail Kind, int Start, int Length);
