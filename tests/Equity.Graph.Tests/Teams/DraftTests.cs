using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Teams;

/// <summary>A draft is there for its members, the lead and coach of its programme and administrators; for everybody else it is not.</summary>
public class DraftTests(DraftHost host) : IClassFixture<DraftHost>
{
    [Theory]
    [InlineData("newcomer", true)]
    [InlineData("lead", true)]
    [InlineData("coach", true)]
    [InlineData("administrator", true)]
    [InlineData("amina", false)]
    [InlineData("analyst", false)]
    [InlineData(EquityHost.Visitor, false)]
    public async Task A_draft_is_there_for_some_and_not_for_others(string persona, bool sees)
    {
        var draft = await host.DraftAsync();
        var data = await host.DataAsync("""
            query($id: ID!, $key: String!) {
              node(id: $id) { id } nodes(ids: [$id]) { id } team(key: $key) { id }
              teams(where: { key: { eq: $key } }) { totalCount nodes { id } }
              parent: teams(where: { learning: { some: { title: { eq: "Zither lesson" } } } }) { totalCount }
              programme(key: "pursuing-equity") { teams(where: { key: { eq: $key } }) { totalCount } }
              inequities(where: { title: { eq: "Zither players wait" } }) { totalCount nodes { team { id } } }
              learning(where: { title: { eq: "Zither lesson" } }) { totalCount nodes { team { id } } }
              asks(where: { text: { contains: "zither" } }) { totalCount }
              offers(where: { text: { contains: "zither" } }) { totalCount }
            }
            """, new { id = draft.Id, key = draft.Key }, persona);
        var seen = sees ? 1 : 0;
        Assert.Equal(sees, data.At("node").ValueKind == JsonValueKind.Object);
        Assert.Equal(sees, data.At("nodes")[0].ValueKind == JsonValueKind.Object);
        Assert.Equal(sees, data.At("team").ValueKind == JsonValueKind.Object);
        Assert.All(["teams", "parent", "inequities", "learning", "asks", "offers"], list => Assert.Equal(seen, data.At(list, "totalCount").GetInt32()));
        Assert.Equal(seen, data.At("programme", "teams", "totalCount").GetInt32());
    }

    [Theory]
    [InlineData("newcomer", true)]
    [InlineData("administrator", true)]
    [InlineData("amina", false)]
    [InlineData(EquityHost.Visitor, false)]
    public async Task A_draft_is_a_peer_of_those_who_see_it(string persona, bool sees)
    {
        var draft = await host.DraftAsync();
        const string find = "query($id: String!) { findPeers(text: \"zither players wait for their zither therapy\", first: 100) { team { key } reasons { theirs { quote } } } team(key: $id) { peers(first: 100) { team { key } } } }";
        await host.WithinAsync(async () => Keys(await host.DataAsync(find, new { id = "tablet-table-quayside" }), "findPeers").Contains(draft.Key));
        var data = await host.DataAsync(find, new { id = "tablet-table-quayside" }, persona);
        Assert.Equal(sees, Keys(data, "findPeers").Contains(draft.Key));
        Assert.Equal(sees, Keys(data.At("team"), "peers").Contains(draft.Key));
        Assert.Equal(sees, data.At("findPeers").GetRawText().Contains("Zither", StringComparison.Ordinal));
    }

    private static List<string> Keys(JsonElement json, string list) => [.. json.At(list).EnumerateArray().Select(peer => peer.At("team").Text("key"))];
}

/// <summary>A host with a draft of newcomer in the programme Pursuing Equity.</summary>
public sealed class DraftHost : EquityHost
{
    private Task<Row>? draft;

    internal Task<Row> DraftAsync() => draft ??= MakeAsync();

    private async Task<Row> MakeAsync()
    {
        var team = await this.RegisterAsync("newcomer", "Zither Circle");
        await this.TackleAsync("newcomer", team, "Zither players wait");
        await this.LearnAsync("newcomer", team, "Zither lesson");
        await this.AskForAsync("newcomer", team, "Who has a spare zither?");
        await this.OfferAsync("newcomer", team, "A zither for an afternoon.");
        // A draft joins a programme where a lead registers it; the personas who lead are on no team.
        await using var db = await OpenAsync();
        var row = await db.Teams.SingleAsync(one => one.Key == team.Key);
        row.ProgrammeId = await db.Programmes.Where(programme => programme.Key == "pursuing-equity").Select(programme => programme.Id).SingleAsync();
        await db.SaveChangesAsync();
        return team;
    }
}
