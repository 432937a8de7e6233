namespace Equity.Matching;

/// <summary>The pairs that are to meet, and the places that are left.</summary>
internal sealed class Chosen
{
    private readonly Cohort cohort;
    private readonly bool[] pairs;
    private readonly List<int>[] of;
    private readonly SortedSet<int> open; // a hash set that was once large is slow to go through

    public Chosen(Cohort cohort)
    {
        (this.cohort, pairs, of) = (cohort, new bool[cohort.Pairs.Count], [.. cohort.Places.Select(places => new List<int>(places))]);
        open = [.. Enumerable.Range(0, cohort.Teams.Count).Where(IsOpen)];
    }

    public bool Has(int pair) => pairs[pair];

    /// <summary>The pairs of a team, in no particular order.</summary>
    public IReadOnlyList<int> Of(int team) => of[team];

    /// <summary>Whether a team is to meet nobody.</summary>
    public bool IsAlone(int team) => of[team].Count == 0;

    /// <summary>Whether a team has a place left.</summary>
    public bool IsOpen(int team) => of[team].Count < cohort.Places[team];

    /// <summary>The best pair that could be added for a team, if it had a place; null when there is none.</summary>
    public int? BestOpen(int team)
    {
        // Where few teams have a place left it is quicker to look their pairs up than to go through all of this one's.
        if (open.Count * 8 < cohort.PairsOf[team].Count)
            return open.Select(other => cohort.Find(team, other)).OfType<int>().Where(pair => !pairs[pair]).Select(pair => (int?)pair).Min();
        foreach (var pair in cohort.PairsOf[team])
        {
            if (!pairs[pair] && IsOpen(cohort.Other(pair, team))) return pair;
        }
        return null;
    }

    /// <summary>Adds a pair that is not there.</summary>
    public void Add(int pair)
    {
        pairs[pair] = true;
        foreach (var team in (ReadOnlySpan<int>)[cohort.Pairs[pair].A, cohort.Pairs[pair].B])
        {
            of[team].Add(pair);
            if (!IsOpen(team)) open.Remove(team);
        }
    }

    /// <summary>Takes away a pair that is there.</summary>
    public void Remove(int pair)
    {
        pairs[pair] = false;
        foreach (var team in (ReadOnlySpan<int>)[cohort.Pairs[pair].A, cohort.Pairs[pair].B])
        {
            of[team].Remove(pair);
            open.Add(team);
        }
    }

    /// <summary>Adds pairs, best first, for as long as both have a place.</summary>
    public void Fill()
    {
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            if (!pairs[pair] && IsOpen(cohort.Pairs[pair].A) && IsOpen(cohort.Pairs[pair].B)) Add(pair);
        }
    }
}
