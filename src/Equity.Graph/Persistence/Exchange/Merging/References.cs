using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>
/// The programmes and organisations that teams refer to. Lines come in any order, so references are kept until all lines are read;
/// what they name and nobody has is made.
/// </summary>
internal sealed class References(EquityDbContext db, List<Programme> programmes, List<Organisation> organisations)
{
    private readonly Dictionary<string, Programme> byKey = programmes.ToDictionary(p => p.Key);
    private readonly List<(Team Team, string Name)> toProgrammes = [];
    private readonly List<(Team Team, string Name)> toOrganisations = [];
    private readonly List<Team> inPhases = [];
    private NamedRows<Programme>? named;

    /// <summary>All that the database has; there are few.</summary>
    public static async Task<References> LoadAsync(EquityDbContext db, bool exists, CancellationToken cancel) => exists
        ? new(db, await db.Programmes.Include(p => p.Phases).ToListAsync(cancel), await db.Organisations.ToListAsync(cancel))
        : new(db, [], []);

    /// <summary>The programme of a key; made where there is none yet.</summary>
    public Programme Programme(string key)
    {
        if (byKey.TryGetValue(key, out var known))
            return known;
        var made = new Programme { Key = key, Name = "" };
        byKey.Add(key, made);
        programmes.Add(made);
        db.Add(made);
        return made;
    }

    /// <summary>Notes what a team says of its programme; null: it is in none.</summary>
    public void ToProgramme(Team team, string? name)
    {
        if (name is not null)
            toProgrammes.Add((team, name));
        else
            (team.Programme, team.ProgrammeId) = (null, null);
    }

    /// <summary>Notes what a team says of its organisation; null: it belongs to none.</summary>
    public void ToOrganisation(Team team, string? name)
    {
        if (name is not null)
            toOrganisations.Add((team, name));
        else
            (team.Organisation, team.OrganisationId) = (null, null);
    }

    /// <summary>Notes that a team says of its phase or programme, so that the programme has the phase.</summary>
    public void ToPhase(Team team) => inPhases.Add(team);

    /// <summary>Points the teams to what they named.</summary>
    public void Resolve()
    {
        foreach (var (team, name) in toProgrammes)
            team.Programme = ProgrammeNamed(name);
        var places = new NamedRows<Organisation>(organisations, o => o.Key, o => o.Name);
        foreach (var (team, name) in toOrganisations)
            team.Organisation = Find(places, name, () => new Organisation { Key = Key.From(name), Name = name });
        foreach (var team in inPhases)
        {
            if (team is { Programme.Phases: var phases, Phase: { } number } && phases.All(phase => phase.Number != number))
                phases.Add(new ProgrammePhase { Number = number });
        }
    }

    /// <summary>The programme of a name, or of a key, once all lines of programmes are read; made where there is none.</summary>
    public Programme ProgrammeNamed(string name) =>
        Find(named ??= new(programmes, p => p.Key, p => p.Name), name, () => new Programme { Key = Key.From(name), Name = name });

    private T Find<T>(NamedRows<T> known, string name, Func<T> make) where T : class
    {
        if (known.Find(name) is { } found)
            return found;
        var made = make();
        known.Add(made);
        db.Add(made);
        return made;
    }
}
