namespace Equity.Matching;

/// <summary>Says why two teams belong together: one to four reasons, what carried the score most first, in their own words.</summary>
internal sealed class Explainer(MatcherOptions options)
{
    private const int MostReasons = 4;

    /// <summary>The reasons that one team has to call another. A search has no words of its own to quote.</summary>
    public IReadOnlyList<Reason> Of(IndexedTeam ours, IndexedTeam theirs, bool isSearch)
    {
        var reasons = Candidates(ours, theirs).OrderByDescending(r => r.Carried).Take(MostReasons).Select(r => r.Reason).ToList();
        if (reasons.Count == 0) reasons.Add(Fallback(ours, theirs));
        return isSearch ? [.. reasons.Select(r => Phrases.SayToSearcher(r.Kind, r.Theirs))] : reasons;
    }

    /// <summary>Help can flow both ways.</summary>
    public bool IsMutual(IndexedTeam ours, IndexedTeam theirs) => Answers(ours, View.Ask, theirs, View.Offer) && Answers(ours, View.Offer, theirs, View.Ask);

    /// <summary>Why an ask and an offer belong together, seen from the team that wrote the first.</summary>
    public IReadOnlyList<Reason> OfTexts(IndexedTeam ours, int passage, RankedPassage theirs)
    {
        var our = Quotes.Passage(ours, passage, theirs.Team.Passages[theirs.Passage].Text);
        var their = Quotes.Passage(theirs.Team, theirs.Passage, ours.Passages[passage].Text);
        if (theirs.Cosine < options.SupportFrom) return [Phrases.Perhaps(our, their)];
        return [Phrases.Say(our.Field == ProfileField.Ask ? ReasonKind.TheyOfferWhatWeAsk : ReasonKind.WeOfferWhatTheyAsk, our, their)];
    }

    private IEnumerable<(double Carried, Reason Reason)> Candidates(IndexedTeam ours, IndexedTeam theirs)
    {
        var inequity = Likeness.Best(ours, View.Inequity, theirs, View.Inequity);
        var sameInequity = inequity.Exists && inequity.Cosine >= options.SameInequityFrom;
        if (sameInequity) yield return (options.InequityWeight * Scale.Inequity.Of(inequity.Cosine), Pair(ReasonKind.SameInequity, inequity));

        var population = Likeness.Best(ours, View.Population, theirs, View.Population);
        if (population.Exists && population.Cosine >= options.SamePopulationFrom)
            yield return (options.PopulationWeight * Scale.Population.Of(population.Cosine), Pair(ReasonKind.SamePopulation, population));

        foreach (var (kind, from, to) in new[] { (ReasonKind.TheyOfferWhatWeAsk, View.Ask, View.Offer), (ReasonKind.WeOfferWhatTheyAsk, View.Offer, View.Ask) })
        {
            var support = Likeness.Best(ours, from, theirs, to);
            if (support.Exists && support.Cosine >= options.SupportFrom)
                yield return (options.SupportWeight * Scale.Support.Of(support.Cosine), Pair(kind, support));
        }

        if (Learnt(ours, theirs) is { } learnt) yield return (options.SupportWeight / 2 * Scale.Support.Of(learnt.Cosine), learnt.Reason);
        if (sameInequity && AStepAhead(ours, theirs, inequity) is { } ahead) yield return (options.InequityWeight / 3, ahead);
        if (SimilarWork(ours, theirs) is { } similar) yield return (options.ProfileWeight / 2 * Scale.Profile.Of(similar.Cosine), similar.Reason);
        if (SameSetting(ours, theirs) is { } setting) yield return (options.WordsWeight / 4, setting);

        Reason Pair(ReasonKind kind, Likeness alike) => Phrases.Say(
            kind,
            Quotes.Passage(ours, alike.Ours, theirs.Passages[alike.Theirs].Text),
            Quotes.Passage(theirs, alike.Theirs, ours.Passages[alike.Ours].Text));
    }

    private (double Cosine, Reason Reason)? Learnt(IndexedTeam ours, IndexedTeam theirs)
    {
        var ask = Likeness.Best(ours, View.Ask, theirs, View.Learning);
        var inequity = Likeness.Best(ours, View.Inequity, theirs, View.Learning);
        var best = inequity.Cosine > ask.Cosine ? inequity : ask;
        if (!best.Exists || best.Cosine < options.LearningFrom) return null;
        var our = Quotes.Passage(ours, best.Ours, theirs.Passages[best.Theirs].Text);
        return (best.Cosine, Phrases.Say(ReasonKind.TheirLearningAnswersUs, our, Quotes.Learning(theirs, best.Theirs, our.Text)));
    }

    private static Reason? AStepAhead(IndexedTeam ours, IndexedTeam theirs, Likeness inequity)
    {
        if (theirs.Profile.Stage - ours.Profile.Stage is not (1 or 2)) return null;
        var our = Quotes.Passage(ours, inequity.Ours, theirs.Passages[inequity.Theirs].Text);
        var telling = Quotes.Telling(theirs, our.Text, ProfileField.Summary, ProfileField.LearningTitle, ProfileField.LearningBody, ProfileField.Aim);
        return Phrases.Say(ReasonKind.AStepAhead, our, telling ?? Quotes.Passage(theirs, inequity.Theirs, our.Text));
    }

    private (double Cosine, Reason Reason)? SimilarWork(IndexedTeam ours, IndexedTeam theirs)
    {
        var profile = Likeness.Best(ours, View.Profile, theirs, View.Profile);
        if (profile.Cosine < options.SimilarWorkFrom || Quotes.Shared(ours, theirs) is not { } shared) return null;
        return (profile.Cosine, Phrases.Say(ReasonKind.SimilarWork, shared.Ours, shared.Theirs));
    }

    /// <summary>Services that share half of their words, else the same place.</summary>
    private static Reason? SameSetting(IndexedTeam ours, IndexedTeam theirs)
    {
        if (Text(ours, ProfileField.Service) is { } service && Text(theirs, ProfileField.Service) is { } other
            && Words.Overlap(Words.Of(service.Text), Words.Of(other.Text)) >= 0.5) return Phrases.Say(ReasonKind.SameSetting, service, other);
        return Text(ours, ProfileField.Locality) is { } place && Text(theirs, ProfileField.Locality) is { } there
            && string.Equals(place.Text, there.Text, StringComparison.OrdinalIgnoreCase) ? Phrases.Say(ReasonKind.SameSetting, place, there) : null;

        static Quote? Text(IndexedTeam team, ProfileField field) =>
            team.Written.FirstOrDefault(t => t.Field == field) is { } t ? new(t.Field, t.Source, Sentences.OrWhole(t.Text).First()) : null;
    }

    private static Reason Fallback(IndexedTeam ours, IndexedTeam theirs) => Quotes.Shared(ours, theirs) is { } shared
        ? Phrases.Perhaps(shared.Ours, shared.Theirs)
        : Phrases.Perhaps(Quotes.Introduction(ours), Quotes.Introduction(theirs));

    private bool Answers(IndexedTeam ours, View from, IndexedTeam theirs, View to) =>
        Likeness.Best(ours, from, theirs, to) is { Exists: true } best && best.Cosine >= options.SupportFrom;
}
