namespace Equity.Graph.Tests.Execution.Limits;

public sealed class IntrospectionTests(ProductionHost host) : IClassFixture<ProductionHost>
{
    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ a: __type(name: \"Team\") { name } }")]
    [InlineData("{ ...A } fragment A on Query { ... on Query { __schema { queryType { name } } } }")]
    public async Task A_visitor_in_production_does_not_read_the_schema(string query)
    {
        Assert.Equal("INTROSPECTION", (await host.ErrorAsync(query)).Code);
        Assert.Equal("INTROSPECTION", (await host.ErrorAsync(query)).Code);
    }

    [Fact]
    public async Task The_name_of_a_type_is_always_told() => Assert.Equal("""{"__typename":"Query"}""", (await host.DataAsync("{ __typename }")).GetRawText());
}
