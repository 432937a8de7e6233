using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>What the lines of a kind may name, and where their rows go.</summary>
/// <param name="db">Tracks the rows.</param>
/// <param name="run">What all lines share.</param>
/// <param name="holdsAnything">Whether the database holds rows that lines may meet; without any, there may be no database yet.</param>
/// <param name="teams">The teams of the input and, where they were looked up, of the database, by key.</param>
internal sealed class LineMerge(EquityDbContext db, ImportRun run, bool holdsAnything, Dictionary<string, Team> teams)
{
    /// <summary>How many keys are looked up at once.</summary>
    private const int BatchSize = 500;

    public EquityDbContext Db { get; } = db;

    public ImportRun Run { get; } = run;

    /// <summary>Whether there are rows to look up; without any, there may be no database yet.</summary>
    public bool HoldsAnything { get; } = holdsAnything;

    /// <summary>Looks up the teams that are named and are not in the input.</summary>
    public async Task KnowTeamsAsync(IEnumerable<string?> keys, CancellationToken cancel)
    {
        foreach (var some in keys.OfType<string>().Distinct().Where(key => HoldsAnything && !teams.ContainsKey(key)).Chunk(BatchSize))
        {
            foreach (var team in await Db.Teams.Where(team => some.Contains(team.Key)).ToListAsync(cancel))
                teams.Add(team.Key, team);
        }
    }

    /// <summary>The team that a field names; notes a problem where there is none.</summary>
    public Team? Team(Fields fields, string field)
    {
        Team? found = null;
        fields.Text(new TextRule(field, Key.Max, Required: true, Screened: false), key =>
        {
            if (!teams.TryGetValue(key!, out found))
                fields.Problem(field, $"is {Written.Quoted(key!)}, which is the key of no team in the input or in the database. Correct the key, or add the team's line");
        });
        return found;
    }
}
