namespace Equity.Matching;

/// <summary>Who meets whom in some rounds, counted in the obvious way.</summary>
internal static class Meetings
{
    /// <summary>How often each pair of ids meets, the lower id first; those that do not meet are missing.</summary>
    public static Dictionary<(int A, int B), int> In(IEnumerable<IReadOnlyList<SeatedTable>> rounds)
    {
        var pairs = from round in rounds
                    from table in round
                    from a in table.Teams
                    from b in table.Teams
                    where a < b
                    select (a, b);
        return pairs.CountBy(pair => pair).ToDictionary();
    }

    /// <summary>How many meetings are not the first of their pair.</summary>
    public static int Repeated(IReadOnlyDictionary<(int A, int B), int> meetings) => meetings.Values.Sum(times => times - 1);
}
