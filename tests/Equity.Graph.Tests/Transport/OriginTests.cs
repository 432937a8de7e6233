using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Equity.Graph.Tests.Transport;

/// <summary>Which web pages of other origins may read answers.</summary>
[Collection(nameof(Community))]
public class OriginTests(EquityHost host)
{
    [Fact]
    public async Task In_development_pages_of_this_machine_may()
    {
        Assert.True(await MayAsync(host, "http://localhost:3000"));
        Assert.True(await MayAsync(host, "http://127.0.0.1:8080"));
        Assert.False(await MayAsync(host, "https://reports.example"));
        Assert.False(await MayAsync(host, "https://localhost.evil.example"));
    }

    [Fact]
    public async Task In_production_those_may_that_are_configured()
    {
        await using var reports = new ReportsHost();
        Assert.True(await MayAsync(reports, "https://reports.example"));
        Assert.False(await MayAsync(reports, "https://reports.example.evil.example"));
        Assert.False(await MayAsync(reports, "http://localhost:3000"));
        using var socket = await GraphSocket.OpenAsync(reports, origin: "https://reports.example");
    }

    [Fact]
    public async Task An_answer_never_lets_a_page_send_cookies()
    {
        using var response = await SendAsync(host, "http://localhost:3000");
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_form_of_any_page_could_post_is_refused(string type)
    {
        using var body = new StringContent("{\"query\":\"{ matching { ready } }\"}");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await host.CreateClient().PostAsync("/graphql", body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_not_valid_is_refused_by_status_and_body()
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer nonsense");
        using var response = await client.GetAsync("/graphql?query=%7Bmatching%7Bready%7D%7D");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Contains("UNAUTHENTICATED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<bool> MayAsync(EquityHost host, string origin)
    {
        using var response = await SendAsync(host, origin);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin;
    }

    private static async Task<HttpResponseMessage> SendAsync(EquityHost host, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization, content-type");
        return await host.CreateClient().SendAsync(request);
    }

    private sealed class ReportsHost() : EquityHost(empty: true, environment: "Production")
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration((_, settings) => settings.AddInMemoryCollection([new("Cors:Origins:0", "https://reports.example")]));
        }
    }
}
