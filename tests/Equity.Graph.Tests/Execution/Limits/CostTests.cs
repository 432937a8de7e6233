using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Execution.Limits;

/// <summary>In a community of its own, because the named documents that are weighed write too.</summary>
public class CostTests(EquityHost host) : IClassFixture<EquityHost>
{
    /// <summary>The biggest sensible page: twenty teams with what they tackle, what they learnt, and five peers each with reasons.</summary>
    private const string BiggestPage = """
        { teams(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { name organisation { name } programme { name } members { role } asks { text } offers { text }
          inequities(first: 10) { totalCount nodes { title dimension population } }
          learning(first: 10) { totalCount nodes { kind title body sharedAt } }
          peers(first: 5) { score team { name } reasons { text ours { quote } theirs { quote } } } } } }
        """;

    [Theory]
    [InlineData("{ matching { ready model } }", 1)]
    [InlineData("{ teams { nodes { name service } } }", 21)]
    [InlineData("{ teams(first: 5) { nodes { name } } }", 6)]
    [InlineData("{ teams(last: 5) { nodes { name } } }", 6)]
    [InlineData("{ teams(first: 5) { edges { cursor node { name } } } }", 11)]
    [InlineData("{ teams(first: 5) { totalCount pageInfo { endCursor } } }", 3)]
    [InlineData("{ teams(first: 5) { nodes { organisation { name } } } }", 11)]
    [InlineData("{ teams(first: 5) { nodes { inequities { nodes { title } } } } }", 111)]
    [InlineData("{ teams(first: 5) { nodes { inequities(first: 2) { nodes { team { name } } } } } }", 31)]
    [InlineData("{ teams(first: 5) { nodes { members { role } } } }", 36)]
    [InlineData("{ teams(first: 5) { nodes { peers(first: 2) { score } } } }", 66)]
    [InlineData("{ teams(first: 5) { nodes { peers { score } } } }", 81)]
    [InlineData("{ findPeers(text: \"late buses\") { score } }", 115)]
    [InlineData("{ programme(key: \"pursuing-equity\") { phases { name } teams(first: 3) { nodes { key } } } }", 8)]
    [InlineData("query($n: Int) { teams(first: $n) { nodes { name } } }", 21)]
    [InlineData("query($n: Int = 7) { teams(first: $n) { nodes { name } } }", 8)]
    [InlineData("query($n: Int! = 7) { teams(first: $n) { nodes { team: organisation { name } } } }", 15)]
    [InlineData("{ teams(first: null) { nodes { name } } }", 21)]
    [InlineData("{ teams(first: 0) { nodes { peers(first: 100) { score } } } }", 1)]
    [InlineData("{ a: teams(first: 5) { nodes { name } } b: teams(first: 5) { nodes { name } } }", 12)]
    [InlineData("{ ...P ...P ...P } fragment P on Query { teams(first: 5) { ...N } } fragment N on TeamsConnection { nodes { name } }", 18)]
    [InlineData("{ a: teams(first: 5) { ...N } b: teams(first: 7) { ...N } } fragment N on TeamsConnection { nodes { name } }", 14)]
    [InlineData("{ node(id: \"VGVhbTox\") { id ... on Team { organisation { name } } ... on Ask { team { name } } } }", 3)]
    [InlineData("{ nodes(ids: [\"VGVhbTox\", \"VGVhbToy\"]) { id ... on Team { organisation { name } } } }", 4)]
    [InlineData("query($ids: [ID!]! = [\"VGVhbTox\", \"VGVhbToy\", \"VGVhbToz\"]) { nodes(ids: $ids) { id } }", 3)]
    [InlineData("query($id: ID! = \"VGVhbTox\") { nodes(ids: [$id]) { id } }", 1)]
    [InlineData("query($yes: Boolean = false) { teams @include(if: $yes) { nodes { name } } }", 21)]
    [InlineData("{ matching { ready } teams @include(if: false) { nodes { name } } ... @skip(if: true) { teams { nodes { name } } } }", 1)]
    [InlineData("{ __typename __type(name: \"Team\") { fields { name } } }", 500)]
    public async Task An_operation_costs_one_for_each_thing_that_it_delivers(string query, long cost) => Assert.Equal(cost, (await ReportAsync(query)).At("requested").GetInt64());

