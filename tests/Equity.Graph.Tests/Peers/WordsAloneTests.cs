namespace Equity.Graph.Tests.Peers;

/// <summary>The program without a model: it says so, and finds peers by their words.</summary>
public class WordsAloneTests(WordsAloneTests.HostWithoutModel host) : IClassFixture<WordsAloneTests.HostWithoutModel>
{
    [Fact]
    public async Task It_says_that_it_compares_words_and_still_finds_peers_with_reasons()
    {
        var data = await host.DataAsync("{ matching { model ready } teams(first: 5) { nodes { peers { reasons { text } } } } findPeers(text: \"dentist\", first: 1) { team { service } } }");
        Assert.StartsWith("words", data.At("matching").Text("model"), StringComparison.Ordinal);
        Assert.All(data.At("teams", "nodes").EnumerateArray(), team => Assert.Equal(5, team.At("peers").EnumerateArray().Count(peer => peer.At("reasons").GetArrayLength() > 0)));
        Assert.Contains("dental", data.At("findPeers")[0].At("team").Text("service"), StringComparison.OrdinalIgnoreCase);
    }

    public sealed class HostWithoutModel : EquityHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Matching:Model"] = Data };
    }
}
