using Equity.Graph.Auth;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics.Counting;

/// <summary>
/// Keeps the counts of the community in step with the database, whichever process wrote it: reads all teams when somebody first asks, then whatever changed since.
/// An answer is always as of the moment it was asked for.
/// </summary>
internal sealed class Counts(IDbContextFactory<EquityDbContext> contexts) : IDisposable
{
    /// <summary>How many teams are read at once.</summary>
    private const int AtOnce = 500;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<int, TeamSheet> sheets = [];
    private Tallies tallies = new();
    private long? seen;

    /// <summary>Brings the counts up to date and reads from them.</summary>
    /// <param name="read">Reads, and keeps nothing of what it is given.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<T> ReadAsync<T>(Func<Tallies, T> read, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await FollowAsync(cancel);
            return read(tallies);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task FollowAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var newest = await db.ProfileChanges.MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        if (newest == seen)
            return;
        var changes = await db.ProfileChanges.Where(change => change.Id > seen && change.Id <= newest).Select(change => change.TeamId).Distinct().ToListAsync(cancel);
        if (seen is null || changes.Contains(null) || newest - seen > ProfileChange.Kept)
        {
            (seen, tallies) = (null, new());
            sheets.Clear();
            // Whoever asked first may go; who asks next is glad that it was finished.
            await TakeInAsync(db, await db.Teams.OrderBy(team => team.Id).Select(team => team.Id).ToListAsync(CancellationToken.None), CancellationToken.None);
        }
        else
            await TakeInAsync(db, await WithFollowersAsync(db, [.. changes.OfType<int>()], cancel), cancel);
        seen = newest;
    }

    /// <summary>With the teams that took up learning of these, and so on: how far an idea has come is told where it has come to.</summary>
    private static async Task<IReadOnlyList<int>> WithFollowersAsync(EquityDbContext db, HashSet<int> teams, CancellationToken cancel)
    {
        for (List<int> ends = [.. teams]; ends.Count > 0;)
        {
            var next = await db.Adoptions.IgnoreQueryFilters().Where(adoption => EF.Parameter(ends).Contains(adoption.Learning!.TeamId)).Select(adoption => adoption.TeamId).Distinct().ToListAsync(cancel);
            ends = [.. next.Where(teams.Add)];
        }
        return [.. teams];
    }

    private async Task TakeInAsync(EquityDbContext db, IReadOnlyList<int> teams, CancellationToken cancel)
    {
        foreach (var some in teams.Chunk(AtOnce))
        {
            var facts = (await TeamFacts.ReadAsync(db, some, cancel)).ToDictionary(facts => facts.Team.Id);
            foreach (var team in some)
            {
                if (sheets.Remove(team, out var before))
                    tallies.Add(before, -1);
                if (facts.GetValueOrDefault(team) is { } now)
                    tallies.Add(sheets[team] = TeamSheet.Of(now), 1);
            }
        }
    }
}
