using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Equity.Graph.Tests.Transport;

[Collection(nameof(Community))]
public class CachingTests(EquityHost host)
{
    private const string Good = "/graphql?query=%7Bteams%7BtotalCount%20nodes%7Bname%20summary%7D%7D%7D";

    [Fact]
    public async Task An_answer_that_anyone_may_see_is_tagged_and_not_sent_twice()
    {
        using var first = await GetAsync(Good);
        Assert.Equal("public, max-age=10", first.Headers.CacheControl!.ToString());
        Assert.Equal("Accept, Authorization, Accept-Encoding, Origin", string.Join(", ", first.Headers.Vary));
        using var second = await GetAsync(Good, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Another_answer_has_another_tag()
    {
        using var one = await GetAsync(Good);
        using var other = await GetAsync("/graphql?query=%7Bteams%7BtotalCount%7D%7D", request => request.Headers.IfNoneMatch.Add(one.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_with_errors_is_kept_by_nobody()
    {
        using var response = await GetAsync("/graphql?query=%7Bnode(id:%22x%22)%7Bid%7D%7D");
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_for_somebody_who_is_signed_in_is_kept_by_nobody()
    {
        using var response = await host.ClientFor("amina").GetAsync(Good);
        Assert.Equal("no-store, private", string.Join(", ", response.Headers.CacheControl!.ToString().Split(", ").Order()));
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_to_a_post_is_kept_by_nobody()
    {
        using var response = await host.CreateClient().PostAsJsonAsync("/graphql", new { query = "{ teams { totalCount } }" });
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_where_the_client_takes_it(string coding)
    {
        using var response = await GetAsync(Good, request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding)));
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_head_has_the_headers_of_the_get_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Good);
        using var response = await host.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_schema_is_served_as_text_and_tagged()
    {
        using var response = await GetAsync("/graphql/schema.graphql");
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(await File.ReadAllTextAsync(Repository.Path("schema", "equity.graphql")), await response.Content.ReadAsStringAsync());
        using var again = await GetAsync("/graphql/schema.graphql", request => request.Headers.IfNoneMatch.Add(response.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with?.Invoke(request);
        return await host.CreateClient().SendAsync(request);
    }
}
