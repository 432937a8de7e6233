using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Types;

namespace Equity.Graph.Events;

/// <summary>A world café in the graph. Other features add what is heard there.</summary>
internal sealed class WorldCafeType : ObjectGraphType<WorldCafe>
{
    public WorldCafeType(TimeProvider time, IEnumerable<ITypeExtension<WorldCafeType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<EventType>>("event").Description("The event.").Resolve(context => context.LoadOne<Event>(context.Source.EventId));
        Field<NonNullGraphType<EnumType<CafeStatus>>>("status").Description("How far it has come.").Resolve(context => context.Source.StatusAt(time.GetUtcNow().UtcDateTime));
        Field<NonNullGraphType<IntGraphType>>("tables").Description("How many tables there are.").Resolve(context => context.Seating().Then(rounds => rounds.Select(round => round.Sittings().Count).DefaultIfEmpty().Max()));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CafeRoundType>>>>("rounds").Description("Its rounds, in order.").Holds(3).Resolve(context => context.Seating());
        Field(c => c.LeastAtATable);
        Field(c => c.MostAtATable);
        Field(c => c.Seed);
        Field(c => c.Meetings);
        Field(c => c.RepeatedMeetings);
        Field(c => c.UnavoidableRepeats);
        Field(c => c.NewMeetings);
        Field(c => c.StaysAtATable);
        Field(c => c.TablesWithoutAStepAhead);
        Field(c => c.TablesOfOneDimension);
        Field<FloatGraphType>("totalScore").Description("The sum of the scores of all pairs that meet, as planned. For leads, coaches and administrators.").Resolve(context => context.OfOrganisers<double?>(cafe => cafe.TotalScore));
        Field<FloatGraphType>("upperBound").Description("No such plan has a higher total score, whatever else it neglects. For leads, coaches and administrators.").Resolve(context => context.OfOrganisers<double?>(cafe => cafe.UpperBound));
        Field(c => c.TeamsMoved);
        Field(c => c.SeatsMoved);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamCardType>>>>("teamCards").Description("Where each team sits in each round, to be printed.").Holds(20)
            .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("teams", "Only of the teams with these ids.")
            .Resolve(context =>
            {
                var teams = context.GetArgument<List<string>?>("teams")?.Select(NodeId.Find).ToHashSet();
                return context.Seating().Then(rounds => TeamCard.Of(rounds).Where(card => teams is null || teams.Contains((nameof(Team), card.Team.Id))));
            });
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TableCardType>>>>("tableCards").Description("Who sits at each table in each round, to be printed.").Holds(5)
            .Resolve(context => context.Seating().Then(TableCard.Of));
        Field<ListGraphType<NonNullGraphType<SeatChangeType>>>("changesTo").Description($"What is different in another plan, by round, then by team, at most {PageArguments.MaxSize}; null when you cannot see the other one.")
            .Argument<NonNullGraphType<IdGraphType>>("other", "The other plan's id.")
            .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.MaxSize)
            .Resolve(context => context.ChangesTo(NodeId.Find(context.GetArgument<string>("other")) is (nameof(WorldCafe), var id) ? id : null, PageArguments.First(context, PageArguments.MaxSize)));
        Field(c => c.PlannedAt);
        Field(c => c.UpdatedAt);
        Field(c => c.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A round of a world café in the graph. Other features add what is heard there.</summary>
internal sealed class CafeRoundType : ObjectGraphType<CafeRound>
{
    public CafeRoundType(IEnumerable<ITypeExtension<CafeRoundType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<WorldCafeType>>("cafe").Description("The world café.").Resolve(context => context.LoadOne<WorldCafe>(context.Source.WorldCafeId));
        Field(r => r.Number);
        Field(r => r.Question);
        Field(r => r.StartsAt);
        Field(r => r.Minutes);
        Field(r => r.StartedAt, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CafeTableType>>>>("tables").Description("Who sits where, by the tables' numbers.").Holds(5).Resolve(context => context.Tables());
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A table in one round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Number">The table's number, from 1.</param>
/// <param name="Host">The team that stays when the others move.</param>
/// <param name="Teams">All who sit there, the host included.</param>
internal sealed record Sitting(CafeRound Round, int Number, Team Host, IReadOnlyList<Team> Teams);

/// <summary>A table in the graph. Other features add what is heard there.</summary>
internal sealed class CafeTableType : ObjectGraphType<Sitting>
{
    public CafeTableType(IEnumerable<ITypeExtension<CafeTableType>> features)
    {
        Name = "CafeTable";
        Description = "A table of a world café in one round.";
        Field(sitting => sitting.Number).Description("The table's number, from 1: the same for as long as it has the same host.");
        Field<NonNullGraphType<TeamType>>("host").Description("The team that stays when the others move; where it cannot be seen any more, another one at the table.").Resolve(context => context.Source.Host);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("teams").Description("All who sit there, the host included.").Holds(5).Resolve(context => context.Source.Teams);
        foreach (var feature in features)
            feature.Extend(this);
    }
}
