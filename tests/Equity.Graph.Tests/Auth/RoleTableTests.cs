using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Tests.Transport;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Auth;

/// <summary>Every field of the schema answers each role as roles.csv says; a field that nobody has decided fails.</summary>
public class RoleTableTests(RoleHost host, ITestOutputHelper output) : IClassFixture<RoleHost>
{
    private const int AtOnce = 10;

    /// <summary>Types that are no rows: how to come to them, and through which fields.</summary>
    private static readonly Dictionary<string, (string Query, string[] Path)> Ways = new()
    {
        ["ProgrammePhase"] = ("programme(key: \"near\") { phases { * } }", ["programme", "phases"]),
        ["MatchingInfo"] = ("matching { * }", ["matching"]),
        ["Viewer"] = ("viewer { * }", ["viewer"]),
        ["ViewerMail"] = ("viewer { mail { * } }", ["viewer", "mail"]),
        ["PeerRecommendation"] = ("team(key: \"home\") { peers { * } }", ["team", "peers"]),
        ["ScorePart"] = ("team(key: \"home\") { peers { parts { * } } }", ["team", "peers", "parts"]),
        ["PeerReason"] = ("team(key: \"home\") { peers { reasons { * } } }", ["team", "peers", "reasons"]),
        ["Evidence"] = ("team(key: \"home\") { peers { reasons { theirs { * } } } }", ["team", "peers", "reasons", "theirs"]),
        ["IntroductionPlan"] = ("introductions(perTeam: 1) { * }", ["introductions"]),
        ["Introduction"] = ("introductions { introductions { * } }", ["introductions", "introductions"]),
        ["LeftOutTeam"] = ("introductions(perTeam: 1) { leftOut { * } }", ["introductions", "leftOut"]),
        ["NaivePlan"] = ("introductions { naive { * } }", ["introductions", "naive"]),
        ["Metrics"] = ("metrics { * }", ["metrics"]),
        ["FriendshipMetrics"] = ("metrics { friendships { * } }", ["metrics", "friendships"]),
        ["SupportMetrics"] = ("metrics { support { * } }", ["metrics", "support"]),
        ["MetricRow"] = ("metricRows(where: { from: \"2026-11-01\" }) { nodes { * } }", ["metricRows", "nodes"]),
        ["InequityCount"] = ("inequityCounts { * }", ["inequityCounts"]),
        ["Network"] = ("network { * }", ["network"]),
        ["Metric"] = ("metricCatalogue { * }", ["metricCatalogue"]),
        ["WithoutAFriend"] = ("withoutAFriend { * }", ["withoutAFriend"]),
        ["TeamWithoutAFriend"] = ("withoutAFriend { longest { * } }", ["withoutAFriend", "longest"]),
        ["TeamPause"] = ("withoutAFriend { longest { pauses { * } } }", ["withoutAFriend", "longest", "pauses"]),
        ["OfferMatch"] = ("team(key: \"home\") { asks { matches { * } } }", ["team", "asks", "matches"]),
        ["AskMatch"] = ("team(key: \"home\") { offers { matches { * } } }", ["team", "offers", "matches"]),
        ["ResponsePromise"] = ("team(key: \"home\") { friendships { nodes { responsePromise { * } } } }", ["team", "friendships", "nodes", "responsePromise"]),
        ["Contact"] = ("team(key: \"home\") { friendships { nodes { contacts { * } } } }", ["team", "friendships", "nodes", "contacts"]),
        ["CheckIn"] = ("team(key: \"home\") { friendships { nodes { checkIns { * } } } }", ["team", "friendships", "nodes", "checkIns"]),
        ["CafeTable"] = ("event(key: \"near\") { cafe { rounds { tables { * } } } }", ["event", "cafe", "rounds", "tables"]),
        ["SeatChange"] = ("event(key: \"near\") { cafePlans { changesTo { * } } }", ["event", "cafePlans", "changesTo"]),
        ["FirstMeetings"] = ("event(key: \"near\") { meetings { * } }", ["event", "meetings"]),
        ["FirstMeeting"] = ("event(key: \"near\") { meetings { pairs { * } } }", ["event", "meetings", "pairs"]),
        ["TeamCard"] = ("event(key: \"near\") { cafe { teamCards { * } } }", ["event", "cafe", "teamCards"]),
        ["TableCard"] = ("event(key: \"near\") { cafe { tableCards { * } } }", ["event", "cafe", "tableCards"]),
        ["CafeSitting"] = ("event(key: \"near\") { cafe { tableCards { sittings { * } } } }", ["event", "cafe", "tableCards", "sittings"]),
        ["ChainLink"] = ("team(key: \"home\") { learning { nodes { wentTo { * } } } }", ["team", "learning", "nodes", "wentTo"]),
        ["Stratum"] = ("team(key: \"home\") { measures { strata { * } } }", ["team", "measures", "strata"]),
        ["ProcessChart"] = ("team(key: \"home\") { measures { chart { * } } }", ["team", "measures", "chart"]),
        ["ChartPoint"] = ("team(key: \"home\") { measures { chart { points { * } } } }", ["team", "measures", "chart", "points"]),
        ["EquityGap"] = ("team(key: \"home\") { measures { gap { * } } }", ["team", "measures", "gap"]),
        ["GapGroup"] = ("team(key: \"home\") { measures { gap { groups { * } } } }", ["team", "measures", "gap", "groups"]),
        ["MeasurePoint"] = ("team(key: \"home\") { measures { points { * } } }", ["team", "measures", "points"]),
        ["PdsaCycle"] = ("team(key: \"home\") { changeIdeas { cycles { * } } }", ["team", "changeIdeas", "cycles"]),
        ["Panel"] = ("event(key: \"near\") { panel { * } }", ["event", "panel"]),
        ["PanelAnswer"] = ("event(key: \"near\") { panel { questions { nodes { answers { * } } } } }", ["event", "panel", "questions", "nodes", "answers"]),
        ["SimilarQuestion"] = ("event(key: \"near\") { panel { similar(text: \"Who pays the bus fare?\") { * } } }", ["event", "panel", "similar"]),
        ["HarvestGroup"] = ("event(key: \"near\") { harvestGroups { * } }", ["event", "harvestGroups"]),
        ["SearchEdge"] = ("search(text: \"bus fare\") { edges { * } }", ["search", "edges"]),
    };

