using System.Text.Json;
using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Execution.Lists;

/// <summary>Filters in the database against the same conditions on the whole list in memory.</summary>
[Collection(nameof(Community))]
public class FilterTests(EquityHost host)
{
    private const string Fields = """
        key name service locality stage phase involvement progressScore coachScore createdAt pausedUntil organisation { name }
        inequities(first: 20) { nodes { dimension population core20Plus5 } } learning(first: 20) { nodes { kind } } offers { available }
        """;

    public static TheoryData<string, Func<JsonElement, bool>> Conditions => new()
    {
        { "{ name: { eq: \"The Golpo Group\" } }", team => team.Text("name") == "The Golpo Group" },
        { "{ name: { eq: \"the golpo group\" } }", _ => false },
        { "{ name: { startsWith: \"THE \" } }", team => Fold(team, "name").StartsWith("the ", StringComparison.Ordinal) },
        { "{ name: { nstartsWith: \"the \" } }", team => !Fold(team, "name").StartsWith("the ", StringComparison.Ordinal) },
        { "{ service: { contains: \"CLÍNIC\" } }", team => Fold(team, "service").Contains("clinic", StringComparison.Ordinal) },
        { "{ name: { endsWith: \"Saltway\" } }", team => Fold(team, "name").EndsWith("saltway", StringComparison.Ordinal) },
        { "{ name: { contains: \"%\" } }", _ => false },
        { "{ name: { startsWith: \"_\" } }", _ => false },
        { "{ key: { contains: \"Clinic\" } }", team => team.Text("key").Contains("clinic", StringComparison.Ordinal) },
        { "{ key: { startsWith: \"T\", neq: \"tablet-table-quayside\" } }", team => team.Text("key").StartsWith('t') && team.Text("key") != "tablet-table-quayside" },
        { "{ name: { in: [\"The Golpo Group\", \"the tablet table\"] } }", team => team.Text("name") == "The Golpo Group" },
        { "{ name: { nin: [\"The Golpo Group\"] } }", team => team.Text("name") != "The Golpo Group" },
        { "{ organisation: { key: { endsWith: \"hospital\" } } }", team => team.At("organisation", "name").GetString()!.EndsWith("Hospital", StringComparison.Ordinal) },
        { "{ locality: { in: [\"Quayside\", \"Upper Wend\", null] } }", team => team.GetProperty("locality").GetString() is null or "Quayside" or "Upper Wend" },
        { "{ locality: { nin: [\"Quayside\"] } }", team => team.GetProperty("locality").GetString() != "Quayside" },
        { "{ stage: { eq: TESTING } }", team => team.Text("stage") == "TESTING" },
        { "{ stage: { in: [FORMING, SHARING] } }", team => team.Text("stage") is "FORMING" or "SHARING" },
        { "{ involvement: { eq: null } }", team => team.GetProperty("involvement").ValueKind == JsonValueKind.Null },
        { "{ involvement: { neq: BIG_I } }", team => team.GetProperty("involvement").GetString() != "BIG_I" },
        { "{ pausedUntil: { neq: null } }", team => team.GetProperty("pausedUntil").ValueKind != JsonValueKind.Null },
        { "{ phase: { gte: 2, lt: 3 } }", team => team.GetProperty("phase").GetInt32() == 2 },
        { "{ progressScore: { gt: 2.5 } }", team => team.GetProperty("progressScore").GetDouble() > 2.5 },
        { "{ coachScore: { ngt: 2.5 } }", team => team.GetProperty("coachScore") is var score && (score.ValueKind == JsonValueKind.Null || score.GetDouble() <= 2.5) },
        { "{ createdAt: { gte: \"2026-01-01T00:00:00+01:00\" } }", team => team.GetProperty("createdAt").GetDateTime() >= new DateTime(2025, 12, 31, 23, 0, 0, DateTimeKind.Utc) },
        { "{ or: [{ stage: { eq: FORMING } }, { and: [{ phase: { eq: 1 } }, { stage: { eq: SHARING } }] }] }", team => team.Text("stage") == "FORMING" || (team.GetProperty("phase").GetInt32() == 1 && team.Text("stage") == "SHARING") },
        { "{ or: [] }", _ => true },
        { "{ organisation: { name: { contains: \"primary care\" } } }", team => team.At("organisation", "name").GetString()!.Contains("Primary Care", StringComparison.Ordinal) },
        { "{ inequities: { some: { dimension: { eq: ETHNICITY } } } }", team => Inequities(team).Any(one => one.Text("dimension") == "ETHNICITY") },
        { "{ inequities: { none: { dimension: { eq: DEPRIVATION } } } }", team => Inequities(team).All(one => one.Text("dimension") != "DEPRIVATION") },
        { "{ inequities: { all: { dimension: { eq: AGE } } } }", team => Inequities(team).All(one => one.Text("dimension") == "AGE") },
        { "{ inequities: { some: { core20Plus5: { some: { eq: CHILD_ASTHMA } } } } }", team => Inequities(team).Any(one => Core(one).Contains("CHILD_ASTHMA")) },
        { "{ inequities: { some: { core20Plus5: { any: false } } } }", team => Inequities(team).Any(one => Core(one).Count == 0) },
        { "{ learning: { some: { kind: { eq: DID_NOT_WORK } } }, stage: { eq: TESTING } }", team => team.Text("stage") == "TESTING" && team.Nodes("learning").Any(one => one.Text("kind") == "DID_NOT_WORK") },
        { "{ offers: { some: { available: { neq: false } } } }", team => team.GetProperty("offers").EnumerateArray().Any(offer => offer.GetProperty("available").GetBoolean()) },
    };

