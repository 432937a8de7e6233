namespace Equity.Matching;

/// <summary>
/// The rows that differ in the fewest signs, as many as are wanted; of two that differ in equally many the lower row. Rows are offered in ascending order.
/// A tally of distances tells at every moment which distance is still good enough, so that hardly a row is kept for nothing, and no heap is needed.
/// </summary>
internal ref struct NearestSigns
{
    private readonly int wanted;
    private readonly Span<int> tally;
    private readonly Span<long> kept;
    private int count, within;

    /// <param name="wanted">1 and more.</param>
    /// <param name="tally">Zeros, one for each distance there may be, and one more.</param>
    /// <param name="room"><see cref="RoomFor"/> so many.</param>
    public NearestSigns(int wanted, Span<int> tally, Span<long> room)
    {
        this.wanted = wanted;
        this.tally = tally;
        kept = room;
        Limit = tally.Length - 1;
    }

    /// <summary>Only a distance below it can still get in: so many as are wanted, or all, are at most so far.</summary>
    public int Limit { get; private set; }

    /// <summary>Of those within the limit fewer than wanted are nearer, and no more than wanted just as far: twice, so that sweeping pays.</summary>
    public static int RoomFor(int wanted) => 4 * wanted;

    public static int RowOf(long kept) => (int)(kept & int.MaxValue);

    /// <param name="row">Higher than every one before.</param>
    /// <param name="distance">Below the limit, or it is ignored.</param>
    public void Offer(int row, int distance)
    {
        if (distance >= Limit) return;
        if (count == kept.Length) Sweep();
        kept[count++] = (long)distance << 32 | (uint)row;
        tally[distance]++;
        within++;
        while (within - tally[Limit] >= wanted) within -= tally[Limit--];
    }

    /// <summary>The rows, ascending, each with its distance above it. Nothing may be offered afterwards.</summary>
    public ReadOnlySpan<long> Rows()
    {
        Sweep();
        var (found, atLimit) = (0, wanted - (within - tally[Limit]));
        foreach (var each in kept[..count])
        {
            if (each >> 32 < Limit || atLimit-- > 0) kept[found++] = each;
        }
        return kept[..found];
    }

    private void Sweep()
    {
        var left = 0;
        foreach (var each in kept[..count])
        {
            if (each >> 32 <= Limit) kept[left++] = each;
        }
        count = left;
    }
}
