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

    /// <summary>Else the schema could be read by guessing names.</summary>
    [Theory]
    [InlineData("{ teams { nodez } }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{ nodes(idz: []) { id } }", "KNOWN_ARGUMENT_NAMES")]
    [InlineData("query($w: TeamFilterInpu) { teams(where: $w) { totalCount } }", "KNOWN_TYPE_NAMES")]
    [InlineData("{ teams(where: { stage: { eq: TESTIN } }) { totalCount } }", "ARGUMENTS_OF_CORRECT_TYPE")]
    public async Task A_misspelt_name_is_not_answered_with_those_that_there_are(string query, string code)
    {
        var errors = (await host.AskAsync(query)).GetProperty("errors").EnumerateArray().ToList();
        Assert.Contains(errors, error => error.At("extensions", "code").GetString() == code && error.GetProperty("locations").GetArrayLength() > 0);
        Assert.DoesNotContain(errors, error => error.Text("message").Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_name_of_a_type_is_always_told() => Assert.Equal("""{"__typename":"Query"}""", (await host.DataAsync("{ __typename }")).GetRawText());
}
