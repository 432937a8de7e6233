namespace Equity.Matching;

/// <summary>
/// Who sits where in a world café. Hosts stay, the others move. What counts, in this order: where there was a plan, that few seats change; that few pairs meet
/// again, and few stay at a table; that few meet whom they know; that at each table somebody is a step ahead of somebody else; that no table is all about one
/// dimension; the total score.
/// </summary>
/// <param name="Rounds">Every round, those that are over included, with its tables by number.</param>
/// <param name="Figures">How good the plan is.</param>
public sealed record SeatingPlan(IReadOnlyList<IReadOnlyList<SeatedTable>> Rounds, SeatingFigures Figures)
{
    /// <summary>Where a team sits, round by round; rounds that it is not there for are missing.</summary>
    /// <param name="team">Its id.</param>
    public IReadOnlyList<Seat> SeatsOf(int team) =>
        [.. from round in Rounds.Index()
            from table in round.Item
            where table.Teams.Contains(team)
            select new Seat(round.Index + 1, table.Number, table.Host)];

    /// <summary>What would be different in another plan, by round, then by team.</summary>
    public IReadOnlyList<SeatChange> ChangesTo(SeatingPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. from round in Enumerable.Range(0, Math.Max(Rounds.Count, other.Rounds.Count))
                   let ours = TablesIn(Rounds, round)
                   let theirs = TablesIn(other.Rounds, round)
                   from team in ours.Keys.Union(theirs.Keys).Order()
                   let change = new SeatChange(team, round + 1, At(ours, team), At(theirs, team))
                   where change.From != change.To
                   select change];
    }

    private static int? At(Dictionary<int, int> tables, int team) => tables.TryGetValue(team, out var table) ? table : null;

    private static Dictionary<int, int> TablesIn(IReadOnlyList<IReadOnlyList<SeatedTable>> rounds, int round) =>
        round >= rounds.Count ? [] : rounds[round].SelectMany(table => table.Teams, (table, team) => (table, team)).ToDictionary(seat => seat.team, seat => seat.table.Number);
}

/// <summary>A table in one round.</summary>
/// <param name="Number">From 1. It is the same for as long as the table has the same host, and passes to who takes it over.</param>
/// <param name="Host">The id of the team that stays.</param>
/// <param name="Teams">The ids of all who sit there, the host included, in order.</param>
public sealed record SeatedTable(int Number, int Host, IReadOnlyList<int> Teams);

/// <summary>Where a team sits in one round.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Table">The table's number.</param>
/// <param name="Host">The id of the team that hosts it.</param>
public sealed record Seat(int Round, int Table, int Host);

/// <summary>A seat that differs between two plans.</summary>
/// <param name="Team">Whose seat.</param>
/// <param name="Round">From 1.</param>
/// <param name="From">The number of its table in the first plan; null where it has none.</param>
/// <param name="To">The same in the other.</param>
public sealed record SeatChange(int Team, int Round, int? From, int? To);

/// <summary>How good a plan is. Of all rounds, unless it says something else.</summary>
/// <param name="Meetings">How many pairs meet, each counted once.</param>
/// <param name="RepeatedMeetings">How many meetings there are beside these: a pair that meets three times counts two.</param>
/// <param name="UnavoidableRepeats">
/// No plan with these hosts, as many rounds, tables of the allowed size and the same past has fewer repeated meetings. There may be none that has so few.
/// </param>
/// <param name="NewMeetings">How many of the pairs that meet did not know each other.</param>
/// <param name="StaysAtATable">How often a team that does not host is at the same table as in the round before, in rounds to come.</param>
/// <param name="TablesWithoutAStepAhead">Tables in rounds to come where all are at the same stage.</param>
/// <param name="TablesOfOneDimension">Tables in rounds to come where all share a dimension.</param>
/// <param name="TotalScore">The sum of the scores of all pairs that meet, each counted once; a team that has left scores nothing.</param>
/// <param name="UpperBound">No such plan has a higher total, whatever else it neglects.</param>
/// <param name="TeamsMoved">How many teams have another seat than in the plan before, in any round to come. Those that come or go are not counted.</param>
/// <param name="SeatsMoved">How many seats these are.</param>
public sealed record SeatingFigures(
    int Meetings, int RepeatedMeetings, int UnavoidableRepeats, int NewMeetings, int StaysAtATable, int TablesWithoutAStepAhead, int TablesOfOneDimension,
    double TotalScore, double UpperBound, int TeamsMoved, int SeatsMoved);
