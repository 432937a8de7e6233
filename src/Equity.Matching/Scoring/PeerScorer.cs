using System.Buffers;

namespace Equity.Matching;

/// <summary>The score of two teams: like with like, and the same both ways to the last bit.</summary>
internal sealed class PeerScorer(MatcherOptions options)
{
    private const int NearestOfSearch = 3;

    /// <summary>So many cosines lie on the stack: those of two teams with 32 passages each.</summary>
    private const int OnStack = 1_024;

    private const double WordsOfSearch = 0.4; // on the develop half nDCG@5 .72; with a quarter .70

    private readonly double[] weights = [.. options.Weights.Select(w => w.Value)];
    private readonly string[] names = [.. options.Weights.Select(w => w.Name)];

    /// <summary><see cref="Of(IndexedTeam, IndexedTeam, double)"/>, made once.</summary>
    public TeamScore OfTeams => field ??= Of;

    /// <summary><see cref="OfSearch"/>, made once.</summary>
    public TeamScore OfSearches => field ??= OfSearch;

    /// <summary>What it is likely to say, made once.</summary>
    public PeerGuess Guess => field ??= new(options);

    /// <summary>What it weighs by.</summary>
    public MatcherOptions Options => options;

    /// <summary>
    /// The score of two teams, 0 to 1, and its parts by name. Who has not told a side yet is judged by the whole: neither punished for what is missing nor
    /// given what nobody said.
    /// </summary>
    /// <param name="ours">One.</param>
    /// <param name="theirs">The other.</param>
    /// <param name="words">The cosine of their rows of words.</param>
    public PeerScore Of(IndexedTeam ours, IndexedTeam theirs, double words)
    {
        var room = Cosines.RoomFor(ours, theirs);
        var rented = room > OnStack ? ArrayPool<float>.Shared.Rent(room) : null;
        var score = Of(new Cosines(ours, theirs, rented ?? stackalloc float[OnStack]), words);
        if (rented is not null) ArrayPool<float>.Shared.Return(rented);
        return score;
    }

    /// <summary>The same of passages that may have been compared before.</summary>
    public PeerScore Of(in Cosines cosines, double words)
    {
        var profile = Scale.Whole.Of(Whole.Cosine(cosines));
        return new(
            weights[0] * (Likeness.BestInequity(cosines) is ({ Exists: true }, var inequity) ? inequity : profile),
            weights[1] * (Likeness.Best(cosines, View.Population, View.Population) is { Exists: true } people ? Scale.Population.Of(people.Value) : profile),
            weights[2] * Support(cosines, profile),
            weights[3] * profile,
            weights[4] * Scale.Words.Of(words));
    }

    /// <summary>How well offers answer asks, both ways, 0 to 1.</summary>
    /// <param name="cosines">Of the two.</param>
    /// <param name="untold">What stands for a way of which a side is missing.</param>
    private static double Support(in Cosines cosines, double untold)
    {
        var (one, other) = (Likeness.BestSupport(cosines, View.Ask, View.Offer), Likeness.BestSupport(cosines, View.Offer, View.Ask));
        if (one.Exists && other.Exists) return Scale.Support.Of((one.Value + other.Value) / 2);
        return (Way(one) + Way(other)) / 2;

        double Way(Likeness way) => way.Exists ? Scale.Support.Of(way.Value) : untold;
    }

    /// <summary>How alike two teams are, 0 to 1: their score without support, since a copy of a team does not offer what it asks for.</summary>
    public double Resemblance(IndexedTeam ours, IndexedTeam theirs)
    {
        var score = Of(ours, theirs, ours.Words.Cosine(theirs.Words));
        return weights[2] < 1 ? Math.Min(1, (score.Total - score.Support) / (1 - weights[2])) : 0;
    }

    /// <summary>
    /// The score of a typed text and a team, 0 to 1. A text is about some side of a team and does not say which: it is compared with all that the team wrote,
    /// and the nearest three passages count, each for the part that it belongs to. Its words weigh more than those of a team: it has no other side.
    /// </summary>
    /// <param name="search">As <see cref="IndexedTeam.OfSearch"/> makes it.</param>
    /// <param name="theirs">The team.</param>
    /// <param name="words">The cosine of their rows of words.</param>
    public PeerScore OfSearch(IndexedTeam search, IndexedTeam theirs, double words)
    {
        Span<double> parts = stackalloc double[4];
        Span<(double Cosine, int Passage)> nearest = stackalloc (double, int)[NearestOfSearch];
        var count = Nearest(search.Vector(0), theirs, nearest);
        foreach (var (cosine, passage) in nearest[..count]) parts[Part(theirs.Passages[passage].View)] += (1 - WordsOfSearch) / count * Scale.Search.Of(cosine);
        return new(parts[0], parts[1], parts[2], parts[3], WordsOfSearch * Scale.SearchWords.Of(words));
    }

    /// <summary>
    /// The score of one inequity with a team's: their most alike title and population, weighed against each other as in a whole score; the other parts
    /// are 0. Null when the team tells of no inequity.
    /// </summary>
    public PeerScore? OfInequity(IndexedTeam one, IndexedTeam theirs)
    {
        var (title, alike) = Likeness.BestInequity(new(one, theirs));
        var population = Likeness.Best(one, View.Population, theirs, View.Population);
        if (!title.Exists && !population.Exists) return null;
        var both = weights[0] + weights[1];
        var share = both > 0 ? weights[0] / both : 0.5;
        var titleScore = title.Exists ? alike : Scale.Population.Of(population.Value);
        var populationScore = population.Exists ? Scale.Population.Of(population.Value) : titleScore;
        return new(share * titleScore, (1 - share) * populationScore, 0, 0, 0);
    }

    /// <summary>Fills in a team's passages that are nearest to a vector, nearest first; says how many there are.</summary>
    private static int Nearest(ReadOnlySpan<float> vector, IndexedTeam team, Span<(double Cosine, int Passage)> nearest)
    {
        var count = 0;
        foreach (var passage in team.Compared)
        {
            var cosine = Likeness.Between(vector, team.Vector(passage));
            if (count == nearest.Length && cosine <= nearest[^1].Cosine) continue;
            var place = count < nearest.Length ? count++ : count - 1;
            for (; place > 0 && nearest[place - 1].Cosine < cosine; place--) nearest[place] = nearest[place - 1];
            nearest[place] = (cosine, passage);
        }
        return count;
    }

    private static int Part(View view) => view switch
    {
        View.Inequity => 0,
        View.Population => 1,
        View.Profile => 3,
        _ => 2, // a need is answered by what is offered, by what was learnt, and by who has the same need
    };

    /// <summary>The parts of <see cref="OfInequity"/>: the first two of <see cref="Parts"/>.</summary>
    public const int InequityParts = 2;

    public IReadOnlyList<ScorePart> Parts(PeerScore score) =>
    [
        new(names[0], score.Inequity), new(names[1], score.Population), new(names[2], score.Support), new(names[3], score.Profile), new(names[4], score.Words),
    ];
}

/// <summary>The weighted parts of a score.</summary>
internal readonly record struct PeerScore(double Inequity, double Population, double Support, double Profile, double Words)
{
    public double Total => Math.Min(1, Inequity + Population + Support + Profile + Words);
}
