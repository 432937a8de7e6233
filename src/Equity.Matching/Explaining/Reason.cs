namespace Equity.Matching;

/// <summary>Why two teams, or two texts, belong together.</summary>
public enum ReasonKind
{
    /// <summary>Both tackle the same inequity.</summary>
    SameInequity,
    /// <summary>Both work with the same people.</summary>
    SamePopulation,
    /// <summary>An offer of theirs answers an ask of ours.</summary>
    TheyOfferWhatWeAsk,
    /// <summary>An offer of ours answers an ask of theirs.</summary>
    WeOfferWhatTheyAsk,
    /// <summary>They learnt something that answers an ask or an inequity of ours.</summary>
    TheirLearningAnswersUs,
    /// <summary>The same kind of service, or the same place.</summary>
    SameSetting,
    /// <summary>They tackle the same inequity and are one or two stages further.</summary>
    AStepAhead,
    /// <summary>What they write about their work is alike.</summary>
    SimilarWork,
}

/// <summary>Words that a team wrote, as evidence of a reason.</summary>
/// <param name="Field">What it was taken from.</param>
/// <param name="Source">The caller's id of the row, as in <see cref="ProfileText"/>.</param>
/// <param name="Text">An exact, ordinal substring of that text: all of a short one, or the sentence that carries most.</param>
public sealed record Quote(ProfileField Field, int Source, string Text);

/// <summary>One reason.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">A plain sentence to the reader ("You both …").</param>
/// <param name="Ours">The reader's own words; null when the reader searched by free text.</param>
/// <param name="Theirs">The other team's words.</param>
public sealed record Reason(ReasonKind Kind, string Text, Quote? Ours, Quote? Theirs);
