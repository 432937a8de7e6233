using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Equity.Graph.Measures.Release;
using Equity.Graph.Tests.Auth;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Reports;

/// <summary>How reports are answered: headers, refusals, caches.</summary>
public class ReportAnswerTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Theory]
    [InlineData("/reports/measures.csv", "text/csv", "attachment")]
    [InlineData("/reports/measures.json", "application/json", "inline")]
    public async Task A_file_says_what_it_is_and_whom_it_is_for(string address, string type, string disposition)
    {
        using var response = await host.CreateClient().GetAsync(address);
        Assert.Equal((type, "utf-8", disposition), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet, response.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("no-cache, public", Caching(response));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(["Accept-Encoding", "Authorization"], response.Headers.Vary.Order());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        using var signedIn = await host.ClientFor("analyst").GetAsync(address);
        Assert.Equal("no-cache, private", Caching(signedIn));
    }

    [Theory]
    [InlineData("measures.csv?tem=a", "tem", "Did you mean team?")]
    [InlineData("measures.csv?team=a&team=b", "team", "more than once")]
    [InlineData("measures.csv?from=1.1.2026", "from", "year-month-day")]
    [InlineData("gaps.json?to=2026-02-30", "to", "year-month-day")]
    [InlineData("gaps.json?dimension=deprivation", "dimension", "DEPRIVATION")]
    [InlineData("measures.json?limit=1000001", "limit", "1 to 1000000")]
    [InlineData("measures.json?limit=0", "limit", "1 to 1000000")]
    [InlineData("measures.csv?bom=yes", "bom", "true or false")]
    [InlineData("measures.csv?team=Not+a+key", "team", "lower-case letters")]
    [InlineData("gaps.csv?raw=true", "raw", "no such parameter")]
    public async Task A_parameter_that_cannot_be_is_named_with_what_to_do(string address, string parameter, string says)
    {
        var problem = await RefusedAsync(HttpStatusCode.BadRequest, address);
        Assert.Equal(parameter, problem.Text("parameter"));
        Assert.Contains(says, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure.csv")]
    [InlineData("measures.xlsx")]
    [InlineData("measures")]
    [InlineData("Measures.csv")]
    public async Task A_report_that_is_not_there_is_answered_with_those_that_are(string file) =>
        Assert.Contains("/reports/measures.csv", (await RefusedAsync(HttpStatusCode.NotFound, file)).Text("remedy"), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_that_is_not_valid_is_refused_and_so_are_visitors_where_they_see_nothing()
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "eyJhbGciOiJub25lIn0.e30.");
        foreach (var address in (string[])["/reports", "/reports/measures.csv"])
        {
            using var refused = await client.GetAsync(address);
            Assert.Equal((HttpStatusCode.Unauthorized, "error=\"invalid_token\""), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Parameter));
        }
    }

    [Fact]
    public async Task Who_has_the_newest_file_is_told_so_until_something_changes()
    {
        using var first = await GetAsync("/reports/measures.csv");
        using var again = await GetAsync("/reports/measures.csv", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        foreach (var other in (string[])["/reports/measures.json", "/reports/measures.csv?bom=true", "/reports/gaps.csv"])
        {
            using var different = await GetAsync(other, first.Headers.ETag);
            Assert.Equal(HttpStatusCode.OK, different.StatusCode);
        }
        await host.PublishAsync("grace", "Somebody New");
        using var changed = await GetAsync("/reports/measures.csv", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_release_changes_the_tag_and_while_it_is_made_there_is_none()
    {
        await using var own = new EquityHost();
        var team = await own.PublishAsync("amina", "Releases");
        await own.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "M", kind = "OUTCOME", unit = "U", better = "LOWER", countsPeople = true }, "__typename");
        using var before = await own.CreateClient().GetAsync("/reports/measures.csv");
        await own.Background<Releasing>().RunAsync(CancellationToken.None);
        using var after = await own.CreateClient().GetAsync("/reports/measures.csv");
        await using var db = await own.OpenAsync();
        await db.MonthlyReleases.ExecuteUpdateAsync(release => release.SetProperty(one => one.CompletedAt, (DateTime?)null));
        using var meanwhile = await own.CreateClient().GetAsync("/reports/measures.csv");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Null(meanwhile.Headers.ETag);
    }

    [Fact]
    public async Task A_head_has_the_headers_and_no_body()
    {
        using var get = await host.CreateClient().GetAsync("/reports/gaps.csv");
        using var head = await host.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/reports/gaps.csv"));
        Assert.Equal((get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_a_report()
    {
        using var response = await host.CreateClient().PostAsync("/reports/measures.csv", null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task A_file_is_compressed_for_who_takes_that()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/reports/measures.csv");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await host.CreateClient().SendAsync(request);
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        await using var plain = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(await host.FileAsync("/reports/measures.csv"), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task The_byte_order_mark_comes_on_request()
    {
        var client = host.CreateClient();
        var (with, without) = (await client.GetByteArrayAsync("/reports/measures.csv?bom=true"), await client.GetByteArrayAsync("/reports/measures.csv"));
        Assert.Equal([.. Encoding.UTF8.Preamble, .. without], with);
        Assert.Equal((byte)'t', without[0]);
    }

    private static string Caching(HttpResponseMessage response) => string.Join(", ", response.Headers.CacheControl!.ToString().Split(", ").Order());

    private async Task<HttpResponseMessage> GetAsync(string address, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await host.CreateClient().SendAsync(request);
    }

    private async Task<JsonElement> RefusedAsync(HttpStatusCode status, string address)
    {
        using var response = await host.CreateClient().GetAsync($"/reports/{address}");
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(body).RootElement;
    }
}

/// <summary>Reports where the community is closed to visitors.</summary>
public class ClosedReportTests(ClosedHost host) : IClassFixture<ClosedHost>
{
    [Theory]
    [InlineData("/reports")]
    [InlineData("/reports/measures.csv")]
    public async Task A_visitor_has_to_sign_in_and_then_reads(string address)
    {
        using var refused = await host.CreateClient().GetAsync(address);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().ToString()));
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.TokenOf(Role.Of("community")));
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
