using System.Net.Http.Json;

namespace Equity.Graph.Tests.Execution.Mutations;

/// <summary>Sends requests with an Idempotency-Key.</summary>
internal static class KeyedRequest
{
    public const string Register = "mutation($input: RegisterTeamInput!) { registerTeam(input: $input) { team { id key } errors { __typename } } }";

    /// <summary>An operation that registers a team.</summary>
    public static object Team(string name) => new { query = Register, variables = new { input = new { name, service = "S", myRole = "CLINICIAN" } } };

    /// <summary>Sends a body; the answer's status, whether it is that of an earlier request, and its text.</summary>
    public static async Task<(int Status, bool IsReplayed, string Text)> KeyedAsync(this EquityHost host, string persona, object body, string?[] keys, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", keys);
        request.Headers.Accept.ParseAdd(accept);
        using var response = await host.ClientFor(persona).SendAsync(request);
        return ((int)response.StatusCode, response.Headers.Contains("Idempotent-Replayed"), await response.Content.ReadAsStringAsync());
    }

    /// <summary>How many teams have a name that starts so.</summary>
    public static async Task<int> CountAsync(this EquityHost host, string name) =>
        (await host.DataAsync("query($name: String!) { teams(where: { name: { startsWith: $name } }) { totalCount } }", new { name })).At("teams", "totalCount").GetInt32();
}
