namespace Equity.Graph.Tests.Execution;

[Collection(nameof(Community))]
public class NodeTests(EquityHost host)
{
    [Fact]
    public async Task Every_row_is_found_again_by_its_id()
    {
        var data = await host.DataAsync("""
            { teams(first: 2) { nodes { __typename id organisation { __typename id } programme { __typename id } asks { __typename id } offers { __typename id }
              inequities { nodes { __typename id } } learning { nodes { __typename id } } } } }
            """);
        var rows = data.Nodes("teams").SelectMany(team => new[] { team, team.At("organisation"), team.At("programme") }
            .Concat(team.At("asks").EnumerateArray()).Concat(team.At("offers").EnumerateArray()).Concat(team.Nodes("inequities")).Concat(team.Nodes("learning"))).ToList();
        var ids = rows.Select(row => row.Text("id")).ToList();
        var nodes = await host.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });
        Assert.Equal(rows.Select(row => (row.Text("__typename"), row.Text("id"))), nodes.At("nodes").EnumerateArray().Select(node => (node.Text("__typename"), node.Text("id"))));
        Assert.Equal(7, rows.Select(row => row.Text("__typename")).Distinct().Count());
    }

    [Fact]
    public async Task A_row_that_is_no_more_is_null_and_the_others_are_there()
    {
        var team = (await host.DataAsync("{ team(key: \"golpo-group-talking-therapies\") { id } }")).At("team").Text("id");
        var gone = Graph.Execution.NodeId.Of("Team", 999_999);
        var data = await host.DataAsync("query($ids: [ID!]!, $gone: ID!) { nodes(ids: $ids) { id ... on Team { name } } node(id: $gone) { id } }", new { ids = new[] { gone, team }, gone });
        Assert.Equal("null", data.At("node").GetRawText());
        Assert.Equal("null", data.At("nodes")[0].GetRawText());
        Assert.Equal("The Golpo Group", data.At("nodes")[1].Text("name"));
    }

    [Fact]
    public async Task A_key_that_nobody_has_finds_nothing()
    {
        var data = await host.DataAsync("{ team(key: \"nobody\") { name } programme(key: \"nothing\") { name } }");
        Assert.Equal("""{"team":null,"programme":null}""", data.GetRawText());
    }
}
