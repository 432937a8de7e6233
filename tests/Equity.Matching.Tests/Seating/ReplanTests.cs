using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class ReplanTests
{
    [Property(MaxTest = 100)]
    public void Past_rounds_never_change_and_everybody_who_is_there_has_a_seat(int seed)
    {
        var order = MadeUpCafe.Changed(seed);
        var plan = WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps);
        Assert.Equal(order.Rounds, plan.Rounds.Count);
        Assert.Same(order.Past[0], plan.Rounds[0]);
        Assert.All(plan.Rounds.Skip(1), round =>
        {
            Assert.Equal(order.Teams.Select(team => team.Id).Order(), round.SelectMany(table => table.Teams).Order());
            Assert.All(round, table => Assert.InRange(table.Teams.Count, Math.Min(3, order.Teams.Count), order.Most));
            Assert.Equal(plan.Rounds[1].Select(table => (table.Number, table.Host)), round.Select(table => (table.Number, table.Host)));
        });
    }

    [Fact]
    public void Nobody_moves_when_a_guest_leaves_and_another_comes()
    {
        var (order, plan) = Planned(19);
        var left = Next(order, plan, order.Teams.Where(team => team.Id != 10).Append(new(50, 2, [])));
        Assert.Equal((0, 0), (left.Figures.TeamsMoved, left.Figures.SeatsMoved));
        Assert.Equal([10, 50, 10, 50], plan.ChangesTo(left).Where(change => change.Round > 1).OrderBy(change => change.Round).Select(change => change.Team));
    }

    [Fact]
    public void One_alone_moves_when_a_table_of_three_loses_a_guest()
    {
        var (order, plan) = Planned(7);
        var gone = plan.Rounds[1].Single(table => table.Teams.Count == 3).Teams.First(team => plan.Rounds[1].All(table => table.Host != team));
        var left = Next(order with { Rounds = 2 }, plan with { Rounds = [.. plan.Rounds.Take(2)] }, [.. order.Teams.Where(team => team.Id != gone)]);
        Assert.Equal((1, 1), (left.Figures.TeamsMoved, left.Figures.SeatsMoved));
    }

    [Fact]
    public void A_table_whose_host_leaves_is_taken_over_by_one_who_would_have_sat_there()
    {
        var (order, plan) = Planned(19);
        var table = plan.Rounds[0][1];
        var left = Next(order, plan, order.Teams.Where(team => team.Id != table.Host));
        var next = left.Rounds[1].Single(each => each.Number == table.Number);
        Assert.Contains(next.Host, plan.Rounds.Skip(1).SelectMany(round => round.Single(each => each.Number == table.Number).Teams));
        Assert.Equal((1, 1), (left.Figures.TeamsMoved, left.Figures.SeatsMoved));
        Assert.Equal(plan.Rounds[0].Select(each => each.Host).Where(host => host != table.Host), left.Rounds[1].Select(each => each.Host).Where(host => host != next.Host));
    }

    [Fact]
    public void Nothing_changes_when_nobody_leaves_or_comes_or_when_all_is_over()
    {
        var (order, plan) = Planned(16);
        Assert.Empty(plan.ChangesTo(Next(order, plan, order.Teams)));
        var over = WorldCafes.Plan(order with { Past = plan.Rounds }, MadeUpCafe.Score);
        Assert.Empty(plan.ChangesTo(over));
        Assert.Equal(plan.Figures.TotalScore, over.Figures.UpperBound);
    }

    private static (CafeOrder, SeatingPlan) Planned(int teams) => (MadeUpCafe.Plain(teams, 3), WorldCafes.Plan(MadeUpCafe.Plain(teams, 3), MadeUpCafe.Score, 2_000));

    private static SeatingPlan Next(CafeOrder order, SeatingPlan plan, IEnumerable<CafeTeam> teams) =>
        WorldCafes.Plan(order with { Teams = [.. teams], Past = [plan.Rounds[0]], Present = [.. plan.Rounds.Skip(1)] }, MadeUpCafe.Score, 2_000);
}
