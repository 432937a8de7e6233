using System.Diagnostics;
using System.Text.Json;

namespace Equity.Graph.Tests.Peers;

/// <summary>The index follows what another process imports into the same database.</summary>
public class PeerIndexTests(EquityHost host) : IClassFixture<EquityHost>
{
    /// <summary>It takes a second or two; the machine may be busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_another_process_imports_is_found()
    {
        await host.DataAsync("{ findPeers(text: \"waits until the index is there\") { rank } }");
        await host.ImportAsync("""{"key":"lantern-swimmers","name":"Lantern Swimmers","service":"Community hydrotherapy","stage":"TESTING","coProductionPlan":"By June.","inequities":[{"title":"Women in headscarves are turned away from the hydrotherapy pool","dimension":"RELIGION","population":"Muslim women with back pain"}]}""");
        Assert.Contains("lantern-swimmers", await FindAsync("hydrotherapy pool for Muslim women", keys => keys.Contains("lantern-swimmers")));

        await host.ImportAsync("""{"key":"lantern-swimmers","name":"Lantern Swimmers","service":"Moon rocket engineering","stage":"TESTING","inequities":[{"key":"women-in-headscarves-are-turned-away-from-the-hydrotherapy-c0b5e6","remove":true},{"key":"rockets","title":"Rocket engineers never see daylight","dimension":"GEOGRAPHY","population":"Rocket engineers"}]}""");
        Assert.Equal("lantern-swimmers", (await FindAsync("rocket engineers without daylight", keys => keys[0] == "lantern-swimmers"))[0]);
    }

    [Fact]
    public async Task A_team_with_nothing_but_a_name_and_a_service_gets_peers_with_reasons()
    {
        await host.ImportAsync("""{"key":"thin-team","name":"Thin Team","service":"Podiatry","stage":"FORMING"}""");
        var peers = await PeersAsync("thin-team");
        Assert.Equal(5, peers.Count);
        Assert.All(peers, peer => Assert.NotEmpty(peer.At("reasons").EnumerateArray()));
        Assert.All(peers, peer => Assert.Contains(peer.At("reasons")[0].At("ours").Text("quote"), (string[])["Thin Team", "Podiatry"]));
    }

    [Fact]
    public async Task A_paused_team_and_one_without_room_are_left_out_until_asked_for()
    {
        const string twins = """
            {"key":"twin-one","name":"Kite Clinic One","service":"Kite therapy for sailors","stage":"FORMING","inequities":[{"title":"Sailors miss kite therapy","dimension":"GEOGRAPHY","population":"Sailors on long voyages"}]}
            {"key":"twin-two","name":"Kite Clinic Two","service":"Kite therapy for sailors","stage":"FORMING","inequities":[{"title":"Sailors miss kite therapy at sea","dimension":"GEOGRAPHY","population":"Sailors on long voyages"}]
            """;
        await host.ImportAsync(twins + "}");
        Assert.Equal("twin-two", (await PeersAsync("twin-one"))[0].At("team").Text("key"));
        await host.ImportAsync(twins + ""","pausedUntil":"2026-11-11"}""");
        Assert.DoesNotContain("twin-two", (await PeersAsync("twin-one")).Select(peer => peer.At("team").Text("key")));
        Assert.Equal("twin-two", (await PeersAsync("twin-one", includeUnavailable: true))[0].At("team").Text("key"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        // A new day shares the teams out anew, in the background.
        Assert.Equal("twin-two", (await PeersAsync("twin-one", until: "twin-two"))[0].At("team").Text("key"));
        await host.ImportAsync(twins + ""","pausedUntil":null,"friendCapacity":0}""");
        Assert.DoesNotContain("twin-two", (await PeersAsync("twin-one")).Select(peer => peer.At("team").Text("key")));
    }

    [Fact]
    public async Task A_closed_ask_and_a_withdrawn_offer_are_matched_no_more()
    {
        const string team = """{"key":"lighthouse","name":"Lighthouse","service":"Eye clinic","stage":"FORMING","asks":[{"key":"maps","text":"Who has tactile maps of a lighthouse?","status":"STATUS"}],"offers":[{"key":"braille","text":"We lend a braille printer to anybody.","available":AVAILABLE}]}""";
        await host.ImportAsync(team.Replace("STATUS", "OPEN", StringComparison.Ordinal).Replace("AVAILABLE", "true", StringComparison.Ordinal));
        Assert.Contains("lighthouse", await FindAsync("a braille printer to borrow", keys => keys.Contains("lighthouse")));
        Assert.NotEmpty((await OwnAsync()).At("asks")[0].At("matches").EnumerateArray());
        await host.ImportAsync(team.Replace("STATUS", "CLOSED", StringComparison.Ordinal).Replace("AVAILABLE", "false", StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();
        JsonElement own;
        do
            own = await OwnAsync();
        while (own.At("asks")[0].At("matches").GetArrayLength() > 0 && clock.Elapsed < Patience);
        Assert.Empty(own.At("asks")[0].At("matches").EnumerateArray());
        Assert.Empty(own.At("offers")[0].At("matches").EnumerateArray());
    }

    private async Task<JsonElement> OwnAsync() =>
        (await host.DataAsync("{ team(key: \"lighthouse\") { asks { matches(first: 1) { score } } offers { matches(first: 1) { score } } } }")).At("team");

    private async Task<IReadOnlyList<JsonElement>> PeersAsync(string team, bool includeUnavailable = false, string? until = null)
    {
        var clock = Stopwatch.StartNew();
        IReadOnlyList<JsonElement> peers = [];
        while ((peers.Count == 0 || (until is not null && peers[0].At("team").Text("key") != until)) && clock.Elapsed < Patience)
        {
            var data = await host.DataAsync(
                "query($team: String!, $all: Boolean) { team(key: $team) { peers(includeUnavailable: $all) { team { key } reasons { ours { quote } } } } }", new { team, all = includeUnavailable });
            peers = [.. data.At("team", "peers").EnumerateArray()];
        }
        return peers;
    }

    private async Task<List<string>> FindAsync(string text, Predicate<List<string>> there)
    {
        var clock = Stopwatch.StartNew();
        List<string> keys;
        do
        {
            var data = await host.DataAsync("query($text: String!) { findPeers(text: $text, first: 3) { team { key } } }", new { text });
            keys = [.. data.At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("key"))];
        }
        while (!there(keys) && clock.Elapsed < Patience);
        return keys;
    }
}
