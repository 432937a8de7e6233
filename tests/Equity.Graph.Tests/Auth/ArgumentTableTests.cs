using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Equity.Graph.Execution;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Auth;

/// <summary>Filters and orders tell no role more than the field that they are about.</summary>
public class ArgumentTableTests(RoleHost host, ITestOutputHelper output) : IClassFixture<RoleHost>
{
    private static readonly Dictionary<string, double> Scores = new() { ["coachScore"] = Cast.CoachScore, ["progressScore"] = Cast.ProgressScore };

    private int decisions;

    [Fact]
    public void Whatever_can_be_filtered_or_ordered_by_and_is_not_for_everybody_is_decided()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        var there = new HashSet<string>();
        foreach (var input in schema.AllTypes.OfType<IInputObjectGraphType>().Where(type => type.Name.EndsWith("FilterInput", StringComparison.Ordinal) || type.Name.EndsWith("SortInput", StringComparison.Ordinal)))
        {
            var row = input.Name.Replace("FilterInput", "", StringComparison.Ordinal).Replace("SortInput", "", StringComparison.Ordinal);
            foreach (var field in schema.AllTypes[row] is IObjectGraphType type ? input.Fields.Select(each => type.Fields.Find(each.Name)).OfType<FieldType>() : [])
            {
                there.Add($"{row}.{field.Name}");
                Assert.True(IsForEverybody(row, field) || RoleTable.Has("argument", $"{row}.{field.Name}"), $"Nobody has decided who is told: add \"argument,{row}.{field.Name},…\" to {RoleTable.Place}.");
            }
        }
        Assert.True(there.Count > 50, $"{there.Count} arguments");
        Assert.All(RoleTable.Of("argument"), line => Assert.Contains(line.What, there));
    }

    [Fact]
    public async Task Scores_tell_rows_apart_only_to_whom_they_are_told()
    {
        foreach (var (field, score) in Scores)
        {
            foreach (var role in Role.All)
            {
                var seen = Teams(role);
                var told = seen.Where(key => RoleTable.Find("argument", $"Team.{field}").For(role, key) == "told").ToHashSet();
                await AssertAsync(role, $"where: {{ {field}: {{ eq: {score} }} }}", told);
                await AssertAsync(role, $"where: {{ {field}: {{ gte: 0.5 }} }}", told);
                await AssertAsync(role, $"where: {{ {field}: {{ neq: null }} }}", told);
                await AssertAsync(role, $"where: {{ {field}: {{ nin: [{score}] }} }}", [.. seen.Except(told)]);
                await AssertAsync(role, $"where: {{ {field}: {{ eq: null }} }}", [.. seen.Except(told)]);
                await AssertAsync(role, $"where: {{ or: [{{ {field}: {{ gt: 0 }} }}] }}", told);
                await AssertOrderedAsync(role, field, seen, told);
            }
        }
        output.WriteLine($"{decisions} decisions about arguments were checked.");
    }

    [Fact]
    public async Task Asks_and_offers_tell_rows_apart_only_to_whom_they_are_told()
    {
        foreach (var (field, word) in new[] { ("asks", Cast.AskWord), ("offers", Cast.OfferWord) })
        {
            foreach (var role in Role.All)
            {
                var seen = Teams(role);
                var told = seen.Where(key => RoleTable.Find("argument", $"Team.{field}").For(role, key) == "told").ToHashSet();
                await AssertAsync(role, $"where: {{ {field}: {{ any: true }} }}", told);
                await AssertAsync(role, $"where: {{ {field}: {{ some: {{ text: {{ contains: \"{word}\" }} }} }} }}", told);
                await AssertAsync(role, $"where: {{ {field}: {{ none: {{ text: {{ contains: \"{word}\" }} }} }} }}", [.. seen.Except(told)]);
                await AssertAsync(role, $"where: {{ {field}: {{ all: {{ text: {{ eq: \"no such text\" }} }} }} }}", [.. seen.Except(told)]);
                await AssertAsync(role, $"where: {{ {field}: {{ some: {{ text: {{ contains: \"{Cast.DeletedWord}\" }} }} }} }}", []);
                await AssertAsync(role, $"where: {{ inequities: {{ some: {{ team: {{ {field}: {{ any: true }} }} }} }} }}", told);
            }
        }
        output.WriteLine($"{decisions} decisions about arguments were checked.");
    }

    private HashSet<string> Teams(Role role) => [.. host.Rows.Values.Where(row => row.Type == "Team" && row.IsSeenBy(role)).Select(row => row.Team)];

    /// <summary>A field is for everybody when each role reads it of each row that it sees.</summary>
    private static bool IsForEverybody(string row, FieldType field)
    {
        var cells = RoleTable.Find("field", $"{row}.{field.Name}").Cells;
        var related = Selections.Named(field.ResolvedType) switch
        {
            IComplexGraphType list when list.Name.EndsWith("Connection", StringComparison.Ordinal) => Selections.Named(list.Fields.Find("nodes")!.ResolvedType).Name,
            var type => type.Name,
        };
        return cells.All(cell => cell.Value is "read" or "unreached"
            || (cell.Value == "rows" && RoleTable.Find("row", $"{related} published").Cells[cell.Key] == "read"));
    }

    private async Task AssertAsync(Role role, string arguments, HashSet<string> expected)
    {
        var teams = (await host.DataAsync(role, $"{{ teams(first: 100, {arguments}) {{ totalCount nodes {{ key }} }} }}")).At("teams");
        Assert.True(expected.SetEquals(teams.Nodes().Select(team => team.Text("key"))), $"{role}, {arguments}: {teams}");
        Assert.Equal(expected.Count, teams.GetProperty("totalCount").GetInt32());
        decisions++;
    }

    /// <summary>Rows whose score is not told come last, both ways, and their cursors hold no score.</summary>
    private async Task AssertOrderedAsync(Role role, string field, HashSet<string> seen, HashSet<string> told)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var edges = (await host.DataAsync(role, $"{{ teams(first: 100, order: [{{ {field}: {direction} }}, {{ name: ASC }}]) {{ edges {{ cursor node {{ key }} }} }} }}")).At("teams", "edges").EnumerateArray().ToList();
            Assert.Equal(seen.OrderBy(key => !told.Contains(key)).ThenBy(key => key, StringComparer.Ordinal), edges.Select(edge => edge.At("node").Text("key")));
            foreach (var edge in edges)
            {
                var held = JsonSerializer.Deserialize<JsonElement[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(edge.Text("cursor"))))![1];
                Assert.Equal(told.Contains(edge.At("node").Text("key")) ? JsonValueKind.Number : JsonValueKind.Null, held.ValueKind);
                decisions++;
            }
        }
    }
}
