using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Friendships;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Notifications;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Auth;

/// <summary>
/// The community that roles are tried on: teams named home (the member's own), near (another of the same programme) and far (of another one), each published
/// and as a draft, with all that a team can have. All do the same work, so that each would be everybody's nearest peer; what a draft, a deleted thing, an
/// ask or an offer says holds a word of its own that nothing else says.
/// </summary>
internal static class Cast
{
    public const string DraftWord = "narwhal", DeletedWord = "pangolin", AskWord = "quokka", OfferWord = "axolotl";

    public const double CoachScore = 4.5, ProgressScore = 2.5;

    private static readonly DateTime Then = new(2026, 10, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>What state a row of a team is in.</summary>
    public static string StateOf(Team team, DateTime? deletedAt) => (deletedAt ?? team.DeletedAt) is not null ? "deleted" : team.PublishedAt is null ? "draft" : "published";

    /// <summary>Adds everybody and everything.</summary>
    public static void Fill(EquityDbContext db)
    {
        var near = Programme(Role.Programme);
        var far = Programme(Role.OtherProgramme);
        var member = new Person { Issuer = DevelopmentTokens.Issuer, Subject = "member", CreatedAt = Then };
        foreach (var place in new[] { "home", "near", "far" })
        {
            var team = Team(place, place == "far" ? far : near, member, Then);
            db.Add(team);
            foreach (var person in new[] { member, team.Members.Single(seat => seat.Key == "colleague").Person })
                db.Add(new Notification { Person = person, Kind = NotificationKind.StageReached, Team = team, At = Then, ReadAt = Then });
            var draft = Team(place + "-draft", place == "far" ? far : near, member, null);
            db.Add(draft);
            if (place == "home")
            {
                foreach (var (i, person) in new[] { member, team.Members.Single(seat => seat.Key == "colleague").Person }.Index())
                    db.Add(new Rating { Key = $"rating-{i}", Team = team, Peer = draft, Person = person, Verdict = RecommendationVerdict.Useful, RatedAt = Then, Likeness = new() });
            }
        }
        db.Add(new WeightsDecision { Outcome = WeightsOutcome.GoneBack, At = Then });
        var archived = Team("home-archived", near, member, Then);
        archived.ArchivedAt = Then;
        db.Add(archived);
        db.Add(Team("home-deleted", near, member, Then));
        Befriend(db);
    }

    /// <summary>Two friends, the member on both, and a proposal that another team declined so long ago that the two may be suggested to each other again.</summary>
    private static void Befriend(EquityDbContext db)
    {
        var teams = db.ChangeTracker.Entries<Team>().Select(entry => entry.Entity).ToDictionary(team => team.Key);
        db.Add(Friendship(teams["home"], teams["home-archived"], FriendshipStatus.Accepted));
        db.Add(Friendship(teams["home"], teams["near"], FriendshipStatus.Declined));
    }

    /// <summary>A friendship with all that one can have, whatever its status.</summary>
    public static Friendship Friendship(Team from, Team to, FriendshipStatus status)
    {
        var friendship = new Friendship
        {
            From = from,
            To = to,
            Key = $"{from.Key}-and-{to.Key}",
            Pair = $"{from.Key} {to.Key}",
            Status = status,
            Message = "Shall we?",
            Purpose = "Starting well",
            WorkingDays = 5,
            Boundaries = "Nothing leaves the room.",
            ProposedAt = Then,
            AnswerBy = Then.AddYears(1),
            AnsweredAt = status == FriendshipStatus.Proposed ? null : Then,
            ClosedAt = status is FriendshipStatus.Proposed or FriendshipStatus.Accepted ? null : Then.AddYears(-1),
            DeclineReason = "No time.",
            NextCheckIn = new DateOnly(2027, 10, 1),
            Score = 0.5,
            Match = """{"Parts":[{"Name":"profile","Value":0.5}],"Reasons":[{"Kind":"SimilarWork","Text":"You do similar work."}]}""",
        };
        friendship.CheckIns.Add(new CheckIn { Key = "check-in", Team = from, Met = Met.Yes, Helped = 4, Note = "A good talk.", NoteFor = NoteFor.Leads, At = Then });
        return friendship;
    }

    /// <summary>How to reach the first of two friends, once all are saved.</summary>
    public static void Reach(EquityDbContext db)
    {
        foreach (var friendship in db.Friendships.IgnoreQueryFilters())
            db.Add(new FriendContact { FriendshipId = friendship.Id, TeamId = friendship.FromId, PersonId = db.People.First(person => person.Subject == "member").Id, How = "Ask at the desk" });
    }

    /// <summary>Changes the pause that each team is past, once all are saved.</summary>
    public static void Pause(EquityDbContext db)
    {
        foreach (var team in db.Teams)
            team.PausedUntil = new DateOnly(2026, 10, 3);
    }

    /// <summary>Deletes a whole team, and one thing of each kind of every other team.</summary>
    public static void Delete(EquityDbContext db)
    {
        db.RemoveRange(db.Teams.Where(team => team.Key == "home-deleted"));
        db.RemoveRange(db.Inequities.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Learning.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Asks.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Offers.Where(row => row.Key == "deleted"));
    }

    /// <summary>A team with all that a team can have; the member sits on those called home.</summary>
    public static Team Team(string key, Programme programme, Person member, DateTime? publishedAt)
    {
        var word = publishedAt is null ? $" {DraftWord}" : "";
        var team = new Team
        {
            Key = key,
            Name = $"Bus fare group {key}",
            Service = "Outpatients",
            Locality = "Quayside",
            Programme = programme,
            Phase = 2,
            Stage = Stage.Designing,
            Organisation = new Organisation { Key = $"org-{key}", Name = $"Trust of {key}" },
            ProgressScore = ProgressScore,
            CoachScore = CoachScore,
            Involvement = Involvement.BigI,
            CoProduction = CoProductionRung.CoDesign,
            CoProductionPlan = "A service user joins by June.",
            Aim = $"Fewer missed appointments in the poorest streets{word}.",
            Summary = $"We pay the bus fare{word} and ring two days ahead.",
            PausedUntil = new DateOnly(2026, 10, 2),
            PublishedAt = publishedAt,
            CreatedAt = Then,
        };
        AddMembers(team, member);
        foreach (var (child, mark) in new[] { ("kept", word), ("deleted", $" {DeletedWord}") })
            AddChildren(team, child, mark);
        return team;
    }

    private static void AddMembers(Team team, Person member)
    {
        foreach (var nameFor in Enum.GetValues<NameFor>())
            team.Members.Add(new TeamMember { Key = $"for-{nameFor}", Role = TeamRole.Carer, Name = $"Somebody for {nameFor}", NameFor = nameFor });
        // Another person who signs in, so that the member may leave.
        team.Members.Add(new TeamMember { Key = "colleague", Role = TeamRole.Clinician, Name = "Somebody for Nobody", Person = new Person { Issuer = "elsewhere", Subject = team.Key, CreatedAt = Then } });
        if (team.Key.StartsWith("home", StringComparison.Ordinal))
            team.Members.Add(new TeamMember { Key = "oneself", Role = TeamRole.ServiceUser, Name = "The member", Person = member });
    }

    private static void AddChildren(Team team, string key, string mark)
    {
        var inequity = new Inequity
        {
            Key = key,
            Title = $"The poorest miss twice as many appointments{mark}",
            Dimension = InequityDimension.Deprivation,
            Population = $"Adults of the most deprived fifth{mark}",
            Kind = InequityKind.Access,
            Core20Plus5 = [Core20Plus5.Core20],
            Evidence = $"Our own count{mark}.",
            CreatedAt = Then,
        };
        team.Inequities.Add(inequity);
        team.Learning.Add(new SharedLearning { Key = key, Kind = LearningKind.Worked, Title = $"Ringing two days ahead{mark}", Body = $"A person who asks what gets in the way{mark} brings people in.", Inequity = inequity, SharedAt = Then });
        team.Asks.Add(new Ask { Key = key, Text = $"Who has bus tickets to give away at reception, {AskWord}{mark}?", CreatedAt = Then });
        team.Offers.Add(new Offer { Key = key, Text = $"We have bus tickets to give away at reception, {OfferWord}{mark}.", CreatedAt = Then });
    }

    private static Programme Programme(string key) => new()
    {
        Key = key,
        Name = $"Programme {key}",
        SharedAim = "No gap by 2028.",
        Phases = { new ProgrammePhase { Number = 1, Name = "First", SharedAim = "Start." } },
    };
}
