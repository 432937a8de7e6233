using Equity.Graph.Friendships;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Friendships;

public class CapacityTests(ITestOutputHelper output)
{
    private const int Askers = 50;

    [Fact]
    public async Task Fifty_acceptances_at_once_never_give_away_more_places_than_there_are()
    {
        await using var host = new EquityHost();
        var asked = await host.PublishAsync("grace", "Much Loved");
        var proposals = new List<Row>();
        for (var i = 0; i < Askers; i++)
            proposals.Add(await host.ProposeAsync("amina", await host.PublishAsync("amina", $"Admirer {i}"), asked));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answers = await Task.WhenAll(proposals.Select(proposal => Task.Run(() => host.DataAsync(
            "mutation($id: ID!) { acceptFriendship(input: { friendship: $id, version: 1 }) { friendship { status } errors { __typename } } }", new { id = proposal.Id }, "grace"))));
        output.WriteLine($"{Askers} acceptances at once were answered in {clock.ElapsedMilliseconds} ms.");
        Assert.Equal(3, answers.Count(answer => answer.At("acceptFriendship", "errors").ValueKind == System.Text.Json.JsonValueKind.Null));
        Assert.All(answers.Where(answer => answer.At("acceptFriendship", "errors").ValueKind != System.Text.Json.JsonValueKind.Null), answer => Assert.Equal("NoOpenPlace", answer.At("acceptFriendship", "errors")[0].Text("__typename")));
        await using var db = await host.OpenAsync();
        Assert.Equal(3, await db.Friendships.CountAsync(friendship => friendship.Status == FriendshipStatus.Accepted));
        Assert.Equal(0, await host.OpenPlacesAsync(asked));
    }

    [Fact]
    public async Task Two_teams_that_ask_each_other_at_once_become_friends_once()
    {
        await using var host = new EquityHost();
        for (var i = 0; i < 10; i++)
        {
            var (one, other) = (await host.PublishAsync("amina", $"Left {i}"), await host.PublishAsync("grace", $"Right {i}"));
            var made = await Task.WhenAll(Task.Run(() => host.ProposeAsync("amina", one, other)), Task.Run(() => host.ProposeAsync("grace", other, one)));
            Assert.Equal(made[0].Id, made[1].Id);
            Assert.Equal("ACCEPTED", (await host.FriendshipAsync("amina", made[0])).Text("status"));
        }
    }
}
