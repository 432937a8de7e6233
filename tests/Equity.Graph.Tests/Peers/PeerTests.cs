using System.Text.Json;

namespace Equity.Graph.Tests.Peers;

public class PeerTests(GenerousHost host) : IClassFixture<GenerousHost>
{
    private const string Recommendation = """
        id rank score mutual team { id key } parts { name value }
        reasons { kind text ours { quote field source { ...Texts } } theirs { quote field source { ...Texts } } }
        """;

    private const string Texts = """
        fragment Texts on Node { __typename id
          ... on Team { name service locality aim summary } ... on Inequity { title population evidence team { id } }
          ... on Learning { title body team { id } } ... on Ask { text team { id } } ... on Offer { text team { id } } }
        """;

    [Fact]
    public async Task Every_team_gets_peers_and_never_itself()
    {
        foreach (var team in await TeamsAsync(first: 5))
        {
            var peers = Peers(team);
            Assert.Equal(5, peers.Count);
            Assert.Equal([1, 2, 3, 4, 5], peers.Select(peer => peer.GetProperty("rank").GetInt32()));
            Assert.DoesNotContain(team.Text("key"), peers.Select(peer => peer.At("team").Text("key")));
            Assert.Equal(5, peers.Select(peer => peer.Text("id")).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_score_lies_between_0_and_1_and_its_parts_sum_to_it()
    {
        foreach (var peer in (await TeamsAsync(first: 5)).SelectMany(Peers))
        {
            var score = peer.GetProperty("score").GetDouble();
            Assert.InRange(score, 0, 1);
            Assert.Equal(score, peer.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("value").GetDouble()), 9);
        }
    }

    [Fact]
    public async Task A_score_is_the_same_from_both_sides()
    {
        var scores = new Dictionary<(string, string), double>();
        foreach (var team in await TeamsAsync(first: 47))
        {
            foreach (var peer in Peers(team))
                scores[(team.Text("key"), peer.At("team").Text("key"))] = peer.GetProperty("score").GetDouble();
        }
        Assert.Equal(48 * 47, scores.Count);
        Assert.All(scores, pair => Assert.Equal(scores[(pair.Key.Item2, pair.Key.Item1)], pair.Value));
    }

    [Fact]
    public async Task Every_recommendation_has_a_reason_that_quotes_both_teams_word_for_word()
    {
        foreach (var team in await TeamsAsync(first: 10))
        {
            foreach (var peer in Peers(team))
            {
                var reasons = peer.GetProperty("reasons").EnumerateArray().ToList();
                Assert.InRange(reasons.Count, 1, 4);
                Assert.Contains(reasons, reason => reason.GetProperty("ours").ValueKind == JsonValueKind.Object && reason.GetProperty("theirs").ValueKind == JsonValueKind.Object);
                foreach (var reason in reasons)
                {
                    AssertQuoted(reason.GetProperty("ours"), team.Text("id"));
                    AssertQuoted(reason.GetProperty("theirs"), peer.At("team").Text("id"));
                }
            }
        }
    }

    [Fact]
    public async Task A_filter_yields_as_many_as_are_asked_for_when_enough_fit()
    {
        var data = await host.DataAsync("""
            { teams(first: 100) { nodes { key peers(first: 8, where: { phase: { eq: 2 } }) { team { phase } } } }
              findPeers(text: "missed appointments", first: 8, where: { locality: { eq: "Saltway" } }) { team { locality } } }
            """);
        Assert.All(data.Nodes("teams"), team => Assert.Equal(8, Peers(team).Count));
        Assert.All(data.Nodes("teams").SelectMany(Peers), peer => Assert.Equal(2, peer.At("team", "phase").GetInt32()));
        Assert.Equal(Enumerable.Repeat("Saltway", 8), data.At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("locality")));
    }

    [Fact]
    public async Task Asking_twice_gives_the_same_answer()
    {
        const string query = "{ teams(first: 20) { nodes { peers(first: 5) { id score reasons { text } } } } findPeers(text: \"older people and the video link\") { id score } }";
        Assert.Equal((await host.DataAsync(query)).GetRawText(), (await host.DataAsync(query)).GetRawText());
    }

    [Theory]
    [InlineData("our older patients cannot use the video link", "tablet-table-quayside")]
    [InlineData("children who are not brought to their clinic", "not-brought-childrens-clinic")]
    [InlineData("BSL interpreters in outpatients", "eyes-on-reception-deaf")]
    [InlineData("blood pressure checks in mosques and churches", "cuffs-after-prayers")]
    [InlineData("Travellers only come to us in a crisis", "kettle-on-upper-wend")]
    public async Task Free_text_finds_the_team_that_a_person_would_name(string text, string expected)
    {
        var data = await host.DataAsync("query($text: String!) { findPeers(text: $text, first: 3) { team { key } reasons { theirs { quote } } } }", new { text });
        Assert.Contains(expected, data.At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("key")));
    }

