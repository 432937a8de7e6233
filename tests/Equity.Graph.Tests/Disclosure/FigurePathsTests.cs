using System.Text.Json;
using Equity.Graph.Disclosure;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Whichever way one comes to a measure of others, its figures are the released ones; and who may not write learns nothing by trying.</summary>
public class FigurePathsTests(AttackedHost host) : IClassFixture<AttackedHost>, IAsyncLifetime
{
    private const string Figures = "measures { id points " + PointsDoor.Selection + " }";
    private static readonly DateOnly Date = new(2026, 9, 1);

    private AttackedMeasure measure = null!;

    public async Task InitializeAsync()
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        measure = await community.CreateAsync("amina", "Paths", ["A", "B"]);
        await community.RecordAsync(measure, [(Date, new RawStratum("A", 3, 47)), (Date, new RawStratum("B", 13, 58))]);
        await host.ChangeAsync("amina", "recordChangeIdea", new { team = measure.Team.Id, title = "Bus tickets", measures = new[] { measure.Id } }, "__typename");
        await community.ReleaseAsync(afterDays: 31);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("node(id: $id) { ... on Measure { id points " + PointsDoor.Selection + " } }")]
    [InlineData("nodes(ids: [$id]) { ... on Measure { id points " + PointsDoor.Selection + " } }")]
    [InlineData("node(id: $id) { ... on Measure { team { " + Figures + " } } }")]
    [InlineData("node(id: $id) { ... on Measure { inequity { " + Figures + " } } }")]
    [InlineData("node(id: $id) { ... on Measure { inequity { team { " + Figures + " } } } }")]
    [InlineData("node(id: $id) { ... on Measure { changeIdeas { " + Figures + " } } }")]
    [InlineData("team(key: $team) { changeIdeas { " + Figures + " } }")]
    [InlineData("team(key: $team) { " + Figures + " }")]
    [InlineData("teams(where: { key: { eq: $team } }) { nodes { " + Figures + " } }")]
    [InlineData("inequities(first: 100) { nodes { " + Figures + " } }")]
    [InlineData("a: team(key: $team) { " + Figures + " } b: team(key: $team) { " + Figures + " }")]
    public async Task Every_way_leads_to_the_same_figures(string way)
    {
        foreach (var persona in new[] { EquityHost.Visitor, "newcomer", "grace", "analyst", "administrator", "lead" })
        {
            var data = await host.DataAsync($"query($id: ID!, $team: String!) {{ {way} x: node(id: $id) {{ __typename }} y: team(key: $team) {{ __typename }} }}", new { id = measure.Id, team = measure.Team.Key }, persona);
            var found = Found(data).Where(node => node.Text("id") == measure.Id).ToList();
            Assert.NotEmpty(found);
            Assert.All(found, node => Assert.Equal(
                ["A */45", "B 15/60", " 15/105"],
                node.At("points").EnumerateArray().Select(point => $"{point.GetProperty("stratum").GetString()} {PointsDoor.Number(point, "numerator")?.ToString("0", null) ?? "*"}/{PointsDoor.Number(point, "denominator"):0}")));
        }
    }

    [Theory]
    [InlineData("2026-09-01", "A")]
    [InlineData("2026-09-01", "Nobody")]
    [InlineData("2026-08-01", "A")]
    [InlineData("2050-01-01", "B")]
    public async Task Who_may_not_record_is_refused_alike_whatever_is_there(string date, string stratum)
    {
        var input = new { measure = measure.Id, points = new[] { new { date, stratum, numerator = 3, denominator = 2 } } };
        foreach (var persona in new[] { "newcomer", "grace", "analyst", "administrator", "lead" })
        {
            Assert.Equal(await TryAsync(persona, new { measure = measure.Id, points = Array.Empty<object>() }), await TryAsync(persona, input));
            await host.RefusedAsync(persona, "recordMeasurements", input, "NotAMember");
        }
        Assert.Equal(await TryAsync(EquityHost.Visitor, new { measure = measure.Id, points = Array.Empty<object>() }), await TryAsync(EquityHost.Visitor, input));

        async Task<string> TryAsync(string persona, object sent) => (await host.AskAsync(
            "mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { measure { points " + PointsDoor.Selection + " } errors { __typename ... on Error { message } } } }", new { input = sent }, persona)).GetRawText();
    }

    private static IEnumerable<JsonElement> Found(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("points", out _) => [json],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Found(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Found),
        _ => [],
    };
}
