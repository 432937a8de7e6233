namespace Equity.Graph.Tests.Events.Panels;

/// <summary>Panels where there is no model: what is alike is found by its words.</summary>
public class WordsAloneTests(Peers.WordsAloneTests.HostWithoutModel host) : IClassFixture<Peers.WordsAloneTests.HostWithoutModel>
{
    [Fact]
    public async Task What_asks_the_same_in_the_same_words_is_shown()
    {
        var gathering = await host.MeetAsync("Words Alone");
        var question = await host.AskPanelAsync("amina", gathering, "Who pays service users for bus fares?");
        await host.AskPanelAsync("amina", gathering, "Where do we start?");
        var similar = (await host.PanelAsync("grace", gathering, "similar(text: \"Bus fares of service users: who pays?\") { question { id } }")).At("similar");
        Assert.Equal(question.Id, Assert.Single(similar.EnumerateArray()).At("question").Text("id"));
    }
}
