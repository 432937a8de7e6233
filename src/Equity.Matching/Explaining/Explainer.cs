namespace Equity.Matching;

/// <summary>Says why two teams belong together: one to four reasons, what carried the score most first, in their own words.</summary>
internal sealed class Explainer(MatcherOptions options, Rarity rarity)
{
    private const int MostReasons = 4;

    private const double VeryMuchAlike = 0.56;

    /// <summary>About how much of the likeness of two inequities is lost without their people.</summary>
    private const double PeopleOfInequity = 0.1;

    private readonly Quotes quotes = new(rarity);

    /// <summary>Why one team may call another.</summary>
    public Explanation OfTeams(IndexedTeam ours, IndexedTeam theirs) => new(Reasons(ours, theirs), IsMutual(ours, theirs));

    /// <summary>Why somebody who typed a text may call a team: there are no words of a team's own to quote, and no help to give back.</summary>
    public Explanation OfSearch(IndexedTeam search, IndexedTeam theirs) =>
        new([.. Reasons(search, theirs).Select(r => Phrases.SayToSearcher(r.Kind, r.Theirs))], false);

    /// <summary>Why a team also tackles one inequity of ours.</summary>
    public Explanation OfInequity(IndexedTeam ours, IndexedTeam one, IndexedTeam theirs)
    {
        var about = theirs.Only(p => p.View is View.Inequity or View.Population);
        var reasons = Reasons(one, about).Where(r => r.Kind is not (ReasonKind.SimilarWork or ReasonKind.SameSetting)).DefaultIfEmpty(Fallback(one, about));
        return new([.. reasons], IsMutual(ours, theirs));
    }

    /// <summary>Why an ask and an offer belong together, seen from the team that wrote the first.</summary>
    public IReadOnlyList<Reason> OfTexts(IndexedTeam ours, int passage, RankedPassage theirs)
    {
        var our = quotes.Passage(ours, passage, theirs.Team.Passages[theirs.Passage].Text);
        var their = quotes.Passage(theirs.Team, theirs.Passage, ours.Passages[passage].Text);
        if (!Reaches(options.SupportFrom, ours, passage, theirs.Team, theirs.Passage)) return [Phrases.Perhaps(our, their)];
        return [Phrases.Say(our.Field == ProfileField.Ask ? ReasonKind.TheyOfferWhatWeAsk : ReasonKind.WeOfferWhatTheyAsk, our, their)];
    }

    /// <summary>Help can flow both ways: each has an offer that answers an ask of the other.</summary>
    private bool IsMutual(IndexedTeam ours, IndexedTeam theirs) =>
        Answers(ours, View.Ask, theirs, View.Offer) is not null && Answers(ours, View.Offer, theirs, View.Ask) is not null;

    private List<Reason> Reasons(IndexedTeam ours, IndexedTeam theirs)
    {
        List<Reason> reasons = [.. Candidates(ours, theirs).OrderByDescending(r => r.Carried).Select(r => r.Reason).DistinctBy(r => r.Theirs).Take(MostReasons)];
        if (reasons.TrueForAll(reason => reason.Ours?.Field == ProfileField.Locality)) reasons.Insert(0, Fallback(ours, theirs)); // to work in one place is no reason by itself
        return reasons;
    }

