namespace Equity.Matching;

/// <summary>
/// Betters a choice step by step: a pair comes in, each of its two gives up a pair if it has no place left, and those whom they gave up meet the best
/// who are free. Nobody who has a friend is left without.
/// </summary>
internal sealed class Exchanges(Cohort cohort, Chosen chosen)
{
    private const int NoPair = -1;

    /// <summary>Less is not worth a change, and would let rounding go on for ever.</summary>
    private const double LeastGain = 1e-9;

    /// <summary>Enough: the later rounds of a large cohort gain hardly anything.</summary>
    private const int MostRounds = 20;

    private readonly List<int> added = [];

    /// <summary>Until no exchange gains anything.</summary>
    public static void Better(Cohort cohort, Chosen chosen)
    {
        var exchanges = new Exchanges(cohort, chosen);
        for (var round = 0; round < MostRounds && exchanges.TryAll(); round++) { }
    }

    private bool TryAll()
    {
        var any = false;
        for (var pair = 0; pair < cohort.Pairs.Count; pair++) any |= !chosen.Has(pair) && Try(pair);
        return any;
    }

    private bool Try(int pair)
    {
        var (a, b, _) = cohort.Pairs[pair];
        foreach (var ours in ToGiveUp(a))
        {
            foreach (var theirs in ToGiveUp(b))
            {
                if (Exchange(pair, a, ours, b, theirs)) return true;
            }
        }
        return false;
    }

    /// <summary>What a team could give up for a new friend: nothing, if it has a place left.</summary>
    private int[] ToGiveUp(int team) => chosen.IsOpen(team) ? [NoPair] : [.. chosen.Of(team)];

    /// <summary>Makes an exchange if it gains something.</summary>
    private bool Exchange(int pair, int a, int ours, int b, int theirs)
    {
        var gain = Score(pair) - Score(ours) - Score(theirs);
        var (left, right) = (Friend(ours, a), Friend(theirs, b));
        if (gain + Best(left) + Best(right) <= LeastGain) return false;
        if (ours != NoPair) chosen.Remove(ours);
        if (theirs != NoPair) chosen.Remove(theirs);
        added.Clear();
        Add(pair);
        gain += Refill(left) + Refill(right);
        if (gain > LeastGain && !IsAlone(left) && !IsAlone(right)) return true;
        foreach (var each in added) chosen.Remove(each);
        if (ours != NoPair) chosen.Add(ours);
        if (theirs != NoPair) chosen.Add(theirs);
        return false;
    }

    private double Refill(int team)
    {
        if (team == NoPair || chosen.BestOpen(team) is not { } pair) return 0;
        Add(pair);
        return Score(pair);
    }

    private void Add(int pair)
    {
        chosen.Add(pair);
        added.Add(pair);
    }

    private double Score(int pair) => pair == NoPair ? 0 : cohort.Pairs[pair].Score;

    private int Friend(int pair, int team) => pair == NoPair ? NoPair : cohort.Other(pair, team);

    private double Best(int team) => team == NoPair ? 0 : cohort.Pairs[cohort.PairsOf[team][0]].Score;

    private bool IsAlone(int team) => team != NoPair && chosen.IsAlone(team);
}
