namespace Equity.Matching;

/// <summary>Two teams that could meet.</summary>
/// <param name="A">The id of one.</param>
/// <param name="B">The id of the other.</param>
/// <param name="Score">0 to 1.</param>
internal readonly record struct CandidatePair(int A, int B, double Score);

/// <summary>The teams that are to meet and the pairs that could, by number: teams from 0 by id, pairs from 0 by score, highest first. Immutable.</summary>
internal sealed class Cohort
{
    private readonly Dictionary<(int A, int B), int> numbers;

    /// <param name="teams">With different ids.</param>
    /// <param name="pairs">Of these teams, in either direction; of two that are the same the higher score counts.</param>
    /// <param name="perTeam">How many teams each is to meet at most.</param>
    /// <exception cref="ArgumentException">An id twice, a team unknown or paired with itself, a score outside 0 to 1.</exception>
    public Cohort(IEnumerable<IntroducibleTeam> teams, IEnumerable<CandidatePair> pairs, int perTeam)
    {
        Teams = [.. teams.OrderBy(team => team.Id)];
        Places = [.. Teams.Select(team => team.Paused ? 0 : Math.Clamp(team.OpenPlaces, 0, perTeam))];
        var number = Teams.Select((team, i) => (team.Id, i)).ToDictionary(team => team.Id, team => team.i);
        Pairs = [.. pairs.Select(pair => Numbered(pair, number)).Where(pair => Places[pair.A] > 0 && Places[pair.B] > 0)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.A).ThenBy(pair => pair.B).DistinctBy(pair => (pair.A, pair.B))];
        var of = Teams.Select(_ => new List<int>()).ToArray();
        for (var pair = 0; pair < Pairs.Count; pair++)
        {
            of[Pairs[pair].A].Add(pair);
            of[Pairs[pair].B].Add(pair);
        }
        PairsOf = of;
        numbers = Pairs.Select((pair, i) => (pair, i)).ToDictionary(each => (each.pair.A, each.pair.B), each => each.i);
    }

    /// <summary>By id.</summary>
    public IReadOnlyList<IntroducibleTeam> Teams { get; }

    /// <summary>How many others each team may meet: at most as many as asked for and as it has places; none while it is paused.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Pairs of teams that both have a place, by the teams' numbers, the lower first.</summary>
    public IReadOnlyList<CandidatePair> Pairs { get; }

    /// <summary>The numbers of each team's pairs, best first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> PairsOf { get; }

    /// <summary>The other team of a pair.</summary>
    public int Other(int pair, int team) => Pairs[pair].A == team ? Pairs[pair].B : Pairs[pair].A;

    /// <summary>The number of the pair of two teams; null when they are none.</summary>
    public int? Find(int one, int other) => numbers.TryGetValue((Math.Min(one, other), Math.Max(one, other)), out var pair) ? pair : null;

    private static CandidatePair Numbered(CandidatePair pair, Dictionary<int, int> number)
    {
        if (pair.A == pair.B || !number.TryGetValue(pair.A, out var a) || !number.TryGetValue(pair.B, out var b))
            throw new ArgumentException($"{pair.A} and {pair.B} are not two of the teams.", nameof(pair));
        if (!(pair.Score is >= 0 and <= 1)) throw new ArgumentException($"A score is 0 to 1, not {pair.Score}.", nameof(pair));
        return new(Math.Min(a, b), Math.Max(a, b), pair.Score);
    }
}
