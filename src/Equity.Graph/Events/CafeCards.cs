using System.Globalization;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL.Types;

namespace Equity.Graph.Events;

/// <summary>Where one team sits, to be printed.</summary>
/// <param name="Team">The team.</param>
/// <param name="Sittings">Its tables, round by round.</param>
internal sealed record TeamCard(Team Team, IReadOnlyList<Sitting> Sittings)
{
    /// <summary>The same as sentences, one a line; times are UTC.</summary>
    public string Text => string.Join('\n', Sittings.Select(sitting => string.Create(
        CultureInfo.InvariantCulture,
        $"Round {sitting.Round.Number}, {sitting.Round.StartsAt:HH:mm} UTC: {Where(sitting)}. {sitting.Round.Question}")));

    /// <summary>The cards of all teams, by name.</summary>
    public static IEnumerable<TeamCard> Of(IReadOnlyList<CafeRound> rounds) =>
        from round in rounds
        from sitting in round.Sittings()
        from team in sitting.Teams
        group sitting by team.Id into own
        let team = own.First().Teams.First(team => team.Id == own.Key)
        orderby team.Name, team.Id
        select new TeamCard(team, [.. own]);

    private string Where(Sitting sitting) => string.Create(
        CultureInfo.InvariantCulture, $"you {(sitting.Host.Id == Team.Id ? "host" : "sit at")} table {sitting.Number}{(sitting.Host.Id == Team.Id ? "" : $", hosted by “{sitting.Host.Name}”")}");
}

/// <summary>Who sits at one table, to be printed.</summary>
/// <param name="Number">The table's number.</param>
/// <param name="Sittings">Who sits there, round by round.</param>
internal sealed record TableCard(int Number, IReadOnlyList<Sitting> Sittings)
{
    /// <summary>The cards of all tables, by number.</summary>
    public static IEnumerable<TableCard> Of(IReadOnlyList<CafeRound> rounds) =>
        rounds.SelectMany(round => round.Sittings()).GroupBy(sitting => sitting.Number).OrderBy(table => table.Key).Select(table => new TableCard(table.Key, [.. table]));
}

/// <summary>A team's card in the graph.</summary>
internal sealed class TeamCardType : ObjectGraphType<TeamCard>
{
    public TeamCardType()
    {
        Description = "Where one team sits in each round, to be printed.";
        Field<NonNullGraphType<TeamType>>("team").Description("The team.").Resolve(context => context.Source.Team);
        Field(card => card.Text).Description("The same as sentences, one a line; times are UTC.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SittingType>>>>("sittings").Description("Its tables, round by round.").Holds(3).Resolve(context => context.Source.Sittings);
    }
}

/// <summary>A table's card in the graph.</summary>
internal sealed class TableCardType : ObjectGraphType<TableCard>
{
    public TableCardType()
    {
        Description = "Who sits at one table in each round, to be printed.";
        Field(card => card.Number).Description("The table's number.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SittingType>>>>("sittings").Description("Who sits there, round by round.").Holds(3).Resolve(context => context.Source.Sittings);
    }
}

/// <summary>A round at a table in the graph.</summary>
internal sealed class SittingType : ObjectGraphType<Sitting>
{
    public SittingType()
    {
        Name = "CafeSitting";
        Description = "A round at a table.";
        Field<NonNullGraphType<CafeRoundType>>("round").Description("The round.").Resolve(context => context.Source.Round);
        Field(sitting => sitting.Number).Description("The table's number.");
        Field<NonNullGraphType<CafeTableType>>("table").Description("The table, with who sits there in this round.").Resolve(context => context.Source);
    }
}

/// <summary>A seat that differs between two plans.</summary>
/// <param name="Team">Whose seat.</param>
/// <param name="Change">In which round, from where to where.</param>
internal sealed record MovedSeat(Team Team, SeatChange Change);

/// <summary>A seat that differs, in the graph.</summary>
internal sealed class SeatChangeType : ObjectGraphType<MovedSeat>
{
    public SeatChangeType()
    {
        Name = "SeatChange";
        Description = "A seat that differs between two plans.";
        Field<NonNullGraphType<TeamType>>("team").Description("Whose seat.").Resolve(context => context.Source.Team);
        Field<NonNullGraphType<IntGraphType>>("round").Description("The round's number.").Resolve(context => context.Source.Change.Round);
        Field<IntGraphType>("from").Description("The number of its table in this plan; null where it has none.").Resolve(context => context.Source.Change.From);
        Field<IntGraphType>("to").Description("The number of its table in the other plan; null where it has none.").Resolve(context => context.Source.Change.To);
    }
}