    [Theory]
    [MemberData(nameof(Conditions), DisableDiscoveryEnumeration = true)]
    public async Task A_filter_keeps_just_the_rows_that_fit(string where, Func<JsonElement, bool> fits)
    {
        var all = await host.DataAsync($"{{ teams(first: 100) {{ nodes {{ {Fields} }} }} }}");
        var kept = await host.DataAsync($"{{ teams(first: 100, where: {where}) {{ totalCount nodes {{ key }} }} }}");
        var expected = all.Nodes("teams").Where(fits).Select(team => team.Text("key")).ToList();
        Assert.Equal(expected, kept.Nodes("teams").Select(team => team.Text("key")));
        Assert.Equal(expected.Count, kept.At("teams", "totalCount").GetInt32());
    }

    [Fact]
    public async Task A_filter_can_be_a_variable()
    {
        var data = await host.DataAsync(
            "query($where: TeamFilterInput) { teams(where: $where) { totalCount } }",
            new { where = new { stage = new { eq = "SHARING" }, progressScore = new { gte = 4 } } });
        Assert.Equal(5, data.At("teams", "totalCount").GetInt32());
    }

    [Fact]
    public async Task Children_of_a_parent_are_filtered_ordered_and_paged_for_each_parent()
    {
        var data = await host.DataAsync("""
            { teams(first: 100) { nodes { key
                all: learning(first: 30, order: [{ title: DESC }]) { totalCount nodes { title } }
                one: learning(first: 1, order: [{ title: DESC }], where: { kind: { neq: ADVICE } }) { totalCount nodes { title kind } pageInfo { hasNextPage endCursor } }
                rest: learning(last: 2, order: [{ title: DESC }]) { nodes { title } pageInfo { hasPreviousPage } } } } }
            """);
        foreach (var team in data.Nodes("teams"))
        {
            var all = team.Nodes("all").Select(learning => learning.Text("title")).ToList();
            Assert.Equal(all.Count, team.At("all", "totalCount").GetInt32());
            Assert.Equal(all.OrderByDescending(Folding.Fold, StringComparer.Ordinal), all);
            Assert.Equal(all.TakeLast(2), team.Nodes("rest").Select(learning => learning.Text("title")));
            Assert.Equal(all.Count > 2, team.At("rest", "pageInfo", "hasPreviousPage").GetBoolean());
            Assert.All(team.Nodes("one"), learning => Assert.NotEqual("ADVICE", learning.Text("kind")));
            Assert.Equal(team.At("one", "totalCount").GetInt32() > 1, team.At("one", "pageInfo", "hasNextPage").GetBoolean());
        }
    }

    private static string Fold(JsonElement team, string field) => Folding.Fold(team.Text(field));

    private static IReadOnlyList<JsonElement> Inequities(JsonElement team) => team.Nodes("inequities");

    private static List<string?> Core(JsonElement inequity) => [.. inequity.GetProperty("core20Plus5").EnumerateArray().Select(value => value.GetString())];
}
