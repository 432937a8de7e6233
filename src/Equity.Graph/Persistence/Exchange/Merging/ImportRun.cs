using Equity.Graph.Learning;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>One reading of an input into rows that are not saved yet: what all of its lines share.</summary>
/// <param name="db">Tracks the rows: those of the database, changed as the input says, and new ones.</param>
/// <param name="now">The time of everything that has none of its own.</param>
internal sealed class ImportRun(EquityDbContext db, DateTime now)
{
    private readonly List<Action> more = [];
    private readonly List<Func<IBlobStore, CancellationToken, Task>> contents = [];

    public DateTime Now { get; } = now;

    /// <summary>What is wrong.</summary>
    public Remarks Problems { get; } = new();

    /// <summary>What was kept, and what ought to be looked at.</summary>
    public Remarks Remarks { get; } = new();

    public ImportCounts Counts { get; } = new();

    /// <summary>Learning that says at which event it was heard, with its fields: events come later.</summary>
    public List<(SharedLearning Row, Fields Fields)> Heard { get; } = [];

    /// <summary>Whether contents are stored before the rows.</summary>
    public bool HasContents => contents.Count > 0;

    /// <summary>Stores a content before the rows that name it: whatever comes of them, what nobody names is removed.</summary>
    public void Before(Func<IBlobStore, CancellationToken, Task> store) => contents.Add(store);

    /// <summary>Stores those contents, one at a time.</summary>
    public async Task StoreContentsAsync(IBlobStore blobs, CancellationToken cancel)
    {
        foreach (var store in contents)
            await store(blobs, cancel);
    }

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
