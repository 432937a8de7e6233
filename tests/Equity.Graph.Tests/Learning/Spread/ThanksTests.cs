using System.Text.Json;
using Equity.Graph.Execution;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Learning.Spread;

public class ThanksTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Thanks_count_once_a_person_and_can_be_taken_back()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Thanked"), "Ring first");
        Assert.Equal("""{"thanks":0,"thankedByMe":false}""", await ThanksAsync("grace", learning));
        await ThankAsync("grace", learning);
        await ThankAsync("grace", learning);
        await ThankAsync("newcomer", learning);
        Assert.Equal("""{"thanks":2,"thankedByMe":true}""", await ThanksAsync("grace", learning));
        Assert.Equal("""{"thanks":2,"thankedByMe":false}""", await ThanksAsync("tom", learning));
        Assert.Equal("""{"thanks":2,"thankedByMe":false}""", await ThanksAsync(EquityHost.Visitor, learning));
        var taken = (await host.DataAsync(Operations.Text("TakeBackThanks"), new { learning = learning.Id }, "grace")).At("takeBackThanks");
        Assert.Equal((1, false), (taken.At("learning", "thanks").GetInt32(), taken.At("learning", "thankedByMe").GetBoolean()));
        await host.ChangeAsync("grace", "takeBackThanks", new { learning = learning.Id }, "learning { id }");
        Assert.Equal("""{"thanks":1,"thankedByMe":false}""", await ThanksAsync("grace", learning));
    }

    [Fact]
    public async Task Fifty_clicks_at_once_count_once()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Clicked"), "Click");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ThankAsync("grace", learning))));
        Assert.Equal("""{"thanks":1,"thankedByMe":true}""", await ThanksAsync("grace", learning));
    }

    [Fact]
    public async Task Nobody_thanks_the_own_team()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Modest"), "Ours");
        Assert.Equal("learning", (await host.RefusedAsync("amina", "thankForLearning", new { learning = learning.Id }, "OwnLearning", "field")).Text("field"));
    }

    [Fact]
    public async Task The_team_is_told_once_until_it_reads_it_and_never_by_whom()
    {
        var team = await host.PublishAsync("tom", "Told of Thanks");
        var learning = await host.LearnAsync("tom", team, "Good to know");
        foreach (var persona in (string[])["grace", "amina", "grace"])
            await ThankAsync(persona, learning);
        var told = Assert.Single(await ToldAsync("tom"));
        Assert.Equal("“Told of Thanks” was thanked for something that it has learnt.", told.Text("text"));
        Assert.Equal(learning.Id, told.At("about").Text("id"));
        await host.ChangeAsync("tom", "markNotificationsRead", new { notifications = new[] { told.Text("id") } }, "marked");
        await ThankAsync("newcomer", learning);
        Assert.Equal(2, (await ToldAsync("tom")).Count);
        Assert.DoesNotContain((await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { audit { nodes { kind } } } } }", new { id = team.Id }, "tom")).Nodes("node", "audit"), entry => entry.Text("kind") == "Thanks");

        async Task<List<JsonElement>> ToldAsync(string persona) => [.. (await host.DataAsync("{ viewer { notifications(first: 100) { id kind text about { id } } } }", null, persona))
            .At("viewer", "notifications").EnumerateArray().Where(one => one.Text("kind") == "LEARNING_THANKED")];
    }

    [Fact]
    public async Task A_forgotten_person_takes_the_thanks_along()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Forgets"), "Remembered");
        await ThankAsync("analyst", learning);
        Assert.Equal("""{"thanks":1,"thankedByMe":true}""", await ThanksAsync("analyst", learning));
        await host.ChangeAsync("analyst", "forgetPerson", new { }, "rows");
        Assert.Equal("""{"thanks":0,"thankedByMe":false}""", await ThanksAsync("analyst", learning));
        await using var db = await host.OpenAsync();
        Assert.False(await db.Thanks.IgnoreQueryFilters().AnyAsync(thanks => thanks.LearningId == NodeId.Parse(learning.Id).Id));
    }

    private Task<JsonElement> ThankAsync(string persona, Row learning) => host.ChangeAsync(persona, "thankForLearning", new { learning = learning.Id }, "learning { thankedByMe }");

    private async Task<string> ThanksAsync(string persona, Row learning) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Learning { thanks thankedByMe } } }", new { id = learning.Id }, persona)).At("node").GetRawText();
}
