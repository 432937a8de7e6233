using Equity.Graph.Friendships;
using Equity.Graph.Tests.Peers.Feedback;

namespace Equity.Graph.Tests.Friendships;

/// <summary>A host where the demo's programme has times of its own.</summary>
public sealed class PatientHost : EquityHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Friendships:AnswerDays"] = "7", ["Friendships:Programmes:pursuing-equity:AnswerDays"] = "21", ["Friendships:Programmes:pursuing-equity:CheckInDays"] = "10" };
}

/// <summary>How long things take is configured, for all and for a programme.</summary>
public class FriendshipSettingsTests(PatientHost host) : IClassFixture<PatientHost>
{
    [Fact]
    public async Task A_programme_may_wait_longer_than_others()
    {
        var outside = await host.PublishAsync("amina", "In No Programme");
        var maternity = Row.Of((await host.DataAsync($"{{ team(key: \"{Recommended.Maternity}\") {{ id key version }} }}")).At("team"));
        var tablet = Row.Of((await host.DataAsync($"{{ team(key: \"{Recommended.Tablet}\") {{ id key version }} }}")).At("team"));
        Assert.Equal("2026-11-18T09:00:00Z", (await host.FriendshipAsync("amina", await host.ProposeAsync("amina", outside, maternity))).Text("answerBy"));
        Assert.Equal("2026-12-02T09:00:00Z", (await host.FriendshipAsync("amina", await host.ProposeAsync("amina", tablet, maternity))).Text("answerBy"));
    }

    [Fact]
    public async Task A_programme_may_ask_sooner_than_others_whether_friends_met()
    {
        await using var moving = new PatientHost();
        var outside = await moving.PublishAsync("grace", "Friend in No Programme");
        var tablet = Row.Of((await moving.DataAsync($"{{ team(key: \"{Recommended.Tablet}\") {{ id key version }} }}")).At("team"));
        var friendship = await moving.BefriendAsync("grace", outside, "tom", tablet);
        Assert.Equal("2026-11-21", (await moving.FriendshipAsync("tom", friendship)).Text("nextCheckIn"));
        moving.Clock.Advance(TimeSpan.FromDays(10));
        await moving.ChangeAsync("tom", "recordCheckIn", new { friendship = friendship.Id, met = "YES" }, "friendship { id }");
        Assert.Equal("2026-12-01", (await moving.FriendshipAsync("tom", friendship)).Text("nextCheckIn"));
    }

    [Fact]
    public void Times_outside_their_range_are_not_allowed_in_any_programme()
    {
        Assert.True(new FriendshipSettings { Programmes = { ["near"] = new() { AnswerDays = 365 } } }.AreAllowed());
        Assert.False(new FriendshipSettings { Programmes = { ["near"] = new() { AnswerDays = 0 } } }.AreAllowed());
    }
}