    private IEnumerable<(double Carried, Reason Reason)> Candidates(IndexedTeam ours, IndexedTeam theirs)
    {
        var nearest = Likeness.BestInequity(new(ours, theirs)).Pair;
        var people = People(ours, theirs, nearest);
        var inequity = nearest.Exists && Reaches(options.SameInequityFrom, ours, nearest.Ours, theirs, nearest.Theirs)
            && (people is null || AreTitlesAlike(ours, theirs, nearest)) ? nearest : (Likeness?)null;
        var tackled = inequity is { } same ? (options.InequityWeight + options.PopulationWeight) * Scale.Inequity.Of(same.Value) : 0; // an inequity is compared with its people
        if (inequity is { } pair) yield return (tackled, Pair(ReasonKind.SameInequity, pair));
        if (people is { } alike) yield return (options.PopulationWeight * Scale.Population.Of(alike.Value), Pair(ReasonKind.SamePopulation, alike));

        if (Answers(ours, View.Ask, theirs, View.Offer) is { } theyOffer)
            yield return (options.SupportWeight / 2 * Scale.Support.Of(theyOffer.Value), Pair(ReasonKind.TheyOfferWhatWeAsk, theyOffer));
        if (Answers(ours, View.Offer, theirs, View.Ask) is { } weOffer)
            yield return (options.SupportWeight / 2 * Scale.Support.Of(weOffer.Value), Pair(ReasonKind.WeOfferWhatTheyAsk, weOffer));

        if (Learnt(ours, theirs) is { } learnt) yield return (options.SupportWeight / 4 * Scale.Support.Of(learnt.Cosine), learnt.Reason);
        if (inequity is { } stage && AStepAhead(ours, theirs, stage) is { } ahead) yield return (tackled * 0.75, ahead);
        if (SimilarWork(ours, theirs) is { } similar) yield return (options.ProfileWeight / 4 * Scale.Work.Of(similar.Cosine), similar.Reason);
        if (SameSetting(ours, theirs) is { } setting) yield return (options.WordsWeight / 8, setting);

        Reason Pair(ReasonKind kind, Likeness pair) => Phrases.Say(
            kind,
            quotes.Passage(ours, pair.Ours, theirs.Passages[pair.Theirs].Text),
            quotes.Passage(theirs, pair.Theirs, ours.Passages[pair.Ours].Text));
    }

    /// <summary>The two populations that carry most of the score, if they are alike enough: by themselves, and as the people of the two nearest inequities.</summary>
    private Likeness? People(IndexedTeam ours, IndexedTeam theirs, Likeness inequity)
    {
        var (ourStart, ourCount) = ours.Of(View.Population);
        var (theirStart, theirCount) = theirs.Of(View.Population);
        var tackled = inequity.Exists ? options.InequityWeight * Scale.Inequity.Of(inequity.Value) * PeopleOfInequity : 0;
        var best = (Pair: new Likeness(0, -1, -1), Carried: -1.0);
        for (var i = ourStart; i < ourStart + ourCount; i++)
        {
            for (var j = theirStart; j < theirStart + theirCount; j++)
            {
                var cosine = Likeness.Between(ours.Vector(i), theirs.Vector(j));
                var carried = options.PopulationWeight * Scale.Population.Of(cosine) + (AreTheirs(ours, i, inequity.Ours) && AreTheirs(theirs, j, inequity.Theirs) ? tackled : 0);
                if (carried > best.Carried) best = (new(cosine, i, j), carried);
            }
        }
        return best.Pair.Exists && Reaches(options.SamePopulationFrom, ours, best.Pair.Ours, theirs, best.Pair.Theirs) ? best.Pair : null;

        static bool AreTheirs(IndexedTeam team, int people, int inequity) => inequity >= 0 && team.Passages[people].Source == team.Passages[inequity].Source;
    }

    /// <summary>The two most alike passages, if they are alike enough to say so.</summary>
    private Likeness? Alike(IndexedTeam ours, View ourView, IndexedTeam theirs, View theirView, double from) =>
        Likeness.Best(ours, ourView, theirs, theirView) is { Exists: true } best && Reaches(from, ours, best.Ours, theirs, best.Theirs) ? best : null;

    /// <summary>The ask and the offer that fit best, if they fit well enough to say so.</summary>
    private Likeness? Answers(IndexedTeam ours, View ourView, IndexedTeam theirs, View theirView) =>
        Likeness.BestSupport(ours, ourView, theirs, theirView) is { Exists: true } best && Reaches(options.SupportFrom, ours, best.Ours, theirs, best.Theirs) ? best : null;

    /// <summary>Alike by meaning, or nearly so and with telling words in common.</summary>
    private bool Reaches(double from, IndexedTeam ours, int passage, IndexedTeam theirs, int other) =>
        Likeness.Between(ours.Vector(passage), theirs.Vector(other)) + rarity.Overlap(Words.Of(ours.Passages[passage].Text), Words.Of(theirs.Passages[other].Text)) / 2 >= from;

