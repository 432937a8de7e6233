using Equity.Graph.Auth;
using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Teams;

/// <summary>What changes a team.</summary>
internal sealed class TeamMutations : ITypeExtension<Mutation>
{
    private static readonly TextRule TeamKey = new("key", Key.Max);

    public void Extend(Mutation type)
    {
        type.Add<RegisterTeamInput, Team, TeamType>(
            "registerTeam", "Registers a team, as a draft that only its members see. You become its first member.", RegisterAsync,
            [typeof(TeamKeyTaken), .. InputErrors.OfTexts, typeof(NumberOutOfRange)]);
        type.Add<UpdateTeamInput, Team, TeamType>(
            "updateTeam", "Changes what a team says of itself; leads and coaches set its coachScore, programme and phase.", UpdateAsync,
            [typeof(NotAMember), typeof(NotALead), typeof(NotFound), typeof(StaleVersion), .. InputErrors.OfTexts, typeof(NumberOutOfRange)]);
        type.Add<PublishTeamInput, Team, TeamType>(
            "publishTeam", "Shows a draft to the community.", (change, input) => MoveAsync(change, input, NotificationKind.TeamPublished, team => team.PublishedAt ??= change.Now), InputErrors.OfRows);
        type.Add<ArchiveTeamInput, Team, TeamType>(
            "archiveTeam", "Ends a team's work: it can still be read, and is no longer recommended. restoreTeam takes it back.",
            ArchiveAsync, InputErrors.OfRows);
        type.Add<DeleteTeamInput, Team, TeamType>(
            "deleteTeam", FormattableString.Invariant($"Deletes a team with all that belongs to it; restoreTeam brings it back within {Deletion.Kept.Days} days."), DeleteAsync, InputErrors.OfRows);
        type.Add<RestoreTeamInput, Team, TeamType>(
            "restoreTeam", "Brings back a team that was deleted or archived.", RestoreAsync, typeof(NotAMember), typeof(NotFound), typeof(TeamKeyTaken));
        type.Add<AdvanceTeamInput, Team, TeamType>(
            "advanceTeam", "Records the stage that a team has reached. From TESTING on it needs service users or carers taking part, or a plan for that.", AdvanceAsync,
            [.. InputErrors.OfRows, typeof(CoProductionMissing)]);
    }

