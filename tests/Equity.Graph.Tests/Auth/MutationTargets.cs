using Equity.Graph.Auth.Development;
using Equity.Graph.Events;
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
        var others = await db.Learning.Include(row => row.Team).Where(row => row.Key == "kept" && (row.Team!.Key == "home" || row.Team.Key == "near" || row.Team.Key == "far")).ToDictionaryAsync(row => row.Team!.Key);
        foreach (var team in teams)
        {
            db.AddRange(Cast.Adoption(team, "kept", others["near"], null), Cast.Adoption(team, "deleted", others["far"], null));
            db.AddRange(Cast.Idea(team, "kept", null), Cast.Idea(team, "deleted", null));
            db.AddRange(Cast.Measure(team, "kept", null), Cast.Measure(team, "deleted", null));
        }
        await db.SaveChangesAsync();
        // As mutations do: what is deleted is read alone, and what hangs on it stays.
        db.ChangeTracker.Clear();
        var (from, deleted) = (teams[0].Id, teams.Zip(wanted).Where(each => each.Second.IsDeleted).Select(each => each.First.Id).ToList());
        db.RemoveRange(db.Inequities.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Learning.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Adoptions.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.ChangeIdeas.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Measures.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Asks.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Offers.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Posters.Where(row => row.TeamId >= from && row.Key == "deleted"));
        db.RemoveRange(db.Resources.Where(row => row.TeamId >= from && row.Key == "deleted"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.RemoveRange(db.Teams.Where(row => deleted.Contains(row.Id)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await BefriendAsync(db, teams, programmes);
        var events = await GatherAsync(db, teams, programmes);
        var heard = await HearAsync(db, events);
        var peer = await db.Teams.Where(team => team.Key == "near").Select(team => team.Id).SingleAsync();
        var friendships = await db.Friendships.IgnoreQueryFilters().AsNoTracking().Where(each => each.FromId >= from || each.ToId >= from).OrderBy(each => each.Id).ToListAsync();
        var spread = (await db.Adoptions.IgnoreQueryFilters().AsNoTracking().Where(row => row.TeamId >= from).ToListAsync()).Cast<IWithTeam>()
            .Concat(await db.ChangeIdeas.IgnoreQueryFilters().AsNoTracking().Where(row => row.TeamId >= from).ToListAsync())
            .Concat(await db.Measures.IgnoreQueryFilters().AsNoTracking().Where(row => row.TeamId >= from).ToListAsync()).ToLookup(row => row.TeamId);
        return [.. teams.Select(team => new Target(team.Key, IdsOf(team, peer, friendships, events, spread[team.Id], others["home"].Id, heard)))];
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

    /// <summary>At one event of each: a question that it asks, one without a name, and what it heard.</summary>
    private static async Task<List<(string Name, string Team, string Id)>> HearAsync(EquityDbContext db, List<Event> events)
    {
        db.AttachRange(events);
        var made = new List<(string Name, string Team, IEntity Row)>();
        foreach (var gathering in events.Where(each => each.Key.EndsWith("-heard", StringComparison.Ordinal)))
        {
            var team = gathering.Attendance[0].Team!;
            var ((named, unnamed), notes) = (Cast.Ask(db, gathering, team), Cast.Note(db, gathering, team, team));
            made.AddRange([("named", team.Key, named), ("unnamed", team.Key, unnamed), ("note", team.Key, notes[0]), ("like note", team.Key, notes[1])]);
        }
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return [.. made.Select(each => (each.Name, each.Team, NodeId.Of(NodeId.KindOf(each.Row.GetType()), each.Row.Id)))];
    }

    /// <summary>Four events for each, of its programme: one that nobody has joined, one that it has joined, one that is deleted, and one at which it sits at a table and hears something.</summary>
    private static async Task<List<Event>> GatherAsync(EquityDbContext db, List<Team> teams, Dictionary<string, Programme> programmes)
    {
        db.AttachRange(programmes.Values);
        db.AttachRange(teams.Where(team => team.PublishedAt is not null && team.DeletedAt is null));
        var events = new List<Event>();
        foreach (var team in teams.Where(team => team.PublishedAt is not null && team.DeletedAt is null))
        {
            foreach (var name in new[] { "open", "joined", "gone", "heard" })
            {
                var gathering = Cast.Event($"{team.Key}-{name}", programmes.Values.Single(each => each.Id == team.ProgrammeId), DateTime.UnixEpoch, team, team);
                gathering.CancelledAt = null;
                if (name is "open" or "gone")
                    gathering.Attendance.Clear();
                events.Add(gathering);
            }
        }
        db.AddRange(events);
        await db.SaveChangesAsync();
        foreach (var gathering in events.Where(each => each.Key.EndsWith("-joined", StringComparison.Ordinal)))
        {
            gathering.Cafes[1].ReplacesId = gathering.Cafes[0].Id;
            gathering.Cafes[0].Status = CafeStatus.Published;
            gathering.Cafes[0].Rounds[0].StartedAt = null;
        }
        db.RemoveRange(events.Where(each => each.Key.EndsWith("-gone", StringComparison.Ordinal)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return events;
    }

    private static Dictionary<string, string> IdsOf(Team team, int peer, List<Friendship> friendships, List<Event> events, IEnumerable<IWithTeam> spread, int learning, List<(string Name, string Team, string Id)> heard)
    {
        var ids = team.Members.ToDictionary(seat => seat.Key, seat => NodeId.Of("TeamMember", seat.Id));
        ids["Team"] = NodeId.Of("Team", team.Id);
        ids["Others' learning"] = NodeId.Of("Learning", learning);
        ids["Peer"] = NodeId.Of("Team", peer);
        foreach (var friendship in friendships.Where(each => each.FromId == team.Id || each.ToId == team.Id))
            ids[friendship.Status == FriendshipStatus.Accepted ? "friends" : friendship.ToId == team.Id ? "asked" : "asking"] = NodeId.Of("Friendship", friendship.Id);
        foreach (var gathering in events.Where(each => each.Key.StartsWith($"{team.Key}-", StringComparison.Ordinal)))
        {
            ids[gathering.Key[(team.Key.Length + 1)..]] = NodeId.Of("Event", gathering.Id);
            foreach (var cafe in gathering.Cafes.Where(_ => gathering.Key.EndsWith("joined", StringComparison.Ordinal)))
                (ids[cafe.Status == CafeStatus.Planned ? "plan" : "cafe"], ids[cafe.Status == CafeStatus.Planned ? "planned round" : "round"]) = (NodeId.Of("WorldCafe", cafe.Id), NodeId.Of("CafeRound", cafe.Rounds.Single().Id));
        }
        foreach (var (name, _, id) in heard.Where(each => each.Team == team.Key))
            ids[name] = id;
        ids["Recommendation"] = PeerRecommendation.IdOf($"Team-{team.Id}", peer);
        foreach (var row in team.Inequities.Cast<IKeyed>().Concat(team.Learning).Concat(team.Asks).Concat(team.Offers).Concat(team.Posters).Concat(team.Resources).Concat(spread.Cast<IKeyed>()).Where(row => row.Key != "draft"))
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
        ["thankForLearning"] = target => target.Named("learning", "SharedLearning"),
        ["takeBackThanks"] = target => target.Named("learning", "SharedLearning"),
        ["featureLearning"] = target => $"{target.Named("learning", "SharedLearning")}, featured: true",
        ["adoptLearning"] = target => $"{target.Named("team", "Team")}, {target.Named("learning", "Others' learning")}, note: \"At our desk.\"",
        ["recordAdoptionOutcome"] = target => $"{target.Versioned("adoption", "Adoption")}, outcome: ABANDONED",
        ["recordChangeIdea"] = target => $"{target.Named("team", "Team")}, title: \"Longer hours\"",
        ["updateChangeIdea"] = target => $"{target.Versioned("changeIdea", "ChangeIdea")}, title: \"Longer hours\"",
        ["recordPdsaCycle"] = target => $"{target.Named("changeIdea", "ChangeIdea")}, plan: \"One evening.\"",
        ["createMeasure"] = target => $"{target.Named("team", "Team")}, name: \"Missed visits\", kind: OUTCOME, unit: \"missed of booked\", better: LOWER, countsPeople: true",
        ["updateMeasure"] = target => $"{target.Versioned("measure", "Measure")}, name: \"Missed visits\"",
        ["recordMeasurements"] = target => $"{target.Named("measure", "Measure")}, points: [{{ date: \"2026-09-01\", stratum: \"Over 70\", numerator: 3, denominator: 40 }}]",
        ["removeMeasurements"] = target => $"{target.Versioned("measure", "Measure")}, from: \"2026-08-01\", to: \"2026-08-31\"",
        ["askForHelp"] = target => $"{target.Named("team", "Team")}, text: \"Who can help?\"",
        ["closeAsk"] = target => $"{target.Versioned("ask", "Ask")}, answered: true",
        ["offerHelp"] = target => $"{target.Named("team", "Team")}, text: \"We can help.\"",
        ["withdrawOffer"] = target => target.Versioned("offer", "Offer"),
        ["deleteInequity"] = target => target.Versioned("id", "Inequity"),
        ["deleteLearning"] = target => target.Versioned("id", "SharedLearning"),
        ["deleteAdoption"] = target => target.Versioned("id", "Adoption"),
        ["deleteChangeIdea"] = target => target.Versioned("id", "ChangeIdea"),
        ["deleteMeasure"] = target => target.Versioned("id", "Measure"),
        ["deleteAsk"] = target => target.Versioned("id", "Ask"),
        ["deleteOffer"] = target => target.Versioned("id", "Offer"),
        ["restoreInequity"] = target => target.Named("id", "deleted Inequity"),
        ["restoreLearning"] = target => target.Named("id", "deleted SharedLearning"),
        ["restoreAdoption"] = target => target.Named("id", "deleted Adoption"),
        ["restoreChangeIdea"] = target => target.Named("id", "deleted ChangeIdea"),
        ["restoreMeasure"] = target => target.Named("id", "deleted Measure"),
        ["restoreAsk"] = target => target.Named("id", "deleted Ask"),
        ["restoreOffer"] = target => target.Named("id", "deleted Offer"),
        ["draftPoster"] = target => $"{target.Named("team", "Team")}, title: \"What we did\"",
        ["updatePoster"] = target => $"{target.Versioned("poster", "Poster")}, title: \"What we did\"",
        ["publishPoster"] = target => target.Versioned("poster", "Poster"),
        ["deletePoster"] = target => target.Versioned("id", "Poster"),
        ["restorePoster"] = target => target.Named("id", "deleted Poster"),
        ["addResource"] = target => $"{target.Named("team", "Team")}, kind: LINK, title: \"See this\", url: \"https://example.org\"",
        ["updateResource"] = target => $"{target.Versioned("resource", "Resource")}, title: \"See this\"",
        ["publishResource"] = target => target.Versioned("resource", "Resource"),
        ["deleteResource"] = target => target.Versioned("id", "Resource"),
        ["restoreResource"] = target => target.Named("id", "deleted Resource"),
        ["rateRecommendation"] = target => $"{target.Named("recommendation", "Recommendation")}, verdict: NOT_USEFUL",
        ["introduceTeams"] = target => $"teams: [\"{target.Ids["Team"]}\", \"{target.Ids["Peer"]}\"]",
        ["proposeFriendship"] = target => $"{target.Named("from", "Team")}, to: \"{target.Ids["Peer"]}\"",
        ["withdrawFriendship"] = target => target.Versioned("friendship", "asking"),
        ["acceptFriendship"] = target => target.Versioned("friendship", "asked"),
        ["declineFriendship"] = target => $"{target.Versioned("friendship", "asked")}, reason: \"No time.\"",
        ["updateFriendship"] = target => $"{target.Versioned("friendship", "friends")}, workingDays: 2",
        ["endFriendship"] = target => target.Named("friendship", "friends"),
        ["recordCheckIn"] = target => $"{target.Named("friendship", "friends")}, met: YES",
        ["createEvent"] = target => $"name: \"A new event\", programme: \"{(target.Key.StartsWith("far", StringComparison.Ordinal) ? "far" : "near")}\", startsAt: \"2026-12-01T10:00:00Z\"",
        ["updateEvent"] = target => $"{target.Versioned("event", "open")}, place: \"Elsewhere\"",
        ["publishEvent"] = target => target.Versioned("event", "open"),
        ["cancelEvent"] = target => target.Versioned("event", "open"),
        ["deleteEvent"] = target => target.Versioned("event", "open"),
        ["restoreEvent"] = target => target.Named("event", "gone"),
        ["joinEvent"] = target => $"{target.Named("event", "open")}, {target.Named("team", "Team")}",
        ["leaveEvent"] = target => $"{target.Named("event", "joined")}, {target.Named("team", "Team")}",
        ["planWorldCafe"] = target => $"{target.Named("event", "joined")}, questions: [\"What did you try?\"]",
        ["replanWorldCafe"] = target => target.Named("cafe", "cafe"),
        ["publishWorldCafe"] = target => $"{target.Named("cafe", "plan")}, version: 2",
        ["startCafeRound"] = target => target.Named("round", "round"),
        ["askPanel: in nobody's name"] = target => $"{target.Named("event", "heard")}, text: \"Who pays?\"",
        ["askPanel: in the team's name"] = target => $"{target.Named("event", "heard")}, {target.Named("team", "Team")}, text: \"Who pays?\"",
        ["voteForQuestion"] = target => target.Named("question", "named"),
        ["takeBackVote"] = target => target.Named("question", "named"),
        ["mergeQuestions"] = target => $"{target.Named("question", "named")}, duplicates: [\"{target.Ids["unnamed"]}\"]",
        ["answerQuestion"] = target => $"{target.Named("question", "named")}, text: \"We do.\", byRole: SPONSOR, lasts: true",
        ["removeQuestion: asked in nobody's name"] = target => target.Versioned("question", "unnamed"),
        ["removeQuestion: asked in the team's name"] = target => target.Versioned("question", "named"),
        ["harvest"] = target => $"{target.Named("event", "heard")}, kind: WORKED, text: \"It worked.\", {target.Named("team", "Team")}, {target.Named("from", "Team")}",
        ["updateHarvestNote"] = target => $"{target.Versioned("note", "note")}, title: \"Bus fares\"",
        ["removeHarvestNote"] = target => target.Versioned("note", "like note"),
        ["mergeHarvestNotes"] = target => $"{target.Named("note", "note")}, duplicates: [\"{target.Ids["like note"]}\"]",
        ["publishHarvest"] = target => target.Named("event", "heard"),
        ["markNotificationsRead"] = _ => "notifications: []",
        ["chooseMail"] = _ => "wanted: false",
        ["renewCalendar"] = _ => "",
        ["forgetPerson: oneself"] = _ => "person: null",
        ["forgetPerson: somebody who asked"] = _ => "person: \"leaver\"",
    };

    /// <summary>Mutations that are about no team that is there.</summary>
    public static bool IsOfNoTeam(string what) => what.StartsWith("forgetPerson", StringComparison.Ordinal) || what is "registerTeam" or "markNotificationsRead" or "chooseMail" or "renewCalendar";

    /// <summary>Mutations that are about teams which others can see.</summary>
    public static bool IsOfPublished(string what) => what.Split(':')[0] is var name
        && (name is "recordCheckIn" or "introduceTeams" or "startCafeRound" or "askPanel" or "takeBackVote" or "mergeQuestions" or "harvest" or "publishHarvest"
            || new[] { "Friendship", "Event", "WorldCafe", "Question", "HarvestNote", "HarvestNotes" }.Any(end => name.EndsWith(end, StringComparison.Ordinal)));

    private string Named(string field, string kind) => $"{field}: \"{Ids[kind]}\"";

    private string Versioned(string field, string kind) => $"{Named(field, kind)}, version: 1";
}
