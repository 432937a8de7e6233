using System.Globalization;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Teams;

/// <summary>Who is on a team.</summary>
internal sealed class MemberMutations : ITypeExtension<Mutation>
{
    /// <summary>The name that the founder of a team gives oneself.</summary>
    public static readonly TextRule MyName = TeamRules.MemberName with { Field = "myName" };

    private static readonly string[] Personal = ["name", "nameFor"];
    private static readonly TextRule Subject = new("person", Person.Max, Screened: false);

    /// <summary>The key of a member who signs in: it says nothing of the person.</summary>
    public static string KeyOf(int person) => string.Create(CultureInfo.InvariantCulture, $"person-{person}");

    public void Extend(Mutation type)
    {
        type.Add<AddMemberInput, TeamMember, TeamMemberType>(
            "addMember", "Adds somebody to a team. Who is named as a person can sign in for the team from then on.", AddAsync,
            [typeof(NotAMember), typeof(NotFound), typeof(TooMany), typeof(AlreadyAMember), typeof(NotYourself), .. InputErrors.OfTexts]);
        type.Add<UpdateMemberInput, TeamMember, TeamMemberType>(
            "updateMember", "Changes a member's role, name, or to whom the name is shown.", UpdateAsync,
            [typeof(NotAMember), typeof(NotFound), typeof(NotYourself), .. InputErrors.OfTexts]);
        type.Add<RemoveMemberInput, Team, TeamType>(
            "removeMember", "Takes a member off a team; oneself, or another by any member. The payload has the team.", RemoveAsync,
            [typeof(NotAMember), typeof(NotFound), typeof(LastMember)]);
    }

    private static async Task<TeamMember?> AddAsync(Change change, AddMemberInput input)
    {
        if (await change.FindAsync<Team>(input.Team, "team") is not { } team || !MaySeat(change, team.Id))
            return null;
        var keys = await change.Db.TeamMembers.Where(member => member.TeamId == team.Id).Select(member => member.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("members", TeamRules.MaxOfEach));
        var seat = new TeamMember { TeamId = team.Id, Key = Key.From(ContractName.Of(input.Role), keys.ToHashSet()), Role = input.Role, NameFor = input.NameFor ?? NameFor.Nobody };
        change.Text(input, TeamRules.MemberName, input.Name, name => seat.Name = name);
        string? subject = null;
        change.Text(input, Subject, input.Person, text => subject = text);
        if (input.Person is not null && TextRule.Clean(input.Person) is null)
            change.Refuse(new InvalidText(Subject.Field, "is blank; leave it out for a seat that nobody signs in to"));
        if (subject is not null && (input.Name is not null || input.NameFor is not null))
            change.Refuse(new NotYourself(input.Name is not null ? "name" : "nameFor"));
        if (change.Errors.Count > 0)
            return null;
        if (subject is not null)
        {
            seat.Person = await PersonAsync(change, subject);
            if (await change.Db.TeamMembers.AnyAsync(member => member.TeamId == team.Id && member.PersonId == seat.Person.Id, change.Cancel))
                change.Refuse(new AlreadyAMember("person"));
            if (seat.Person.Id != change.Person)
                change.Db.Add(new Notification { Person = seat.Person, Kind = NotificationKind.AddedToTeam, TeamId = team.Id, At = change.Now });
        }
        change.Db.Add(seat);
        return seat;
    }

    private static async Task<Person> PersonAsync(Change change, string subject)
    {
        var issuer = change.Viewer.Identity!.Issuer;
        return await change.Db.People.SingleOrDefaultAsync(person => person.Issuer == issuer && person.Subject == subject, change.Cancel)
            ?? new Person { Issuer = issuer, Subject = subject, CreatedAt = change.Now };
    }

    private static async Task<TeamMember?> UpdateAsync(Change change, UpdateMemberInput input)
    {
        if (await change.FindAsync<TeamMember>(input.Member, "member") is not { } member || !MaySeat(change, member.TeamId))
            return null;
        change.Choice(input, "role", input.Role, role => member.Role = role);
        var ofOthers = member.PersonId is { } person && person != change.Viewer.Person;
        foreach (var field in Personal.Where(field => ofOthers && input.Gives(field)))
            change.Refuse(new NotYourself(field));
        change.Text(input, TeamRules.MemberName, input.Name, name => member.Name = name);
        if (input.Gives("nameFor"))
            member.NameFor = input.NameFor ?? NameFor.Nobody;
        return member;
    }

    private static async Task<Team?> RemoveAsync(Change change, RemoveMemberInput input)
    {
        if (await change.FindAsync(input.Member, "member", change.Db.TeamMembers.Include(member => member.Team)) is not { } member || !MaySeat(change, member.TeamId))
            return null;
        var others = await change.Db.TeamMembers.AnyAsync(other => other.TeamId == member.TeamId && other.Id != member.Id && other.PersonId != null, change.Cancel);
        if (member.PersonId is not null && !others && member.Team!.ArchivedAt is null)
            change.Refuse(new LastMember());
        change.Db.Remove(member);
        if (member.PersonId is { } left && left != change.Person)
            change.Db.Add(new Notification { PersonId = left, Kind = NotificationKind.RemovedFromTeam, TeamId = member.TeamId, At = change.Now });
        return member.Team;
    }

    /// <summary>Members and the administrator say who is on a team.</summary>
    private static bool MaySeat(Change change, int team)
    {
        if (!change.Viewer.IsMemberOf(team) && !change.Viewer.Is(ViewerRole.Administrator))
            change.Refuse(new NotAMember());
        return change.Errors.Count == 0;
    }
}
