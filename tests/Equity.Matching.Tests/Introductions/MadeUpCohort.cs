namespace Equity.Matching.Tests;

/// <summary>Teams to introduce, with made-up scores.</summary>
internal sealed record MadeUpCohort(IReadOnlyList<IntroducibleTeam> Teams, IReadOnlyList<CandidatePair> Pairs)
{
    /// <summary>A few teams, of which some have no place, and few pairs: all plans can be tried. Scores often tie.</summary>
    public static MadeUpCohort Small(int seed)
    {
        var random = new Random(seed);
        var teams = Enumerable.Range(1, random.Next(8)).Select(i => new IntroducibleTeam(i * 3, random.Next(4), random.Next(8) == 0)).ToList();
        var all = (from a in teams from b in teams where a.Id < b.Id select random.Next(2) == 0 ? (a.Id, b.Id) : (b.Id, a.Id)).ToArray();
        random.Shuffle(all);
        return new(teams, [.. all.Take(random.Next(13)).Select(pair => new CandidatePair(pair.Item1, pair.Item2, random.Next(6) / 5.0))]);
    }

    /// <summary>Many teams in crowded and lonely corners of a plane; each could meet those that are nearest to it.</summary>
    public static MadeUpCohort Large(int seed, int count, int places, int nearest)
    {
        var random = new Random(seed);
        var at = Enumerable.Range(0, count).Select(i => (X: random.NextDouble() * (1 + i % 7), Y: random.NextDouble() * (1 + i % 5))).ToList();
        var pairs = from a in Enumerable.Range(0, count)
                    from near in Enumerable.Range(0, count).Where(b => b != a).Select(b => (b, Score: Score(at[a], at[b]))).OrderByDescending(near => near.Score).ThenBy(near => near.b).Take(nearest)
                    select new CandidatePair(a, near.b, near.Score);
        return new([.. Enumerable.Range(0, count).Select(i => new IntroducibleTeam(i, 1 + random.Next(places), random.Next(25) == 0))], [.. pairs]);

        static double Score((double X, double Y) a, (double X, double Y) b) => Math.Exp(-Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)));
    }

    public IntroductionPlan Plan(int perTeam) => Introductions.Plan(Teams, Pairs, perTeam);
}
