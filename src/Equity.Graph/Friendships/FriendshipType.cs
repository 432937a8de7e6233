using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Friendships;

/// <summary>A friendship in the graph. Everybody in the community sees that two teams are friends; what is between them they share with leads and coaches in part.</summary>
internal sealed class FriendshipType : ObjectGraphType<Friendship>
{
    public FriendshipType(IEnumerable<ITypeExtension<FriendshipType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("from").Description("The team that proposed it.").Resolve(context => context.LoadOne<Team>(context.Source.FromId));
        Field<NonNullGraphType<TeamType>>("to").Description("The team that was asked.").Resolve(context => context.LoadOne<Team>(context.Source.ToId));
        Field(f => f.Status);
        Field<StringGraphType>("message").Description("What the proposer wrote. For the two teams.").Resolve(context => context.OfTheTwo(f => f.Message));
        Field<StringGraphType>("purpose").Description("What it is for. For the two teams.").Resolve(context => context.OfTheTwo(f => f.Purpose));
        Field<ResponsePromiseType>("responsePromise").Description("How soon the two answer each other. For the two teams, leads and coaches.")
            .Resolve(context => context.OfLeads(f => f.WorkingDays is { } days ? new ResponsePromise(days) : null));
        Field<StringGraphType>("boundaries").Description("What stays between the two teams, and what they do not ask of each other. For the two teams.").Resolve(context => context.OfTheTwo(f => f.Boundaries));
        Field<ListGraphType<NonNullGraphType<ContactType>>>("contacts").Description("How to reach the two teams. For the two alone; deleted when it is over.").Holds(2)
            .Resolve(context => context.Viewer().IsOfEither(context.Source) ? context.LoadMany<FriendContact>(contact => contact.FriendshipId, context.Source.Id) : null);
        Field(f => f.ProposedAt);
        Field<InstantType>("answeredAt").Description("When the other team said yes or no. For the two teams, leads and coaches.").Resolve(context => context.OfLeads(f => f.AnsweredAt));
        Field(f => f.AnswerBy);
        Field<InstantType>("closedAt").Description("When it was over: declined, withdrawn, expired or ended; null while it is open. For the two teams, leads and coaches.").Resolve(context => context.OfLeads(f => f.ClosedAt));
        Field<StringGraphType>("declineReason").Description("Why the other team said no. For that team alone.").Resolve(context => context.Viewer().MaySeeReason(context.Source) ? context.Source.DeclineReason : null);
        Field<DayType>("nextCheckIn").Description("The day on which both are asked whether they met. For the two teams, leads and coaches.").Resolve(context => context.OfLeads(f => f.NextCheckIn));
        Field<ListGraphType<NonNullGraphType<CheckInType>>>("checkIns").Description("What the two said when they were asked whether they met, oldest first. For the two teams, leads and coaches; null for others.").Holds(3)
            .Resolve(context => context.Led().Then(led => led ? context.LoadMany<CheckIn>(checkIn => checkIn.FriendshipId, context.Source.Id) : null));
        Field(f => f.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>How soon two friends answer each other.</summary>
/// <param name="WorkingDays">Within how many working days.</param>
internal sealed record ResponsePromise(int WorkingDays);

/// <summary>A promise in the graph.</summary>
internal sealed class ResponsePromiseType : ObjectGraphType<ResponsePromise>
{
    public ResponsePromiseType()
    {
        Description = "How soon two friends answer each other.";
        Field(promise => promise.WorkingDays).Description("Within how many working days.");
    }
}

/// <summary>How a friend can be reached, in the graph.</summary>
internal sealed class ContactType : ObjectGraphType<FriendContact>
{
    public ContactType()
    {
        Name = "Contact";
        Description = "How one of two friends can be reached.";
        Field<NonNullGraphType<TeamType>>("team").Description("The team.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(contact => contact.How);
    }
}

/// <summary>A check-in in the graph.</summary>
internal sealed class CheckInType : ObjectGraphType<CheckIn>
{
    public CheckInType()
    {
        Description = "What one of two friends said when it was asked whether they met.";
        Field<NonNullGraphType<TeamType>>("team").Description("The team that says it.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(checkIn => checkIn.Met);
        Field(checkIn => checkIn.Helped, nullable: true);
        Field<StringGraphType>("note").Description("What the team wants to add: for itself and, if it said so, for leads and coaches.").Resolve(context => context.LoadOne<Friendship>(context.Source.FriendshipId)
            .Then(friendship => friendship is not null && context.Viewer().MaySeeNote(context.Source, friendship) ? context.Source.Note : null));
        Field(checkIn => checkIn.At);
    }
}

/// <summary>What friendships can be filtered and ordered by: what everybody reads who sees them.</summary>
internal sealed class FriendshipListing : Listing<Friendship>
{
    public static readonly FriendshipListing Instance = new();

    private FriendshipListing() : base(nameof(Friendship), "Friendships", typeof(FriendshipType))
    {
        Enum(f => f.Status);
        Instant(f => f.ProposedAt);
        Instant(f => f.AnswerBy);
        One(f => f.From, () => TeamListing.Instance);
        One(f => f.To, () => TeamListing.Instance);
        UsuallyBy("proposedAt", SortDirection.Desc);
    }
}

/// <summary>A team's friendships and its places for them.</summary>
internal sealed class FriendshipQueries : ITypeExtension<TeamType>
{
    public void Extend(TeamType type)
    {
        type.AddList<Team, Friendship>(
            "friendships", "Its friends to call on, newest proposal first unless ordered otherwise. For the two teams and for leads and coaches of their programmes also what was proposed, and what is over.",
            FriendshipListing.Instance, friendship => friendship.FromId, friendship => friendship.ToId);
        type.Field<NonNullGraphType<IntGraphType>>("openPlaces").Description("How many more teams it can be a friend to call on for now: its friends and its own proposals hold a place each.")
            .Resolve(context => context.Loader<int, int>("places held", async (db, teams, cancel) => await Places.HeldAsync(db, teams, cancel))
                .Load(context.Source.Id).Then(held => Places.Open(context.Source.FriendCapacity, held)));
    }
}
