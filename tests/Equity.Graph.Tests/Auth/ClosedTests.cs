using System.Text.Json;

namespace Equity.Graph.Tests.Auth;

/// <summary>Where visitors see nothing, they are answered with nothing, and never with an error.</summary>
public class ClosedTests(ClosedHost host) : IClassFixture<ClosedHost>
{
    [Fact]
    public async Task A_visitor_gets_empty_lists_and_nulls()
    {
        var ids = host.Rows.Values.Where(row => row.State == "published").Select(row => row.Id).ToArray();
        var data = await host.DataAsync(Role.Of("anyone"), """
            { programmes { totalCount nodes { id } } teams { totalCount nodes { id } } inequities { totalCount nodes { id } } learning { totalCount nodes { id } }
              posters { totalCount nodes { id } } resources { totalCount nodes { id } } asks { totalCount nodes { id } } offers { totalCount nodes { id } } audit { totalCount nodes { id } } search(text: "bus fare") { totalCount nodes { __typename } }
              findPeers(text: "bus fare") { rank } team(key: "home") { id } programme(key: "near") { id } viewer { person roles teams { id } programmes { id } } matching { teams weights { value } }
              metrics { teams teamsByStage { value } support { asks } } metricRows { totalCount nodes { value } } }
            """);
        Assert.Equal("""
            {"programmes":{"totalCount":0,"nodes":[]},"teams":{"totalCount":0,"nodes":[]},"inequities":{"totalCount":0,"nodes":[]},"learning":{"totalCount":0,"nodes":[]},"posters":{"totalCount":0,"nodes":[]},"resources":{"totalCount":0,"nodes":[]},"asks":{"totalCount":0,"nodes":[]},"offers":{"totalCount":0,"nodes":[]},"audit":{"totalCount":0,"nodes":[]},"search":{"totalCount":0,"nodes":[]},"findPeers":[],"team":null,"programme":null,"viewer":{"person":null,"roles":[],"teams":[],"programmes":[]},"matching":{"teams":0,"weights":[]},"metrics":{"teams":0,"teamsByStage":[],"support":{"asks":0}},"metricRows":{"totalCount":0,"nodes":[]}}
            """.Trim(), data.GetRawText());
        foreach (var some in ids.Chunk(50))
            Assert.All((await host.DataAsync(Role.Of("anyone"), "query($some: [ID!]!) { nodes(ids: $some) { id } }", new { some })).At("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));
    }

    [Fact]
    public async Task Who_signs_in_reads_what_is_published() =>
        Assert.Equal(4, (await host.DataAsync(Role.Of("community"), "{ teams { totalCount } }")).At("teams").GetProperty("totalCount").GetInt32());

    [Fact]
    public async Task The_main_page_counts_nothing() =>
        Assert.DoesNotMatch(">[1-9][0-9]*<", await host.CreateClient().GetStringAsync("/"));
}

/// <summary>A host whose community is closed to visitors.</summary>
public sealed class ClosedHost : RoleHost
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Auth:AnyoneReads"] = "false" };
}
