using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Execution.Mutations;
using Microsoft.Data.Sqlite;

namespace Equity.Graph.Tests.Reliability;

/// <summary>Another process writes for longer than a request waits.</summary>
public class BusyTests
{
    private const int Writers = 30;

    [Fact]
    public async Task Who_cannot_write_is_told_to_come_again_and_who_reads_is_answered_meanwhile()
    {
        await using var host = new EquityHost();
        await host.DataAsync("{ teams { totalCount } }");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(host.Data, Database.FileName)};Pooling=False");
        await other.OpenAsync();
        await using var writing = other.BeginTransaction();
        var tried = Enumerable.Range(0, Writers).Select(number => Task.Run(() => WriteAsync(host, number))).ToList();
        await Task.Delay(500);
        await host.DataAsync("{ teams { totalCount } }");
        Assert.Contains(tried, write => !write.IsCompleted);
        foreach (var (number, (status, retryAfter, answer)) in (await Task.WhenAll(tried)).Index())
        {
            var error = Assert.Single(answer.At("errors").EnumerateArray());
            Assert.Equal(("BUSY", 5), (error.At("extensions").Text("code"), error.At("extensions", "retryAfter").GetInt32()));
            Assert.Contains("Nothing was changed", error.Text("message"), StringComparison.Ordinal);
            // With a key the request is refused before it runs.
            Assert.Equal(number % 2 == 0 ? (HttpStatusCode.OK, null) : (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (status, retryAfter));
        }
        await writing.RollbackAsync();
        Assert.Equal(0, await host.CountAsync("Busy"));
        var (_, _, again) = await WriteAsync(host, 1);
        Assert.Equal("busy-1", again.At("data", "registerTeam", "team").Text("key"));
    }

    private static async Task<(HttpStatusCode Status, TimeSpan? RetryAfter, JsonElement Answer)> WriteAsync(EquityHost host, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(KeyedRequest.Team($"Busy {number}")) };
        if (number % 2 == 1)
            request.Headers.Add("Idempotency-Key", $"busy-{number}");
        using var response = await host.ClientFor("tom").SendAsync(request);
        return (response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
