using Equity.Graph.Friendships;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Friendships;

/// <summary>What holds whatever teams do, in whatever order and at whatever times.</summary>
public class FriendshipPropertyTests(Crowds crowds, ITestOutputHelper output) : IClassFixture<Crowds>
{
    private const int Sequences = 40;
    private const int Journeys = 20;

    [Property(MaxTest = Sequences, StartSize = 20, EndSize = 60)]
    public async Task Capacity_is_never_exceeded_and_no_pair_has_two_open_friendships(Step[] steps)
    {
        var crowd = crowds.Free;
        var circle = await crowd.CircleAsync();
        var doing = new Steps(crowd, circle);
        foreach (var step in steps)
        {
            if (step.What == Doing.Wait)
                await WaitAsync(crowd, step, rounds: step.Whom % 2);
            await doing.DoAsync(step);
            await using var db = await crowd.OpenAsync();
            var open = await doing.Friendships(db).Where(friendship => friendship.ClosedAt == null).ToListAsync();
            foreach (var team in circle)
            {
                var held = open.Count(friendship => friendship.FromId == team.Id || (friendship.ToId == team.Id && friendship.Status == FriendshipStatus.Accepted));
                Assert.True(held <= team.FriendCapacity, $"{team.Key} has {team.FriendCapacity} places and gave away {held}.");
                Assert.InRange(open.Count(friendship => friendship.FromId == team.Id && friendship.Status == FriendshipStatus.Proposed), 0, FriendshipRules.MostUnanswered);
            }
            Assert.Equal(open.Count, open.Select(friendship => (Math.Min(friendship.FromId, friendship.ToId), Math.Max(friendship.FromId, friendship.ToId))).Distinct().Count());
            Assert.All(open, friendship => Assert.True(friendship.Status is FriendshipStatus.Proposed or FriendshipStatus.Accepted && friendship.FromId != friendship.ToId));
        }
        Tell(crowds.Freely, doing, Sequences);
    }

    [Property(MaxTest = Journeys, StartSize = 20, EndSize = 60)]
    public async Task Time_travel_by_any_amount_leaves_what_step_by_step_would_have_left(Step[] steps)
    {
        var (jumped, _) = await TravelAsync(crowds.Jumping, steps, _ => 1);
        var (stepped, doing) = await TravelAsync(crowds.Stepping, steps, wait => 1 + (wait.Whom % 7));
        Assert.Equal(jumped, stepped);
        Tell(crowds.Travelled, doing, Journeys);
    }

    private static async Task<(string Left, Steps Doing)> TravelAsync(Crowd crowd, Step[] steps, Func<Step, int> rounds)
    {
        var doing = new Steps(crowd, await crowd.CircleAsync());
        foreach (var step in steps.Append(new Step(Doing.Wait, 79, 6)))
        {
            if (step.What == Doing.Wait)
                await WaitAsync(crowd, step, rounds(step));
            await doing.DoAsync(step);
        }
        return (await LeftAsync(crowd, doing), doing);
    }

    /// <summary>Counts what was done, and says so when all sequences are through: with nothing done, nothing was shown.</summary>
    private void Tell(Tally tally, Steps doing, int sequences)
    {
        if (tally.Add(doing.Done) != sequences)
            return;
        output.WriteLine($"{sequences} sequences: {tally}.");
        Assert.Empty(new[] { "proposeFriendship", "acceptFriendship", "declineFriendship", "withdrawFriendship", "endFriendship", "recordCheckIn", "pauseTeam", "resumeTeam" }.Except(tally.Done.Keys));
    }

    /// <summary>Lets up to 20 days pass, and the clock come round so many times meanwhile, the last time at the end.</summary>
    private static async Task WaitAsync(Crowd crowd, Step step, int rounds)
    {
        var whole = TimeSpan.FromHours(6 * (1 + (step.Which % 80)));
        var until = crowd.Clock.GetUtcNow() + whole;
        for (var left = rounds; left > 0; left--)
        {
            crowd.Clock.Advance((until - crowd.Clock.GetUtcNow()) / left);
            await crowd.Rounds.RunAsync(CancellationToken.None);
        }
        crowd.Clock.Advance(until - crowd.Clock.GetUtcNow());
    }

    /// <summary>All that is stored of a circle's friendships, and of what their members were told.</summary>
    private static async Task<string> LeftAsync(Crowd crowd, Steps doing)
    {
        await using var db = await crowd.OpenAsync();
        var friendships = await doing.Friendships(db).ToListAsync();
        var ids = friendships.ConvertAll(friendship => friendship.Id);
        var told = await db.Notifications.IgnoreQueryFilters().Where(row => row.FriendshipId != null && ids.Contains(row.FriendshipId.Value))
            .Select(row => new { row.Kind, row.At, row.Person!.Subject, row.Friendship!.Key }).ToListAsync();
        return string.Join('\n', [
            .. friendships.Select(row => $"{row.Key} {row.Status} {row.ProposedAt:O} {row.AnsweredAt:O} {row.ClosedAt:O} {row.NextCheckIn:O} {row.AskedAbout:O} {row.Version}"),
            .. told.Select(row => FormattableString.Invariant($"{row.Key} {row.Kind} {row.At:O} {row.Subject}")).Order(StringComparer.Ordinal)]);
    }
}
