using System.Text.Json;

namespace Equity.Graph.Tests.Auth;

/// <summary>What a viewer may not read does not show in what is made of rows either: recommendations, scores, quotes, counts, audits, cached documents.</summary>
public class LeakTests(RoleHost host) : IClassFixture<RoleHost>
{
    /// <summary>All that is made of rows, by every way there is; the words that hidden texts hold are asked for too.</summary>
    private const string Everything = """
        query Everything($home: ID!, $text: String!) {
          teams(first: 20) { totalCount nodes { ...Whole peers(first: 20, includeUnavailable: true) { ...Why } } }
          node(id: $home) { ... on Team { ...Whole programme { key teams { totalCount nodes { ...Whole } } } } }
          findPeers(text: $text, first: 20) { ...Why }
          search(text: $text, first: 100) { totalCount edges { cursor score evidence { quote source { id } } node { ... on Team { ...Whole } ... on Inequity { title team { key } } ... on Learning { title team { key } } ... on Offer { text team { key } } } } }
          inequities(first: 100) { totalCount nodes { title population evidence team { key } alsoTackledBy(first: 20) { ...Why } } }
          learning(first: 100) { totalCount nodes { title team { key } inequity { title } related(first: 20) { title body team { key } } } }
          asks(first: 100) { totalCount nodes { text team { key } matches(first: 20) { score reasons { ...Reason } offer { text team { key } } } } }
          posters(first: 100) { totalCount nodes { title altText summary team { key } } }
          resources(first: 100) { totalCount nodes { title transcript team { key } } }
          offers(first: 100) { totalCount nodes { text team { key } matches(first: 20) { score reasons { ...Reason } ask { text team { key } } } } }
        }
        fragment Whole on Team { key name aim summary asks { text } offers { text } inequities { totalCount nodes { title } } learning { totalCount nodes { title } } }
        fragment Why on PeerRecommendation { id score mutual parts { name value } team { ...Whole } reasons { ...Reason } }
        fragment Reason on PeerReason { kind text ours { quote source { id } } theirs { quote source { id } } }
        """;

    private static readonly string[] Roles = [.. Role.All.Select(role => role.Name)];

    public static TheoryData<string> EachRole => [.. Roles];

    [Theory]
    [MemberData(nameof(EachRole))]
    public async Task Nothing_is_made_of_what_the_viewer_may_not_read(string name)
    {
        var role = Role.Of(name);
        var answer = await EverythingAsync(role);
        var told = answer.GetRawText();
        Assert.DoesNotContain(Cast.DeletedWord, told, StringComparison.Ordinal);
        Assert.Equal(SeenTeams(role).Any(team => team.Contains("draft", StringComparison.Ordinal)), told.Contains(Cast.DraftWord, StringComparison.Ordinal));
        Assert.Equal(name != "anyone", told.Contains(Cast.AskWord, StringComparison.Ordinal));
        Assert.Equal(name != "anyone", told.Contains(Cast.OfferWord, StringComparison.Ordinal));
        Assert.Subset(SeenTeams(role), Values(answer, "key").Except([Role.Programme]).ToHashSet());
        Assert.All(Values(answer, "id").Where(host.Rows.ContainsKey), id => Assert.True(host.Rows[id].IsSeenBy(role), $"{role} and {host.Rows[id]}"));
        Assert.All(Sources(answer), source => Assert.Equal(JsonValueKind.Object, source.ValueKind));
    }

