namespace Equity.Matching.Tests;

public class CafeOrderTests
{
    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 2 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(6, new[] { 6 })]
    [InlineData(7, new[] { 3, 4 })] // no number of tables of 4 to 6 seats seven
    [InlineData(8, new[] { 4, 4 })]
    [InlineData(11, new[] { 5, 6 })]
    [InlineData(19, new[] { 4, 5, 5, 5 })]
    public void There_are_as_many_tables_as_the_least_size_allows(int teams, int[] sizes) =>
        Assert.Equal(sizes, Plan(MadeUpCafe.Plain(teams, 2)).Rounds[1].Select(table => table.Teams.Count).Order());

    [Fact]
    public void One_team_meets_nobody_and_two_meet_each_other_again()
    {
        Assert.Equal((0, 0, 0), Repeats(Plan(MadeUpCafe.Plain(1, 3))));
        Assert.Equal((1, 2, 2), Repeats(Plan(MadeUpCafe.Plain(2, 3))));

        static (int, int, int) Repeats(SeatingPlan plan) => (plan.Figures.Meetings, plan.Figures.RepeatedMeetings, plan.Figures.UnavoidableRepeats);
    }

    public static TheoryData<string, CafeOrder> Impossible { get; } = new()
    {
        { "0 teams", Twelve with { Teams = [] } },
        { "A team comes twice", Twelve with { Teams = [.. Twelve.Teams, Twelve.Teams.First()] } },
        { "6 is a stage", Twelve with { Teams = [new(1, 6, [])] } },
        { "0 rounds", Twelve with { Rounds = 0 } },
        { "9 rounds", Twelve with { Rounds = 9 } },
        { "2 at a table at least", Twelve with { Least = 2 } },
        { "7 at a table at least", Twelve with { Least = 7 } },
        { "The host 99", Twelve with { Hosts = [99] } },
        { "4 hosts", Twelve with { Hosts = [1, 2, 3, 4], Tables = 3 } },
        { "12 teams cannot sit at 5 tables", Twelve with { Tables = 5 } },
        { "12 teams cannot sit at 1 tables", Twelve with { Tables = 1 } },
        { "12 teams cannot sit at 13 tables", Twelve with { Tables = 13 } },
        { "5 teams cannot sit", MadeUpCafe.Plain(5, 2) with { Most = 4 } },
        { "A team sits at two tables", Twelve with { Past = [[new(1, 1, [1, 2]), new(2, 3, [2, 3])]] } },
        { "A host does not sit", Twelve with { Past = [[new(1, 1, [2, 3])]] } },
        { "Two tables", Twelve with { Past = [[new(1, 1, [1, 2]), new(1, 3, [3])]] } },
        { "1 rounds that are planned", Twelve with { Present = [[new(1, 1, [1, 2])]] } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_is_refused(string why, CafeOrder order) =>
        Assert.StartsWith(why, Assert.Throws<ArgumentException>(() => Plan(order)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_score_outside_its_range_is_refused() => Assert.Throws<ArgumentException>(() => WorldCafes.Plan(Twelve, (_, _) => double.NaN));

    private static CafeOrder Twelve => MadeUpCafe.Plain(12, 3);

    private static SeatingPlan Plan(CafeOrder order) => WorldCafes.Plan(order, MadeUpCafe.Score, MadeUpCafe.FewSteps);
}