    private readonly HashSet<string> tried = [];
    private int decisions;

    private static Role Administrator => Role.Of("administrator");

    [Fact]
    public void Every_field_and_mutation_of_the_schema_is_decided_and_every_line_decides_something()
    {
        var there = Types().SelectMany(type => type.Fields.Select(field => type.Name is "Mutation" or "Subscription" ? (type.Name.ToLowerInvariant(), field.Name) : ("field", $"{type.Name}.{field.Name}"))).ToHashSet();
        Assert.All(there, each => Assert.True(IsDecided(each.Item1, each.Item2), $"Nobody has decided who may: add \"{each.Item1},{each.Item2},…\" to {RoleTable.Place}."));
        var lines = RoleTable.Of("field").Select(line => ("field", line.What.Split(' ')[0])).Concat(RoleTable.Of("mutation").Select(line => ("mutation", line.What.Split(':')[0])))
            .Concat(RoleTable.Of("subscription").Select(line => ("subscription", line.What)));
        Assert.All(lines, line => Assert.True(there.Contains(line), $"The schema has no {line.Item2}: take its line out of {RoleTable.Place}."));
        Assert.All(Types().Where(type => !Selections.IsNode(type) && type.Name is not ("Query" or "Mutation" or "Subscription")), type => Assert.True(Ways.ContainsKey(type.Name), $"Say in {nameof(Ways)} how to come to {type.Name}."));
    }