    [Theory]
    [InlineData("findPeers", 1, 1)]
    [InlineData("findPeers", 1_000, 1)]
    [InlineData("findPeers", 1_001, 2)]
    [InlineData("findPeers", 10_000, 10)]
    [InlineData("search", 10_000, 10)]
    public async Task A_long_text_costs_by_its_pieces(string field, int length, int pieces)
    {
        var query = $"query($text: String!) {{ {field}(text: $text, first: 1) {{ __typename }} }}";
        Assert.Equal(pieces * 100, await CostAsync(length) - await CostAsync(0));

        async Task<long> CostAsync(int characters) => (await AnswerAsync(query, new { text = new string('x', characters) })).At("extensions", "cost", "requested").GetInt64();
    }

    [Theory]
    [InlineData("-5", 1)]
    [InlineData("-2147483648", 1)]
    [InlineData("2147483647", 101)]
    public async Task A_size_that_no_page_has_costs_no_less_than_nothing_and_no_more_than_a_page(string size, long cost)
    {
        var answer = await AnswerAsync($"{{ teams(first: {size}) {{ nodes {{ name }} }} }}");
        Assert.Equal(cost, answer.At("extensions", "cost", "requested").GetInt64());
        Assert.Equal("PAGE_SIZE", answer.GetProperty("errors")[0].At("extensions", "code").GetString());
    }

    [Fact]
    public async Task Every_named_document_and_the_biggest_sensible_page_cost_what_is_allowed()
    {
        var costs = new Dictionary<string, long> { ["the biggest sensible page"] = await CostOfAsync(BiggestPage) };
        foreach (var path in Directory.EnumerateFiles(Repository.Path("schema", "operations"), "*.graphql"))
        {
            // What is listened to costs at each event.
            if (await File.ReadAllTextAsync(path) is var document && !document.Contains("\nsubscription ", StringComparison.Ordinal))
                costs[Path.GetFileNameWithoutExtension(path)] = await CostOfAsync(document);
        }
        Assert.All(costs, document => Assert.InRange(document.Value, 1, 5_000));
        Assert.Equal((2_083, 91, 134, 75, 44), (costs["the biggest sensible page"], costs["AsksWithAnswers"], costs["FindPeers"], costs["WhoTacklesWhat"], costs["WhomToCall"]));
    }

    [Theory]
    [InlineData("{ teams(first: 100) { nodes { inequities(first: 100) { nodes { title } } } } }", null)]
    [InlineData("query($n: Int) { teams(first: $n) { nodes { inequities(first: $n) { nodes { title } } } } }", 100)]
    [InlineData("query($n: Int! = 100) { teams(first: $n) { nodes { inequities(last: $n) { nodes { title } } } } }", null)]
    [InlineData("query($n: Int) { teams(first: $n) { ...A ...A ...A ...A ...A ...A } } fragment A on TeamsConnection { nodes { ...B ...B ...B ...B ...B } } fragment B on Team { inequities(first: 4) { nodes { title } } }", 100)]
    [InlineData("query($n: Int) { teams(first: $n) { ... on TeamsConnection { edges { node { ... on Team { ... on Node { id } peers(first: $n) { team { name } } } } } } } }", 100)]
    [InlineData("query($n: Int) { node(id: \"UHJvZ3JhbW1lOjE\") { ... on Programme { teams(first: $n) { nodes { learning(first: $n) { nodes { related(first: $n) { title } } } } } } } }", 100)]
    public async Task What_costs_too_much_is_refused_and_no_statement_is_run(string query, int? n)
    {
        // With smaller pages the same document has been validated, and may be kept.
        if (n is not null)
            Assert.True((await AnswerAsync(query, new { n = 1 })).TryGetProperty("data", out _));
        host.Statements.Take();
        var error = Assert.Single((await AnswerAsync(query, n is null ? null : new { n })).GetProperty("errors").EnumerateArray());
        Assert.Equal("COST", error.At("extensions", "code").GetString());
        Assert.Matches("^The operation costs [0-9]+; the limit is 5000\\. ", error.Text("message"));
        Assert.Empty(host.Statements.Take());
    }

