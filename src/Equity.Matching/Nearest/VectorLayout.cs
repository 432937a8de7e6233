namespace Equity.Matching;

/// <summary>
/// Where a table keeps what, in bytes from its start: header, mean, ids, scales, signs, int8, floats. Every section begins on a page; rows are padded
/// with zeros to a multiple of <see cref="BlockRows"/> dimensions, and the table to a multiple of as many rows, so that no scan has a remainder.
/// </summary>
/// <param name="Dimensions">1 to <see cref="MostDimensions"/>.</param>
/// <param name="Count">Rows, 0 and more.</param>
internal readonly record struct VectorLayout(int Dimensions, int Count)
{
    /// <summary>Rows that are scanned together: a word of a <see cref="RowSet"/>.</summary>
    public const int BlockRows = 64;

    /// <summary>Rows whose signs lie side by side, word by word: as many words as the widest register holds.</summary>
    public const int GroupRows = 8;

    public const int MostDimensions = 12_288;

    public const int HeaderLength = Page;

    private const int Page = 4096, WordBits = 64;

    public int Dimensions { get; } = Checked(Dimensions);

    /// <summary>Dimensions of a row with its padding.</summary>
    public int Stride => (Dimensions + WordBits - 1) / WordBits * WordBits;

    /// <summary>Words of signs a row.</summary>
    public int Words => Stride / WordBits;

    public int Blocks => BlocksOf(Count);

    public const long Mean = HeaderLength;

    public long Ids => Mean + Pages(Stride * sizeof(float));

    public long Scales => Ids + Pages(PaddedRows * sizeof(int));

    public long Signs => Scales + Pages(PaddedRows * sizeof(float));

    public long Int8 => Signs + Pages(SignsLength);

    public long Floats => Int8 + Pages(Int8Length);

    /// <summary>The whole table.</summary>
    public long Length => Floats + Pages(FloatsLength);

    public long SignsLength => PaddedRows * Words * sizeof(ulong);

    public long Int8Length => PaddedRows * Stride;

    public long FloatsLength => PaddedRows * Stride * sizeof(float);

    private long PaddedRows => (long)Blocks * BlockRows;

    public static int BlocksOf(int rows) => (int)(((long)rows + BlockRows - 1) / BlockRows);

    private static int Checked(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        return dimensions;
    }

    private static long Pages(long bytes) => (bytes + Page - 1) / Page * Page;
}
