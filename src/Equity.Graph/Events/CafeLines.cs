using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>The world café in use, within the line of its event. Its key and those of its rounds are made anew where it comes in.</summary>
internal static class CafeLines
{
    /// <summary>How good the plan was found to be, in whole numbers.</summary>
    private static (string Field, Func<WorldCafe, int> Read, Action<WorldCafe, int> Set)[] Figures { get; } =
    [
        ("meetings", cafe => cafe.Meetings, (cafe, figure) => cafe.Meetings = figure),
        ("repeatedMeetings", cafe => cafe.RepeatedMeetings, (cafe, figure) => cafe.RepeatedMeetings = figure),
        ("unavoidableRepeats", cafe => cafe.UnavoidableRepeats, (cafe, figure) => cafe.UnavoidableRepeats = figure),
        ("newMeetings", cafe => cafe.NewMeetings, (cafe, figure) => cafe.NewMeetings = figure),
        ("staysAtATable", cafe => cafe.StaysAtATable, (cafe, figure) => cafe.StaysAtATable = figure),
        ("tablesWithoutAStepAhead", cafe => cafe.TablesWithoutAStepAhead, (cafe, figure) => cafe.TablesWithoutAStepAhead = figure),
        ("tablesOfOneDimension", cafe => cafe.TablesOfOneDimension, (cafe, figure) => cafe.TablesOfOneDimension = figure),
        ("teamsMoved", cafe => cafe.TeamsMoved, (cafe, figure) => cafe.TeamsMoved = figure),
        ("seatsMoved", cafe => cafe.SeatsMoved, (cafe, figure) => cafe.SeatsMoved = figure),
    ];

    /// <summary>The same, in sums of scores.</summary>
    private static (string Field, Func<WorldCafe, double> Read, Action<WorldCafe, double> Set)[] Scores { get; } =
    [
        ("totalScore", cafe => cafe.TotalScore, (cafe, score) => cafe.TotalScore = score),
        ("upperBound", cafe => cafe.UpperBound, (cafe, score) => cafe.UpperBound = score),
    ];

    public static readonly FieldNames Names = new(
        "a world café", ["leastAtATable", "mostAtATable", "seed", "plannedAt", .. Figures.Select(figure => figure.Field), .. Scores.Select(score => score.Field)], "rounds");

    private static readonly FieldNames RoundNames = new("a round", ["number", "question", "startsAt", "minutes", "startedAt"], "tables");
    private static readonly FieldNames TableNames = new("a table", ["number", "host"], "teams");
    private static readonly TextRule Question = EventRules.Question with { Field = "question" };
    private static readonly NumberRule Seed = new("seed", int.MinValue, int.MaxValue, 1);
    private static readonly NumberRule Number = EventRules.Rounds with { Field = "number" };
    private static readonly NumberRule Table = new("number", 1, EventRules.DefaultCapacity, 1);

    /// <summary>The keys that cafés and rounds have.</summary>
    public static Task<HashSet<string>> KeysAsync(EquityDbContext db, CancellationToken cancel) =>
        db.WorldCafes.IgnoreQueryFilters().Select(cafe => cafe.Key).Concat(db.CafeRounds.IgnoreQueryFilters().Select(round => round.Key)).ToHashSetAsync(cancel);

    public static void Write(WorldCafe cafe, LineWriter lines)
    {
        lines.Number("leastAtATable", cafe.LeastAtATable);
        lines.Number("mostAtATable", cafe.MostAtATable);
        lines.Number("seed", cafe.Seed);
        lines.Instant("plannedAt", cafe.PlannedAt);
        foreach (var (field, read, _) in Figures)
            lines.Number(field, read(cafe));
        foreach (var (field, read, _) in Scores)
            lines.Number(field, read(cafe));
        lines.List("rounds", cafe.Rounds.OrderBy(round => round.Number), round =>
        {
            lines.Number("number", round.Number);
            lines.Text("question", round.Question);
            lines.Instant("startsAt", round.StartsAt);
            lines.Number("minutes", round.Minutes);
            lines.Instant("startedAt", round.StartedAt);
            lines.List("tables", round.Seats.GroupBy(seat => seat.Table).OrderBy(table => table.Key), table =>
            {
                lines.Number("number", table.Key);
                lines.Text("host", table.FirstOrDefault(seat => seat.Hosts)?.Team!.Key);
                lines.Texts("teams", table.Select(seat => seat.Team!.Key).Order(StringComparer.Ordinal));
            });
        });
    }