    [Fact]
    public async Task Blank_text_finds_nobody_and_a_text_that_is_too_long_is_refused()
    {
        Assert.Empty((await host.DataAsync("{ findPeers(text: \"  \") { rank } }")).At("findPeers").EnumerateArray());
        var (code, message) = await host.ErrorAsync("query($text: String!) { findPeers(text: $text) { rank } }", new { text = new string('a', 10_001) });
        Assert.Equal("INVALID_ARGUMENT", code);
        Assert.Contains("text has 10001 characters; at most 10000 are allowed.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_find_offers_of_others_and_offers_find_asks_of_others()
    {
        var data = await host.DataAsync("""
            { asks(first: 100, where: { status: { eq: OPEN } }) { nodes { team { key } matches(first: 3) { score reasons { text ours { quote } } offer { text team { key } } } } }
              offers(first: 100) { nodes { team { key } matches(first: 3) { score reasons { text } ask { text team { key } } } } } }
            """);
        foreach (var (list, other) in new[] { ("asks", "offer"), ("offers", "ask") })
        {
            foreach (var node in data.Nodes(list))
            {
                var matches = node.At("matches").EnumerateArray().ToList();
                Assert.Equal(3, matches.Count);
                Assert.All(matches, match => Assert.NotEqual(node.At("team").Text("key"), match.At(other, "team").Text("key")));
                Assert.All(matches, match => Assert.NotEmpty(match.At("reasons").EnumerateArray()));
                Assert.Equal(matches.Select(match => match.GetProperty("score").GetDouble()).OrderDescending(), matches.Select(match => match.GetProperty("score").GetDouble()));
            }
        }
    }

    [Fact]
    public async Task The_matcher_tells_its_state()
    {
        await host.DataAsync("{ findPeers(text: \"waits until the index is there\") { rank } }");
        var matching = (await host.DataAsync("{ matching { ready model dimensions teams weights { value } weightsLearntFrom } }")).At("matching");
        Assert.True(matching.GetProperty("ready").GetBoolean());
        Assert.Equal(384, matching.GetProperty("dimensions").GetInt32());
        Assert.Equal(48, matching.GetProperty("teams").GetInt32());
        Assert.StartsWith("equity-minilm-l6", matching.Text("model"), StringComparison.Ordinal);
        Assert.Equal(1, matching.GetProperty("weights").EnumerateArray().Sum(weight => weight.GetProperty("value").GetDouble()), 9);
    }

    private async Task<IReadOnlyList<JsonElement>> TeamsAsync(int first) =>
        (await host.DataAsync($"query {{ teams(first: 100) {{ nodes {{ id key peers(first: {first}, includeUnavailable: true) {{ {Recommendation} }} }} }} }} {Texts}")).Nodes("teams");

    private static List<JsonElement> Peers(JsonElement team) => [.. team.GetProperty("peers").EnumerateArray()];

    private static void AssertQuoted(JsonElement evidence, string team)
    {
        if (evidence.ValueKind == JsonValueKind.Null)
            return;
        var source = evidence.At("source");
        Assert.Contains(evidence.Text("quote"), source.Text(evidence.Text("field")), StringComparison.Ordinal);
        Assert.Equal(team, source.TryGetProperty("team", out var owner) ? owner.Text("id") : source.Text("id"));
    }
}
