using Equity.Graph.Execution;
using Equity.Graph.Learning.Spread;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Learning.Spread;

/// <summary>Where an idea came from and where it went.</summary>
public class ChainTests(GenerousHost host) : IClassFixture<GenerousHost>
{
    [Fact]
    public async Task A_chain_shows_where_an_idea_came_from_and_where_it_went()
    {
        var (first, _) = await BeginAsync("Source");
        var (second, _) = await TryAsync("Second", first);
        var (third, _) = await TryAsync("Third", second);
        await host.AdoptAsync("grace", await host.PublishAsync("grace", "Chain Branch"), first);
        var spread = (await host.DataAsync(Operations.Text("HowItSpread"), new { learning = second.Id }, EquityHost.Visitor)).At("node");
        Assert.Equal(
            """[{"steps":1,"adoption":{"learning":{"id":"ID","title":"Source","team":{"name":"Chain Source"}}}}]""".Replace("ID", first.Id, StringComparison.Ordinal), spread.At("cameFrom").GetRawText());
        Assert.Equal("Third", Assert.Single(spread.At("wentTo").EnumerateArray()).At("adoption", "ledTo").Text("title"));
        Assert.Equal(["1 Chain Second", "1 Chain Branch", "2 Chain Third"], await WentAsync(first));
        Assert.Equal(["1 Chain Second", "2 Chain Source"], await CameAsync(third));
        Assert.Equal([], await CameAsync(first));
    }

    [Fact]
    public async Task An_idea_that_came_from_two_comes_from_both()
    {
        var ((one, _), (other, _)) = (await BeginAsync("One Half"), await BeginAsync("Other Half"));
        var (both, team) = await TryAsync("Both", one);
        var adoption = await host.AdoptAsync("grace", team, other);
        await LeadAsync(adoption, both);
        Assert.Equal(["1 Chain One Half", "1 Chain Other Half"], await CameAsync(both));
    }

    [Fact]
    public async Task A_draft_in_the_middle_ends_the_chain_for_those_who_do_not_see_it()
    {
        var (first, _) = await BeginAsync("Seen Start");
        var draft = await host.RegisterAsync("grace", "Chain Draft");
        var middle = await host.LearnAsync("grace", draft, "Hidden");
        await LeadAsync(await host.AdoptAsync("grace", draft, first), middle);
        var (last, _) = await TryAsync("Seen End", middle);
        Assert.Equal(["1 Chain Draft", "2 Chain Seen Start"], await CameAsync(last, "grace"));
        Assert.Equal([], await CameAsync(last, EquityHost.Visitor));
        Assert.Equal([], await WentAsync(first, EquityHost.Visitor));
    }

    [Fact]
    public async Task An_idea_cannot_come_from_itself()
    {
        var (first, source) = await BeginAsync("Round");
        var (second, _) = await TryAsync("Round Again", first);
        var back = await host.AdoptAsync("grace", source, second);
        Assert.Equal("ledTo", (await host.RefusedAsync("grace", "recordAdoptionOutcome", new { adoption = back.Id, version = 1, outcome = "ADOPTED", ledTo = first.Id }, "GoesInACircle", "field")).Text("field"));
    }

    [Fact]
    public async Task A_circle_that_came_otherwise_is_walked_once()
    {
        var (first, source) = await BeginAsync("Circle");
        var (second, _) = await TryAsync("Circle Again", first);
        var back = await host.AdoptAsync("grace", source, second);
        await using (var db = await host.OpenAsync())
            await db.Adoptions.Where(adoption => adoption.Id == NodeId.Parse(back.Id).Id).ExecuteUpdateAsync(set => set.SetProperty(adoption => adoption.LedToId, NodeId.Parse(first.Id).Id));
        Assert.Equal(["1 Chain Circle Again", "2 Chain Circle"], await WentAsync(first));
        Assert.Equal(["1 Chain Circle Again"], await CameAsync(first));
    }

    [Fact]
    public async Task A_chain_is_followed_ten_teams_far_and_cut_where_asked()
    {
        var (first, _) = await BeginAsync("Long 0");
        var last = first;
        for (var i = 1; i <= SpreadRules.LongestChain + 1; i++)
            (last, _) = await TryAsync($"Long {i}", last);
        Assert.Equal(SpreadRules.LongestChain, (await WentAsync(first)).Count);
        Assert.Equal(SpreadRules.LongestChain, (await CameAsync(last)).Count);
        var cut = await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Learning { wentTo(first: 3) { steps } cameFrom(first: 0) { steps } } } }", new { id = first.Id });
        Assert.Equal("""{"wentTo":[{"steps":1},{"steps":2},{"steps":3}],"cameFrom":[]}""", cut.At("node").GetRawText());
    }

    [Fact]
    public async Task Statements_do_not_grow_with_the_learning()
    {
        var (source, team) = await BeginAsync("Counted");
        for (var i = 0; i < 3; i++)
        {
            await host.LearnAsync("grace", team, $"Counted too {i}");
            var (next, _) = await TryAsync($"Counted {i}", source);
            await TryAsync($"Counted twice {i}", next);
        }
        await host.SettledAsync();
        // The first four have each kind of row that all ten have, and as long a chain.
        Assert.Equal(await StatementsAsync(4), await StatementsAsync(10));

        async Task<int> StatementsAsync(int count)
        {
            host.Statements.Take();
            var found = (await host.DataAsync(
                "query($first: Int!) { learning(first: $first, where: { title: { startsWith: \"Counted\" } }, order: [{ sharedAt: ASC }]) { nodes { thanks thankedByMe timesAdopted adoptions { team { name } learning { title } ledTo { title } } cameFrom { adoption { learning { title } } } wentTo { adoption { team { name } } } } } }",
                new { first = count }, EquityHost.Visitor)).Nodes("learning");
            Assert.Equal(count, found.Count);
            return host.Statements.Take().Count;
        }
    }

    /// <summary>A team with a piece of learning.</summary>
    private async Task<(Row Learning, Row Team)> BeginAsync(string title)
    {
        var team = await host.PublishAsync("grace", $"Chain {title}");
        return (await host.LearnAsync("grace", team, title), team);
    }

    /// <summary>Another team that tries it and learns from it.</summary>
    private async Task<(Row Learning, Row Team)> TryAsync(string title, Row from)
    {
        var (learning, team) = await BeginAsync(title);
        await LeadAsync(await host.AdoptAsync("grace", team, from), learning);
        return (learning, team);
    }

    private Task LeadAsync(Row adoption, Row learning) => host.ChangeAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = adoption.Version, outcome = "ADAPTED", ledTo = learning.Id }, "__typename");

    private async Task<List<string>> WentAsync(Row learning, string persona = "administrator") => [.. (await host.DataAsync(
        "query($id: ID!) { node(id: $id) { ... on Learning { wentTo { steps adoption { team { name } } } } } }", new { id = learning.Id }, persona)).At("node", "wentTo").EnumerateArray().Select(link => $"{link.At("steps")} {link.At("adoption", "team").Text("name")}")];

    private async Task<List<string>> CameAsync(Row learning, string persona = "administrator") => [.. (await host.DataAsync(
        "query($id: ID!) { node(id: $id) { ... on Learning { cameFrom { steps adoption { learning { team { name } } } } } } }", new { id = learning.Id }, persona)).At("node", "cameFrom").EnumerateArray().Select(link => $"{link.At("steps")} {link.At("adoption", "learning", "team").Text("name")}")];
}
