using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Equity.Graph.Tests.Transport;

/// <summary>What clients ask reaches no log, at whatever level.</summary>
public class LoggingTests
{
    private const string Canary = "xCanary7431";

    [Fact]
    public async Task Query_text_and_variables_reach_no_log()
    {
        await using var host = new ProbedHost();
        var client = host.CreateClient();
        var variables = new { text = Canary + " who never turn up", name = Canary };
        foreach (var query in Queries)
        {
            using var posted = await client.PostAsJsonAsync("/graphql", new { query, variables, operationName = Canary });
            using var got = await client.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(System.Text.Json.JsonSerializer.Serialize(variables))}");
            using var socket = await GraphSocket.StartAsync(host);
            await socket.SubscribeAsync(Canary, query, variables);
            await socket.ReceiveAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
            using var events = await EventClient.OpenAsync(host, request);
            await events.NextAsync();
        }
        // A path that is written otherwise leads nowhere, and is noted all the same.
        foreach (var path in (string[])["//graphql", "/graphqll", "/api/graphql", "/"])
        {
            using var astray = await client.GetAsync(new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + $"{path}?query={{{Canary}}}"));
        }
        await SendRawAsync(client.BaseAddress!, $"GET /graphql?query={{ {Canary} }} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Contains(host.Lines, line => line.Contains("Request starting", StringComparison.Ordinal) && line.Contains("/graphql", StringComparison.Ordinal));
        Assert.Contains(host.Lines, line => line.Contains("failed:", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Queries =>
    [
        $"query {Canary}($text: String!, $name: String) {{ {Canary}: findPeers(text: $text) {{ rank }} teams(where: {{ name: {{ contains: $name }} }}) {{ totalCount }} }}",
        $"query {Canary} {{ teams(where: {{ or: [{{ name: {{ eq: \"{Canary}\" }} }}, {{ summary: {{ contains: \"{Canary}\" }} }}, {{ key: {{ in: [\"{Canary}\"] }} }}] }}) {{ totalCount }} }}",
        $"{{ {Canary} }}",
        $"{{ team(key: \"{Canary}\"",
        $"{{ {Canary}: fails(text: \"{Canary}\") }}",
    ];

    private static async Task SendRawAsync(Uri address, string text)
    {
        using var connection = new TcpClient(address.Host, address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        Assert.NotEqual(0, await connection.GetStream().ReadAsync(new byte[100]));
    }
}
