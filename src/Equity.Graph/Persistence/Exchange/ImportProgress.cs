namespace Equity.Graph.Persistence.Exchange;

/// <summary>What an import is doing.</summary>
internal enum ImportStep
{
    /// <summary>Reads and checks the input; counted in bytes.</summary>
    Reading,
    /// <summary>Encodes texts for the matcher; counted in texts.</summary>
    Encoding,
    /// <summary>Writes the database: not counted, begun at 0 of 1 and done at 1 of 1.</summary>
    Storing,
}

/// <summary>How far an import is.</summary>
/// <param name="Step">What it is doing.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is.</param>
internal readonly record struct ImportProgress(ImportStep Step, long Done, long Total);
