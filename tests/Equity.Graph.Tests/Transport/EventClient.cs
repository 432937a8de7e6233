using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Equity.Graph.Tests.Transport;

/// <summary>A client of server-sent events.</summary>
internal sealed class EventClient(HttpClient client, HttpResponseMessage response, StreamReader lines) : IDisposable
{
    /// <summary>Opens a stream by POST.</summary>
    public static async Task<EventClient> OpenAsync(EquityHost host, string query, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await OpenAsync(host, request);
    }

    /// <summary>Opens a stream by a request.</summary>
    public static async Task<EventClient> OpenAsync(EquityHost host, HttpRequestMessage request)
    {
        request.Headers.Accept.ParseAdd("text/event-stream");
        var client = host.CreateClient();
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        return new EventClient(client, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event, comments passed over; "end" when the stream has ended.</summary>
    public async Task<(string Type, JsonElement Data)> NextAsync()
    {
        var type = "end";
        JsonElement data = default;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = JsonSerializer.Deserialize<JsonElement>(line[6..]);
            else if (line.Length == 0 && type != "end")
                break;
        }
        return (type, data);
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
        client.Dispose();
    }
}