    [Fact]
    public async Task Every_field_of_every_row_answers_each_role_as_the_table_says()
    {
        foreach (var type in Types().Where(Selections.IsNode))
        {
            var whole = await NodesAsync(Administrator, type);
            foreach (var role in Role.All)
            {
                var nodes = await NodesAsync(role, type);
                foreach (var row in host.Rows.Values.Where(row => row.Type == type.Name))
                {
                    Check(row.IsSeenBy(role) == nodes.ContainsKey(row.Id), $"{role} and {row}: {(row.IsSeenBy(role) ? "should be seen" : "should be hidden")}");
                    foreach (var field in type.Fields.Where(_ => row.IsSeenBy(role)))
                        CheckField(role, $"{type.Name}.{field.Name}", row, nodes[row.Id].GetProperty(field.Name), whole.GetValueOrDefault(row.Id, nodes[row.Id]).GetProperty(field.Name));
                }
            }
        }
        var untried = RoleTable.Of("field").Where(line => Types().Any(type => Selections.IsNode(type) && line.What.StartsWith(type.Name + ".", StringComparison.Ordinal))).Select(line => line.What).Except(tried);
        Assert.True(!untried.Any(), $"The seeded rows have no value that would show whether it is hidden: {string.Join(", ", untried)}");
        output.WriteLine($"{decisions} decisions about fields of rows were checked.");
    }

    [Fact]
    public async Task Every_other_field_answers_each_role_as_the_table_says()
    {
        foreach (var (name, (query, path)) in Ways)
        {
            var type = Types().Single(type => type.Name == name);
            var document = $"{{ {query.Replace("*", Selections.Of(type), StringComparison.Ordinal)} }}";
            var whole = Flat([await host.DataAsync(Administrator, document)], path);
            foreach (var role in Role.All)
            {
                var found = await FoundAsync(role, document, path);
                foreach (var field in type.Fields)
                {
                    var decision = RoleTable.Find("field", $"{name}.{field.Name}").For(role, "home");
                    var values = found.Select(each => each.GetProperty(field.Name)).ToList();
                    Check(decision switch
                    {
                        "unreached" => found.Count == 0,
                        "read" => Text(values) == Text(whole.Select(each => each.GetProperty(field.Name))) && values.Count > 0,
                        "null" => !values.Exists(IsThere) && whole.Exists(each => IsThere(each.GetProperty(field.Name))),
                        "empty" => values.All(value => value.GetRawText() == "[]"),
                        "some" => values.Exists(IsThere),
                        "rows" => values.SelectMany(Ids).All(id => host.Rows[id].IsSeenBy(role)),
                        _ => decision == "own",
                    }, $"{role} and {name}.{field.Name}: {decision}, but {Text(values)}");
                }
            }
        }
        output.WriteLine($"{decisions} decisions about other fields were checked.");
    }

    [Fact]
    public async Task Every_list_and_every_key_finds_each_role_the_rows_that_the_table_lets_through()
    {
        var lists = Types().Single(type => type.Name == "Query").Fields.Where(field => RoleTable.Find("field", $"Query.{field.Name}").Cells["anyone"] == "rows" && field.Arguments!.Find("where") is not null).ToList();
        Assert.True(lists.Count >= 7, $"{lists.Count} lists");
        foreach (var role in Role.All)
        {
            foreach (var list in lists)
            {
                var type = Selections.Named(((IComplexGraphType)Selections.Named(list.ResolvedType)).Fields.Find("nodes")!.ResolvedType).Name;
                var (ids, total) = await AllAsync(role, list.Name);
                var known = host.Rows.Values.Where(row => row.Type == type).ToDictionary(row => row.Id);
                Check(ids.Where(known.ContainsKey).ToHashSet().SetEquals(known.Values.Where(row => row.IsSeenBy(role)).Select(row => row.Id)), $"{role} and {list.Name}: {ids.Count} rows");
                Check(total == ids.Count && (role == Administrator || ids.TrueForAll(known.ContainsKey)), $"{role} and {list.Name}: {total} counted, {ids.Count} listed");
            }
            foreach (var row in host.Rows.Values.Where(row => row.Type is "Team" or "Programme" or "Event"))
                Check(row.IsSeenBy(role) == IsThere((await host.DataAsync(role, $"{{ found: {row.Type.ToLowerInvariant()}(key: \"{row.Team}\") {{ id }} }}")).At("found")), $"{role} and {row}");
        }
        output.WriteLine($"{decisions} decisions about lists and keys were checked.");
    }

