namespace Equity.Matching;

/// <summary>
/// What speaks against a seating, most important first, and at last what speaks for it. Also the difference of two. Whole numbers, so that it comes out the
/// same everywhere.
/// </summary>
internal record struct Cost
{
    /// <summary>Seats other than in the plan before.</summary>
    public int Moved;

    /// <summary>Meetings of pairs that meet more than once, beside the first.</summary>
    public int Repeats;

    /// <summary>Teams at the same table as in the round before.</summary>
    public int Stays;

    /// <summary>Pairs that meet and know each other.</summary>
    public int Known;

    /// <summary>Tables where all are at the same stage.</summary>
    public int SameStage;

    /// <summary>Tables where all share a dimension.</summary>
    public int SameDimension;

    /// <summary>Of the pairs that meet, in millionths.</summary>
    public long Score;

    /// <summary>
    /// One number for all of it, in millionths of a score, by which the search finds its way across seatings that are worse: what matters more weighs more,
    /// but not so much that nothing else could be tried.
    /// </summary>
    public readonly long Energy => 500_000L * (40 * Moved + 6 * Repeats + Stays + 3 * Known + 2 * SameStage + SameDimension) - Score;

    /// <summary>Less than 0 when it is better than nothing by what matters more than the score, more than 0 when it is worse.</summary>
    public readonly int BeforeScore =>
        Moved != 0 ? Moved : Repeats != 0 ? Repeats : Stays != 0 ? Stays : Known != 0 ? Known : SameStage != 0 ? SameStage : SameDimension;

    private readonly bool IsGain => BeforeScore < 0 || BeforeScore == 0 && Score > 0;

    /// <summary>Whether it is better, in the order of what matters.</summary>
    public readonly bool IsBetterThan(in Cost other) => (this - other).IsGain;

    public static Cost operator +(in Cost a, in Cost b) => new()
    {
        Moved = a.Moved + b.Moved,
        Repeats = a.Repeats + b.Repeats,
        Stays = a.Stays + b.Stays,
        Known = a.Known + b.Known,
        SameStage = a.SameStage + b.SameStage,
        SameDimension = a.SameDimension + b.SameDimension,
        Score = a.Score + b.Score,
    };

    public static Cost operator -(in Cost a, in Cost b) => new()
    {
        Moved = a.Moved - b.Moved,
        Repeats = a.Repeats - b.Repeats,
        Stays = a.Stays - b.Stays,
        Known = a.Known - b.Known,
        SameStage = a.SameStage - b.SameStage,
        SameDimension = a.SameDimension - b.SameDimension,
        Score = a.Score - b.Score,
    };
}
