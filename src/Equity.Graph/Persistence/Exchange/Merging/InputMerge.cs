using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>Reads an input, checks it, and merges it into the rows of the database, which are changed in memory and not saved.</summary>
internal sealed class InputMerge
{
    /// <summary>How many lines' teams are looked up at once.</summary>
    private const int BatchSize = 500;

    private static readonly string[] Kinds = ["team", "programme", .. LineKind.All.Select(kind => kind.Name)];

    private readonly EquityDbContext db;
    private readonly References references;
    private readonly ImportRun run;
    private readonly bool holdsAnything;
    private readonly string? folder;
    private readonly Dictionary<string, Fields> teamLines = [];
    private readonly Dictionary<string, Fields> programmeLines = [];
    private readonly Dictionary<string, Dictionary<string, Fields>> otherLines = LineKind.All.ToDictionary(kind => kind.Name, _ => new Dictionary<string, Fields>());
    private readonly List<Team> teams = [];

    private InputMerge(EquityDbContext db, References references, ImportRun run, bool holdsAnything, string? folder) =>
        (this.db, this.references, this.run, this.holdsAnything, this.folder) = (db, references, run, holdsAnything, folder);

    /// <summary>Reads and merges a whole input.</summary>
    /// <param name="db">Tracks the rows.</param>
    /// <param name="holdsAnything">Whether the database holds rows that lines may meet.</param>
    /// <param name="source">The input.</param>
    /// <param name="now">The time of everything that has none of its own.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancel">Stops between two lines.</param>
    /// <returns>What there is to say, and the teams that are new or changed.</returns>
    public static async Task<(ImportRun Run, IReadOnlyList<Team> Changed)> RunAsync(
        EquityDbContext db, bool holdsAnything, ImportSource source, DateTime now, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var run = new ImportRun(db, now);
        var merge = new InputMerge(db, await References.LoadAsync(db, holdsAnything, cancel), run, holdsAnything, source.Folder);
        foreach (var batch in source.Read(run.Problems, progress, cancel).Chunk(BatchSize))
            await merge.MergeAsync(batch, cancel);
        merge.references.Resolve();
        await merge.MergeOthersAsync(cancel);
        return (run, merge.CountTeams());
    }

    private async Task MergeAsync(ObjectEntry[] batch, CancellationToken cancel)
    {
        var known = await KnownAsync([.. batch.Select(line => Value.Text(line.Fields.GetValueOrDefault("key"))).OfType<string>()], cancel);
        foreach (var line in batch)
        {
            var kind = line.Fields.TryGetValue("kind", out var given) ? Value.Text(given) : Kinds[0];
            if (kind == "programme")
                MergeProgramme(new Fields(line, FieldNames.Programme, run.Problems));
            else if (kind == "team")
                MergeTeam(new Fields(line, FieldNames.Team, run.Problems), known);
            else if (LineKind.All.FirstOrDefault(other => other.Name == kind) is { } other)
                NewKey(new Fields(line, other.Names, run.Problems), otherLines[other.Name], other.IdentityOf);
            else
                run.Problems.Add(given!.Place, kind is null ? Value.MustBe("a text", given) : $"is {Written.Quoted(kind)}; the kinds of line are {string.Join(", ", Kinds)}{Nearest.Hint(kind, Kinds)}");
        }
    }

    /// <summary>Merges what names teams, once all of them are known.</summary>
    private async Task MergeOthersAsync(CancellationToken cancel)
    {
        var merge = new LineMerge(db, run, holdsAnything, teams.ToDictionary(team => team.Key), references, folder);
        foreach (var kind in LineKind.All.Where(kind => otherLines[kind.Name].Count > 0))
        {
            run.Counts.Add(kind, otherLines[kind.Name].Count);
            await kind.MergeAsync(otherLines[kind.Name], merge, cancel);
        }
        await merge.HearAsync(cancel);
    }

    private void MergeTeam(Fields fields, Dictionary<string, Team> known)
    {
        var key = NewKey(fields, teamLines);
        if (key is null || !known.TryGetValue(key, out var team))
        {
            team = new Team { Key = key ?? "", Name = "", Service = "", Stage = default, CreatedAt = run.Now, PublishedAt = run.Now };
            if (key is not null)
                db.Add(team);
        }
        if (key is not null)
            teams.Add(team);
        TeamLine.Merge(fields, team, references, run);
    }

    private void MergeProgramme(Fields fields) =>
        ProgrammeLine.Merge(fields, NewKey(fields, programmeLines) is { } key ? references.Programme(key) : new Programme { Key = "", Name = "" }, run);

    /// <summary>The line's key, if it is allowed and no line before it had it.</summary>
    private static string? NewKey(Fields fields, Dictionary<string, Fields> lines, Func<Fields, string, string>? identityOf = null)
    {
        if (fields.Key(required: true) is not { } key)
            return null;
        var identity = identityOf?.Invoke(fields, key) ?? key;
        if (lines.TryAdd(identity, fields))
            return key;
        fields.Problem("key", $"is \"{key}\", as in {lines[identity].Place.SeenFrom(fields.Place)}; write all that belongs to one key in one line");
        return null;
    }

    private async Task<Dictionary<string, Team>> KnownAsync(List<string> keys, CancellationToken cancel) => !holdsAnything ? [] : await db.Teams
        .Where(team => keys.Contains(team.Key))
        .Include(team => team.Members).Include(team => team.Inequities).Include(team => team.Asks).Include(team => team.Offers).Include(team => team.Learning)
        .AsSplitQuery()
        .ToDictionaryAsync(team => team.Key, cancel);

    private List<Team> CountTeams()
    {
        var changed = db.ChangeTracker.Entries().Where(row => row.State != EntityState.Unchanged).Select(row => TeamOf(row.Entity)).ToHashSet();
        var touched = teams.Where(team => team.Id == 0 || changed.Contains(team.Id)).ToList();
        run.Counts.TeamsNew = teams.Count(team => team.Id == 0);
        run.Counts.TeamsChanged = touched.Count - run.Counts.TeamsNew;
        run.Counts.TeamsUnchanged = teams.Count - touched.Count;
        return touched;
    }

    private static int TeamOf(object row) => row switch
    {
        Team team => team.Id,
        IOfTeam ofTeam => ofTeam.TeamId,
        _ => 0,
    };
}
