using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>A kind of line that tells of something of a team, under a key that is unique within the team.</summary>
/// <param name="max">The most that a team may have.</param>
internal abstract class TeamLineKind<T>(int max) : LineKind where T : class, IKeyed, IWithTeam
{
    /// <summary>How many rows are read, or teams looked up, at once.</summary>
    private const int BatchSize = 500;

    public override string IdentityOf(Fields line, string key) => $"{line.Peek("team")}/{key}";

    public override async Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel)
    {
        var count = 0;
        for (var more = true; more;)
        {
            var batch = await WithReferences(db.Set<T>()).Include(row => row.Team).AsNoTracking().OrderBy(row => row.Team!.Key).ThenBy(row => row.Key).Skip(count).Take(BatchSize).AsSplitQuery().ToListAsync(cancel);
            foreach (var row in batch)
            {
                lines.Begin(Name);
                lines.Text("team", row.Team!.Key);
                lines.Text("key", row.Key);
                Write(row, lines);
                lines.End(row.Key);
            }
            await lines.FlushAsync(cancel);
            count += batch.Count;
            more = batch.Count == BatchSize;
        }
        return count;
    }

    public override async Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        await merge.KnowTeamsAsync(lines.Values.Select(line => line.Peek("team")), cancel);
        await KnowAsync(lines.Values, merge, cancel);
        var ofTeams = new Dictionary<Team, List<T>>();
        foreach (var fields in lines.Values)
        {
            if (merge.Team(fields, "team") is not { } team)
                continue;
            if (!ofTeams.TryGetValue(team, out var rows))
                ofTeams.Add(team, rows = team.Id == 0 ? [] : await Known(merge.Db).Where(row => row.TeamId == team.Id).ToListAsync(cancel));
            var key = fields.Peek("key")!;
            var row = Find(rows, key, fields, merge);
            if (row is null)
                rows.Add(row = New(key, team, merge.Run.Now));
            Merge(fields, row, team, rows, merge);
            if (row.Id == 0)
                merge.Run.Later(() => merge.Db.Add(row));
            if (row.Id == 0 && rows.Count(IsThere) > max)
                fields.Problem("team", $"has {rows.Count(IsThere)} {Called}s with those in the database; at most {max} are allowed");
        }
    }

    /// <summary>Rows with all that their lines name.</summary>
    protected virtual IQueryable<T> WithReferences(IQueryable<T> rows) => rows;

    /// <summary>Rows that lines may meet, with whatever is changed together with them.</summary>
    protected virtual IQueryable<T> Known(EquityDbContext db) => db.Set<T>();

    /// <summary>Looks up what lines name besides their team.</summary>
    protected virtual Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The row that a line tells of; null for a new one.</summary>
    protected virtual T? Find(List<T> rows, string key, Fields fields, LineMerge merge) => rows.Find(row => row.Key == key);

    /// <summary>Whether a row counts.</summary>
    protected virtual bool IsThere(T row) => true;

    /// <summary>A new row; what is required is filled by <see cref="Merge"/>, or there are problems and it is never saved.</summary>
    protected abstract T New(string key, Team team, DateTime now);

    /// <summary>Puts into a row what is given and allowed.</summary>
    protected abstract void Merge(Fields fields, T row, Team team, List<T> rows, LineMerge merge);

    /// <summary>Writes what a line says besides team and key.</summary>
    protected abstract void Write(T row, LineWriter lines);
}
