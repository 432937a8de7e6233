using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Release;
using Equity.Graph.Notifications;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Posters;
using Equity.Graph.Programmes;
using Equity.Graph.Resources;
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
        Gather(db);
        Spread(db);
        Hear(db);
    }

    /// <summary>Of each programme an event that is published, with a world café and a plan for another, one that is a draft, and one that is deleted. A team of the programme has joined, and another waits.</summary>
    private static void Gather(EquityDbContext db)
    {
        var teams = db.ChangeTracker.Entries<Team>().Select(entry => entry.Entity).ToDictionary(team => team.Key);
        foreach (var place in new[] { Role.Programme, Role.OtherProgramme })
        {
            var gathering = Event(place, teams[place].Programme!, Then, teams[place], teams[place == Role.Programme ? Role.OtherProgramme : Role.Programme], teams["home"]);
            db.Add(gathering);
            teams[place].Posters.ForEach(poster => poster.Event = gathering);
            teams[place].Resources.ForEach(resource => resource.Event = gathering);
            db.Add(Event($"{place}-draft", teams[place].Programme!, null, teams[place], teams["near"], teams["home"]));
            db.Add(Event($"{place}-deleted", teams[place].Programme!, Then, teams[place], teams["near"], teams["home"]));
        }
    }

    /// <summary>At each event questions to the panel, one that stands for another and one without a name; what teams heard at those that are published, some of it merged and published.</summary>
    private static void Hear(EquityDbContext db)
    {
        foreach (var gathering in db.ChangeTracker.Entries<Event>().Select(entry => entry.Entity).ToList())
        {
            var team = gathering.Attendance[0].Team!;
            Ask(db, gathering, team);
            if (gathering.Key.Contains('-', StringComparison.Ordinal))
                continue;
            team.Learning[0].HeardAtEvent = gathering;
            Note(db, gathering, team.Key == "near" ? db.ChangeTracker.Entries<Team>().Single(entry => entry.Entity.Key == "home").Entity : team, team);
        }
    }

    /// <summary>Questions to a panel: one in the name of a team, with an answer, a vote and another that it stands for; and one without a name.</summary>
    public static (PanelQuestion Named, PanelQuestion Unnamed) Ask(EquityDbContext db, Event gathering, Team team)
    {
        var (named, unnamed) = (Question("named", team), Question("unnamed", null));
        db.AddRange(named, unnamed);
        var merged = Question("merged", team);
        merged.MergedInto = named;
        db.Add(merged);
        db.Add(new PanelAnswer { Question = named, Key = "answer", Text = "We do.", ByRole = TeamRole.Sponsor, Team = team, Lasts = true, Learning = team.Learning[0], At = Then });
        return (named, unnamed);

        PanelQuestion Question(string key, Team? asks) => new() { Event = gathering, Key = $"{gathering.Key}-{key}", Text = "Who pays the bus fare?", AskedBy = asks, Votes = 1, AskedAt = Then };
    }

    /// <summary>What was heard at a table: two drafts that tell the same, one that is merged into the first, and one that is published.</summary>
    public static IReadOnlyList<HarvestNote> Note(EquityDbContext db, Event gathering, Team writes, Team from)
    {
        var notes = new[] { "first", "second", "merged", "published" }.Select(key => new HarvestNote
        {
            Event = gathering,
            Key = $"{gathering.Key}-{key}",
            Round = 1,
            Table = 1,
            Text = "They pay the bus fare in advance.",
            WrittenBy = writes,
            From = from,
            WrittenAt = Then,
        }).ToList();
        notes[2].MergedInto = notes[0];
        (notes[3].Learning, notes[3].PublishedAt) = (from.Learning[0], Then);
        db.AddRange(notes);
        return notes;
    }

    /// <summary>An event with all that one can have.</summary>
    public static Event Event(string key, Programme programme, DateTime? publishedAt, Team comes, Team waits, Team? also = null)
    {
        var gathering = new Event
        {
            Key = key,
            Name = $"World café {key}",
            Programme = programme,
            Description = "Bring a story.",
            StartsAt = Then.AddMonths(2),
            EndsAt = Then.AddMonths(2).AddHours(3),
            Place = "Quayside hall",
            Capacity = 2,
            PublishedAt = publishedAt,
            CancelledAt = key.Contains('-', StringComparison.Ordinal) ? Then : null,
            CreatedAt = Then,
        };
        gathering.Attendance.Add(new Attendance { Key = $"{comes.Key}-at-{key}", Team = comes, JoinedAt = Then });
        if (waits != comes)
            gathering.Attendance.Add(new Attendance { Key = $"{waits.Key}-at-{key}", Team = waits, JoinedAt = Then, Waits = true });
        gathering.Cafes.Add(Cafe($"{key}-cafe", CafeStatus.Running, comes, also));
        gathering.Cafes.Add(Cafe($"{key}-cafe-2", CafeStatus.Planned, comes, also));
        return gathering;
    }

    /// <summary>A world café of one table and one round.</summary>
    private static WorldCafe Cafe(string key, CafeStatus status, Team host, Team? guest)
    {
        var cafe = new WorldCafe { Key = key, Status = status, LeastAtATable = 4, MostAtATable = 6, Seed = 1, TotalScore = 0.5, UpperBound = 0.75, PlannedAt = Then };
        var round = new CafeRound { Key = $"{key}-round-1", Number = 1, Question = "What did you try?", StartsAt = Then.AddMonths(2), Minutes = 20, StartedAt = status == CafeStatus.Planned ? null : Then };
        round.Seats.AddRange(new[] { host, guest }.OfType<Team>().Select(team => new CafeSeat { Team = team, Table = status == CafeStatus.Planned ? 2 : 1, Hosts = team == host }));
        cafe.Rounds.Add(round);
        return cafe;
    }

    /// <summary>Each team tries what another one has learnt and, but for home, has learnt from it in turn; each has an idea that it has from home.</summary>
    private static void Spread(EquityDbContext db)
    {
        var teams = db.ChangeTracker.Entries<Team>().Select(entry => entry.Entity).ToList();
        var kept = teams.ToDictionary(team => team.Key, team => team.Learning[0]);
        foreach (var team in teams)
        {
            db.Add(Adoption(team, "kept", kept[team.Key == "home" ? "near" : "home"], team.Key == "home" ? null : team.Learning[0]));
            db.Add(Adoption(team, "deleted", kept[team.Key == "far" ? "near" : "far"], null));
            var (idea, measure) = (Idea(team, "kept", kept["home"]), Measure(team, "kept", team.Inequities[0]));
            idea.Measures.Add(new IdeaMeasure { Measure = measure });
            db.AddRange(idea, Idea(team, "deleted", null), measure);
            db.AddRange(Released(measure));
            db.Add(Measure(team, "deleted", null));
            db.AddRange(Wards(team, "by-fifth", ordered: true), Wards(team, "by-ward", ordered: false));
        }
    }

    /// <summary>That a team tries something, with all that can be said of it.</summary>
    public static Adoption Adoption(Team team, string key, SharedLearning learning, SharedLearning? ledTo) =>
        new() { Team = team, Key = key, Learning = learning, LedTo = ledTo, Note = "On Mondays only.", Outcome = AdoptionOutcome.Adapted, WhatHappened = "More came.", AdoptedAt = Then };

    /// <summary>A change idea with all that one can have.</summary>
    public static ChangeIdea Idea(Team team, string key, SharedLearning? from)
    {
        var idea = new ChangeIdea { Team = team, Key = key, Title = "A bus ticket with each letter", Description = "The fare keeps people away.", From = from, CreatedAt = Then };
        idea.Cycles.Add(new PdsaCycle { Team = team, Key = $"{key}-cycle-1", Number = 1, Plan = "Ten letters.", Do = "Nine were sent.", Study = "Six came.", Act = "Send more.", Decision = AdoptionOutcome.Adopted, StartedOn = new DateOnly(2026, 9, 1) });
        return idea;
    }

    /// <summary>A measure of things, whose groups draw together over time.</summary>
    public static Measure Wards(Team team, string key, bool ordered)
    {
        var measure = new Measure { Team = team, Key = key, Name = "Leaflets", Kind = MeasureKind.Process, Unit = "leaflets in plain words", Better = Direction.Higher, CountsPeople = false, CreatedAt = Then, RecordedAt = Then };
        measure.Strata.AddRange(Enumerable.Range(1, 3).Select(place => new Stratum { Team = team, Key = $"ward-{place}", Name = $"Ward {place}", Dimension = InequityDimension.Deprivation, Order = ordered ? place : null }));
        measure.Points.AddRange(Months().SelectMany((month, i) => measure.Strata.Select((stratum, place) => new MeasurePoint { Stratum = stratum, Date = month, Numerator = 300 + (place - 1) * (200 - 10 * i), Denominator = 1_000 })));
        return measure;
    }

    /// <summary>What was released of a measure.</summary>
    public static IEnumerable<ReleasedPoint> Released(Measure measure) =>
        Months().SelectMany(month => measure.Strata.Append(null).Select(stratum => new ReleasedPoint { Measure = measure, Stratum = stratum, Date = month, Numerator = stratum?.Order == 1 ? null : month.Year == 2025 ? 10 : 25, Denominator = 35 }));

    private static IEnumerable<DateOnly> Months() => Enumerable.Range(0, 13).Select(month => new DateOnly(2025, 8, 1).AddMonths(month));

    /// <summary>A measure with all that one can have, some of it small.</summary>
    public static Measure Measure(Team team, string key, Inequity? about)
    {
        var measure = new Measure { Team = team, Key = key, Name = "Missed visits", Kind = MeasureKind.Outcome, Unit = "missed of booked", Better = Direction.Lower, CountsPeople = true, Inequity = about, CreatedAt = Then, RecordedAt = Then };
        measure.Strata.Add(new Stratum { Team = team, Key = "over-70", Name = "Over 70", Dimension = InequityDimension.Age, Order = 1 });
        measure.Strata.Add(new Stratum { Team = team, Key = "others", Name = "Others", Dimension = InequityDimension.Age, Order = 2 });
        measure.Points.AddRange(Months().SelectMany(month => measure.Strata.Select(stratum => new MeasurePoint { Stratum = stratum, Date = month, Numerator = month.Year == 2025 ? 3 : 9, Denominator = 37 })));
        return measure;
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

    /// <summary>How to reach the first of two friends, and thanks to a foreign team, once all are saved.</summary>
    public static void Reach(EquityDbContext db)
    {
        db.AddRange(db.Learning.Where(row => row.Team!.Key == "near").Select(row => row.Id).ToList().Select(row => new Thanks { LearningId = row, PersonId = db.People.First(person => person.Subject == "member").Id, At = Then }));
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
        db.RemoveRange(db.Adoptions.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.ChangeIdeas.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Measures.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Asks.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Offers.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Posters.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Resources.Where(row => row.Key == "deleted"));
        db.RemoveRange(db.Events.Where(row => row.Key.EndsWith("-deleted")));
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
        foreach (var (child, mark, shownAt) in new[] { ("kept", word, Then), ("deleted", $" {DeletedWord}", Then), ("draft", $" {DraftWord}", (DateTime?)null) })
            AddShown(team, child, mark, shownAt);
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
        team.Learning.Add(new SharedLearning { Key = key, Kind = LearningKind.Worked, Title = $"Ringing two days ahead{mark}", Body = $"A person who asks what gets in the way{mark} brings people in.", Inequity = inequity, SharedAt = Then, FeaturedAt = Then });
        team.Asks.Add(new Ask { Key = key, Text = $"Who has bus tickets to give away at reception, {AskWord}{mark}?", CreatedAt = Then, ClosedAt = Then });
        team.Offers.Add(new Offer { Key = key, Text = $"We have bus tickets to give away at reception, {OfferWord}{mark}.", CreatedAt = Then });
    }

    /// <summary>What a team shows, or works on to show; the picture and the PDF are of no more than a name.</summary>
    private static void AddShown(Team team, string key, string mark, DateTime? publishedAt)
    {
        var hash = new string('a', BlobHash.Length);
        team.Posters.Add(new Poster
        {
            Key = key,
            Title = $"Two days ahead{mark}",
            AltText = $"A bar chart{mark}.",
            Summary = $"We rang two days ahead{mark}.",
            Image = hash,
            ImageFormat = PictureFormat.Png,
            ImageWidth = 400,
            ImageHeight = 300,
            SmallThumbnail = hash,
            LargeThumbnail = hash,
            Pdf = hash,
            PublishedAt = publishedAt,
            CreatedAt = Then,
        });
        team.Resources.Add(new Resource { Key = key, Kind = publishedAt is null ? ResourceKind.Link : ResourceKind.Video, Title = $"A message{mark}", Url = "https://example.org/", Transcript = $"We rang{mark}.", HasCaptions = true, PublishedAt = publishedAt, CreatedAt = Then });
    }

    private static Programme Programme(string key) => new()
    {
        Key = key,
        Name = $"Programme {key}",
        SharedAim = "No gap by 2028.",
        Phases = { new ProgrammePhase { Number = 1, Name = "First", SharedAim = "Start." } },
    };
}
