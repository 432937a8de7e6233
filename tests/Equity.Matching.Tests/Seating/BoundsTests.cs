using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class BoundsTests
{
    [Theory]
    [InlineData(6, 2, 2)]
    [InlineData(6, 2, 3)]
    [InlineData(7, 2, 3)]
    [InlineData(8, 2, 2)]
    [InlineData(8, 2, 4)]
    [InlineData(9, 2, 3)]
    [InlineData(9, 3, 2)]
    [InlineData(9, 3, 3)]
    [InlineData(10, 2, 3)]
    [InlineData(10, 3, 3)]
    [InlineData(11, 3, 2)]
    [InlineData(12, 3, 2)]
    [InlineData(13, 4, 2)]
    public void Small_cafes_repeat_as_few_meetings_as_is_possible_at_all(int teams, int tables, int rounds)
    {
        // Hosts and tables are alike, so that the first round can be any.
        var order = MadeUpCafe.Plain(teams, rounds) with { Tables = tables };
        var first = WorldCafes.Plan(order with { Rounds = 1 }, MadeUpCafe.Score, MadeUpCafe.FewSteps).Rounds;
        var fewest = ObviousCafe.Best(new(order with { Past = first }, MadeUpCafe.Score)).Repeats;
        var figures = WorldCafes.Plan(order, MadeUpCafe.Score, 5_000).Figures;
        Assert.Equal(fewest, figures.RepeatedMeetings);
        Assert.InRange(figures.UnavoidableRepeats, 0, fewest);
    }

    [Property(MaxTest = 150)]
    public void No_seating_at_all_is_beyond_a_bound_or_moves_fewer(int seed)
    {
        var random = new Random(seed);
        var tables = 2 + random.Next(2);
        var order = MadeUpCafe.Plain(tables * 3 + random.Next(3), tables == 2 ? 1 + random.Next(2) : 1) with { Tables = tables };
        if (random.Next(2) == 0)
        {
            var past = WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps).Rounds;
            var present = WorldCafes.Plan(order with { Rounds = 1, Seed = 7 }, MadeUpCafe.Score, MadeUpCafe.FewSteps).Rounds;
            var gone = random.Next(1, 10);
            order = order with
            {
                Teams = [.. order.Teams.Where(team => team.Id != gone), new(50, 2, [])],
                Past = past,
                Rounds = past.Count + 1,
                Present = random.Next(2) == 0 ? present : [],
            };
        }
        var cafe = new Cafe(order, MadeUpCafe.Score);
        var (repeats, score, moved) = ObviousCafe.Best(cafe);
        var met = order.Past.SelectMany(round => round).SelectMany(table => ObviousCafe.Pairs(table.Teams)).ToList();
        var earned = ObviousCafe.Pairs([.. Enumerable.Range(0, cafe.Teams.Count)]).Select(pair => pair.A * cafe.Teams.Count + pair.B)
            .Where(pair => cafe.Met[pair] > 0).Sum(pair => (long)cafe.Scores[pair]);
        Assert.InRange(UnavoidableRepeats.Of(cafe), 0, met.Count - met.Distinct().Count() + repeats);
        Assert.InRange(earned + score, 0, ScoreBound.Of(cafe));
        Assert.Equal(moved, WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps).Figures.SeatsMoved);
    }

    [Fact]
    public void Nineteen_teams_repeat_six_meetings_at_four_tables_and_none_at_five()
    {
        var four = WorldCafes.Plan(MadeUpCafe.Plain(19, 3), MadeUpCafe.Score, 10_000).Figures;
        Assert.Equal((6, 6), (four.RepeatedMeetings, four.UnavoidableRepeats));
        var five = WorldCafes.Plan(MadeUpCafe.Plain(19, 3) with { Tables = 5 }, MadeUpCafe.Score, 10_000).Figures;
        Assert.Equal((0, 0), (five.RepeatedMeetings, five.UnavoidableRepeats));
    }

    /// <summary>The lines of the plane over the field of four: five rounds without a repeat, but nobody could host them all.</summary>
    [Fact]
    public void Sixteen_teams_meet_nobody_twice_in_five_rounds_only_if_hosts_move()
    {
        int[][] times = [[0, 0, 0, 0], [0, 1, 2, 3], [0, 2, 3, 1], [0, 3, 1, 2]];
        var slopes = Enumerable.Range(0, 4).Select(slope => Round(team => times[slope][team % 4] ^ team / 4));
        IReadOnlyList<IReadOnlyList<SeatedTable>> moving = [.. slopes, Round(team => team % 4)];
        Assert.Equal((5, 0), (moving.Count, Meetings.Repeated(Meetings.In(moving))));

        var four = WorldCafes.Plan(MadeUpCafe.Plain(16, 4), MadeUpCafe.Score, 10_000).Figures;
        Assert.Equal((96, 0, 0), (four.Meetings, four.RepeatedMeetings, four.UnavoidableRepeats));
        Assert.Equal(12, UnavoidableRepeats.Of(new(MadeUpCafe.Plain(16, 5), MadeUpCafe.Score)));

        static IReadOnlyList<SeatedTable> Round(Func<int, int> tableOf) =>
            [.. Enumerable.Range(0, 16).GroupBy(tableOf).Select(table => new SeatedTable(table.Key + 1, table.First(), [.. table]))];
    }
}