    public static void Merge(Fields fields, Event gathering, LineMerge merge, HashSet<string> keys)
    {
        if (gathering.Cafes.Find(known => known.Status != CafeStatus.Planned) is not { } cafe)
        {
            cafe = new WorldCafe
            {
                Key = Key.Free(Key.From($"{gathering.Key} cafe"), keys),
                LeastAtATable = EventRules.DefaultLeast,
                MostAtATable = EventRules.DefaultMost,
                Seed = EventRules.DefaultSeed,
                PlannedAt = merge.Run.Now,
            };
            merge.Run.Later(() => gathering.Cafes.Add(cafe));
        }
        fields.Number(EventRules.LeastAtATable, least => cafe.LeastAtATable = (int?)least ?? EventRules.DefaultLeast);
        fields.Number(EventRules.MostAtATable, most => cafe.MostAtATable = (int?)most ?? EventRules.DefaultMost);
        fields.Number(Seed, seed => cafe.Seed = (int?)seed ?? EventRules.DefaultSeed);
        fields.Instant("plannedAt", at => cafe.PlannedAt = at);
        foreach (var (field, _, set) in Figures)
            fields.Number(new(field, 0, int.MaxValue, 1), figure => set(cafe, (int?)figure ?? 0));
        foreach (var (field, _, set) in Scores)
            fields.Number(new(field, int.MinValue, int.MaxValue, 0), score => set(cafe, score ?? 0));
        foreach (var round in fields.Objects("rounds") ?? [])
            MergeRound(new Fields(round, RoundNames, merge.Run.Problems), cafe, merge, keys);
        var rounds = cafe.Rounds.OrderBy(round => round.Number).ToList();
        if (rounds.Count == 0 || rounds.Index().Any(each => each.Item.Number != each.Index + 1))
            fields.Problem("rounds", "must be numbered 1, 2, 3 and so on, each number once");
        else if (rounds.SkipWhile(round => round.StartedAt is not null).Any(round => round.StartedAt is not null))
            fields.Problem("rounds", "must begin one after another: give startedAt to no round after one that has none");
        else
            (cafe.Status, cafe.OverAt) = (rounds[0].StartedAt is null ? CafeStatus.Published : CafeStatus.Running, rounds[^1] is { StartedAt: { } last } round ? last.AddMinutes(round.Minutes) : null);
    }

    private static void MergeRound(Fields fields, WorldCafe cafe, LineMerge merge, HashSet<string> keys)
    {
        var number = 0;
        fields.Number(Number, given => number = (int)given!, required: true);
        if (number == 0)
            return;
        if (cafe.Rounds.Find(known => known.Number == number) is not { } round)
            cafe.Rounds.Add(round = new CafeRound { Key = Key.Free(Key.From($"{cafe.Key} round {number}"), keys), Number = number, Question = "", Minutes = EventRules.DefaultMinutes });
        fields.Text(Question, question => round.Question = question!);
        fields.Instant("startsAt", at => round.StartsAt = at);
        if (round.StartsAt == default)
            fields.Problem("startsAt", "is required");
        fields.Number(EventRules.Minutes, minutes => round.Minutes = (int?)minutes ?? EventRules.DefaultMinutes);
        fields.OptionalInstant("startedAt", at => round.StartedAt = at);
        if (fields.Objects("tables") is { } tables)
            Seat(fields, [.. tables.Select(table => new Fields(table, TableNames, merge.Run.Problems))], round, merge);
    }

    /// <summary>Seats teams as the tables say. Who sits at none has no seat, but teams that were deleted and may be restored.</summary>
    private static void Seat(Fields fields, List<Fields> tables, CafeRound round, LineMerge merge)
    {
        var seated = new HashSet<Team>();
        foreach (var table in tables)
        {
            var number = 0;
            table.Number(Table, given => number = (int)given!, required: true);
            var host = merge.Team(table, "host", required: false);
            var teams = merge.Teams(table, "teams");
            if (host is not null && !teams.Contains(host))
                table.Problem("host", $"is {Written.Quoted(host.Key)}, which is none of the teams at the table");
            foreach (var team in teams)
            {
                if (!seated.Add(team))
                    table.Problem("teams", $"seats {Written.Quoted(team.Key)} a second time in the round");
                if (round.Seats.Find(known => known.Team == team) is not { } seat)
                    round.Seats.Add(seat = new CafeSeat { Team = team });
                (seat.Table, seat.Hosts) = (number, team == host);
            }
        }
        if (seated.Count > EventRules.DefaultCapacity)
            fields.Problem("tables", $"seat {seated.Count} teams; at most {EventRules.DefaultCapacity} are allowed");
        round.Seats.RemoveAll(seat => seat.Team!.DeletedAt is null && !seated.Contains(seat.Team));
    }
}
