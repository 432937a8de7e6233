using Equity.Graph.Events;
using Equity.Graph.Learning;
using Equity.Graph.Measures;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>What the lines of a kind may name, and where their rows go.</summary>
/// <param name="db">Tracks the rows.</param>
/// <param name="run">What all lines share.</param>
/// <param name="holdsAnything">Whether the database holds rows that lines may meet; without any, there may be no database yet.</param>
/// <param name="teams">The teams of the input and, where they were looked up, of the database, by key.</param>
/// <param name="references">Programmes.</param>
/// <param name="folder">The folder that the input stands in; null where there is none.</param>
internal sealed class LineMerge(EquityDbContext db, ImportRun run, bool holdsAnything, Dictionary<string, Team> teams, References references, string? folder)
{
    /// <summary>How many keys are looked up at once.</summary>
    private const int BatchSize = 500;

    /// <summary>The teams of the input: all of their learning is known.</summary>
    private readonly HashSet<Team> whole = [.. teams.Values];

    private readonly Dictionary<string, Event> events = [];
    private readonly Dictionary<(Team Team, string Key), Measure> measures = [];

    public EquityDbContext Db { get; } = db;

    public ImportRun Run { get; } = run;

    /// <summary>Whether there are rows to look up; without any, there may be no database yet.</summary>
    public bool HoldsAnything { get; } = holdsAnything;

    /// <summary>The folder that the input stands in; null where there is none.</summary>
    public string? Folder { get; } = folder;

    /// <summary>Looks up the teams that are named and are not in the input.</summary>
    public async Task KnowTeamsAsync(IEnumerable<string?> keys, CancellationToken cancel)
    {
        foreach (var some in keys.OfType<string>().Distinct().Where(key => HoldsAnything && !teams.ContainsKey(key)).Chunk(BatchSize))
        {
            foreach (var team in await Db.Teams.Where(team => some.Contains(team.Key)).ToListAsync(cancel))
                teams.Add(team.Key, team);
        }
    }

    /// <summary>Looks up all teams, for lines that may name hundreds.</summary>
    public async Task KnowAllTeamsAsync(CancellationToken cancel)
    {
        foreach (var team in HoldsAnything ? await Db.Teams.ToListAsync(cancel) : [])
            teams.TryAdd(team.Key, team);
    }

    /// <summary>Looks up the events that are named and are not in the input.</summary>
    public async Task KnowEventsAsync(IEnumerable<string?> keys, CancellationToken cancel)
    {
        foreach (var some in keys.OfType<string>().Distinct().Where(key => HoldsAnything && !events.ContainsKey(key)).Chunk(BatchSize))
        {
            foreach (var gathering in await Db.Events.Where(gathering => some.Contains(gathering.Key)).ToListAsync(cancel))
                events.Add(gathering.Key, gathering);
        }
    }

    /// <summary>Makes an event of the input known.</summary>
    public void Know(Event gathering) => events[gathering.Key] = gathering;

    /// <summary>Looks up the measures of teams, beside those of the input.</summary>
    public async Task KnowMeasuresAsync(IEnumerable<string?> ofTeams, CancellationToken cancel)
    {
        foreach (var some in ofTeams.OfType<string>().Distinct().Where(key => HoldsAnything && teams.ContainsKey(key)).Chunk(BatchSize))
        {
            foreach (var measure in await Db.Measures.Where(measure => some.Contains(measure.Team!.Key)).ToListAsync(cancel))
                measures.TryAdd((measure.Team!, measure.Key), measure);
        }
    }

    /// <summary>Makes a measure of the input known.</summary>
    public void Know(Measure measure, Team team) => measures[(team, measure.Key)] = measure;

    /// <summary>A team's measure by its key; null when there is none.</summary>
    public Measure? Measure(Team team, string key) => measures.GetValueOrDefault((team, key));

