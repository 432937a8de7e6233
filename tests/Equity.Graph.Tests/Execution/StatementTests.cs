namespace Equity.Graph.Tests.Execution;

/// <summary>A host where one operation may cost what it likes.</summary>
public sealed class GenerousHost : EquityHost
{
    protected override Dictionary<string, string?> Settings => new() { ["Limits:Cost"] = "1000000" };
}

/// <summary>The number of SQL statements does not grow with the number of rows.</summary>
public class StatementTests(GenerousHost host) : IClassFixture<GenerousHost>
{
    private const string Everything = """
        teams(first: SIZE) { totalCount nodes { id name organisation { name } programme { name phases { number } teams(first: 2) { totalCount nodes { key } } }
          members { role } asks { text team { key } } offers { text team { key } }
          inequities(first: 5) { totalCount nodes { title team { key } } } learning(first: 5) { totalCount nodes { title team { key } inequity { title } } } } }
        """;

    private const string Peers = """
        teams(first: SIZE) { nodes { peers(first: 3, where: { phase: { gte: 1 } }) { team { name service organisation { name } } reasons { ours { source { id } } theirs { source { id } } } }
          asks { matches(first: 2) { offer { text team { name } } } } offers { matches(first: 2) { ask { text team { name } } } }
          inequities { nodes { alsoTackledBy(first: 2) { team { name } } } } learning { nodes { related(first: 2) { title } } } } }
        """;

    private const string Search = """
        search(text: "appointments", first: SIZE) { totalCount edges { evidence { source { id } } node {
          ... on Team { name organisation { name } } ... on Inequity { title team { name } } ... on Learning { title team { name } } ... on Offer { text team { name } } } } }
        """;

    [Theory]
    [InlineData(Everything)]
    [InlineData(Peers)]
    [InlineData(Search)]
    public async Task Statements_do_not_grow_with_the_rows(string query)
    {
        // Twelve teams have every kind of row that forty have; two may lack one, and with it the statement that loads it.
        var few = await StatementsAsync(query, 12);
        var many = await StatementsAsync(query, 40);
        Assert.Equal(few.Count, many.Count);
    }

    [Fact]
    public async Task Fifty_teams_with_inequities_and_learning_take_fewer_than_ten_statements()
    {
        var statements = await StatementsAsync("teams(first: SIZE) { totalCount nodes { name inequities { totalCount nodes { title dimension } } learning { totalCount nodes { title body } } } }", 50);
        Assert.InRange(statements.Count, 1, 9);
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(string query, int size)
    {
        await host.DataAsync("{ findPeers(text: \"waits until the index is there\") { rank } }");
        host.Statements.Take();
        await host.DataAsync($"{{ {query.Replace("SIZE", $"{size}", StringComparison.Ordinal)} }}");
        return host.Statements.Take();
    }
}
