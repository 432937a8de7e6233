namespace Equity.Matching;

/// <summary>
/// Betters a choice step by step: a pair comes in, each of its two gives up a pair if it has no place left, and those whom they gave up meet the best
/// who are free. Nobody who has a friend is left without.
/// </summary>
internal sealed class Exchanges(Cohort cohort, Chosen chosen)
{
    private const int NoPair = -1;

    /// <summary>Less is not worth a change, and would let rounding go on for ever.</summary>
    private const double LeastGain = 1e-6;

    private readonly Queue<int> next = [];
    private readonly bool[] isNext = new bool[cohort.Teams.Count];
    private readonly List<int> added = [];

    /// <summary>Until no exchange gains anything. It begins where the choice is not the flow's; elsewhere there is nothing to gain until something changes.</summary>
    public static void Better(Cohort cohort, Chosen chosen, IntroductionFlow flow)
    {
        var exchanges = new Exchanges(cohort, chosen);
        for (var pair = 0; pair < cohort.Pairs.Count; pair++)
        {
            if (flow.Halves[pair] != (chosen.Has(pair) ? 2 : 0)) exchanges.ComeBackTo(pair);
        }
        while (exchanges.next.TryDequeue(out var team)) exchanges.TryAll(team);
    }

    private void TryAll(int team)
    {
        isNext[team] = false;
        foreach (var pair in cohort.PairsOf[team])
        {
            if (!chosen.Has(pair)) Try(pair);
        }
    }

    private void ComeBackTo(int pair)
    {
        foreach (var team in (ReadOnlySpan<int>)[cohort.Pairs[pair].A, cohort.Pairs[pair].B])
        {
            if (!isNext[team]) next.Enqueue(team);
            isNext[team] = true;
        }
    }

    /// <summary>Makes the first exchange for a pair that gains something.</summary>
    private void Try(int pair)
    {
        foreach (var ours in ToGiveUp(cohort.Pairs[pair].A))
        {
            foreach (var theirs in ToGiveUp(cohort.Pairs[pair].B))
            {
                if (Promises(pair, ours, theirs) && Exchange(pair, ours, theirs)) return;
            }
        }
    }

    /// <summary>What a team could give up for a new friend, with whom it would leave: nothing and nobody, if it has a place left.</summary>
    private List<GivenUp> ToGiveUp(int team)
    {
        if (chosen.IsOpen(team)) return [new(NoPair, NoPair, 0)];
        var all = new List<GivenUp>(chosen.Of(team).Count);
        foreach (var pair in chosen.Of(team))
        {
            var left = cohort.Other(pair, team);
            all.Add(new(pair, left, Score(chosen.BestOpen(left) ?? NoPair) - Score(pair)));
        }
        return all;
    }

    /// <summary>Whether an exchange could gain something: those who are left could meet the best who are free now, or each other.</summary>
    private bool Promises(int pair, GivenUp ours, GivenUp theirs) =>
        Score(pair) + ours.Worth + theirs.Worth > LeastGain
        || ours.Pair != NoPair && theirs.Pair != NoPair && cohort.Find(ours.Left, theirs.Left) is { } both && Score(pair) + Score(both) - Score(ours.Pair) - Score(theirs.Pair) > LeastGain;

    /// <summary>Makes an exchange if it gains something.</summary>
    private bool Exchange(int pair, GivenUp ours, GivenUp theirs)
    {
        added.Clear();
        if (ours.Pair != NoPair) chosen.Remove(ours.Pair);
        if (theirs.Pair != NoPair) chosen.Remove(theirs.Pair);
        Add(pair);
        var gain = Score(pair) - Score(ours.Pair) - Score(theirs.Pair) + Refill(ours.Left) + Refill(theirs.Left);
        if (gain > LeastGain && !IsAlone(ours.Left) && !IsAlone(theirs.Left))
        {
            foreach (var changed in added.Append(ours.Pair).Append(theirs.Pair).Where(changed => changed != NoPair)) ComeBackTo(changed);
            return true;
        }
        foreach (var each in added) chosen.Remove(each);
        if (ours.Pair != NoPair) chosen.Add(ours.Pair);
        if (theirs.Pair != NoPair) chosen.Add(theirs.Pair);
        return false;
    }

    private double Refill(int team)
    {
        if (team == NoPair || !chosen.IsOpen(team) || chosen.BestOpen(team) is not { } pair) return 0;
        Add(pair);
        return Score(pair);
    }

    private void Add(int pair)
    {
        chosen.Add(pair);
        added.Add(pair);
    }

    private double Score(int pair) => pair == NoPair ? 0 : cohort.Pairs[pair].Score;

    private bool IsAlone(int team) => team != NoPair && chosen.IsAlone(team);

    /// <summary>A pair that a team could give up.</summary>
    /// <param name="Pair">The pair.</param>
    /// <param name="Left">The team that would be left.</param>
    /// <param name="Worth">What the change is worth if that team meets the best who is free.</param>
    private readonly record struct GivenUp(int Pair, int Left, double Worth);
}