    /// <summary>Looks up the teams of learning that is named, as TEAM/KEY, and that learning.</summary>
    public async Task KnowLearningAsync(IEnumerable<string?> references, CancellationToken cancel)
    {
        var named = references.OfType<string>().Select(reference => reference.Split('/')).Where(parts => parts.Length == 2).ToList();
        await KnowTeamsAsync(named.Select(parts => parts[0]), cancel);
        foreach (var some in named.Select(parts => parts[0]).Distinct().Where(key => teams.TryGetValue(key, out var team) && !whole.Contains(team)).Chunk(BatchSize))
        {
            var keys = named.Where(parts => some.Contains(parts[0])).Select(parts => parts[1]).Distinct().ToList();
            // Found, each stands in the list of its team.
            await Db.Learning.Where(learning => some.Contains(learning.Team!.Key) && keys.Contains(learning.Key)).LoadAsync(cancel);
        }
    }

    /// <summary>The team that a field names; notes a problem where there is none.</summary>
    public Team? Team(Fields fields, string field, bool required = true)
    {
        Team? found = null;
        fields.Text(new TextRule(field, Key.Max, required, Screened: false), key =>
        {
            if (key is not null && !teams.TryGetValue(key, out found))
                fields.Problem(field, $"is {Written.Quoted(key)}, which is the key of no team in the input or in the database. Correct the key, or add the team's line");
        });
        return found;
    }

    /// <summary>The teams that a list names, each once.</summary>
    public List<Team> Teams(Fields fields, string field)
    {
        var found = new List<Team>();
        foreach (var key in fields.Texts(new TextRule(field, Key.Max, Required: true, Screened: false)) ?? [])
        {
            if (!teams.TryGetValue(key, out var team))
                fields.Problem(field, $"holds {Written.Quoted(key)}, which is the key of no team in the input or in the database. Correct the key, or add the team's line");
            else
                found.Add(team);
        }
        return found;
    }

    /// <summary>The event that a field names; notes a problem where there is none.</summary>
    public void Event(Fields fields, string field, Action<Event?> set, bool required = false) =>
        fields.Text(new TextRule(field, Key.Max, required, Screened: false), key =>
        {
            if (key is null)
                set(null);
            else if (events.TryGetValue(key, out var found))
                set(found);
            else
                fields.Problem(field, $"is {Written.Quoted(key)}, which is the key of no event in the input or in the database. Correct the key, or add the event's line{Nearest.Hint(key, events.Keys)}");
        });

    /// <summary>The learning that a field names, as TEAM/KEY; notes a problem where there is none.</summary>
    public void Learning(Fields fields, string field, Action<SharedLearning?> set, bool required = false) =>
        fields.Text(new TextRule(field, (2 * Key.Max) + 1, required, Screened: false), reference =>
        {
            if (reference is null)
                set(null);
            else if (reference.Split('/') is [var team, var key] && teams.TryGetValue(team, out var known) && known.Learning.Find(learning => learning.Key == key && learning.DeletedAt is null) is { } found)
                set(found);
            else
                fields.Problem(field, $"is {Written.Quoted(reference)}, which names no learning in the input or in the database; write the keys of the team and of the learning, for example \"blue-door/they-walk\"");
        });

    /// <summary>The programme of a name or key; made where there is none.</summary>
    public Programme Programme(string name) => references.ProgrammeNamed(name);

    /// <summary>Points learning to the events at which it was heard, once these are known.</summary>
    public async Task HearAsync(CancellationToken cancel)
    {
        await KnowEventsAsync(Run.Heard.Select(heard => heard.Fields.Peek("heardAtEvent")), cancel);
        foreach (var (row, fields) in Run.Heard)
        {
            Event(fields, "heardAtEvent", gathering =>
            {
                if (gathering is { Id: 0 })
                    Run.Later(() => row.HeardAtEvent = gathering);
                else
                    row.HeardAtEvent = gathering;
            });
        }
    }
}
