using System.Buffers;

namespace Equity.Matching;

/// <summary>The score of two teams.</summary>
/// <param name="ours">One.</param>
/// <param name="theirs">The other.</param>
/// <param name="words">The cosine of their rows of words.</param>
internal delegate PeerScore TeamScore(IndexedTeam ours, IndexedTeam theirs, double words);

/// <summary>A team with its score.</summary>
internal readonly record struct RankedTeam(IndexedTeam Team, PeerScore Score);

/// <summary>A passage of a team with its cosine.</summary>
internal readonly record struct RankedPassage(IndexedTeam Team, int Passage, double Cosine)
{
    public int Source => Team.Passages[Passage].Source;
}

/// <summary>An ask or an offer with its likeness, as <see cref="Likeness.OfSupport"/> gives it.</summary>
internal readonly record struct RankedSupport(RankedPassage Passage, double Likeness);

/// <summary>A thing of a team that a search found, with its place.</summary>
internal readonly record struct RankedThing(IndexedTeam Team, Findable Thing, SearchPlace Place);

/// <summary>The best of those who are scored: everybody, but for peers among thousands. Ties go to the lower id.</summary>
internal static class Ranking
{
    private const int MostCompared = 100;

    /// <summary>The best teams for one, itself left out: of thousands the likeliest are scored, of fewer all.</summary>
    public static IReadOnlyList<RankedTeam> Peers(Snapshot snapshot, IndexedTeam ours, int count, Func<int, bool>? among, PeerScorer scorer)
    {
        if (snapshot.Table is null) return Teams(snapshot, ours, count, among, scorer.OfTeams);
        var best = new BestTeams(count);
        snapshot.Table.Find(ours, snapshot.Table.Candidates(count), among, scorer, ref best);
        return best.Sorted();
    }

    /// <summary>The best teams for one, itself left out, by the score of the two and the cosine of their words. Everybody is scored.</summary>
    public static IReadOnlyList<RankedTeam> Teams(Snapshot snapshot, IndexedTeam ours, int count, Func<int, bool>? among, TeamScore score)
    {
        var best = new BestTeams(Math.Min(count, snapshot.Teams.Count));
        var words = ArrayPool<float>.Shared.Rent(Math.Max(1, snapshot.Lexicon?.Dimensions ?? 0));
        try
        {
            Array.Clear(words);
            ours.Words.Write(words);
            foreach (var team in snapshot.Teams)
            {
                if (team != ours && (among is null || among(team.Id))) best.Offer(team, score(ours, team, team.Words.Cosine(words)));
            }
            return best.Sorted();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(words);
        }
    }

    /// <summary>The scores of all pairs of these teams, of thousands only of the likeliest.</summary>
    /// <param name="snapshot">Knows them.</param>
    /// <param name="teams">By ascending id.</param>
    /// <param name="scorer">Scores them.</param>
    public static PairScores Pairs(Snapshot snapshot, IReadOnlyList<IndexedTeam> teams, PeerScorer scorer) => new(
        [.. teams.Select(team => team.Id)],
        Rows(snapshot, teams, scorer.OfTeams),
        teams.Count < PeerTable.FewestTeams ? null : PeerTable.Of(teams, snapshot.Lexicon)?.Guesses(scorer.Guess));

    /// <summary>Makes what scores each of these teams with the others. It keeps one row of words at a time, so each that works needs its own.</summary>
    private static Func<RowScore> Rows(Snapshot snapshot, IReadOnlyList<IndexedTeam> teams, TeamScore score) => () =>
    {
        var words = new float[snapshot.Lexicon?.Dimensions ?? 0];
        return (row, from, scores) =>
        {
            var ours = teams[row];
            ours.Words.Write(words);
            for (var i = 0; i < scores.Length; i++) scores[i] = score(ours, teams[from + i], teams[from + i].Words.Cosine(words)).Total;
            ours.Words.Clear(words);
        };
    };

    /// <summary>The passages of one view, of other teams, that are nearest to a passage.</summary>
    public static IReadOnlyList<RankedPassage> Passages(Snapshot snapshot, IndexedTeam ours, int passage, View view, int count, Func<int, bool>? among)
    {
        var scored = new List<RankedPassage>();
        foreach (var team in snapshot.Teams)
        {
            if (team == ours || among is not null && !among(team.Id)) continue;
            var (start, length) = team.Of(view);
            for (var i = start; i < start + length; i++) scored.Add(new(team, i, Likeness.Between(ours.Vector(passage), team.Vector(i))));
        }
        return [.. scored.OrderByDescending(s => s.Cosine).ThenBy(s => s.Team.Id).ThenBy(s => s.Source).Take(count)];
    }

    /// <summary>
    /// The asks or offers that are nearest to an offer or an ask by meaning and by words: of the hundred nearest by meaning, all of them in a community of
    /// usual size.
    /// </summary>
    public static IReadOnlyList<RankedSupport> Support(Snapshot snapshot, IndexedTeam ours, int passage, View view, int count, Func<int, bool>? among)
    {
        return [.. (from near in Passages(snapshot, ours, passage, view, MostCompared, among)
                   let likeness = Likeness.OfSupport(ours, passage, near.Team, near.Passage)
                   orderby likeness descending, near.Team.Id, near.Source
                   select new RankedSupport(near, likeness)).Take(count)];
    }

    /// <summary>All of these kinds that fits a search well enough.</summary>
    public static IReadOnlyList<RankedThing> Found(Snapshot snapshot, TextSearch search, Func<SearchKind, bool> kinds)
    {
        var found = new List<RankedThing>();
        foreach (var team in snapshot.Teams)
        {
            foreach (var thing in team.Things)
            {
                var score = kinds(thing.Kind) ? search.Score(team, thing) : 0;
                if (score >= TextSearch.LeastScore) found.Add(new(team, thing, new(score, thing.Kind, thing.Source)));
            }
        }
        return [.. found.OrderByDescending(f => f.Place.Score).ThenBy(f => f.Place.Kind).ThenBy(f => f.Place.Source)];
    }

    /// <summary>The best of some that are scored.</summary>
    public static IReadOnlyList<RankedTeam> Best(IEnumerable<RankedTeam> scored, int count)
    {
        var best = new BestTeams(count);
        foreach (var (team, score) in scored) best.Offer(team, score);
        return best.Sorted();
    }
}
