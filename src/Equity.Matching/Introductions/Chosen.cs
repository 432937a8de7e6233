namespace Equity.Matching;

/// <summary>The pairs that are to meet, and the places that are left.</summary>
internal sealed class Chosen
{
    private readonly Cohort cohort;
    private readonly bool[] pairs;
    private readonly List<int>[] of;
    private readonly HashSet<int> open;

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

    /// <summary>The best pair of a team that could be added; null when there is none.</summary>
    public int? BestOpen(int team)
    {
        if (!IsOpen(team)) return null;
        // Mostly few teams have a place left: it is quicker to ask them than to try all of this one's pairs.
        var could = open.Count < cohort.PairsOf[team].Count
            ? open.Select(other => cohort.Find(team, other)).OfType<int>().Order()
            : cohort.PairsOf[team].Where(pair => IsOpen(cohort.Other(pair, team)));
        foreach (var pair in could)
        {
            if (!pairs[pair]) return pair;
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