    [Fact]
    public async Task A_subscription_tells_each_role_of_the_rows_that_the_table_lets_through()
    {
        var visible = host.Rows.Values.First(row => row is { Type: "Learning", State: "published" });
        var shared = host.Rows.Values.Where(row => row.Type == "Learning").Append(visible).ToList();
        var streams = new List<(Role Role, EventClient Events)>();
        foreach (var role in Role.All)
            streams.Add((role, await EventClient.OpenAsync(host, "subscription { learningShared { id } }", host.TokenOf(role))));
        await host.ListenersAsync(streams.Count);
        foreach (var row in shared)
            host.Share(row.Id);
        foreach (var (role, events) in streams)
        {
            foreach (var row in shared.Where(row => row.IsSeenBy(role)))
                Check((await events.NextAsync()).Data.At("data", "learningShared").Text("id") == row.Id, $"{role} and {row}");
            events.Dispose();
        }
        output.WriteLine($"{decisions} events were told as decided.");
    }

    [Fact]
    public async Task The_viewer_is_told_about_the_viewer_alone()
    {
        const string query = "{ viewer { person roles teams { key } programmes { key } } }";
        Assert.Equal("""{"viewer":{"person":null,"roles":[],"teams":[],"programmes":[]}}""", (await host.DataAsync(Role.Of("anyone"), query)).GetRawText());
        Assert.Equal("""{"viewer":{"person":"member","roles":[],"teams":[{"key":"home"},{"key":"home-archived"},{"key":"home-draft"}],"programmes":[]}}""", (await host.DataAsync(Role.Of("member"), query)).GetRawText());
        Assert.Equal("""{"viewer":{"person":"other lead","roles":["LEAD"],"teams":[],"programmes":[{"key":"far"}]}}""", (await host.DataAsync(Role.Of("other lead"), query)).GetRawText());
        foreach (var role in Role.All)
        {
            var members = (await host.DataAsync(role, "{ teams(first: 30) { nodes { key members { isYou } } } }")).Nodes("teams");
            Assert.All(members, team => Assert.Equal(role.Name == "member" && team.Text("key").StartsWith("home", StringComparison.Ordinal), team.At("members").EnumerateArray().Any(member => member.GetProperty("isYou").GetBoolean())));
        }
    }