    private static async Task<Team?> DeleteAsync(Change change, DeleteTeamInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || !change.IsCurrent(team, input.Version))
            return null;
        change.Db.Remove(team);
        await Leaving.RunAsync(change, team.Id);
        await Room.FreeAllAsync(change, team.Id);
        await change.TellMembersAsync(team, NotificationKind.TeamDeleted);
        return team;
    }

    private static async Task<Team?> ArchiveAsync(Change change, ArchiveTeamInput input)
    {
        if (await MoveAsync(change, input, NotificationKind.TeamArchived, team => team.ArchivedAt ??= change.Now) is not { } team)
            return null;
        await Leaving.RunAsync(change, team.Id);
        await Room.FreeAllAsync(change, team.Id);
        return team;
    }

    private static async Task<Team?> RestoreAsync(Change change, RestoreTeamInput input)
    {
        var since = change.Now - Deletion.Kept;
        if (await change.OwnTeamAsync(input.Team, "team", change.Db.Teams.IgnoreQueryFilters([ReadRules.Deleted]).Where(team => team.DeletedAt == null || team.DeletedAt > since)) is not { } team)
            return null;
        if (team.DeletedAt is not null && await change.Db.Teams.IgnoreQueryFilters([ReadRules.Sight]).AnyAsync(other => other.Key == team.Key, change.Cancel))
            change.Refuse(new TeamKeyTaken(team.Key, await FreeKeyAsync(change, team.Key)));
        (team.DeletedAt, team.ArchivedAt) = (null, null);
        await TellAsync(change, team, NotificationKind.TeamRestored);
        return team;
    }

    private static async Task<Team?> RegisterAsync(Change change, RegisterTeamInput input)
    {
        var team = new Team { Key = "", Name = "", Service = "", Stage = Stage.Forming, CreatedAt = change.Now };
        change.Text(input, TeamKey, input.Key, key => team.Key = key ?? "");
        if (team.Key.Length > 0 && Key.Problem(team.Key) is { } problem)
            change.Refuse(new InvalidText(TeamKey.Field, problem));
        await FillAsync(change, input, team, input.Name, input.Service);
        var founder = new TeamMember { Key = MemberMutations.KeyOf(change.Person), Role = input.MyRole, PersonId = change.Person, NameFor = input.MyNameFor ?? NameFor.Nobody };
        change.Text(input, MemberMutations.MyName, input.MyName, name => founder.Name = name);
        team.Members.Add(founder);
        if (change.Errors.Count > 0)
            return null;
        await TakeKeyAsync(change, team, input.Key is not null);
        change.Db.Add(team);
        return team;
    }

    private static async Task<Team?> UpdateAsync(Change change, UpdateTeamInput input)
    {
        if (await change.FindAsync<Team>(input.Team, "team") is not { } team || !MayWrite(change, input, team) || !change.IsCurrent(team, input.Version))
            return null;
        await FillAsync(change, input, team, input.Name, input.Service);
        change.Number(input, TeamRules.CoachScore, input.CoachScore, score => team.CoachScore = score);
        change.Number(input, ProgrammeRules.Phase, input.Phase, phase => team.Phase = (int?)phase);
        if (input.Gives("programme"))
            await JoinAsync(change, team, input.Programme);
        return team;
    }

    /// <summary>Members write what the team says of itself, leads and coaches what the programme says of it.</summary>
    private static bool MayWrite(Change change, UpdateTeamInput input, Team team)
    {
        var ofLeads = new[] { TeamRules.CoachScore.Field, "programme", ProgrammeRules.Phase.Field }.Where(input.Gives).ToList();
        // A team of no programme is scored by nobody, but a lead may take it in; whether it is the lead's own programme is seen when it joins.
        var leads = change.Viewer.Leads(team.ProgrammeId) || (team.ProgrammeId is null && input.Programme is not null);
        if (ofLeads.Count > 0 && !leads)
            change.Refuse(new NotALead(ofLeads[0]));
        else if (!change.Viewer.IsMemberOf(team.Id) && (ofLeads.Count == 0 || input.GivesMoreThan([.. ofLeads, "team", "version"])))
            change.Refuse(new NotAMember());
        return change.Errors.Count == 0;
    }

    private static async Task JoinAsync(Change change, Team team, string? key)
    {
        var programme = key is null ? null : await change.Db.Programmes.SingleOrDefaultAsync(known => known.Key == key, change.Cancel);
        if (key is not null && programme is null)
            change.Refuse(new NotFound("programme"));
        else if (programme is not null && !change.Viewer.Leads(programme.Id))
            change.Refuse(new NotALead("programme"));
        else
            team.ProgrammeId = programme?.Id;
    }

    private static async Task<Team?> AdvanceAsync(Change change, AdvanceTeamInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || !change.IsCurrent(team, input.Version))
            return null;
        await change.Db.Entry(team).Collection(t => t.Members).LoadAsync(change.Cancel);
        team.Stage = input.To;
        if (!TeamRules.MeetsCoProductionGate(team))
            change.Refuse(new CoProductionMissing(!TeamRules.HasServiceUserOrCarer(team), !(team.Involvement > Involvement.None)));
        await TellAsync(change, team, NotificationKind.StageReached);
        return team;
    }

    private static async Task<Team?> MoveAsync(Change change, OneTeamInput input, NotificationKind kind, Action<Team> move)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || !change.IsCurrent(team, input.Version))
            return null;
        move(team);
        await TellAsync(change, team, kind);
        return team;
    }

    /// <summary>Tells the other members, unless the team is as it was.</summary>
    private static Task TellAsync(Change change, Team team, NotificationKind kind) =>
        change.Db.Entry(team).State == EntityState.Unchanged ? Task.CompletedTask : change.TellMembersAsync(team, kind);

    private static async Task FillAsync(Change change, TeamProfileInput input, Team team, string? name, string? service)
    {
        change.Text(input, TeamRules.Name, name, text => team.Name = text!);
        change.Text(input, TeamRules.Service, service, text => team.Service = text!);
        change.Text(input, TeamRules.Locality, input.Locality, text => team.Locality = text);
        change.Text(input, TeamRules.CoProductionPlan, input.CoProductionPlan, text => team.CoProductionPlan = text);
        change.Text(input, TeamRules.Aim, input.Aim, text => team.Aim = text);
        change.Text(input, TeamRules.Summary, input.Summary, text => team.Summary = text);
        change.Number(input, TeamRules.ProgressScore, input.ProgressScore, score => team.ProgressScore = score);
        change.Number(input, TeamRules.FriendCapacity, input.FriendCapacity, capacity => team.FriendCapacity = (int?)capacity ?? TeamRules.DefaultFriendCapacity);
        if (input.Gives("involvement"))
            team.Involvement = input.Involvement;
        if (input.Gives("coProduction"))
            team.CoProduction = input.CoProduction;
        string? organisation = null;
        change.Text(input, TeamRules.Organisation, input.Organisation, text => organisation = text);
        if (input.Gives(TeamRules.Organisation.Field) && change.Errors.Count == 0)
            (team.Organisation, team.OrganisationId) = organisation is null ? (null, null) : await OrganisationAsync(change, organisation);
    }

    private static async Task<(Organisation? New, int? Known)> OrganisationAsync(Change change, string name)
    {
        var folded = Folding.Fold(name);
        // One that only others' drafts name is hidden, and yet the one that is meant.
        var organisations = change.Db.Organisations.IgnoreQueryFilters();
        var known = await organisations.OrderBy(o => o.Id).FirstOrDefaultAsync(o => EF.Property<string>(o, FoldedColumn.Of(nameof(Organisation.Name))) == folded, change.Cancel);
        if (known is not null)
            return (known, known.Id);
        var keys = await organisations.Where(o => o.Key.StartsWith(Key.From(name))).Select(o => o.Key).ToListAsync(change.Cancel);
        return (new Organisation { Key = Key.From(name, keys.ToHashSet()), Name = name }, null);
    }

    /// <summary>Gives a new team a key that no team has or had: what is known of an old team must not fall to a new one.</summary>
    private static async Task TakeKeyAsync(Change change, Team team, bool chosen)
    {
        var wanted = chosen ? team.Key : Key.From(team.Name);
        var free = await FreeKeyAsync(change, wanted);
        if (chosen && free != wanted)
            change.Refuse(new TeamKeyTaken(wanted, free));
        team.Key = free;
    }

    private static async Task<string> FreeKeyAsync(Change change, string wanted) =>
        Key.Free(wanted, await change.Db.Teams.IgnoreQueryFilters().Where(other => other.Key.StartsWith(wanted)).Select(other => other.Key).ToHashSetAsync(change.Cancel));
}
