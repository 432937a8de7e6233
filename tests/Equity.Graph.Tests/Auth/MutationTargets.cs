using Equity.Graph.Auth.Development;
using Equity.Graph.Execution;
using Equity.Graph.Friendships;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Auth;

/// <summary>A team to try a mutation on, with one of everything that mutations are about.</summary>
/// <param name="Key">Its key: home, near or far, and perhaps a draft.</param>
/// <param name="Ids">The global ids of the team and of what it has, by kind; "deleted " before those that were deleted.</param>
internal sealed record Target(string Key, IReadOnlyDictionary<string, string> Ids)
{
    /// <summary>Makes a team for each that is wanted, all at once.</summary>
    /// <param name="db">Where.</param>
    /// <param name="wanted">The place (home, near or far), whether it is a draft, and whether it is deleted once it is there.</param>
    public static async Task<IReadOnlyList<Target>> MakeAsync(EquityDbContext db, IReadOnlyList<(string Place, bool Draft, bool IsDeleted)> wanted)
    {
        var programmes = await db.Programmes.ToDictionaryAsync(programme => programme.Key);
        var member = await db.People.SingleAsync(person => person.Issuer == DevelopmentTokens.Issuer && person.Subject == "member");
        var first = await db.Teams.IgnoreQueryFilters().CountAsync();
        var teams = wanted.Select((each, i) => Cast.Team(
            $"{each.Place}-{(each.Draft ? "draft-" : "")}{first + i}", programmes[each.Place == "far" ? Role.OtherProgramme : Role.Programme], member, each.Draft ? null : DateTime.UnixEpoch)).ToList();
        db.AddRange(teams);
        await db.SaveChangesAsync();
        // As mutations do: what is deleted is read alone, and what hangs on it stays.
        db.ChangeTracker.Clear();
        var (from, deleted) = (teams[0].Id, teams.Zip(wanted).Where(each => each.Second.IsDeleted).Select(each => each.First.Id).ToList());
        db.RemoveRange(db.Inequities.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Learning.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Asks.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Offers.Where(row => row.TeamId >= from && row.Key == "deleted"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.RemoveRange(db.Teams.Where(row => deleted.Contains(row.Id)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await BefriendAsync(db, teams, programmes);
        var peer = await db.Teams.Where(team => team.Key == "near").Select(team => team.Id).SingleAsync();
        var friendships = await db.Friendships.IgnoreQueryFilters().AsNoTracking().Where(each => each.FromId >= from || each.ToId >= from).OrderBy(each => each.Id).ToListAsync();
        return [.. teams.Select(team => new Target(team.Key, IdsOf(team, peer, friendships)))];
    }

    /// <summary>Each is asked by a team of its programme, asks another and is friends with a third; the member is on none of these.</summary>
    private static async Task BefriendAsync(EquityDbContext db, List<Team> teams, Dictionary<string, Programme> programmes)
    {
        db.AttachRange(programmes.Values);
        db.AttachRange(teams);
        foreach (var programme in programmes.Values.OrderBy(each => each.Id))
        {
            var place = programme.Key == Role.OtherProgramme ? "far" : "near";
            var first = await db.Teams.IgnoreQueryFilters().CountAsync();
            var (asked, friend) = (Other("asked"), Other("friend"));
            foreach (var team in teams.Where(team => team.ProgrammeId == programme.Id && team.PublishedAt is not null && team.DeletedAt is null))
            {
                // One that has asked many has no place left.
                db.Add(Cast.Friendship(Other($"for-{team.Id}"), team, FriendshipStatus.Proposed));
                db.Add(Cast.Friendship(team, asked, FriendshipStatus.Proposed));
                db.Add(Cast.Friendship(team, friend, FriendshipStatus.Accepted));
            }

            Team Other(string name) => new() { Key = $"{place}-{first}-{name}", Name = "Other", Service = "Outpatients", Stage = Stage.Forming, Programme = programme, PublishedAt = DateTime.UnixEpoch };
        }
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static Dictionary<string, string> IdsOf(Team team, int peer, List<Friendship> friendships)
    {
        var ids = team.Members.ToDictionary(seat => seat.Key, seat => NodeId.Of("TeamMember", seat.Id));
        ids["Team"] = NodeId.Of("Team", team.Id);
        ids["Peer"] = NodeId.Of("Team", peer);
        foreach (var friendship in friendships.Where(each => each.FromId == team.Id || each.ToId == team.Id))
            ids[friendship.Status == FriendshipStatus.Accepted ? "friends" : friendship.ToId == team.Id ? "asked" : "asking"] = NodeId.Of("Friendship", friendship.Id);
        ids["Recommendation"] = PeerRecommendation.IdOf($"Team-{team.Id}", peer);
        foreach (var row in team.Inequities.Cast<IKeyed>().Concat(team.Learning).Concat(team.Asks).Concat(team.Offers))
            ids[row.Key == "deleted" ? $"deleted {row.GetType().Name}" : row.GetType().Name] = NodeId.Of(NodeId.KindOf(row.GetType()), row.Id);
        return ids;
    }

    /// <summary>A valid input of each mutation and of each of its ways that roles.csv tells apart.</summary>
    public static IReadOnlyDictionary<string, Func<Target, string>> Inputs { get; } = new Dictionary<string, Func<Target, string>>
    {
        ["registerTeam"] = _ => "name: \"A new team\", service: \"Outpatients\", myRole: CLINICIAN",
        ["updateTeam"] = target => $"{target.Versioned("team", "Team")}, summary: \"Something new.\"",
        ["updateTeam: coachScore"] = target => $"{target.Versioned("team", "Team")}, coachScore: 1.5",
        ["updateTeam: phase"] = target => $"{target.Versioned("team", "Team")}, phase: 3",
        ["updateTeam: programme"] = target => $"{target.Versioned("team", "Team")}, programme: \"{(target.Key.StartsWith("far", StringComparison.Ordinal) ? "far" : "near")}\"",
        ["publishTeam"] = target => target.Versioned("team", "Team"),
        ["advanceTeam"] = target => $"{target.Versioned("team", "Team")}, to: TESTING",
        ["archiveTeam"] = target => target.Versioned("team", "Team"),
        ["pauseTeam"] = target => $"{target.Versioned("team", "Team")}, until: \"2026-12-01\"",
        ["resumeTeam"] = target => target.Versioned("team", "Team"),
        ["deleteTeam"] = target => target.Versioned("team", "Team"),
        ["restoreTeam"] = target => target.Named("team", "Team"),
        ["addMember"] = target => $"{target.Named("team", "Team")}, role: CARER",
        ["updateMember: role"] = target => $"{target.Named("member", "for-Team")}, role: SPONSOR",
        ["updateMember: name of somebody else who signs in"] = target => $"{target.Named("member", "colleague")}, name: \"Another name\"",
        ["updateMember: one's own name"] = target => $"{target.Named("member", target.Ids.ContainsKey("oneself") ? "oneself" : "colleague")}, name: \"Another name\"",
        ["removeMember"] = target => target.Named("member", "for-Team"),
        ["recordInequity"] = target => $"{target.Named("team", "Team")}, title: \"Longer waits\", dimension: AGE, population: \"Older people\"",
        ["updateInequity"] = target => $"{target.Versioned("inequity", "Inequity")}, title: \"Longer waits\"",
        ["shareLearning"] = target => $"{target.Named("team", "Team")}, kind: ADVICE, title: \"Ask first\", body: \"Then listen.\"",
        ["updateLearning"] = target => $"{target.Versioned("learning", "SharedLearning")}, title: \"Ask first\"",
        ["askForHelp"] = target => $"{target.Named("team", "Team")}, text: \"Who can help?\"",
        ["closeAsk"] = target => $"{target.Versioned("ask", "Ask")}, answered: true",
        ["offerHelp"] = target => $"{target.Named("team", "Team")}, text: \"We can help.\"",
        ["withdrawOffer"] = target => target.Versioned("offer", "Offer"),
        ["deleteInequity"] = target => target.Versioned("id", "Inequity"),
        ["deleteLearning"] = target => target.Versioned("id", "SharedLearning"),
        ["deleteAsk"] = target => target.Versioned("id", "Ask"),
        ["deleteOffer"] = target => target.Versioned("id", "Offer"),
        ["restoreInequity"] = target => target.Named("id", "deleted Inequity"),
        ["restoreLearning"] = target => target.Named("id", "deleted SharedLearning"),
        ["restoreAsk"] = target => target.Named("id", "deleted Ask"),
        ["restoreOffer"] = target => target.Named("id", "deleted Offer"),
        ["rateRecommendation"] = target => $"{target.Named("recommendation", "Recommendation")}, verdict: NOT_USEFUL",
        ["proposeFriendship"] = target => $"{target.Named("from", "Team")}, to: \"{target.Ids["Peer"]}\"",
        ["withdrawFriendship"] = target => target.Versioned("friendship", "asking"),
        ["acceptFriendship"] = target => target.Versioned("friendship", "asked"),
        ["declineFriendship"] = target => $"{target.Versioned("friendship", "asked")}, reason: \"No time.\"",
        ["updateFriendship"] = target => $"{target.Versioned("friendship", "friends")}, workingDays: 2",
        ["endFriendship"] = target => target.Named("friendship", "friends"),
        ["recordCheckIn"] = target => $"{target.Named("friendship", "friends")}, met: YES",
        ["markNotificationsRead"] = _ => "notifications: []",
        ["chooseMail"] = _ => "wanted: false",
        ["renewCalendar"] = _ => "",
        ["forgetPerson: oneself"] = _ => "person: null",
        ["forgetPerson: somebody who asked"] = _ => "person: \"leaver\"",
    };

    /// <summary>Mutations that are about no team that is there.</summary>
    public static bool IsOfNoTeam(string what) => what.StartsWith("forgetPerson", StringComparison.Ordinal) || what is "registerTeam" or "markNotificationsRead" or "chooseMail" or "renewCalendar";

    /// <summary>Mutations that are about teams which others can see.</summary>
    public static bool IsOfPublished(string what) => what == "recordCheckIn" || what.EndsWith("Friendship", StringComparison.Ordinal);

    private string Named(string field, string kind) => $"{field}: \"{Ids[kind]}\"";

    private string Versioned(string field, string kind) => $"{Named(field, kind)}, version: 1";
}
