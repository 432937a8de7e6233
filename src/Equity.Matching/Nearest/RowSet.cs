namespace Equity.Matching;

/// <summary>Some rows of a table, as a bit each: what a filtered search may find. Made once, used by any number of searches. Immutable.</summary>
internal sealed class RowSet
{
    private readonly ulong[] blocks;

    private RowSet(int rows, ulong[] blocks) => (Rows, this.blocks) = (rows, blocks);

    /// <summary>How many rows the table has.</summary>
    public int Rows { get; }

    /// <summary>The rows of a table of so many that fit.</summary>
    public static RowSet Where(int rows, Func<int, bool> fits)
    {
        var blocks = new ulong[VectorLayout.BlocksOf(rows)];
        for (var row = 0; row < rows; row++)
        {
            if (fits(row)) blocks[row / VectorLayout.BlockRows] |= 1UL << row % VectorLayout.BlockRows;
        }
        return new(rows, blocks);
    }

    /// <summary>The rows of one block, the lowest row in the lowest bit.</summary>
    public ulong Block(int block) => blocks[block];
}
