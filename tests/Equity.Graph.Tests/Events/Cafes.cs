using System.Text.Json;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Events;

/// <summary>Short ways to world cafés over HTTP.</summary>
internal static class Cafes
{
    /// <summary>The questions of three rounds.</summary>
    public static readonly string[] Questions = ["What did you try?", "What surprised you?", "What will you take home?"];

    /// <summary>A plan for the teams that come.</summary>
    public static async Task<JsonElement> PlanAsync(this EquityHost host, Row gathering, int seed = 1, string[]? hosts = null) =>
        Made(await host.DataAsync(Operations.Text("PlanWorldCafe"), new { @event = gathering.Id, questions = Questions, seed, hosts }, "lead"), "planWorldCafe");

    /// <summary>A plan for the rest of a café.</summary>
    public static async Task<JsonElement> ReplanAsync(this EquityHost host, string cafe) => Made(await host.DataAsync(Operations.Text("ReplanWorldCafe"), new { cafe }, "lead"), "replanWorldCafe");

    /// <summary>A plan, published: its id, and those of its rounds.</summary>
    public static async Task<(string Id, List<string> Rounds)> PublishCafeAsync(this EquityHost host, JsonElement plan)
    {
        var cafe = Made(await host.DataAsync(Operations.Text("PublishWorldCafe"), new { cafe = plan.Text("id"), version = plan.At("version").GetInt32() }, "lead"), "publishWorldCafe");
        return (cafe.Text("id"), [.. cafe.At("rounds").EnumerateArray().Select(round => round.Text("id"))]);
    }

    /// <summary>Begins a round.</summary>
    public static Task<JsonElement> StartAsync(this EquityHost host, string round) => host.ChangeAsync("lead", "startCafeRound", new { round }, "cafeRound { startsAt startedAt cafe { status } }");

    /// <summary>Who sits where: for each round, for each table, its host and then all its teams, by name.</summary>
    public static async Task<List<List<(int Table, string Host, List<string> Teams)>>> SeatsAsync(this EquityHost host, string cafe) =>
        [.. (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on WorldCafe { rounds { tables { number host { name } teams { name } } } } } }", new { id = cafe })).At("node", "rounds").EnumerateArray()
            .Select(round => round.At("tables").EnumerateArray()
                .Select(table => (table.At("number").GetInt32(), table.At("host").Text("name"), table.At("teams").EnumerateArray().Select(team => team.Text("name")).ToList())).ToList())];

    /// <summary>Who sits where in one round, as a text to be compared.</summary>
    public static string Shown(this List<(int Table, string Host, List<string> Teams)> round) => string.Join('\n', round.Select(table => $"{table.Table} {table.Host}: {string.Join(", ", table.Teams)}"));

    private static JsonElement Made(JsonElement data, string mutation)
    {
        Assert.True(data.At(mutation, "errors").ValueKind == JsonValueKind.Null, data.ToString());
        return data.At(mutation, mutation == "startCafeRound" ? "cafeRound" : "worldCafe");
    }
}
