namespace Equity.Matching.Tests;

/// <summary>Tries every plan there is: what the fast one is held against.</summary>
internal static class ObviousPlan
{
    /// <summary>How many teams can be introduced at most, and the highest total of a plan that introduces so many.</summary>
    public static (int Introduced, double Total) Best(MadeUpCohort cohort, int perTeam)
    {
        var left = cohort.Teams.ToDictionary(team => team.Id, team => team.Paused ? 0 : Math.Min(perTeam, team.OpenPlaces));
        return Best(0, 0);

        (int, double) Best(int pair, double total)
        {
            if (pair == cohort.Pairs.Count) return (cohort.Teams.Count(team => !team.Paused && left[team.Id] < Math.Min(perTeam, team.OpenPlaces)), total);
            var best = Best(pair + 1, total);
            var (a, b, score) = cohort.Pairs[pair];
            if (left[a] == 0 || left[b] == 0) return best;
            (left[a], left[b]) = (left[a] - 1, left[b] - 1);
            var with = Best(pair + 1, total + score);
            (left[a], left[b]) = (left[a] + 1, left[b] + 1);
            return with.CompareTo(best) > 0 ? with : best;
        }
    }
}
