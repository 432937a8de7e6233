using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>From the rows of a café to what the planner works with, and back.</summary>
internal static class CafeSeating
{
    /// <summary>A round's tables as the planner knows them.</summary>
    public static IReadOnlyList<SeatedTable> Tables(this CafeRound round) =>
        [.. from table in round.Seats.GroupBy(seat => seat.Table)
            orderby table.Key
            // A host that was deleted for good is nowhere: somebody else at the table stands for it.
            let host = table.OrderByDescending(seat => seat.Hosts).ThenBy(seat => seat.TeamId).First().TeamId
            select new SeatedTable(table.Key, host, [.. table.Select(seat => seat.TeamId).Order()])];

    /// <summary>The seats of a round's tables.</summary>
    public static IEnumerable<CafeSeat> Seats(IEnumerable<SeatedTable> tables) =>
        tables.SelectMany(table => table.Teams, (table, team) => new CafeSeat { Table = table.Number, TeamId = team, Hosts = team == table.Host });

    /// <summary>Rounds as the planner knows them, to be compared: how good they are is not asked.</summary>
    public static SeatingPlan Plan(IEnumerable<CafeRound> rounds) => new([.. rounds.OrderBy(round => round.Number).Select(Tables)], new SeatingFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    /// <summary>Takes over how good a plan is.</summary>
    public static void Take(this WorldCafe cafe, SeatingFigures figures)
    {
        (cafe.Meetings, cafe.RepeatedMeetings, cafe.UnavoidableRepeats, cafe.NewMeetings) = (figures.Meetings, figures.RepeatedMeetings, figures.UnavoidableRepeats, figures.NewMeetings);
        (cafe.StaysAtATable, cafe.TablesWithoutAStepAhead, cafe.TablesOfOneDimension) = (figures.StaysAtATable, figures.TablesWithoutAStepAhead, figures.TablesOfOneDimension);
        (cafe.TotalScore, cafe.UpperBound, cafe.TeamsMoved, cafe.SeatsMoved) = (figures.TotalScore, figures.UpperBound, figures.TeamsMoved, figures.SeatsMoved);
    }

    /// <summary>Cafés with all their seats.</summary>
    public static IQueryable<WorldCafe> WithSeats(this IQueryable<WorldCafe> cafes) => cafes
        .Include(cafe => cafe.Event).Include(cafe => cafe.Rounds.OrderBy(round => round.Number)).ThenInclude(round => round.Seats.OrderBy(seat => seat.Id)).ThenInclude(seat => seat.Team).AsSplitQuery();
}
