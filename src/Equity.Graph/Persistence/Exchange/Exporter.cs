using Equity.Graph.Auth;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>What an export wrote.</summary>
/// <param name="Teams">How many teams.</param>
/// <param name="Others">How many lines of each other kind that has any.</param>
/// <param name="Files">The contents that lines name, to be written beside them.</param>
/// <param name="Remarks">What ought to be looked at, as lines to print.</param>
internal sealed record ExportReport(int Teams, IReadOnlyList<(LineKind Kind, int Count)> Others, IReadOnlyList<ExportedContent> Files, IReadOnlyList<string> Remarks);

/// <summary>
/// Writes the community as JSON Lines: programmes that have more to say than their name, then teams, by key, then what names teams, kind by kind. The same community
/// always gives the same bytes. All is read from one state of the database, a batch at a time; nobody is kept from writing meanwhile.
/// </summary>
internal sealed class Exporter(IDbContextFactory<EquityDbContext> contexts)
{
    private const int BatchSize = 200;

    /// <summary>Writes all.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="withNames">Whether the names of people are written.</param>
    /// <param name="cancel">Stops between two teams.</param>
    public Task<ExportReport> ExportAsync(Stream to, bool withNames, CancellationToken cancel) => ReadAsync(db => WriteAsync(db, to, withNames, cancel), cancel);

    /// <summary>Writes measures, with their groups and figures as they were counted, as CSV files. How many measures and figures there were.</summary>
    /// <param name="folder">The folder that the files go into; it is made where there is none.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public Task<(int Measures, int Figures)> ExportMeasuresAsync(string folder, CancellationToken cancel) => ReadAsync(db => MeasureFiles.WriteAsync(db, folder, cancel), cancel);

    private async Task<T> ReadAsync<T>(Func<EquityDbContext, Task<T>> read, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        await using var state = await db.ReadOneStateAsync(cancel);
        return await read(db);
    }

    private static async Task<ExportReport> WriteAsync(EquityDbContext db, Stream to, bool withNames, CancellationToken cancel)
    {
        var programmes = await ProgrammesAsync(db, cancel);
        var known = new NamedRows<Programme>(programmes, p => p.Key, p => p.Name);
        var organisations = new NamedRows<Organisation>(await db.Organisations.AsNoTracking().ToListAsync(cancel), o => o.Key, o => o.Name);
        await using var writer = new LineWriter(to);
        var lines = new ExportLines(writer, withNames, known, organisations);
        foreach (var programme in programmes)
            lines.Write(programme);
        var teams = 0;
        for (var batch = await AfterAsync(db, "", cancel); batch.Count > 0; batch = await AfterAsync(db, batch[^1].Key, cancel))
        {
            foreach (var team in batch)
            {
                cancel.ThrowIfCancellationRequested();
                lines.Write(team);
            }
            teams += batch.Count;
            await writer.FlushAsync(cancel);
        }
        var others = new List<(LineKind Kind, int Count)>();
        foreach (var kind in LineKind.All)
            others.Add((kind, await kind.WriteAsync(db, writer, cancel)));
        return new(teams, [.. others.Where(other => other.Count > 0)], writer.Files, writer.Remarks);
    }

    /// <summary>All programmes, each with every phase that one of its teams is in, as import makes them.</summary>
    private static async Task<List<Programme>> ProgrammesAsync(EquityDbContext db, CancellationToken cancel)
    {
        var programmes = await db.Programmes.AsNoTracking().Include(p => p.Phases).OrderBy(p => p.Key).ToListAsync(cancel);
        var used = await db.Teams.Where(team => team.ProgrammeId != null && team.Phase != null).Select(team => new { team.ProgrammeId, team.Phase }).Distinct().ToListAsync(cancel);
        foreach (var programme in programmes)
        {
            var known = programme.Phases.Select(phase => phase.Number).ToHashSet();
            programme.Phases.AddRange(used.Where(one => one.ProgrammeId == programme.Id && known.Add(one.Phase!.Value)).Select(one => new ProgrammePhase { Number = one.Phase!.Value }));
        }
        return programmes;
    }

    private static Task<List<Team>> AfterAsync(EquityDbContext db, string key, CancellationToken cancel) => db.Teams.AsNoTracking()
        .Where(team => team.Key.CompareTo(key) > 0)
        .OrderBy(team => team.Key)
        .Take(BatchSize)
        .Include(team => team.Organisation).Include(team => team.Programme)
        .Include(team => team.Members).Include(team => team.Inequities).Include(team => team.Asks).Include(team => team.Offers)
        .Include(team => team.Learning).ThenInclude(learning => learning.Inequity)
        .Include(team => team.Learning).ThenInclude(learning => learning.HeardAtEvent)
        .AsSplitQuery()
        .ToListAsync(cancel);
}