    [Fact]
    public void Every_list_says_how_many_items_it_may_have()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        Assert.Empty(schema.AllTypes.OfType<IObjectGraphType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .Where(type => type.ResolvedInterfaces.All(each => each.Name != "Error"))
            .SelectMany(type => type.Fields.Where(field => IsList(field.ResolvedType!) && !FieldCosts.IsSized(field)).Select(field => $"{type.Name}.{field.Name}")));

        static bool IsList(IGraphType type) => type switch
        {
            NonNullGraphType inner => IsList(inner.ResolvedType!),
            ListGraphType list => list.ResolvedType is not NonNullGraphType { ResolvedType: ScalarGraphType },
            _ => false,
        };
    }

    [Fact]
    public async Task A_cost_beyond_all_numbers_is_refused_as_well()
    {
        var nested = string.Concat(Enumerable.Repeat("teams(first: 100) { nodes { programme { ", 3)) + "name" + string.Concat(Enumerable.Repeat(" } } }", 3));
        var (code, message) = await host.ErrorAsync($"{{ programmes(first: 100) {{ nodes {{ {nested} }} }} }}");
        Assert.Equal(("COST", "The operation costs 203030201; the limit is 5000."), (code, message[..message.IndexOf(" Ask", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task The_cost_is_in_the_answer_only_when_the_header_asks_for_it()
    {
        Assert.Equal("""{"requested":21,"limit":5000,"remaining":4979}""", (await ReportAsync("{ teams { nodes { name } } }")).GetRawText());
        Assert.False((await host.AskAsync("{ teams { nodes { name } } }")).TryGetProperty("extensions", out _));
    }

    [Fact]
    public async Task A_document_that_is_not_valid_has_no_cost() => Assert.False((await AnswerAsync("{ nothing }")).TryGetProperty("extensions", out _));

    /// <summary>With a value for each variable that has no default.</summary>
    private async Task<long> CostOfAsync(string query) =>
        (await AnswerAsync(query, Parser.Parse(query).Definitions.OfType<GraphQLOperationDefinition>().Single().Variables?.Items
            .Where(variable => variable is { Type: GraphQLNonNullType, DefaultValue: null }).ToDictionary(variable => variable.Variable.Name.StringValue, variable => Some(variable.Type)), "lead")).At("extensions", "cost", "requested").GetInt64();

    private object Some(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => Some(inner.Type),
        GraphQLListType list => new[] { Some(list.Type) },
        _ => Some(host.Services.GetRequiredService<EquitySchema>().AllTypes[((GraphQLNamedType)type).Name.StringValue]!),
    };

    private static object Some(IGraphType type) => type switch
    {
        NonNullGraphType inner => Some(inner.ResolvedType!),
        ListGraphType list => new[] { Some(list.ResolvedType!) },
        EnumerationGraphType values => values.Values.First().Name,
        IInputObjectGraphType input => input.Fields.Where(field => field.ResolvedType is NonNullGraphType).ToDictionary(field => field.Name, field => Some(field.ResolvedType!)),
        IntGraphType or FloatGraphType => 1,
        BooleanGraphType => true,
        _ => type.Name switch { "Date" => "2026-11-01", "DateTime" => "2026-11-01T10:00:00Z", _ => "none" },
    };

    private async Task<JsonElement> ReportAsync(string query) => (await AnswerAsync(query)).At("extensions", "cost");

    private async Task<JsonElement> AnswerAsync(string query, object? variables = null, string persona = EquityHost.Visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }), Headers = { { "X-Graph-Cost", "report" } } };
        using var response = await host.ClientFor(persona).SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
