using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Equity.Graph.Execution.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Execution.Mutations;

/// <summary>A request that comes again under its key. That it holds across kills is tested where servers are killed.</summary>
public class IdempotencyTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_request_that_comes_again_is_answered_as_before_and_changes_nothing()
    {
        var first = await host.KeyedAsync("tom", KeyedRequest.Team("Once"), ["once"]);
        var again = await host.KeyedAsync("tom", KeyedRequest.Team("Once"), ["once"]);
        Assert.Equal((200, false), (first.Status, first.IsReplayed));
        Assert.Contains("\"key\":\"once\"", first.Text, StringComparison.Ordinal);
        Assert.Equal((200, true, first.Text), again);
        Assert.Equal(1, await host.CountAsync("Once"));
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        var request = new { query = "mutation { registerTeam(input: { key: \"refused-once\", name: \"R\", service: \"S\", myRole: OTHER }) { errors { __typename } } }" };
        await host.DataAsync(request.query, persona: "tom");
        var refused = await host.KeyedAsync("tom", request, ["refused"]);
        Assert.Contains("TeamKeyTaken", refused.Text, StringComparison.Ordinal);
        Assert.Equal((200, true, refused.Text), await host.KeyedAsync("tom", request, ["refused"]));
    }

    [Fact]
    public async Task A_key_stands_for_one_body()
    {
        await host.KeyedAsync("tom", KeyedRequest.Team("One body"), ["body"]);
        var (status, _, text) = await host.KeyedAsync("tom", KeyedRequest.Team("One body more"), ["body"]);
        Assert.Equal(422, status);
        Assert.Contains("Take a new key", text, StringComparison.Ordinal);
        Assert.Equal(1, await host.CountAsync("One body"));
    }

    [Fact]
    public async Task A_document_sent_by_its_hash_is_the_same_request_with_its_text_and_without()
    {
        object Hashed(bool withText)
        {
            var variables = new { input = new { name = "By hash", service = "S", myRole = "CLINICIAN" } };
            var extensions = new { persistedQuery = new { version = 1, sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(KeyedRequest.Register))) } };
            return withText ? new { query = KeyedRequest.Register, variables, extensions } : new { variables, extensions };
        }

        Assert.Contains("PersistedQueryNotFound", (await host.KeyedAsync("tom", Hashed(false), ["hash"])).Text, StringComparison.Ordinal);
        var first = await host.KeyedAsync("tom", Hashed(true), ["hash"]);
        Assert.Contains("\"key\":\"by-hash\"", first.Text, StringComparison.Ordinal);
        Assert.Equal((200, true, first.Text), await host.KeyedAsync("tom", Hashed(false), ["hash"]));
        Assert.Equal(1, await host.CountAsync("By hash"));
    }

    [Fact]
    public async Task One_key_covers_a_batch()
    {
        object[] batch = [KeyedRequest.Team("Batched one"), KeyedRequest.Team("Batched two")];
        var first = await host.KeyedAsync("tom", batch, ["batch"]);
        Assert.Equal(["batched-one", "batched-two"], JsonDocument.Parse(first.Text).RootElement.EnumerateArray().Select(answer => answer.At("data", "registerTeam", "team").Text("key")));
        Assert.Equal((200, true, first.Text), await host.KeyedAsync("tom", batch, ["batch"]));
        Assert.Equal(2, await host.CountAsync("Batched"));
    }

    [Fact]
    public async Task Keys_of_different_people_have_nothing_to_do_with_each_other()
    {
        var first = await host.KeyedAsync("tom", KeyedRequest.Team("Shared key"), ["shared"]);
        var other = await host.KeyedAsync("grace", KeyedRequest.Team("Shared key"), ["shared"]);
        Assert.False(other.IsReplayed);
        Assert.NotEqual(first.Text, other.Text);
        Assert.Equal(2, await host.CountAsync("Shared key"));
    }

    [Fact]
    public async Task Of_many_at_once_one_changes_something_and_all_are_answered_alike()
    {
        for (var round = 0; round < 10; round++)
        {
            var (name, key) = ($"At once {round}", $"at-once-{round}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.KeyedAsync("newcomer", KeyedRequest.Team(name), [key]))));
            var answer = Assert.Single(answers.Select(each => (each.Status, each.Text)).Distinct());
            Assert.Contains($"\"key\":\"{key}\"", answer.Text, StringComparison.Ordinal);
            Assert.Equal(1, await host.CountAsync(name));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_that_is_none_is_refused_and_changes_nothing(int length)
    {
        var (status, _, text) = await host.KeyedAsync("tom", KeyedRequest.Team("No key"), [new string('k', length)]);
        Assert.Equal(400, status);
        Assert.Contains("IDEMPOTENCY_KEY", text, StringComparison.Ordinal);
        Assert.Contains($"{length} characters", text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync("No key"));
    }

    [Fact]
    public async Task Two_keys_are_refused_rather_than_passed_over()
    {
        using var client = host.ClientFor("tom");
        using var connection = new TcpClient(client.BaseAddress!.Host, client.BaseAddress.Port);
        var body = JsonSerializer.Serialize(KeyedRequest.Team("Two keys"));
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nIdempotency-Key: one\r\nIdempotency-Key: two\r\n\r\n{body}"));
        using var answer = new StreamReader(connection.GetStream());
        var text = await answer.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 ", text, StringComparison.Ordinal);
        Assert.Contains("2 times", text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync("Two keys"));
    }

    [Fact]
    public async Task A_key_need_not_be_a_UUID() => Assert.Equal(200, (await host.KeyedAsync("tom", KeyedRequest.Team("Any key"), [new string('k', 255)])).Status);

    [Fact]
    public async Task A_key_with_an_answer_as_events_is_refused_rather_than_passed_over()
    {
        var (status, _, text) = await host.KeyedAsync("tom", KeyedRequest.Team("As events"), ["events"], "text/event-stream");
        Assert.Equal(400, status);
        Assert.Contains("Accept: application/json", text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync("As events"));
    }

    [Theory]
    [InlineData("mutation($to: Stage!) { advanceTeam(input: { team: \"VGVhbTox\", version: 1, to: $to }) { errors { __typename } } }", "Call 07700 900123")]
    [InlineData("mutation($to: ID!) { publishTeam(input: { team: $to, version: 1 }) { errors { __typename } } }", "Call 07700 900123")]
    public async Task What_a_refused_request_holds_is_not_kept(string query, string to)
    {
        var request = new { query, variables = new { to } };
        var first = await host.KeyedAsync("tom", request, [query[..20]]);
        Assert.Equal(first with { IsReplayed = false }, await host.KeyedAsync("tom", request, [query[..20]]) with { IsReplayed = false });
        await using var db = await host.OpenAsync();
        Assert.False(await db.StoredAnswers.AnyAsync(answer => answer.Body!.Contains("900123")));
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_day()
    {
        await using var aging = new EquityHost();
        var first = await aging.KeyedAsync("tom", KeyedRequest.Team("Aged"), ["aged"]);
        aging.Clock.Advance(IdempotencyKey.Kept);
        Assert.Equal((200, true, first.Text), await aging.KeyedAsync("tom", KeyedRequest.Team("Aged"), ["aged"]));
        aging.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await aging.KeyedAsync("tom", KeyedRequest.Team("Aged"), ["aged"])).IsReplayed);
    }
}
