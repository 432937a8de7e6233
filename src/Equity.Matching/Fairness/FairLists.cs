using Google.OrTools.Graph;

namespace Equity.Matching;

/// <summary>
/// Whom each team is shown when it asks for nothing in particular, chosen for all teams at once: the best for each, but nobody on more than twice as many
/// lists as everybody would be on if all were shown equally often, and everybody on one at least. Immutable.
/// </summary>
internal sealed class FairLists
{
    /// <summary>How many teams are on a list.</summary>
    public const int Length = 5;

    /// <summary>How many more than equally often a team may be shown.</summary>
    public const int MostShares = 2;

    /// <summary>How many of a team's best it chooses from. A team is also offered to its own best, so that everybody is somebody's candidate.</summary>
    private const int Candidates = 24;

    private const double Unit = 1_000_000;

    private readonly Snapshot snapshot;
    private readonly PeerScorer? scorer;
    private readonly IReadOnlySet<int> shown;
    private readonly Dictionary<int, int[]> lists;

    private FairLists(Snapshot snapshot, PeerScorer? scorer, IReadOnlySet<int> shown, Dictionary<int, int[]> lists) =>
        (this.snapshot, this.scorer, this.shown, this.lists) = (snapshot, scorer, shown, lists);

    /// <summary>Before any were made.</summary>
    public static readonly FairLists None = new(Snapshot.Nothing, null, new HashSet<int>(), []);

    /// <summary>They were chosen for this, by these weights, among these teams.</summary>
    public bool AreFor(Snapshot known, PeerScorer by, IReadOnlySet<int> among) => snapshot == known && scorer == by && shown.SetEquals(among);

    /// <summary>The ids of the teams on a team's list, in no order that means anything; empty for a team without one.</summary>
    public IReadOnlyList<int> Of(int team) => lists.TryGetValue(team, out var list) ? list : [];

    /// <summary>Chooses the lists.</summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="scorer">How two teams are scored.</param>
    /// <param name="shown">The ids of teams that may be shown; unknown ones and drafts are not.</param>
    /// <param name="cancel">Stops while pairs are scored.</param>
    public static FairLists Made(Snapshot snapshot, PeerScorer scorer, IReadOnlySet<int> shown, CancellationToken cancel)
    {
        var teams = snapshot.Teams.Where(team => team.Profile.Published).ToList();
        var choices = Choices(snapshot, teams, scorer, shown, cancel);
        return new(snapshot, scorer, shown, Choose(teams, choices, teams.Count(team => shown.Contains(team.Id))));
    }

    /// <summary>Who may be on whose list, by their places among the teams, and what it is worth: the score, but never more than that of anybody whom variety puts before them.</summary>
    private static List<(int Asks, int Shown, long Worth)> Choices(
        Snapshot snapshot, List<IndexedTeam> teams, PeerScorer scorer, IReadOnlySet<int> shown, CancellationToken cancel)
    {
        var places = teams.Index().ToDictionary(team => team.Item.Id, team => team.Index);
        var pairs = Ranking.Pairs(snapshot, teams, scorer).Best(Candidates, new HashSet<(int, int)>(), cancel);
        var candidates = pairs.SelectMany(pair => ((int Asks, int Shown)[])[(pair.A, pair.B), (pair.B, pair.A)]).Distinct().Where(pair => shown.Contains(pair.Shown))
            .ToLookup(pair => places[pair.Asks], pair => teams[places[pair.Shown]]);
        var choices = new List<(int, int, long)>[teams.Count];
        Parallel.For(0, teams.Count, new ParallelOptions { CancellationToken = cancel }, asks =>
        {
            var ours = teams[asks];
            var ranked = Ranking.Best(candidates[asks].Select(theirs => new RankedTeam(theirs, scorer.Of(ours, theirs, ours.Words.Cosine(theirs.Words)))), candidates[asks].Count());
            var worth = long.MaxValue;
            choices[asks] = [.. Variety.Of(ranked, ranked.Count, scorer.Options.Variety, scorer.Resemblance)
                .Select(team => (asks, places[team.Team.Id], worth = Math.Min(worth, 1 + (long)(team.Score.Total * Unit))))];
        });
        return [.. choices.SelectMany(some => some)];
    }

    /// <summary>The most worth that fits the shares, as a flow from lists to those on them. Everybody's first showing counts more than all worth together.</summary>
    private static Dictionary<int, int[]> Choose(List<IndexedTeam> teams, List<(int Asks, int Shown, long Worth)> choices, int shown)
    {
        if (choices.Count == 0) return [];
        var (from, to) = (2 * teams.Count, 2 * teams.Count + 1);
        using var flow = new MinCostFlow(2 * teams.Count + 2, choices.Count + 3 * teams.Count + 1);
        foreach (var (asks, other, worth) in choices) flow.AddArcWithCapacityAndUnitCost(asks, teams.Count + other, 1, -worth);
        var (first, most) = ((long)Unit * Length * (teams.Count + 1), Math.Max(1, MostShares * Length * teams.Count / shown));
        for (var team = 0; team < teams.Count; team++)
        {
            flow.AddArcWithCapacityAndUnitCost(from, team, Length, 0);
            flow.AddArcWithCapacityAndUnitCost(teams.Count + team, to, 1, -first);
            flow.AddArcWithCapacityAndUnitCost(teams.Count + team, to, most - 1, 0);
        }
        flow.AddArcWithCapacityAndUnitCost(from, to, Length * teams.Count, 0); // for lists that stay short
        flow.SetNodeSupply(from, Length * teams.Count);
        flow.SetNodeSupply(to, -Length * teams.Count);
        var status = flow.Solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The lists of {teams.Count} teams were not chosen: {status}.");
        return choices.Index().Where(choice => flow.Flow(choice.Index) > 0).GroupBy(choice => choice.Item.Asks, choice => choice.Item.Shown)
            .ToDictionary(list => teams[list.Key].Id, list => list.Select(other => teams[other].Id).ToArray());
    }
}
