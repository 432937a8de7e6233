using System.Text.Json;
using Equity.Graph.Events;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Events.Harvest;

/// <summary>Short ways to what is heard at tables.</summary>
internal static class Tables
{
    /// <summary>All fields of a note.</summary>
    public const string Whole = "id event { id } round table kind title text from { key } writtenBy { key } mergedInto { id } learning { id title body kind team { key } heardAtEvent { id } } publishedAt version";

    /// <summary>A world café with one round that has begun and one that has not, where teams sit as they are told to: who sits where is not what these tests are about.</summary>
    public static async Task SeatAsync(this EquityHost host, string gathering, params Row[][] tables)
    {
        await using var db = await host.OpenAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var id = NodeId.Parse(gathering).Id;
        var cafe = new WorldCafe { Key = $"cafe-{id}", EventId = id, Status = CafeStatus.Running, LeastAtATable = 4, MostAtATable = 6, PlannedAt = now };
        foreach (var number in new[] { 1, 2 })
        {
            var round = new CafeRound { Key = $"cafe-{id}-{number}", Number = number, Question = "What helped?", StartsAt = now, Minutes = 20, StartedAt = number == 1 ? now : null };
            foreach (var (i, teams) in tables.Index())
                round.Seats.AddRange(teams.Select((team, place) => new CafeSeat { Table = i + 1, TeamId = NodeId.Parse(team.Id).Id, Hosts = place == 0 }));
            cafe.Rounds.Add(round);
        }
        db.Add(cafe);
        await db.SaveChangesAsync();
    }

    /// <summary>Something heard, written down.</summary>
    public static async Task<Row> HearAsync(this EquityHost host, string persona, string gathering, Row from, string text, string kind = "WORKED") =>
        Row.Of((await host.ChangeAsync(persona, "harvest", new { @event = gathering, kind, text, from = from.Id }, "harvestNote { id version }")).At("harvestNote"));

    /// <summary>A note as a persona sees it; null when not at all.</summary>
    public static async Task<JsonElement> NoteAsync(this EquityHost host, string persona, Row note) =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on HarvestNote {{ {Whole} }} }} }}", new { id = note.Id }, persona)).At("node");

    /// <summary>The notes of an event that a persona sees, by their texts.</summary>
    public static async Task<List<string>> NotesAsync(this EquityHost host, string persona, string gathering) =>
        [.. (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { harvestNotes(first: 100) { nodes { text } } } } }", new { id = gathering }, persona)).Nodes("node", "harvestNotes").Select(note => note.Text("text"))];
}
