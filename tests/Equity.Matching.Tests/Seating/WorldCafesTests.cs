using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class WorldCafesTests
{
    [Property(MaxTest = 100)]
    public void Everybody_sits_at_one_table_in_each_round_and_hosts_stay(int seed)
    {
        var order = MadeUpCafe.Small(seed);
        var plan = WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps);
        Assert.Equal(order.Rounds, plan.Rounds.Count);
        Assert.All(plan.Rounds, round =>
        {
            Assert.Equal(order.Teams.Select(team => team.Id).Order(), round.SelectMany(table => table.Teams).Order());
            Assert.All(round, table => Assert.Contains(table.Host, table.Teams));
            Assert.All(round, table => Assert.InRange(table.Teams.Count, Math.Min(3, order.Teams.Count), order.Most));
            Assert.InRange(round.Max(table => table.Teams.Count) - round.Min(table => table.Teams.Count), 0, 1);
            Assert.Equal(plan.Rounds[0].Select(table => (table.Number, table.Host)), round.Select(table => (table.Number, table.Host)));
        });
        if (order.Hosts.Count > 0) Assert.Equal(order.Hosts.Order(), plan.Rounds[0].Select(table => table.Host).Order());
    }

    [Property(MaxTest = 100)]
    public void The_figures_are_what_a_recount_gives(int seed)
    {
        var order = seed % 2 == 0 ? MadeUpCafe.Small(seed) : MadeUpCafe.Changed(seed);
        var plan = WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps);
        var (cost, figures) = (ObviousCafe.CostOf(order, [.. plan.Rounds.Skip(order.Past.Count)]), plan.Figures);
        var meetings = plan.Rounds.SelectMany(round => round).SelectMany(table => ObviousCafe.Pairs(table.Teams)).ToList();
        var pairs = meetings.ToHashSet();
        var present = order.Teams.Select(team => team.Id).ToHashSet();
        Assert.Equal((pairs.Count, meetings.Count - pairs.Count), (figures.Meetings, figures.RepeatedMeetings));
        Assert.Equal(pairs.Count(pair => !order.Known.Contains(pair) && !order.Known.Contains((pair.B, pair.A))), figures.NewMeetings);
        Assert.Equal((cost.Stays, cost.Moved), (figures.StaysAtATable, figures.SeatsMoved));
        Assert.Equal((cost.SameStage, cost.SameDimension), (figures.TablesWithoutAStepAhead, figures.TablesOfOneDimension));
        Assert.Equal(pairs.Where(pair => present.Contains(pair.A) && present.Contains(pair.B)).Sum(pair => MadeUpCafe.Score(pair.A, pair.B)), figures.TotalScore, 1e-6);
        Assert.InRange(figures.UnavoidableRepeats, 0, figures.RepeatedMeetings);
        Assert.InRange(figures.TotalScore, 0, figures.UpperBound);
    }

    [Property(MaxTest = 60)]
    public void The_order_in_which_anything_comes_does_not_matter(int seed)
    {
        var order = seed % 2 == 0 ? MadeUpCafe.Small(seed) : MadeUpCafe.Changed(seed);
        var (plan, other) = (WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps), WorldCafes.Plan(MadeUpCafe.Turned(order), MadeUpCafe.Score, MadeUpCafe.FewSteps));
        Assert.Empty(plan.ChangesTo(other));
        Assert.Equal(plan.Figures, other.Figures);
    }

    [Fact]
    public void A_seed_has_one_plan_everywhere()
    {
        var plan = WorldCafes.Plan(MadeUpCafe.Plain(12, 2), MadeUpCafe.Score, MadeUpCafe.FewSteps);
        var seats = plan.Rounds.Select(round => string.Join(" | ", round.Select(table => string.Join(' ', table.Teams))));
        Assert.Equal("1 4 5 8 | 2 6 7 11 | 3 9 10 12; 1 7 10 11 | 2 4 9 12 | 3 5 6 8", string.Join("; ", seats));
    }

    [Fact]
    public void Another_seed_has_another_plan()
    {
        Assert.NotEmpty(Plan(1).ChangesTo(Plan(2)));

        static SeatingPlan Plan(int seed) => WorldCafes.Plan(MadeUpCafe.Plain(24, 3) with { Seed = seed }, MadeUpCafe.Score, MadeUpCafe.FewSteps);
    }

    [Fact]
    public void Those_who_know_each_other_do_not_meet_where_they_need_not()
    {
        var order = MadeUpCafe.Plain(16, 3);
        (int A, int B)[] known = [(5, 6), (7, 8), (9, 10), (11, 12), (1, 13)];
        Assert.Equal(72, WorldCafes.Plan(order with { Known = known }, (a, b) => known.Contains((a, b)) ? 1 : 0.1, 30_000).Figures.NewMeetings);
    }

    [Fact]
    public void Those_that_are_furthest_ahead_host_so_that_each_table_has_one()
    {
        var order = MadeUpCafe.Plain(12, 2);
        var plan = WorldCafes.Plan(order with { Teams = [.. order.Teams.Select(team => team with { Stage = team.Id is 3 or 7 or 11 ? 4 : 1 })] }, MadeUpCafe.Score, MadeUpCafe.FewSteps);
        Assert.Equal([3, 7, 11], plan.Rounds[0].Select(table => table.Host));
        Assert.Equal(0, plan.Figures.TablesWithoutAStepAhead);
    }

    [Fact]
    public void Tables_mix_dimensions_even_where_scores_would_not()
    {
        var order = MadeUpCafe.Plain(16, 2);
        order = order with { Teams = [.. order.Teams.Select(team => team with { Dimensions = [team.Id % 2 == 0 ? "AGE" : "SEX"] })] };
        Assert.Equal(0, WorldCafes.Plan(order, (a, b) => (a + b) % 2 == 0 ? 1 : 0, 5_000).Figures.TablesOfOneDimension);
    }

    [Fact]
    public void A_team_sees_where_it_sits()
    {
        var plan = WorldCafes.Plan(MadeUpCafe.Plain(12, 3), MadeUpCafe.Score, MadeUpCafe.FewSteps);
        var seats = plan.SeatsOf(9);
        Assert.Equal([1, 2, 3], seats.Select(seat => seat.Round));
        Assert.All(seats, seat => Assert.Contains(9, plan.Rounds[seat.Round - 1].Single(table => table.Number == seat.Table && table.Host == seat.Host).Teams));
        Assert.Empty(plan.SeatsOf(99));
    }
}
