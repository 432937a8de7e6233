using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Equity.Graph.Tests.Transport;

[Collection(nameof(Community))]
public class GraphQLEndpointTests(EquityHost host)
{
    private const string Query = "query T($n: Int) { teams(first: $n) { nodes { key } } }";
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task Get_and_post_answer_alike()
    {
        using var posted = await client.PostAsJsonAsync("/graphql", new { query = Query, variables = new { n = 3 }, operationName = "T" });
        var got = await client.GetStringAsync($"/graphql?query={Uri.EscapeDataString(Query)}&variables={Uri.EscapeDataString("{\"n\":3}")}&operationName=T");
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal("application/json; charset=utf-8", posted.Content.Headers.ContentType!.ToString());
        Assert.Equal(await posted.Content.ReadAsStringAsync(), got);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"query\": \"\"}")]
    [InlineData("{\"query\": 5}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"variables\": 5}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"variables\": [1]}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"variables\": {\"a\": 1, \"a\": 1}}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"variables\": {\"a\": [{\"b\": 1, \"b\": 1}]}}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"extensions\": {\"a\": 1, \"a\": 1}}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"operationName\": 5}")]
    [InlineData("{\"query\": \"{ matching { ready } }\", \"extensions\": \"x\"}")]
    public async Task A_body_that_is_no_query_is_a_bad_request(string body)
    {
        using var response = await client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray());
        Assert.Equal("BAD_REQUEST", error.At("extensions", "code").GetString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("{\"a\":1,\"a\":1}")]
    public async Task Variables_in_an_address_that_are_no_object_are_a_bad_request(string variables)
    {
        using var response = await client.GetAsync($"/graphql?query=%7Bmatching%7Bready%7D%7D&variables={Uri.EscapeDataString(variables)}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_json_by_its_type_is_refused()
    {
        using var response = await client.PostAsync("/graphql", new StringContent("{ matching { ready } }", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("/graphql?query=mutation%7B__typename%7D")]
    [InlineData("/graphql?query=query%20A%7Bmatching%7Bready%7D%7D%20mutation%20B%7B__typename%7D&operationName=B")]
    public async Task A_get_changes_nothing(string address)
    {
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_over_one_megabyte_is_refused()
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query = new string(' ', 1_000_001) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var response = await client.DeleteAsync("/graphql");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "application/json", 200)]
    [InlineData("*/*", "application/json", 200)]
    [InlineData("application/*", "application/json", 200)]
    [InlineData("application/graphql-response+json", "application/graphql-response+json", 400)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", "application/graphql-response+json", 400)]
    public async Task A_document_that_cannot_run_answers_in_the_type_that_is_asked_for(string? accept, string type, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bnope%7D");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_client_that_takes_no_json_is_told_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bmatching%7Bready%7D%7D");
        request.Headers.TryAddWithoutValidation("Accept", "image/png");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task Text_beyond_ascii_is_written_as_it_is()
    {
        var body = await client.GetStringAsync("/graphql?query=" + Uri.EscapeDataString("{ findPeers(text: \"Zoë’s café\", first: 0) { rank } teams(where: { name: { eq: \"Łódź\" } }) { totalCount } }"));
        Assert.DoesNotContain("\\u", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ teams(first: \"x\") { totalCount } }")]
    [InlineData("query($k: String!) { team(key: $k) { name } }")]
    [InlineData("{ teams")]
    [InlineData("mutation { deleteAll }")]
    [InlineData("subscription { teams { totalCount } }")]
    [InlineData("{ node(id: \"VGVhbTo5OTk5OTk5OTk5OTk\") { id } }")]
    [InlineData("{ teams(where: { createdAt: { gt: \"yesterday\" } }) { totalCount } }")]
    [InlineData("{ teams(where: { pausedUntil: { gt: \"2026-13-01\" } }) { totalCount } }")]
    [InlineData("query A { matching { ready } } query B { matching { ready } }")]
    public async Task An_error_has_a_code_and_no_inside(string query)
    {
        var errors = (await host.AskAsync(query)).GetProperty("errors");
        foreach (var error in errors.EnumerateArray())
        {
            Assert.Matches("^[A-Z_]+$", error.At("extensions", "code").GetString());
            Assert.NotEqual("INTERNAL_ERROR", error.At("extensions", "code").GetString());
            Assert.DoesNotContain("Exception", error.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(" at ", error.GetRawText(), StringComparison.Ordinal);
        }
    }
}
