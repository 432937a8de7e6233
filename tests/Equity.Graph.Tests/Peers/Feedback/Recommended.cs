using System.Text.Json;

namespace Equity.Graph.Tests.Peers.Feedback;

/// <summary>Short ways to recommendations and to what is noted of them.</summary>
internal static class Recommended
{
    public const string Tablet = "tablet-table-quayside", Maternity = "hear-me-first-maternity";

    /// <summary>A team's peers as a persona gets them.</summary>
    public static async Task<List<JsonElement>> PeersAsync(this EquityHost host, string persona, string team, int first = 3) =>
        [.. (await host.DataAsync($"{{ team(key: \"{team}\") {{ peers(first: {first}) {{ id rank score team {{ id key }} parts {{ name value }} }} }} }}", null, persona)).At("team", "peers").EnumerateArray()];

    /// <summary>Rates a recommendation.</summary>
    public static async Task<JsonElement> RateAsync(this EquityHost host, string persona, JsonElement recommendation, string verdict) =>
        (await host.ChangeAsync(persona, "rateRecommendation", new { recommendation = recommendation.Text("id"), verdict }, "rating { id verdict ratedAt team { key } peer { key } }")).At("rating");
}
