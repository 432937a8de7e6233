using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Two teams that met for the first time.</summary>
/// <param name="A">One, by integer key; the lower.</param>
/// <param name="B">The other.</param>
/// <param name="Round">The round in which they sat at a table together.</param>
/// <param name="FriendsAt">When they became friends to call on, where they did in time.</param>
internal sealed record FirstMeeting(int A, int B, CafeRound Round, DateTime? FriendsAt);

/// <summary>Who met whom for the first time at an event's world café, in the rounds that took place.</summary>
/// <param name="Event">The event.</param>
/// <param name="All">Every pair that was neither friends before nor had met at an earlier event: those that became friends first, then by round.</param>
internal sealed record FirstMeetings(Event Event, IReadOnlyList<FirstMeeting> All)
{
    /// <summary>For how many days after an event a friendship counts as having come of it.</summary>
    public const int Days = 60;

    /// <summary>Those of some events. Whoever reads it, all count.</summary>
    public static async Task<Dictionary<int, FirstMeetings>> OfAsync(EquityDbContext db, IReadOnlyList<int> events, CancellationToken cancel)
    {
        var rounds = await db.CafeRounds.IgnoreQueryFilters().AsNoTracking().Include(round => round.Seats).Include(round => round.WorldCafe!.Event)
            .Where(round => round.StartedAt != null && events.Contains(round.WorldCafe!.EventId) && round.WorldCafe.Status != CafeStatus.Planned).OrderBy(round => round.Number).ToListAsync(cancel);
        var teams = rounds.SelectMany(round => round.Seats).Select(seat => seat.TeamId).ToHashSet();
        var met = await CafeMeetings.MetAsync(db, teams, cancel);
        var friends = await FriendsAsync(db, teams, cancel);
        return rounds.GroupBy(round => round.WorldCafe!.EventId).ToDictionary(own => own.Key, own => Of(own.First().WorldCafe!.Event!, own, met, friends));
    }

    private static FirstMeetings Of(Event gathering, IEnumerable<CafeRound> rounds, ILookup<(int A, int B), CafeMeeting> met, ILookup<(int A, int B), (DateTime From, DateTime? To)> friends)
    {
        var until = gathering.OverAt.AddDays(Days);
        var pairs = from round in rounds
                    from pair in CafeMeetings.In([round])
                    where !met[pair].Any(meeting => meeting.Event != gathering.Id && meeting.StartsAt < gathering.StartsAt)
                    where !friends[pair].Any(friendship => friendship.From <= gathering.StartsAt && (friendship.To ?? DateTime.MaxValue) > gathering.StartsAt)
                    group round by pair into first
                    let friendsAt = friends[first.Key].Select(friendship => (DateTime?)friendship.From).Where(at => at > gathering.StartsAt && at <= until).Min()
                    select new FirstMeeting(first.Key.A, first.Key.B, first.First(), friendsAt);
        return new(gathering, [.. pairs.OrderBy(pair => pair.FriendsAt is null).ThenBy(pair => pair.Round.Number).ThenBy(pair => pair.A).ThenBy(pair => pair.B)]);
    }

    private static async Task<ILookup<(int A, int B), (DateTime From, DateTime? To)>> FriendsAsync(EquityDbContext db, IReadOnlyCollection<int> teams, CancellationToken cancel)
    {
        var friendships = await db.Friendships.IgnoreQueryFilters()
            .Where(friendship => friendship.AnsweredAt != null && (friendship.Status == FriendshipStatus.Accepted || friendship.Status == FriendshipStatus.Ended) && teams.Contains(friendship.FromId) && teams.Contains(friendship.ToId))
            .Select(friendship => new { friendship.FromId, friendship.ToId, friendship.AnsweredAt, friendship.ClosedAt }).ToListAsync(cancel);
        return friendships.ToLookup(friendship => (Math.Min(friendship.FromId, friendship.ToId), Math.Max(friendship.FromId, friendship.ToId)), friendship => (friendship.AnsweredAt!.Value, friendship.ClosedAt));
    }
}

/// <summary>What came of an event's meetings, in the graph.</summary>
internal sealed class FirstMeetingsType : ObjectGraphType<FirstMeetings>
{
    public FirstMeetingsType()
    {
        Name = "FirstMeetings";
        Description = "Who met whom for the first time at an event's world café: pairs that were no friends to call on before and had not met at an earlier event.";
        Field<NonNullGraphType<IntGraphType>>("firstTime").Description("How many pairs met for the first time.").Resolve(context => context.Source.All.Count);
        Field<NonNullGraphType<IntGraphType>>("becameFriends").Description(FormattableString.Invariant($"How many of these became friends to call on within {FirstMeetings.Days} days."))
            .Resolve(context => context.Source.All.Count(pair => pair.FriendsAt is not null));
        Field<ListGraphType<NonNullGraphType<FirstMeetingType>>>("pairs").Description("The pairs: those that became friends first, then by round. For leads, coaches and administrators; null for others.")
            .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize)
            .Resolve(context =>
            {
                var first = PageArguments.First(context, PageArguments.DefaultSize);
                if (!context.Viewer().MayOrganise(context.Source.Event.ProgrammeId))
                    return null;
                var teams = context.Source.All.Select(pair => (pair, Teams: new[] { context.LoadOne<Team>(pair.A), context.LoadOne<Team>(pair.B) }.All())).ToList();
                return teams.Select(pair => pair.Teams.Then(both => (object?)(both is [Team a, Team b] ? new SeenMeeting(a, b, pair.pair) : null))).ToList().All()
                    .Then(all => all.OfType<SeenMeeting>().Take(first));
            });
    }
}

/// <summary>Two teams that met, which the viewer sees both.</summary>
internal sealed record SeenMeeting(Team A, Team B, FirstMeeting Meeting);

/// <summary>Two teams that met, in the graph.</summary>
internal sealed class FirstMeetingType : ObjectGraphType<SeenMeeting>
{
    public FirstMeetingType()
    {
        Name = "FirstMeeting";
        Description = "Two teams that met for the first time.";
        Field<NonNullGraphType<TeamType>>("a").Description("One.").Resolve(context => context.Source.A);
        Field<NonNullGraphType<TeamType>>("b").Description("The other.").Resolve(context => context.Source.B);
        Field<NonNullGraphType<IntGraphType>>("round").Description("The number of the round in which they first sat at a table together.").Resolve(context => context.Source.Meeting.Round.Number);
        Field<InstantType>("friendsAt").Description(FormattableString.Invariant($"When they became friends to call on; null when they did not within {FirstMeetings.Days} days.")).Resolve(context => context.Source.Meeting.FriendsAt);
    }
}

/// <summary>The field meetings of an event.</summary>
internal sealed class MeetingQueries : ITypeExtension<EventType>
{
    public void Extend(EventType type) => type.Field<NonNullGraphType<FirstMeetingsType>>("meetings").Description("Who met whom for the first time at its world café, and what came of it.").Costs(FirstMeetingsCost)
        .Resolve(context => context.Loader<int, FirstMeetings>("first meetings", FirstMeetings.OfAsync).Load(context.Source.Id).Then(found => found ?? new(context.Source, [])));

    /// <summary>All seats of an event are read.</summary>
    private const int FirstMeetingsCost = 20;
}
