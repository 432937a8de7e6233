using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>One reading of an input into rows that are not saved yet: what all of its lines share.</summary>
/// <param name="db">Tracks the rows: those of the database, changed as the input says, and new ones.</param>
/// <param name="now">The time of everything that has none of its own.</param>
internal sealed class ImportRun(EquityDbContext db, DateTime now)
{
    public DateTime Now { get; } = now;

    /// <summary>What is wrong.</summary>
    public Remarks Problems { get; } = new();

    /// <summary>What was kept, and what ought to be looked at.</summary>
    public Remarks Remarks { get; } = new();

    public ImportCounts Counts { get; } = new();

    /// <summary>Deletes a row.</summary>
    public void Remove(object row)
    {
        Counts.Removed++;
        db.Remove(row);
    }
}
