using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>One reading of an input into rows that are not saved yet: what all of its lines share.</summary>
/// <param name="db">Tracks the rows: those of the database, changed as the input says, and new ones.</param>
/// <param name="now">The time of everything that has none of its own.</param>
internal sealed class ImportRun(EquityDbContext db, DateTime now)
{
    private readonly List<Action> more = [];

    public DateTime Now { get; } = now;

    /// <summary>What is wrong.</summary>
    public Remarks Problems { get; } = new();

    /// <summary>What was kept, and what ought to be looked at.</summary>
    public Remarks Remarks { get; } = new();

    public ImportCounts Counts { get; } = new();

    /// <summary>Whether rows are added once the others are stored.</summary>
    public bool HasMore => more.Count > 0;

    /// <summary>Adds a row once the others are stored, and have their numbers.</summary>
    public void Later(Action add) => more.Add(add);

    /// <summary>Adds those rows.</summary>
    public void AddMore() => more.ForEach(add => add());

    /// <summary>Deletes a row.</summary>
    public void Remove(object row)
    {
        Counts.Removed++;
        db.Remove(row);
    }
}
