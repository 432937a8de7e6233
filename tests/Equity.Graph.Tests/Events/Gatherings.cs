using System.Text.Json;

namespace Equity.Graph.Tests.Events;

/// <summary>Short ways to events over HTTP.</summary>
internal static class Gatherings
{
    /// <summary>An event of the demo's programme, as a draft.</summary>
    public static async Task<Row> DraftEventAsync(this EquityHost host, string name, int capacity = 300, string startsAt = "2026-12-02T10:00:00Z") => Row.Of((await host.ChangeAsync(
        "lead", "createEvent", new { name, programme = "pursuing-equity", startsAt, capacity }, "event { id key version }")).At("event"));

    /// <summary>An event of the demo's programme that can be joined.</summary>
    public static async Task<Row> EventAsync(this EquityHost host, string name, int capacity = 300, string startsAt = "2026-12-02T10:00:00Z")
    {
        var draft = await host.DraftEventAsync(name, capacity, startsAt);
        return Row.Of((await host.ChangeAsync("lead", "publishEvent", new { @event = draft.Id, version = draft.Version }, "event { id key version }")).At("event"));
    }

    /// <summary>A team joins.</summary>
    public static Task<JsonElement> JoinAsync(this EquityHost host, string persona, Row gathering, Row team) => host.ChangeAsync(persona, "joinEvent", new { @event = gathering.Id, team = team.Id }, "event { id }");

    /// <summary>A team leaves.</summary>
    public static Task<JsonElement> LeaveAsync(this EquityHost host, string persona, Row gathering, Row team) => host.ChangeAsync(persona, "leaveEvent", new { @event = gathering.Id, team = team.Id }, "event { id }");

    /// <summary>As many teams, published and joined; a persona's own.</summary>
    public static async Task<List<Row>> GatherAsync(this EquityHost host, string persona, Row gathering, string name, int count)
    {
        var teams = new List<Row>();
        for (var i = 1; i <= count; i++)
        {
            teams.Add(await host.PublishAsync(persona, $"{name} {i}"));
            await host.JoinAsync(persona, gathering, teams[^1]);
        }
        return teams;
    }

    /// <summary>Something of an event, as a persona reads it.</summary>
    public static async Task<JsonElement> ReadEventAsync(this EquityHost host, string persona, Row gathering, string selection) =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Event {{ {selection} }} }} }}", new { id = gathering.Id }, persona)).At("node");

    /// <summary>The ids in a list of an event.</summary>
    public static async Task<List<string>> IdsAsync(this EquityHost host, string persona, Row gathering, string list) =>
        [.. (await host.ReadEventAsync(persona, gathering, $"{list} {{ id }}")).At(list).EnumerateArray().Select(each => each.Text("id"))];

    /// <summary>What waits for a persona about an event, newest first, as kind and text.</summary>
    public static async Task<List<(string Kind, string Text)>> ToldOfAsync(this EquityHost host, string persona, Row gathering) =>
        [.. (await host.DataAsync("{ viewer { notifications(first: 100) { kind text about { id } } } }", null, persona)).At("viewer", "notifications").EnumerateArray()
            .Where(one => one.At("about").ValueKind == JsonValueKind.Object && one.At("about").Text("id") == gathering.Id).Select(one => (one.Text("kind"), one.Text("text")))];
}
