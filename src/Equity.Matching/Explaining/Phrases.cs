namespace Equity.Matching;

/// <summary>The sentences of reasons: to a reader on a team, in words that anybody uses.</summary>
internal static class Phrases
{
    public static Reason Say(ReasonKind kind, Quote ours, Quote theirs) => new(kind, kind switch
    {
        ReasonKind.SameInequity when Same(ours, theirs) => $"You both tackle this: {Q(theirs)}",
        ReasonKind.SameInequity => $"What you tackle is alike. You: {Q(ours)} They: {Q(theirs)}",
        ReasonKind.SamePopulation when Same(ours, theirs) => $"You both work with the same people: {Q(theirs)}",
        ReasonKind.SamePopulation => $"You work with people who have much in common. You: {Q(ours)} They: {Q(theirs)}",
        ReasonKind.TheyOfferWhatWeAsk => $"They offer what you ask for: {Q(theirs)}",
        ReasonKind.WeOfferWhatTheyAsk => $"You offer what they ask for: {Q(theirs)}",
        ReasonKind.TheirLearningAnswersUs => $"They learnt something that may help you: {Q(theirs)}",
        ReasonKind.SameSetting when ours.Field == ProfileField.Locality => $"You both work in {theirs.Text}.",
        ReasonKind.SameSetting when Same(ours, theirs) => $"You both work in the same kind of service: {Q(theirs)}",
        ReasonKind.SameSetting => $"You work in services that are alike. You: {Q(ours)} They: {Q(theirs)}",
        ReasonKind.AStepAhead => $"They are further along with something alike: {Q(theirs)}",
        _ => $"Your work sounds alike. You: {Q(ours)} They: {Q(theirs)}",
    }, ours, theirs);

    /// <summary>When nothing stands out: says so, and invents nothing.</summary>
    public static Reason Perhaps(Quote? ours, Quote? theirs) => new(
        ReasonKind.SimilarWork,
        ours is null || theirs is null ? "This may be worth a call: not much is written down yet." : $"This may be worth a call. You: {Q(ours)} They: {Q(theirs)}",
        ours, theirs);

    /// <summary>To somebody who typed a text: there is nothing of theirs to quote.</summary>
    public static Reason SayToSearcher(ReasonKind kind, Quote? theirs) => new(kind, kind switch
    {
        _ when theirs is null => "This may be worth a call: not much is written down yet.",
        ReasonKind.SameInequity => $"They tackle this: {Q(theirs)}",
        ReasonKind.SamePopulation => $"They work with {Q(theirs)}",
        ReasonKind.TheyOfferWhatWeAsk => $"They offer help with this: {Q(theirs)}",
        ReasonKind.TheirLearningAnswersUs => $"They learnt something about this: {Q(theirs)}",
        ReasonKind.SimilarWork when theirs.Field is ProfileField.Aim or ProfileField.Summary => $"They say of their work: {Q(theirs)}",
        _ => $"This may be worth a call. They: {Q(theirs)}",
    }, null, theirs);

    private static bool Same(Quote ours, Quote theirs) => string.Equals(ours.Text, theirs.Text, StringComparison.OrdinalIgnoreCase);

    private static string Q(Quote quote) => $"“{quote.Text}”";
}
