using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Teams that should meet.</summary>
internal sealed class IntroduceTeamsInput : MutationInput
{
    /// <summary>The teams' ids, pair by pair: the first is introduced to the second, the third to the fourth, and so on; at most 50 pairs.</summary>
    [Id]
    public required IReadOnlyList<string> Teams { get; init; }
}

/// <summary>The mutation introduceTeams.</summary>
internal sealed class Introducing : ITypeExtension<Mutation>
{
    private const int MostPairs = 50;

    private const string Field = "teams";

    public void Extend(Mutation type) => type.AddCount<IntroduceTeamsInput>(
        "introduceTeams", "introduced", "How many pairs were told of each other now; those who have been told and have not read it yet are not told again. Null when nothing was changed.",
        "Suggests to two teams that they meet: the members of each are told of the other, and may propose a friendship. Nothing is proposed in anybody's name. For leads and coaches of the programme of the first of each pair.",
        IntroduceAsync, typeof(NotFound), typeof(NotALead), typeof(InvalidText));

    private static async Task<int?> IntroduceAsync(Change change, IntroduceTeamsInput input)
    {
        var pairs = input.Teams.Chunk(2).ToList();
        if (pairs.Count > MostPairs || pairs.Exists(pair => pair is not [var one, var other] || one == other))
        {
            change.Refuse(new InvalidText(Field, string.Create(CultureInfo.InvariantCulture, $"must be pairs of two different teams, at most {MostPairs} pairs")));
            return null;
        }
        var ids = input.Teams.Select(NodeId.Find<Team>).OfType<int>().Distinct().ToList();
        var teams = await change.Db.Teams.AsNoTracking().Where(team => ids.Contains(team.Id) && team.PublishedAt != null && team.ArchivedAt == null).ToDictionaryAsync(team => team.Id, change.Cancel);
        if (teams.Count < input.Teams.Distinct().Count())
            change.Refuse(new NotFound(Field));
        else if (pairs.Exists(pair => !change.Viewer.Leads(teams[NodeId.Find<Team>(pair[0])!.Value].ProgrammeId)))
            change.Refuse(new NotALead(Field));
        return change.Errors.Count > 0 ? null : await TellAsync(change, [.. pairs.Select(pair => (NodeId.Find<Team>(pair[0])!.Value, NodeId.Find<Team>(pair[1])!.Value))], ids);
    }

    /// <summary>Tells the members of both teams of each pair.</summary>
    /// <returns>How many pairs had members who were told.</returns>
    private static async Task<int> TellAsync(Change change, IReadOnlyList<(int One, int Other)> pairs, List<int> teams)
    {
        var members = (await Told.MembersAsync(change.Db, teams, change.Person, change.Cancel)).ToLookup(told => told.Team, told => told.Person);
        var unread = (await change.Db.Notifications.IgnoreQueryFilters().Where(known => known.Kind == NotificationKind.TeamsIntroduced && known.ReadAt == null && teams.Contains(known.TeamId))
            .Select(known => new { known.PersonId, known.TeamId }).ToListAsync(change.Cancel)).Select(known => (known.PersonId, known.TeamId)).ToHashSet();
        return pairs.Distinct().Count(pair => Tell(pair.One, pair.Other) + Tell(pair.Other, pair.One) > 0);

        int Tell(int team, int of)
        {
            var fresh = members[team].Where(person => unread.Add((person, of))).ToList();
            change.Db.AddRange(fresh.Select(person => new Notification { PersonId = person, Kind = NotificationKind.TeamsIntroduced, TeamId = of, At = change.Now }));
            return fresh.Count;
        }
    }
}
