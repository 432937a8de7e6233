using Equity.Graph.Auth;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

/// <summary>One change while it is made: who makes it, when, on which rows, and what speaks against it. With any error nothing is stored.</summary>
internal sealed class Change(EquityDbContext db, Viewer viewer, DateTime now, CancellationToken cancel)
{
    private readonly List<MutationError> errors = [];
    private Func<Task>? afterwards;

    public EquityDbContext Db { get; } = db;
    public Viewer Viewer { get; } = viewer;
    public DateTime Now { get; } = now;
    public CancellationToken Cancel { get; } = cancel;
    public IReadOnlyList<MutationError> Errors => errors;

    /// <summary>The person who makes the change.</summary>
    public int Person => Viewer.Person!.Value;

    /// <summary>Speaks against the change.</summary>
    public void Refuse(MutationError error) => errors.Add(error);

    /// <summary>Has something done once the change is stored.</summary>
    public void Afterwards(Func<Task> work) => afterwards = work;

    /// <summary>Does what is to be done once the change is stored.</summary>
    public Task FinishAsync() => afterwards?.Invoke() ?? Task.CompletedTask;

    /// <summary>Notifies the team's other members.</summary>
    public async Task TellMembersAsync(Team team, NotificationKind kind)
    {
        var others = await Told.MembersAsync(Db, [team.Id], Viewer.Person, Cancel);
        Db.AddRange(others.Select(told => new Notification { PersonId = told.Person, Kind = kind, TeamId = team.Id, At = Now }));
    }

    /// <summary>Takes over a text that the input gives, if it may be stored.</summary>
    /// <param name="input">The input; a text that it does not give is left as it is.</param>
    /// <param name="rule">What the text may hold; its field is the input's field.</param>
    /// <param name="text">The text as it was given.</param>
    /// <param name="take">Takes the text, cleaned; null when it is cleared.</param>
    public void Text(MutationInput input, TextRule rule, string? text, Action<string?> take)
    {
        if (!input.Gives(rule.Field))
            return;
        var clean = TextRule.Clean(text);
        if (clean?.Length > rule.Max)
            Refuse(new TextTooLong(rule.Field, rule.Max, clean.Length));
        else if (rule.Problem(clean) is { } problem)
            Refuse(new InvalidText(rule.Field, problem));
        else if (rule.PersonalDetails(clean) is { Count: > 0 } found)
            Refuse(new ContainsPersonalDetails(rule.Field, found));
        else
            take(clean);
    }

    /// <summary>Takes over a number that the input gives, if it lies in its range.</summary>
    public void Number(MutationInput input, NumberRule rule, double? number, Action<double?> take)
    {
        if (!input.Gives(rule.Field))
            return;
        if (rule.Problem(number) is not null)
            Refuse(new NumberOutOfRange(rule.Field, rule.Min, rule.Max, rule.Step));
        else
            take(number);
    }

    /// <summary>Takes over a choice that the input gives. It can be changed and not cleared.</summary>
    public void Choice<T>(MutationInput input, string field, T? choice, Action<T> take) where T : struct
    {
        if (!input.Gives(field))
            return;
        if (choice is { } made)
            take(made);
        else
            Refuse(new InvalidText(field, "is required"));
    }

    /// <summary>The row that a global id names, as far as the viewer can see it; refuses the change when there is none.</summary>
    /// <param name="id">The global id.</param>
    /// <param name="field">The input's field that holds it.</param>
    /// <param name="rows">Where to look, where not among all that are there.</param>
    public async Task<T?> FindAsync<T>(string id, string field, IQueryable<T>? rows = null) where T : class, IEntity
    {
        var row = NodeId.Find<T>(id) is { } key
            ? await (rows ?? Db.Set<T>()).SingleOrDefaultAsync(each => each.Id == key, Cancel)
            : null;
        if (row is null)
            Refuse(new NotFound(field));
        return row;
    }

    /// <summary>The team that a global id names, of which the viewer is a member; refuses the change otherwise.</summary>
    public async Task<Team?> OwnTeamAsync(string id, string field = "team", IQueryable<Team>? teams = null) =>
        Own(await FindAsync(id, field, teams), team => team.Id);

    /// <summary>The row of the viewer's own team that a global id names; refuses the change otherwise.</summary>
    public async Task<T?> OwnAsync<T>(string id, string field, IQueryable<T>? rows = null) where T : class, IWithTeam => Own(await FindAsync(id, field, rows), row => row.TeamId);

    /// <summary>The same, but learning and adoptions are also written by leads and coaches of the team's programme and by administrators.</summary>
    public async Task<T?> WritableAsync<T>(string id, string field, IQueryable<T>? rows = null) where T : class, IWithTeam
    {
        if (await FindAsync(id, field, rows) is not { } row)
            return null;
        var team = row is SharedLearning or Adoption ? await Db.Teams.IgnoreQueryFilters([ReadRules.Deleted]).SingleAsync(own => own.Id == row.TeamId, Cancel) : null;
        return team is not null && Viewer.MayWriteLearning(team) ? row : Own(row, own => own.TeamId);
    }

    /// <summary>The team that a global id names, whose learning the viewer may write; refuses the change otherwise.</summary>
    public async Task<Team?> TeamThatLearntAsync(string id, string field = "team") =>
        await FindAsync<Team>(id, field) is not { } team ? null : Viewer.MayWriteLearning(team) ? team : Own(team, own => own.Id);

    /// <summary>The same, for what leads and coaches of the team's programme write too. The rows come with their team.</summary>
    public async Task<T?> OwnOrLedAsync<T>(string id, string field, IQueryable<T> rows) where T : class, IWithTeam =>
        await FindAsync(id, field, rows) is not { } row ? null : Viewer.Leads(row.Team!.ProgrammeId) ? row : Own(row, own => own.TeamId);

    /// <summary>Whether the row still has the version that the client read; refuses the change otherwise.</summary>
    public bool IsCurrent(IVersioned row, int version)
    {
        if (row.Version != version)
            Refuse(new StaleVersion(row.Version));
        return row.Version == version;
    }

    private T? Own<T>(T? row, Func<T, int> team) where T : class
    {
        if (row is null || Viewer.IsMemberOf(team(row)))
            return row;
        Refuse(new NotAMember());
        return null;
    }
}