    /// <summary>Types whose fields are decided one by one. A page has no more than its rows, a payload than the changed row and why not, an error than what was sent.</summary>
    private List<IObjectGraphType> Types()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        return [.. schema.AllTypes.OfType<IObjectGraphType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)
            && type.Name is not ("PageInfo" or "PersonalDetailPlace") && (!type.Name.EndsWith("Edge", StringComparison.Ordinal) || type.Name == "SearchEdge")
            && !type.Name.EndsWith("Connection", StringComparison.Ordinal) && !type.Name.EndsWith("Payload", StringComparison.Ordinal)
            && !type.ResolvedInterfaces.Any(each => each.Name == "Error"))];
    }

    private static bool IsDecided(string kind, string what) => RoleTable.Of(kind).Any(line => line.What == what || line.What.StartsWith(what + ":", StringComparison.Ordinal) || line.What.StartsWith(what + " for ", StringComparison.Ordinal));

    private void CheckField(Role role, string what, SeededRow row, JsonElement value, JsonElement whole)
    {
        var line = row.Type == "TeamMember" && what == "TeamMember.name" ? $"{what} for {row.Mark}" : what;
        var decision = RoleTable.Find("field", line).For(role, row.Team);
        Check(decision switch
        {
            // The administrator reads every value but the names that are not for administrators.
            "read" => row.Type == "TeamMember" && what == "TeamMember.name" ? IsThere(value) : value.GetRawText() == whole.GetRawText(),
            "null" => !IsThere(value),
            "empty" => value.GetRawText() == "[]",
            "rows" => Ids(value).SequenceEqual(Ids(whole).Where(id => host.Rows[id].IsSeenBy(role))) && (!value.TryGetTotal(out var total) || total == Ids(value).Count()),
            // An archived team neither needs help any more nor gives it.
            "some" => IsThere(value) != (row.Team == "home-archived" && (what is "Ask.matches" or "Offer.matches")),
            _ => decision == "own",
        }, $"{role} and {line} of {row}: {decision}, but {value.GetRawText()}");
        if (IsThere(whole) || decision is "null" && line.EndsWith("NOBODY", StringComparison.Ordinal) || IsThere(value))
            tried.Add(line);
    }

    private void Check(bool holds, string otherwise)
    {
        Assert.True(holds, otherwise);
        decisions++;
    }

    /// <summary>What a role finds at the end of a way; nothing where the way's beginning is refused as the table says.</summary>
    private async Task<List<JsonElement>> FoundAsync(Role role, string document, string[] path)
    {
        if (RoleTable.Find("field", $"Query.{path[0]}").For(role, "home") != "FORBIDDEN")
            return Flat([await host.DataAsync(role, document)], path);
        var answer = await host.AskAsync(role, document);
        Check(answer.GetProperty("errors").EnumerateArray().Single().At("extensions").Text("code") == "FORBIDDEN", $"{role} and {document}: {answer}");
        return [];
    }

    private async Task<Dictionary<string, JsonElement>> NodesAsync(Role role, IObjectGraphType type)
    {
        var nodes = new Dictionary<string, JsonElement>();
        foreach (var ids in host.Rows.Values.Where(row => row.Type == type.Name).Select(row => row.Id).Chunk(AtOnce))
        {
            var data = await host.DataAsync(role, $"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type.Name} {{ {Selections.Of(type)} }} }} }}", new { ids });
            foreach (var node in data.At("nodes").EnumerateArray().Where(IsThere))
                nodes.Add(node.Text("id"), node);
        }
        return nodes;
    }

    private async Task<(List<string> Ids, int Total)> AllAsync(Role role, string list)
    {
        var ids = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await host.DataAsync(role, $"query($after: String) {{ {list}(first: 100, after: $after) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after })).At(list);
            ids.AddRange(page.Nodes().Select(node => node.Text("id")));
            after = page.At("pageInfo").GetProperty("endCursor").GetString();
            if (!page.At("pageInfo").GetProperty("hasNextPage").GetBoolean())
                return (ids, page.GetProperty("totalCount").GetInt32());
        }
    }

    private static IEnumerable<string> Ids(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Object when value.TryGetProperty("nodes", out var nodes) => Ids(nodes),
        JsonValueKind.Object => value.TryGetProperty("id", out var id) ? [id.GetString()!] : [],
        _ => [],
    };

    private static List<JsonElement> Flat(IEnumerable<JsonElement> from, string[] path) => [.. path.Aggregate(from, (at, name) => at
        .Select(each => each.GetProperty(name)).SelectMany(each => each.ValueKind == JsonValueKind.Array ? [.. each.EnumerateArray()] : (JsonElement[])[each]).Where(IsThere))];

    private static bool IsThere(JsonElement value) => value.ValueKind != JsonValueKind.Null && value.GetRawText() is not "[]";

    private static string Text(IEnumerable<JsonElement> values) => string.Join(' ', values.Select(value => value.GetRawText()));
}
