using System.Text.Json;

namespace Equity.Graph.Tests.Events.Panels;

/// <summary>Short ways to panels over HTTP.</summary>
internal static class Asked
{
    /// <summary>All fields of a question.</summary>
    public const string Whole = "id text votes votedByMe askedBy { key } answers { text byRole team { key } lasts learning { id title body kind team { key } heardAtEvent { id } } at } mergedInto { id } merged { id } askedAt version";

    /// <summary>An event that takes place on 2 December, and the teams that come; its id.</summary>
    public static async Task<string> MeetAsync(this EquityHost host, string name, params (string Persona, Row Team)[] teams)
    {
        var gathering = await host.EventAsync(name);
        foreach (var (persona, team) in teams)
            await host.JoinAsync(persona, gathering, team);
        return gathering.Id;
    }

    /// <summary>A question, asked.</summary>
    public static async Task<Row> AskPanelAsync(this EquityHost host, string persona, string gathering, string text, Row? team = null) =>
        Row.Of((await host.ChangeAsync(persona, "askPanel", team is null ? new { @event = gathering, text } : new { @event = gathering, text, team = team.Id }, "panelQuestion { id version }")).At("panelQuestion"));

    /// <summary>How many votes a question has after somebody votes, or takes a vote back.</summary>
    public static async Task<int> VotesAsync(this EquityHost host, string persona, Row question, string mutation = "voteForQuestion") =>
        (await host.ChangeAsync(persona, mutation, new { question = question.Id }, "panelQuestion { votes }")).At("panelQuestion", "votes").GetInt32();

    /// <summary>A question as a persona sees it.</summary>
    public static async Task<JsonElement> QuestionAsync(this EquityHost host, string persona, Row question) =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on PanelQuestion {{ {Whole} }} }} }}", new { id = question.Id }, persona)).At("node");

    /// <summary>The panel of an event as a persona sees it.</summary>
    public static async Task<JsonElement> PanelAsync(this EquityHost host, string persona, string gathering, string selection = $"open advice questions {{ totalCount nodes {{ {Whole} }} }}") =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Event {{ panel {{ {selection} }} }} }} }}", new { id = gathering }, persona)).At("node", "panel");
}
