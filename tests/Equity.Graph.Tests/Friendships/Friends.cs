using System.Text.Json;

namespace Equity.Graph.Tests.Friendships;

/// <summary>Short ways to friendships over HTTP.</summary>
internal static class Friends
{
    /// <summary>All fields of a friendship.</summary>
    public const string Whole = """
        id status message purpose responsePromise { workingDays } boundaries contacts { team { id } how } proposedAt answeredAt answerBy declineReason nextCheckIn
        checkIns { team { id } met helped note at } score parts { name value } reasons { kind text ours { quote } theirs { quote } } version from { id key openPlaces } to { id key openPlaces }
        """;

    /// <summary>A proposal, made.</summary>
    public static async Task<Row> ProposeAsync(this EquityHost host, string persona, Row from, Row to) =>
        Row.Of((await host.ChangeAsync(persona, "proposeFriendship", new { from = from.Id, to = to.Id }, "friendship { id version }")).At("friendship"));

    /// <summary>A proposal, accepted.</summary>
    public static async Task<Row> AcceptAsync(this EquityHost host, string persona, Row friendship) =>
        Row.Of((await host.ChangeAsync(persona, "acceptFriendship", new { friendship = friendship.Id, version = friendship.Version }, "friendship { id version }")).At("friendship"));

    /// <summary>Two teams made friends by their members.</summary>
    public static async Task<Row> BefriendAsync(this EquityHost host, string asking, Row from, string asked, Row to) =>
        await host.AcceptAsync(asked, await host.ProposeAsync(asking, from, to));

    /// <summary>A friendship as a persona reads it; null where it is hidden.</summary>
    public static async Task<JsonElement> FriendshipAsync(this EquityHost host, string persona, Row friendship) =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Friendship {{ {Whole} }} }} }}", new { id = friendship.Id }, persona)).At("node");

    /// <summary>How many places a team has left.</summary>
    public static async Task<int> OpenPlacesAsync(this EquityHost host, Row team) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { openPlaces } } }", new { id = team.Id })).At("node").GetProperty("openPlaces").GetInt32();

    /// <summary>The kinds of what waits for a persona about a friendship, newest first.</summary>
    public static async Task<List<string>> ToldAsync(this EquityHost host, string persona, Row friendship) =>
        [.. (await host.DataAsync("{ viewer { notifications(first: 100) { kind about { id } } } }", null, persona)).At("viewer", "notifications").EnumerateArray()
            .Where(one => one.At("about").ValueKind == JsonValueKind.Object && one.At("about").Text("id") == friendship.Id).Select(one => one.Text("kind"))];

    /// <summary>Changes a team as a member.</summary>
    public static Task<JsonElement> UpdateTeamAsync(this EquityHost host, string persona, object input) => host.ChangeAsync(persona, "updateTeam", input, "team { id }");
}
