using System.Globalization;
using System.Text.Json;

namespace Equity.Graph.Tests;

/// <summary>Short ways to change something over HTTP.</summary>
internal static class Changes
{
    /// <summary>Runs a mutation that must succeed; its payload.</summary>
    /// <param name="host">The server.</param>
    /// <param name="persona">Who makes the change.</param>
    /// <param name="mutation">Its name.</param>
    /// <param name="input">Its input; what it leaves out is left out, null is null.</param>
    /// <param name="selection">What to read of the payload.</param>
    public static async Task<JsonElement> ChangeAsync(this EquityHost host, string persona, string mutation, object input, string selection)
    {
        var payload = await PayloadAsync(host, persona, mutation, input, $"{selection} errors {{ ... on Error {{ message }} }}");
        Assert.True(payload.At("errors").ValueKind == JsonValueKind.Null, payload.ToString());
        return payload;
    }

    /// <summary>Runs a mutation that must be refused for one reason; that error.</summary>
    /// <param name="host">The server.</param>
    /// <param name="persona">Who tries.</param>
    /// <param name="mutation">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="type">The error's type.</param>
    /// <param name="fields">What to read of the error besides its message.</param>
    public static async Task<JsonElement> RefusedAsync(this EquityHost host, string persona, string mutation, object input, string type, string fields = "")
    {
        var payload = await PayloadAsync(host, persona, mutation, input, $"errors {{ __typename ... on Error {{ message }} ... on {type} {{ message {fields} }} }}");
        var error = Assert.Single(payload.At("errors").EnumerateArray());
        Assert.Equal(type, error.Text("__typename"));
        Assert.NotEmpty(error.Text("message"));
        return error;
    }

    /// <summary>Registers a team, as a draft.</summary>
    public static async Task<Row> RegisterAsync(this EquityHost host, string persona, string name, string role = "CLINICIAN") =>
        Row.Of((await host.ChangeAsync(persona, "registerTeam", new { name, service = "A service", myRole = role }, "team { id key version }")).At("team"));

    /// <summary>Registers a team and publishes it.</summary>
    public static async Task<Row> PublishAsync(this EquityHost host, string persona, string name, string role = "CLINICIAN")
    {
        var team = await host.RegisterAsync(persona, name, role);
        return Row.Of((await host.ChangeAsync(persona, "publishTeam", new { team = team.Id, version = team.Version }, "team { id key version }")).At("team"));
    }

    /// <summary>A piece of learning, shared.</summary>
    public static async Task<Row> LearnAsync(this EquityHost host, string persona, Row team, string title, string body = "What we learnt.") =>
        Row.Of((await host.ChangeAsync(persona, "shareLearning", new { team = team.Id, kind = "WORKED", title, body }, "learning { id version }")).At("learning"));

    /// <summary>An inequity, recorded.</summary>
    public static async Task<Row> TackleAsync(this EquityHost host, string persona, Row team, string title, string population = "People") =>
        Row.Of((await host.ChangeAsync(persona, "recordInequity", new { team = team.Id, title, dimension = "AGE", population }, "inequity { id version }")).At("inequity"));

    /// <summary>An ask.</summary>
    public static async Task<Row> AskForAsync(this EquityHost host, string persona, Row team, string text) =>
        Row.Of((await host.ChangeAsync(persona, "askForHelp", new { team = team.Id, text }, "ask { id version }")).At("ask"));

    /// <summary>An offer.</summary>
    public static async Task<Row> OfferAsync(this EquityHost host, string persona, Row team, string text) =>
        Row.Of((await host.ChangeAsync(persona, "offerHelp", new { team = team.Id, text }, "offer { id version }")).At("offer"));

    /// <summary>That a team tries a piece of learning.</summary>
    public static async Task<Row> AdoptAsync(this EquityHost host, string persona, Row team, Row learning, string? note = null) =>
        Row.Of((await host.ChangeAsync(persona, "adoptLearning", new { team = team.Id, learning = learning.Id, note }, "adoption { id version }")).At("adoption"));

    /// <summary>A change idea, recorded.</summary>
    public static async Task<Row> IdeaAsync(this EquityHost host, string persona, Row team, string title) =>
        Row.Of((await host.ChangeAsync(persona, "recordChangeIdea", new { team = team.Id, title }, "changeIdea { id version }")).At("changeIdea"));

    /// <summary>Makes many changes of a team, as many at once as a request may hold. None may be refused.</summary>
    /// <param name="host">The server.</param>
    /// <param name="persona">Who makes them.</param>
    /// <param name="team">The team, which the fields name as $team.</param>
    /// <param name="count">How many.</param>
    /// <param name="field">The field of a number, without its selection.</param>
    public static async Task ManyAsync(this EquityHost host, string persona, Row team, int count, Func<int, string> field)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(25))
        {
            var data = await host.DataAsync($"mutation($team: ID!) {{ {string.Join(' ', some.Select(i => $"m{i}: {field(i)} {{ errors {{ __typename }} }}"))} }}", new { team = team.Id }, persona);
            Assert.All(data.EnumerateObject(), made => Assert.Equal(JsonValueKind.Null, made.Value.At("errors").ValueKind));
        }
    }

    /// <summary>What a persona sees under a global id: its typename; null when nothing.</summary>
    public static async Task<string?> NodeAsync(this EquityHost host, string persona, Row row)
    {
        var node = (await host.DataAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id = row.Id }, persona)).At("node");
        return node.ValueKind == JsonValueKind.Null ? null : node.Text("__typename");
    }

    private static async Task<JsonElement> PayloadAsync(EquityHost host, string persona, string mutation, object input, string selection) => (await host.DataAsync(
        string.Create(CultureInfo.InvariantCulture, $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} }} }}"),
        new { input }, persona)).At(mutation);
}

/// <summary>A row as a client knows it: its id, its key where it was asked for, and its version.</summary>
internal sealed record Row(string Id, string Key, int Version)
{
    public static Row Of(JsonElement row) => new(row.Text("id"), row.TryGetProperty("key", out var key) ? key.GetString()! : "", row.At("version").GetInt32());
}
