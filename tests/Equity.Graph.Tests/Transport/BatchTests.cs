using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Equity.Graph.Tests.Transport;

[Collection(nameof(Community))]
public class BatchTests(EquityHost host)
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Operations_are_answered_in_their_order_each_with_its_own_errors(string accept)
    {
        var (status, answers) = await PostAsync("""
            [{"query":"{ one: matching { ready } }"},{"query":5},{"query":"{ nope }"},{"query":"query($n: Int) { teams(first: $n) { nodes { key } } }","variables":{"n":1}}]
            """, accept);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(4, answers.GetArrayLength());
        Assert.True(answers[0].At("data", "one", "ready").ValueKind is JsonValueKind.True or JsonValueKind.False);
        Assert.Equal("BAD_REQUEST", answers[1].GetProperty("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("FIELDS_ON_CORRECT_TYPE", answers[2].GetProperty("errors")[0].At("extensions", "code").GetString());
        Assert.Single(answers[3].Nodes("data", "teams"));
    }

    [Fact]
    public async Task A_batch_of_one_is_answered_by_a_list() =>
        Assert.Equal(1, (await PostAsync("""[{"query":"{ matching { ready } }"}]""")).Answer.GetArrayLength());

    [Fact]
    public async Task An_empty_batch_is_a_bad_request() => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("[]")).Status);

    [Fact]
    public async Task A_batch_of_eleven_is_refused_with_the_limit_and_the_number()
    {
        var (status, answer) = await PostAsync($"[{string.Join(',', Enumerable.Repeat("{\"query\":\"{ matching { ready } }\"}", 11))}]");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("BATCH_OPERATIONS", error.At("extensions", "code").GetString());
        Assert.Equal("The batch has 11 operations; at most 10 are allowed.", error.Text("message"));
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await host.CreateClient().SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
