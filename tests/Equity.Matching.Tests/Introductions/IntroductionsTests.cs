using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class IntroductionsTests
{
    [Property(MaxTest = 300)]
    public void No_plan_at_all_leaves_out_fewer(int seed, byte most)
    {
        var (cohort, perTeam) = (MadeUpCohort.Small(seed), 1 + most % 4);
        var plan = cohort.Plan(perTeam);
        Assert.Equal(ObviousPlan.Best(cohort, perTeam).Introduced, plan.Teams - plan.LeftOut.Count);
    }

    [Property(MaxTest = 300)]
    public void No_plan_that_introduces_as_many_is_above_the_upper_bound(int seed, byte most)
    {
        var (cohort, perTeam) = (MadeUpCohort.Small(seed), 1 + most % 4);
        Assert.InRange(cohort.Plan(perTeam).UpperBound, ObviousPlan.Best(cohort, perTeam).Total - 1e-9, double.MaxValue);
    }

    [Fact]
    public void Small_cohorts_come_to_what_the_best_of_all_plans_come_to()
    {
        var (planned, best) = (0.0, 0.0);
        for (var seed = 0; seed < 400; seed++)
        {
            var cohort = MadeUpCohort.Small(seed);
            planned += cohort.Plan(2).TotalScore;
            best += ObviousPlan.Best(cohort, 2).Total;
        }
        Assert.InRange(planned / best, 0.995, 1 + 1e-9);
    }

    [Property(MaxTest = 300)]
    public void A_plan_keeps_to_the_pairs_and_to_the_places(int seed, byte most)
    {
        var (cohort, perTeam) = (MadeUpCohort.Small(seed), 1 + most % 4);
        var plan = cohort.Plan(perTeam);
        Assert.All(plan.Introductions, pair => Assert.Contains(cohort.Pairs, could => could == new CandidatePair(pair.A, pair.B, pair.Score) || could == new CandidatePair(pair.B, pair.A, pair.Score)));
        Assert.All(plan.Introductions, pair => Assert.True(pair.A < pair.B));
        Assert.Equal(plan.Introductions.Count, plan.Introductions.DistinctBy(pair => (pair.A, pair.B)).Count());
        var met = cohort.Teams.ToDictionary(team => team.Id, team => plan.Introductions.Count(pair => pair.A == team.Id || pair.B == team.Id));
        Assert.All(cohort.Teams, team => Assert.InRange(met[team.Id], 0, team.Paused ? 0 : Math.Min(perTeam, team.OpenPlaces)));
        Assert.Equal(cohort.Teams.Where(team => met[team.Id] == 0).Select(team => team.Id), plan.LeftOut.Select(left => left.Team));
        Assert.Equal((met.Values.DefaultIfEmpty().Max(), cohort.Teams.Count), (plan.MostShown, plan.Teams));
        Assert.Equal(plan.Introductions.Sum(pair => pair.Score), plan.TotalScore, 1e-9);
        Assert.InRange(plan.TotalScore, 0, plan.UpperBound);
    }

    [Property(MaxTest = 100)]
    public void The_order_in_which_teams_and_pairs_come_does_not_matter(int seed)
    {
        var cohort = MadeUpCohort.Small(seed);
        var turned = new MadeUpCohort([.. cohort.Teams.Reverse()], [.. cohort.Pairs.Reverse().Select(pair => new CandidatePair(pair.B, pair.A, pair.Score))]);
        var (plan, other) = (cohort.Plan(2), turned.Plan(2));
        Assert.Equal(plan.Introductions, other.Introductions);
        Assert.Equal(plan.LeftOut, other.LeftOut);
        Assert.Equal((plan.UpperBound, plan.Naive), (other.UpperBound, other.Naive));
    }

    [Theory]
    [InlineData(1, 60, 3, 10)]
    [InlineData(2, 200, 4, 12)]
    [InlineData(3, 500, 3, 12)]
    [InlineData(4, 1000, 3, 16)]
    public void A_large_cohort_comes_within_two_per_cent_of_the_upper_bound_and_leaves_out_nobody_but_the_paused(int seed, int count, int places, int nearest)
    {
        var cohort = MadeUpCohort.Large(seed, count, places, nearest);
        var plan = cohort.Plan(3);
        Assert.InRange(plan.TotalScore / plan.UpperBound, 0.98, 1);
        Assert.Equal(cohort.Teams.Where(team => team.Paused).Select(team => new LeftOutTeam(team.Id, LeftOutReason.Paused)), plan.LeftOut);
        Assert.True(plan.MostShown < plan.Naive.MostShown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void With_a_single_place_each_only_an_odd_one_is_left_out(int seed)
    {
        var cohort = MadeUpCohort.Large(seed, 301, 1, 300);
        var plan = cohort.Plan(1);
        Assert.Equal(cohort.Teams.Count(team => !team.Paused) % 2, plan.LeftOut.Count(left => left.Why == LeftOutReason.EverybodyIsTaken));
        Assert.Equal(cohort.Teams.Count(team => team.Paused), plan.LeftOut.Count(left => left.Why == LeftOutReason.Paused));
    }

    [Fact]
    public void Everybody_has_a_friend_before_anybody_has_a_better_one() =>
        Assert.Equal([(1, 2), (3, 4)], Met(Plan(1, [1, 1, 1, 1], (1, 2, 0.1), (2, 3, 1), (3, 4, 0.1))));

    [Fact]
    public void A_star_leaves_out_as_many_as_its_middle_has_too_few_places()
    {
        var plan = Plan(3, [2, 3, 3, 3, 3], (1, 2, 0.9), (1, 3, 0.8), (1, 4, 0.7), (1, 5, 0.6));
        Assert.Equal([(1, 2), (1, 3)], Met(plan));
        Assert.Equal([new(4, LeftOutReason.EverybodyIsTaken), new(5, LeftOutReason.EverybodyIsTaken)], plan.LeftOut);
        Assert.Equal(1.7, plan.UpperBound, 1e-5);
    }

    [Fact]
    public void Of_three_with_one_place_each_the_best_two_meet()
    {
        var plan = Plan(1, [1, 1, 1], (1, 2, 0.5), (2, 3, 0.7), (1, 3, 0.6));
        Assert.Equal([(2, 3)], Met(plan));
        Assert.Equal([new(1, LeftOutReason.EverybodyIsTaken)], plan.LeftOut);
    }

    [Fact]
    public void A_ring_of_five_with_two_places_each_meets_all_round() =>
        Assert.Equal([(1, 2), (1, 5), (2, 3), (3, 4), (4, 5)], Met(Plan(2, [2, 2, 2, 2, 2], (1, 2, 0.5), (2, 3, 0.5), (3, 4, 0.5), (4, 5, 0.5), (5, 1, 0.5))));

    [Fact]
    public void Two_rings_of_three_with_one_place_each_meet_over_the_bridge_between_them() =>
        Assert.Equal([(1, 2), (3, 4), (5, 6)], Met(Plan(1, [1, 1, 1, 1, 1, 1], (1, 2, 0.9), (2, 3, 0.9), (3, 1, 0.9), (4, 5, 0.9), (5, 6, 0.9), (6, 4, 0.9), (3, 4, 0.1))));

    [Fact]
    public void Who_is_left_out_is_told_why()
    {
        IntroducibleTeam[] teams = [new(1, 3), new(2, 3), new(3, 0), new(4, 3, Paused: true), new(5, 0, Paused: true), new(6, 1)];
        var plan = Introductions.Plan(teams, [new(1, 2, 0.5), new(1, 3, 1), new(1, 4, 1), new(1, 5, 1)], 3);
        Assert.Equal(
            [new(3, LeftOutReason.NoOpenPlace), new(4, LeftOutReason.Paused), new(5, LeftOutReason.Paused), new(6, LeftOutReason.NobodyFits)], plan.LeftOut);
    }

    [Fact]
    public void Friends_and_those_who_declined_do_not_meet()
    {
        var plan = Introductions.Plan([new(1, 3), new(2, 3), new(3, 3)], [new(1, 2, 0.9), new(1, 3, 0.8), new(2, 3, 0.7)], 3, [(2, 1), (3, 2)]);
        Assert.Equal([(1, 3)], Met(plan));
        Assert.Equal([new(2, LeftOutReason.NobodyFits)], plan.LeftOut);
    }

    [Fact]
    public void Each_team_for_itself_shows_some_too_often_and_others_not_at_all() =>
        Assert.Equal(new NaivePlan(1.25, Unseen: 2, MostShown: 3), Plan(1, [1, 1, 1, 1], (1, 2, 0.75), (1, 3, 0.5), (1, 4, 0.5)).Naive);

    [Fact]
    public void Nobody_is_introduced_where_everybody_is_paused()
    {
        var plan = Introductions.Plan([new(1, 3, true), new(2, 3, true)], [new(1, 2, 1)], 3);
        Assert.Equal((0, 0, 0.0, 0.0, new NaivePlan(0, 0, 0)), (plan.Introductions.Count, plan.MostShown, plan.TotalScore, plan.UpperBound, plan.Naive));
    }

    [Fact]
    public void A_cohort_of_nobody_has_an_empty_plan()
    {
        var plan = Introductions.Plan([], [], 3);
        Assert.Equal((0, 0, 0, 0.0), (plan.Introductions.Count, plan.LeftOut.Count, plan.Teams, plan.UpperBound));
    }

    [Fact]
    public void What_is_no_cohort_is_refused()
    {
        IntroducibleTeam[] two = [new(1, 1), new(2, 1)];
        Assert.Throws<ArgumentOutOfRangeException>(() => Introductions.Plan(two, [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Introductions.Plan(two, [], PeerMatcher.MostIntroductions + 1));
        Assert.Throws<ArgumentException>(() => Introductions.Plan([.. two, new(2, 1)], [], 3));
        Assert.Throws<ArgumentException>(() => Introductions.Plan(two, [new(1, 1, 0.5)], 3));
        Assert.Throws<ArgumentException>(() => Introductions.Plan(two, [new(1, 3, 0.5)], 3));
        Assert.Throws<ArgumentException>(() => Introductions.Plan(two, [new(1, 2, double.NaN)], 3));
    }

    private static IntroductionPlan Plan(int perTeam, int[] places, params (int A, int B, double Score)[] pairs) =>
        Introductions.Plan(places.Select((open, i) => new IntroducibleTeam(i + 1, open)), pairs.Select(pair => new CandidatePair(pair.A, pair.B, pair.Score)), perTeam);

    private static IEnumerable<(int, int)> Met(IntroductionPlan plan) => plan.Introductions.Select(pair => (pair.A, pair.B)).Order();
}
