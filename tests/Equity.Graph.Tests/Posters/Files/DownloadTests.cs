using System.Net;
using System.Net.Http.Headers;

namespace Equity.Graph.Tests.Posters.Files;

public class DownloadTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Poster { imageUrl thumbnailUrl } } }";

    [Fact]
    public async Task What_is_published_is_kept_for_a_year_where_the_address_holds_the_hash()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "Kept For A Year"));
        var address = (await host.DataAsync(Read, new { id = poster.Id }, EquityHost.Visitor)).At("node").Text("imageUrl");
        using var whole = await host.CreateClient().GetAsync(address);
        Assert.Equal("immutable, max-age=31536000, public", Caching(whole));
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", whole.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Authorization", whole.Headers.Vary);
        Assert.Equal($"\"{address.Split('/')[^1]}\"", whole.Headers.ETag!.Tag);
        using var plain = await host.CreateClient().GetAsync($"/posters/{poster.Id}/image");
        Assert.Equal("no-cache, public", Caching(plain));
        Assert.Equal(await whole.Content.ReadAsByteArrayAsync(), await plain.Content.ReadAsByteArrayAsync());
        using var signedIn = await host.ClientFor("grace").GetAsync(address);
        Assert.Equal("immutable, max-age=31536000, private", Caching(signedIn));
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "Has It Already"));
        using var first = await GetAsync($"/posters/{poster.Id}/image");
        using var second = await GetAsync($"/posters/{poster.Id}/image", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_is_sent_where_a_part_is_asked_for()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "In Parts"));
        var whole = await host.CreateClient().GetByteArrayAsync($"/posters/{poster.Id}/image");
        using var part = await GetAsync($"/posters/{poster.Id}/image", request => request.Headers.Range = new RangeHeaderValue(10, 19));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal($"bytes 10-19/{whole.Length}", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(whole[10..20], await part.Content.ReadAsByteArrayAsync());
        using var beyond = await GetAsync($"/posters/{poster.Id}/image", request => request.Headers.Range = new RangeHeaderValue(whole.Length, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task A_head_has_the_headers_and_no_body()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "Head Of A Poster"));
        using var head = await host.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/posters/{poster.Id}/thumbnail"));
        Assert.Equal(("image/webp", true), (head.Content.Headers.ContentType!.MediaType, head.Content.Headers.ContentLength > 0));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_picture_of_a_draft_is_for_those_who_read_the_draft()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Draft Picture"));
        var address = (await host.TakenAsync("amina", poster, Pictures.Png())).Text("imageUrl");
        foreach (var persona in (string[])[EquityHost.Visitor, "grace", "analyst"])
            Assert.Equal(HttpStatusCode.NotFound, (await host.ClientFor(persona).GetAsync(address)).StatusCode);
        foreach (var persona in (string[])["amina", "administrator"])
        {
            using var seen = await host.ClientFor(persona).GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "no-store, private"), (seen.StatusCode, Caching(seen)));
        }
    }

    [Fact]
    public async Task What_was_replaced_or_deleted_has_no_address_any_more()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "No Address"));
        var old = (await host.DataAsync(Read, new { id = poster.Id })).At("node").Text("imageUrl");
        var next = await host.TakenAsync("amina", poster, Pictures.Png(123));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(old)).StatusCode);
        await host.ChangeAsync("amina", "deletePoster", new { id = poster.Id, version = next.At("version").GetInt32() }, "__typename");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(next.Text("imageUrl"))).StatusCode);
    }

    [Theory]
    [InlineData("/posters/nonsense/image")]
    [InlineData("/posters/UG9zdGVyOjk5OTk5/image")]
    [InlineData("/posters/UG9zdGVyOjE/portrait")]
    [InlineData("/posters/UG9zdGVyOjE/image/..%2F..%2Fequity.db")]
    public async Task There_is_nothing_at_any_other_address(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static string Caching(HttpResponseMessage response) => string.Join(", ", response.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));

    private async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        prepare?.Invoke(request);
        return await host.CreateClient().SendAsync(request);
    }
}
