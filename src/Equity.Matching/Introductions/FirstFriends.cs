namespace Equity.Matching;

/// <summary>
/// Finds a first friend for as many of the left out as is possible at all, by exchanges: A meets the left out, B whom A was to meet meets C, and so on to
/// somebody with a place to spare or a friend more than needed. Each place of a team is a node of its own, the first of which is the one that has to be
/// taken; it is then Edmonds' search for augmenting paths with blossoms, in which a path may end at any place but a first one.
/// </summary>
internal sealed class FirstFriends
{
    private const int Nobody = -1;

    private readonly Cohort cohort;
    private readonly int[] first;
    private readonly int[] team;
    private readonly int[] friend;
    private readonly int[] from;
    private readonly int[] stem;
    private readonly bool[] isOuter;
    private readonly bool[] isHopeless;
    private readonly Queue<int> next = [];

    private FirstFriends(Cohort cohort, Chosen chosen)
    {
        this.cohort = cohort;
        first = new int[cohort.Teams.Count + 1];
        for (var t = 0; t < cohort.Teams.Count; t++) first[t + 1] = first[t] + cohort.Places[t];
        team = [.. Enumerable.Range(0, cohort.Teams.Count).SelectMany(t => Enumerable.Repeat(t, cohort.Places[t]))];
        (friend, from, stem, isOuter, isHopeless) = (new int[team.Length], new int[team.Length], new int[team.Length], new bool[team.Length], new bool[team.Length]);
        Array.Fill(friend, Nobody);
        var free = first.ToArray();
        foreach (var (a, b) in from pair in Enumerable.Range(0, cohort.Pairs.Count) where chosen.Has(pair) select (cohort.Pairs[pair].A, cohort.Pairs[pair].B))
        {
            var (ours, theirs) = (free[a]++, free[b]++);
            (friend[ours], friend[theirs]) = (theirs, ours);
        }
    }

    /// <summary>Changes a choice so that nobody is left out who need not be. Who has a friend keeps one.</summary>
    public static void Find(Cohort cohort, Chosen chosen)
    {
        var leftOut = Enumerable.Range(0, cohort.Teams.Count).Where(t => chosen.IsAlone(t) && cohort.PairsOf[t].Count > 0).ToList();
        if (leftOut.Count == 0) return;
        var search = new FirstFriends(cohort, chosen);
        foreach (var t in leftOut)
        {
            if (search.friend[search.first[t]] == Nobody && !search.TryFrom(search.first[t])) search.GiveUp();
        }
        search.Apply(chosen);
    }

    private void Apply(Chosen chosen)
    {
        var met = Enumerable.Range(0, team.Length).Where(place => friend[place] > place).Select(place => Both(team[place], team[friend[place]])).ToHashSet();
        for (var pair = 0; pair < cohort.Pairs.Count; pair++)
        {
            var isMet = met.Contains((cohort.Pairs[pair].A, cohort.Pairs[pair].B));
            if (chosen.Has(pair) && !isMet) chosen.Remove(pair);
            else if (!chosen.Has(pair) && isMet) chosen.Add(pair);
        }

        static (int, int) Both(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>Breadth first from a free place, best pairs first; true when it found a friend.</summary>
    private bool TryFrom(int root)
    {
        Array.Fill(from, Nobody);
        Array.Clear(isOuter);
        for (var place = 0; place < stem.Length; place++) stem[place] = place;
        next.Clear();
        Reach(root);
        while (next.TryDequeue(out var ours))
        {
            foreach (var other in cohort.PairsOf[team[ours]].Select(pair => cohort.Other(pair, team[ours])).Where(other => !HaveMet(team[ours], other)))
            {
                for (var theirs = first[other]; theirs < first[other + 1]; theirs++)
                {
                    if (!isHopeless[theirs] && stem[ours] != stem[theirs] && Step(ours, theirs)) return true;
                }
            }
        }
        return false;
    }

    /// <summary>From a place that may change friends to one of another team; true when that ends the search.</summary>
    private bool Step(int ours, int theirs)
    {
        if (isOuter[theirs]) return Shrink(ours, theirs);
        if (from[theirs] != Nobody) return false;
        from[theirs] = ours;
        if (friend[theirs] != Nobody) return Reach(friend[theirs]);
        Exchange(theirs);
        return true;
    }

    /// <summary>A place that may give up its friend; true when its team can do without one there.</summary>
    private bool Reach(int place)
    {
        isOuter[place] = true;
        next.Enqueue(place);
        if (place == first[team[place]]) return false;
        var theirs = friend[place];
        friend[place] = Nobody;
        Exchange(theirs);
        return true;
    }

    /// <summary>An odd round trip: every place on it may give up its friend, by going round one way or the other.</summary>
    private bool Shrink(int ours, int theirs)
    {
        var common = Common(ours, theirs);
        var onTrip = new HashSet<int>();
        Turn(ours, theirs);
        Turn(theirs, ours);
        for (var place = 0; place < stem.Length; place++)
        {
            if (!onTrip.Contains(stem[place])) continue;
            stem[place] = common;
            if (!isOuter[place] && Reach(place)) return true;
        }
        return false;

        void Turn(int place, int back)
        {
            while (stem[place] != common)
            {
                onTrip.Add(stem[place]);
                onTrip.Add(stem[friend[place]]);
                (from[place], back) = (back, friend[place]);
                place = from[friend[place]];
            }
        }
    }

    /// <summary>Where the ways of two places to the root meet.</summary>
    private int Common(int ours, int theirs)
    {
        var onWay = new HashSet<int>();
        for (var place = stem[ours]; onWay.Add(place) && friend[place] != Nobody;) place = stem[from[friend[place]]];
        var meeting = stem[theirs];
        while (!onWay.Contains(meeting)) meeting = stem[from[friend[meeting]]];
        return meeting;
    }

    /// <summary>Everybody on the way back to the root changes friends.</summary>
    private void Exchange(int theirs)
    {
        while (theirs != Nobody)
        {
            var ours = from[theirs];
            (friend[theirs], friend[ours], theirs) = (ours, theirs, friend[ours]);
        }
    }

    /// <summary>What a search in vain has seen, no later one need look at.</summary>
    private void GiveUp()
    {
        for (var place = 0; place < team.Length; place++) isHopeless[place] |= isOuter[place] || from[place] != Nobody;
    }

    private bool HaveMet(int one, int other)
    {
        for (var place = first[one]; place < first[one + 1]; place++)
        {
            if (friend[place] != Nobody && team[friend[place]] == other) return true;
        }
        return false;
    }
}
