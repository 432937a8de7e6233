namespace Equity.Matching;

/// <summary>
/// The best rows so far, as many as the span has room for: a heap whose root is the worst of them. Of two equal scores the lower row is better. It
/// borrows the span and allocates nothing; the ids in it are row numbers.
/// </summary>
/// <param name="room">For one and more.</param>
internal ref struct BestRows(Span<Neighbour> room)
{
    private readonly Span<Neighbour> room = room;

    /// <summary>How many there is room for.</summary>
    public readonly int Wanted => room.Length;

    public int Count { readonly get; private set; }

    /// <summary>A score that is lower cannot get in; an equal one can only with a lower row.</summary>
    public readonly float Least => Count < room.Length ? float.NegativeInfinity : room[0].Score;

    public void Offer(int row, float score)
    {
        if (!(score >= Least)) return; // not a number is never found
        var offered = new Neighbour(row, score);
        if (Count < room.Length) Rise(Count++, offered);
        else if (IsWorse(room[0], offered)) Sink(0, offered);
    }

    /// <summary>The rows, best first. Nothing may be offered afterwards.</summary>
    public readonly ReadOnlySpan<Neighbour> Sorted()
    {
        var found = room[..Count];
        found.Sort(static (a, b) => IsWorse(b, a) ? -1 : IsWorse(a, b) ? 1 : 0);
        return found;
    }

    private readonly void Rise(int at, Neighbour offered)
    {
        for (int parent; at > 0 && IsWorse(offered, room[parent = (at - 1) / 2]); at = parent) room[at] = room[parent];
        room[at] = offered;
    }

    private readonly void Sink(int at, Neighbour offered)
    {
        for (int child; (child = 2 * at + 1) < Count; at = child)
        {
            if (child + 1 < Count && IsWorse(room[child + 1], room[child])) child++;
            if (!IsWorse(room[child], offered)) break;
            room[at] = room[child];
        }
        room[at] = offered;
    }

    private static bool IsWorse(Neighbour a, Neighbour b) => a.Score < b.Score || a.Score == b.Score && a.Id > b.Id;
}
