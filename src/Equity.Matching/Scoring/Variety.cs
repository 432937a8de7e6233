namespace Equity.Matching;

/// <summary>
/// Orders a list so that it is not one team five times over (maximal marginal relevance): each place goes to the team whose score, less a share of its
/// likeness to the nearest team before it, is highest. Only likeness above 0.7 counts: two teams of one kind are no copies. Scores stay as they are.
/// </summary>
/// <remarks>
/// On the develop half of the demo community, which has no copies, this costs nothing (nDCG@5 .774, and .767 without). That nobody is shown too often is not
/// for one list to see to.
/// </remarks>
internal static class Variety
{
    /// <summary>The best of a list are ordered, the rest stays: a team that far down is not varied by, but out of place.</summary>
    public const int Pool = 20;

    private const double AlikeFrom = 0.7;

    /// <summary>The first teams of the list, in their new order: the same however many are asked for.</summary>
    /// <param name="ranked">By score, highest first; at least <see cref="Pool"/>, where there are as many.</param>
    /// <param name="count">How many.</param>
    /// <param name="share">0 to 1: the share of variety; 0 keeps the order.</param>
    /// <param name="likeness">How alike two teams are, 0 to 1.</param>
    public static IReadOnlyList<RankedTeam> Of(IReadOnlyList<RankedTeam> ranked, int count, double share, Func<IndexedTeam, IndexedTeam, double> likeness)
    {
        if (share == 0 || count < 2) return [.. ranked.Take(count)];
        var left = ranked.Take(Pool).Select(team => (Team: team, Nearest: 0.0)).ToList();
        var chosen = new List<RankedTeam>(Math.Min(count, ranked.Count));
        while (left.Count > 0 && chosen.Count < count)
        {
            var next = left.MaxBy(team => (1 - share) * team.Team.Score.Total - share * Math.Max(0, team.Nearest - AlikeFrom) / (1 - AlikeFrom)).Team; // the first of equals: the higher score, then the lower id
            chosen.Add(next);
            left = [.. left.Where(team => team.Team.Team != next.Team).Select(team => (team.Team, Math.Max(team.Nearest, likeness(team.Team.Team, next.Team))))];
        }
        return [.. chosen, .. ranked.Skip(Pool).Take(count - chosen.Count)];
    }
}
