using System.Text.Json;
using Equity.Graph.Tests.Friendships;

namespace Equity.Graph.Tests.Events;

public class MeetingTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Meetings = "meetings { firstTime becameFriends pairs(first: 100) { a { name } b { name } round friendsAt } }";

    [Fact]
    public async Task Leads_see_who_met_for_the_first_time_and_which_meetings_became_friendships_others_how_many()
    {
        var gathering = await host.EventAsync("Where Friends Met", startsAt: "2026-11-11T08:30:00Z");
        var (amina, grace) = ((await host.GatherAsync("amina", gathering, "Guest", 1))[0], await host.GatherAsync("grace", gathering, "Meeter", 3));
        await host.BefriendAsync("amina", amina, "grace", grace[2]);
        var (_, rounds) = await host.PublishCafeAsync(await host.PlanAsync(gathering));
        Assert.Equal(0, (await ReadAsync("lead", gathering)).At("firstTime").GetInt32());
        await host.StartAsync(rounds[0]);
        host.Clock.Advance(TimeSpan.FromDays(10));
        await host.BefriendAsync("amina", amina, "grace", grace[0]);
        host.Clock.Advance(TimeSpan.FromDays(60));
        await host.BefriendAsync("amina", amina, "grace", grace[1]);
        var read = await ReadAsync("lead", gathering);
        // All friendships came after its beginning, but the last one too late.
        Assert.Equal((6, 2), (read.At("firstTime").GetInt32(), read.At("becameFriends").GetInt32()));
        Assert.Equal(6, read.At("pairs").GetArrayLength());
        Assert.Equal(["2026-11-21T09:00:00Z", "2026-11-11T09:00:00Z"], read.At("pairs").EnumerateArray().Take(2).Select(pair => pair.Text("friendsAt")));
        Assert.Equal(("Guest 1", "Meeter 1", 1), (read.At("pairs")[0].At("a").Text("name"), read.At("pairs")[0].At("b").Text("name"), read.At("pairs")[0].At("round").GetInt32()));
        var others = await ReadAsync(EquityHost.Visitor, gathering);
        Assert.Equal((6, 2, JsonValueKind.Null), (others.At("firstTime").GetInt32(), others.At("becameFriends").GetInt32(), others.At("pairs").ValueKind));
    }

    private async Task<JsonElement> ReadAsync(string persona, Row gathering) => (await host.ReadEventAsync(persona, gathering, Meetings)).At("meetings");
}
