using System.Text.Json;

namespace Equity.Graph.Tests.Pages;

/// <summary>The addresses of all pages, with things of the demo community in them.</summary>
internal static class EveryPage
{
    private const string Things = """
        {
          learning(first: 100) { nodes { id timesAdopted } }
          team(key: "tablet-table-quayside") { inequities(first: 1) { nodes { id } } friendships(first: 9) { nodes { id status } } }
          posters(first: 1) { nodes { id } }
          corridor: team(key: "corridor-d-heart-clinics") { measures { id } }
        }
        """;

    /// <summary>The addresses. Who may not see a page is shown why, and that page is looked at too.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(EquityHost host)
    {
        var data = await host.DataAsync(Things);
        var friendships = data.Nodes("team", "friendships");
        return
        [
            "/", "/sign-in", "/find", "/find?q=our+older+patients+cannot+use+the+video+link", "/find?team=tablet-table-quayside", "/find?q=zzz&dimension=SEX&place=nowhere",
            "/teams", "/teams?q=nobody+is+called+this", "/teams/new", "/teams/tablet-table-quayside", "/teams/corridor-d-heart-clinics", "/teams/tablet-table-quayside/edit", "/teams/tablet-table-quayside/people",
            "/teams/tablet-table-quayside/inequities", "/teams/tablet-table-quayside/asks", "/teams/tablet-table-quayside/learning",
            "/teams/tablet-table-quayside/ideas", "/teams/tablet-table-quayside/measures", "/teams/tablet-table-quayside/poster", $"/teams/tablet-table-quayside/inequities?change={Id(data.Nodes("team", "inequities"))}",
            "/inequities", $"/inequities/{Id(data.Nodes("team", "inequities"))}",
            "/learning", "/learning?q=late+buses", $"/learning/{Id(data.Nodes("learning").OrderByDescending(each => each.At("timesAdopted").GetInt32()))}",
            "/my-team", "/propose/eyes-on-reception-deaf", "/propose/tablet-table-quayside",
            .. friendships.Select(friendship => $"/friendships/{friendship.Text("id")}"),
            "/events", "/events/new", "/events/lifeboat-hall-gathering", "/events/lifeboat-hall-gathering/edit", "/events/corn-hall-gathering", "/events/corn-hall-gathering/cafe", "/events/corn-hall-gathering/cafe/print",
            "/events/corn-hall-gathering/harvest", "/events/corn-hall-gathering/panel", "/events/corn-hall-gathering/posters", $"/posters/{Id(data.Nodes("posters"))}",
            "/community", "/community/introductions", "/community/cafe/lifeboat-hall-gathering", "/community/audit",
            "/insights", "/insights/metrics/teams", "/insights/measures", $"/insights/measures/{data.At("corridor", "measures")[0].Text("id")}",
            "/network", "/network?team=tablet-table-quayside",
            "/privacy", "/accessibility", "/help", "/nothing-here",
        ];
    }

    private static string Id(IEnumerable<JsonElement> nodes) => nodes.First().Text("id");
}
