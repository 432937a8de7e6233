namespace Equity.Graph.Peers;

/// <summary>What the matcher's work counts in the cost of a document, where an ordinary field counts 1.</summary>
internal static class PeerCosts
{
    /// <summary>Comparing one text or team with all there are.</summary>
    public const int Ranking = 10;

    /// <summary>Comparing all teams of a programme with each other.</summary>
    public const int Cohort = 100 * Ranking;

    /// <summary>Encoding a piece of a text that nobody has asked for before.</summary>
    public const int Encoding = 10 * Ranking;

    /// <summary>How long a piece is, in characters: of usual text a little more than the encoder reads at once, of the most costly six times as much.</summary>
    public const int Piece = 1_000;
}