    /// <summary>An inequity is compared with its people; where those are alike anyway, the titles have to share something, or the whole be very much alike.</summary>
    private bool AreTitlesAlike(IndexedTeam ours, IndexedTeam theirs, Likeness pair) => pair.Value >= VeryMuchAlike
        || rarity.Overlap(Words.Of(ours.Passages[pair.Ours].Quoted), Words.Of(theirs.Passages[pair.Theirs].Quoted)) > 0;

    private (double Cosine, Reason Reason)? Learnt(IndexedTeam ours, IndexedTeam theirs)
    {
        var ask = Alike(ours, View.Ask, theirs, View.Learning, options.LearningFrom);
        var inequity = Alike(ours, View.Inequity, theirs, View.Learning, options.LearningFrom);
        if ((inequity?.Value > (ask?.Value ?? 0) ? inequity : ask) is not { } best) return null;
        var our = quotes.Passage(ours, best.Ours, theirs.Passages[best.Theirs].Text);
        return (best.Value, Phrases.Say(ReasonKind.TheirLearningAnswersUs, our, quotes.Learning(theirs, best.Theirs, our.Text)));
    }

    private Reason? AStepAhead(IndexedTeam ours, IndexedTeam theirs, Likeness inequity)
    {
        if (theirs.Profile.Stage - ours.Profile.Stage is not (1 or 2)) return null;
        var our = quotes.Passage(ours, inequity.Ours, theirs.Passages[inequity.Theirs].Text);
        return Phrases.Say(ReasonKind.AStepAhead, our, quotes.Aim(theirs, our.Text) ?? quotes.Passage(theirs, inequity.Theirs, our.Text));
    }

    private (double Cosine, Reason Reason)? SimilarWork(IndexedTeam ours, IndexedTeam theirs)
    {
        var profile = Likeness.Best(ours, View.Profile, theirs, View.Profile);
        if (profile.Value < options.SimilarWorkFrom || quotes.Shared(ours, theirs) is not { } shared) return null;
        return (profile.Value, Phrases.Say(ReasonKind.SimilarWork, shared.Ours, shared.Theirs));
    }

    /// <summary>Services that share half of their words, else the same place.</summary>
    private Reason? SameSetting(IndexedTeam ours, IndexedTeam theirs)
    {
        if (Text(ours, ProfileField.Service) is { } service && Text(theirs, ProfileField.Service) is { } other
            && rarity.Overlap(Words.Of(service.Text), Words.Of(other.Text)) >= 0.5) return Phrases.Say(ReasonKind.SameSetting, service, other);
        return Text(ours, ProfileField.Locality) is { } place && Text(theirs, ProfileField.Locality) is { } there
            && string.Equals(place.Text, there.Text, StringComparison.OrdinalIgnoreCase) ? Phrases.Say(ReasonKind.SameSetting, place, there) : null;

        static Quote? Text(IndexedTeam team, ProfileField field) =>
            team.Written.FirstOrDefault(t => t.Field == field) is { } t ? new(t.Field, t.Source, Sentences.OrWhole(t.Text).First()) : null;
    }

    /// <summary>When nothing stands out: the two nearest inequities, else the services.</summary>
    private Reason Fallback(IndexedTeam ours, IndexedTeam theirs) => Likeness.Best(ours, View.Inequity, theirs, View.Inequity) is { Exists: true } nearest
        ? Phrases.Perhaps(
            quotes.Passage(ours, nearest.Ours, theirs.Passages[nearest.Theirs].Text), quotes.Passage(theirs, nearest.Theirs, ours.Passages[nearest.Ours].Text))
        : Phrases.Perhaps(Quotes.Introduction(ours), Quotes.Introduction(theirs));
}

/// <summary>Why two teams belong together.</summary>
/// <param name="Reasons">One to four, best first.</param>
/// <param name="Mutual">Help can flow both ways.</param>
internal sealed record Explanation(IReadOnlyList<Reason> Reasons, bool Mutual);