    [Fact]
    public async Task Visitors_are_given_no_reason_or_score_that_is_made_of_asks_and_offers()
    {
        var answer = await EverythingAsync(Role.Of("anyone"));
        Assert.DoesNotContain("\"mutual\":true", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("WHAT_WE_ASK", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("WHAT_THEY_ASK", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("WHAT_WE_ASK", (await EverythingAsync(Role.Of("community"))).GetRawText(), StringComparison.Ordinal);
        var peers = answer.Nodes("teams").SelectMany(team => team.At("peers").EnumerateArray()).ToList();
        Assert.NotEmpty(peers);
        foreach (var peer in peers)
        {
            // As for a team that has neither: the part takes the value of the whole profile's likeness, at its own weight.
            var parts = peer.At("parts").EnumerateArray().ToDictionary(part => part.Text("name"), part => part.GetProperty("value").GetDouble());
            Assert.Equal(parts["profile"] / new Matching.MatcherOptions().ProfileWeight, parts["support"] / new Matching.MatcherOptions().SupportWeight, 1e-9);
            Assert.Equal(peer.GetProperty("score").GetDouble(), parts.Values.Sum(), 1e-9);
        }
    }

    [Fact]
    public async Task What_is_hidden_takes_no_place_of_what_is_shown()
    {
        foreach (var role in Role.All)
        {
            var others = SeenTeams(role).Count - 1;
            var team = (await host.DataAsync(role, $$"""
                { team(key: "home") { learning { nodes { related(first: {{others}}) { id } } } asks { matches(first: {{others}}) { score } } offers { matches(first: {{others}}) { score } }
                  inequities { nodes { alsoTackledBy(first: {{others}}) { rank } } } peers(first: {{others}}, includeUnavailable: true) { rank } } matching { teams } }
                """));
            // An archived team is read, and no longer recommended.
            Assert.Equal(others, team.Nodes("team", "learning").Single().At("related").GetArrayLength());
            Assert.All(team.At("team", "asks").EnumerateArray().Concat(team.At("team", "offers").EnumerateArray()), own => Assert.Equal(others - 1, own.At("matches").GetArrayLength()));
            Assert.Equal(others - 1, team.At("team", "peers").GetArrayLength());
            Assert.Equal(others - 1, team.Nodes("team", "inequities").Single().At("alsoTackledBy").GetArrayLength());
            Assert.Equal(others + 1, team.At("matching").GetProperty("teams").GetInt32());
        }
    }

    [Fact]
    public async Task One_viewer_is_never_answered_what_another_was()
    {
        var alone = new Dictionary<string, string>();
        foreach (var role in Role.All)
            alone[role.Name] = (await EverythingAsync(role)).GetRawText();
        Assert.Equal(6, alone.Values.Distinct().Count());
        foreach (var role in Role.All.Reverse().Concat(Role.All))
            Assert.Equal(alone[role.Name], (await EverythingAsync(role)).GetRawText());
        var together = await Task.WhenAll(Role.All.Select(EverythingAsync));
        Assert.Equal(Role.All.Select(role => alone[role.Name]), together.Select(answer => answer.GetRawText()));
    }

    [Theory]
    [InlineData("mutation { registerTeam(input: $) { team { key } } }", null)]
    [InlineData("mutation { other: registerTeam(input: $) { team { key } } }", null)]
    [InlineData("mutation { ...Change } fragment Change on Mutation { registerTeam(input: $) { team { key } } }", null)]
    [InlineData("mutation { ... { ... on Mutation { registerTeam(input: $) { team { key } } } } }", null)]
    [InlineData("query Read { viewer { person } } mutation Write { ...A } fragment A on Mutation { ...B } fragment B on Mutation { registerTeam(input: $) { team { key } } }", "Write")]
    public async Task A_visitor_changes_nothing_however_the_field_is_reached(string document, string? operation)
    {
        var query = document.Replace("$", "{ name: \"\", service: \"\", myRole: CARER }", StringComparison.Ordinal);
        // The same document is known already when the visitor asks; a team without a name is refused to members too, but as data.
        Assert.False((await host.AskAsync(Role.Of("community"), query, null, operation)).TryGetProperty("errors", out var errors), errors.ToString());
        var answer = await host.AskAsync(Role.Of("anyone"), query, null, operation);
        Assert.Equal("FORBIDDEN", Assert.Single(answer.GetProperty("errors").EnumerateArray()).At("extensions").Text("code"));
        Assert.False(answer.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task What_a_document_holds_beside_the_operation_that_is_asked_for_is_not_refused()
    {
        const string document = "query Read { viewer { person } } mutation Write { ...Change } fragment Change on Mutation { forgetPerson(input: {}) { rows } }";
        Assert.False((await host.AskAsync(Role.Of("anyone"), document, null, "Read")).TryGetProperty("errors", out var errors), errors.ToString());
    }

    [Theory]
    [MemberData(nameof(EachRole))]
    public async Task The_audit_tells_no_name_and_no_key_of_the_database(string name)
    {
        var audit = (await host.DataAsync(Role.Of(name), "{ audit(first: 100) { nodes { kind key before after by team { audit(first: 30) { nodes { after } } } } } }")).GetRawText();
        Assert.DoesNotContain("Somebody for", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("personId", audit, StringComparison.OrdinalIgnoreCase);
    }

    private Task<JsonElement> EverythingAsync(Role role) => host.DataAsync(role, Everything, new
    {
        home = host.Rows.Values.Single(row => row is { Type: "Team", Team: "home" }).Id,
        text = $"bus tickets given away {Cast.DraftWord} {Cast.DeletedWord} {Cast.AskWord} {Cast.OfferWord}",
    });

    private HashSet<string> SeenTeams(Role role) => [.. host.Rows.Values.Where(row => row.Type == "Team" && row.IsSeenBy(role)).Select(row => row.Team)];

    private static IEnumerable<string> Values(JsonElement answer, string name) => Properties(answer).Where(each => each.Name == name && each.Value.ValueKind == JsonValueKind.String).Select(each => each.Value.GetString()!);

    private static IEnumerable<JsonElement> Sources(JsonElement answer) => Properties(answer).Where(each => each.Name == "source").Select(each => each.Value);

    private static IEnumerable<JsonProperty> Properties(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(each => Properties(each.Value).Prepend(each)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
