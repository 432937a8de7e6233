using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Posters;
using Equity.Graph.Resources;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>A kind of line beside programmes and teams: how its rows are written, and how such lines are read. It says so in the field "kind".</summary>
internal abstract class LineKind
{
    /// <summary>All kinds, in the order in which they are written: what a line names stands before it. In an input they come in any order.</summary>
    public static IReadOnlyList<LineKind> All { get; } =
    [
        new StageLines(), new FriendshipLines(), new EventLines(), new QuestionLines(), new HarvestLines(), new PosterLines(), new ResourceLines(), new AdoptionLines(), new MeasureLines(), new ChangeIdeaLines(),
    ];

    /// <summary>What a line says in "kind".</summary>
    public abstract string Name { get; }

    /// <summary>What one is called where lines are counted; several have an s more.</summary>
    public virtual string Called => Name;

    /// <summary>The fields of its lines.</summary>
    public abstract FieldNames Names { get; }

    /// <summary>What no two lines have in common: the key, with whatever it is unique within.</summary>
    public virtual string IdentityOf(Fields line, string key) => key;

    /// <summary>Writes a line for each row, by key. How many there were.</summary>
    /// <param name="db">Sees everything, as of one moment.</param>
    /// <param name="lines">Where to.</param>
    /// <param name="cancel">Stops.</param>
    public abstract Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel);

    /// <summary>Writes rows in the order of their keys, a batch at a time, so that they are never all held at once. How many there were.</summary>
    /// <param name="lines">Where to.</param>
    /// <param name="write">Writes the next batch, of rows whose keys come after this one, and returns it.</param>
    /// <param name="cancel">Stops.</param>
    protected static async Task<int> WriteBatchesAsync(LineWriter lines, Func<string, Task<IReadOnlyList<IKeyed>>> write, CancellationToken cancel)
    {
        var count = 0;
        for (string? after = ""; after is not null;)
        {
            var batch = await write(after);
            await lines.FlushAsync(cancel);
            count += batch.Count;
            after = batch.Count > 0 ? batch[^1].Key : null;
        }
        return count;
    }

    /// <summary>Reads lines into rows, once all teams of the input are known. What is wrong is noted, and then nothing is stored.</summary>
    /// <param name="lines">All lines of this kind, each under an identity of its own.</param>
    /// <param name="merge">What they may name, and where rows go.</param>
    /// <param name="cancel">Stops.</param>
    public abstract Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel);
}
