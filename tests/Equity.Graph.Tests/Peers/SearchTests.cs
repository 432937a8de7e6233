using System.Text.Json;

namespace Equity.Graph.Tests.Peers;

[Collection(nameof(Community))]
public class SearchTests(EquityHost host)
{
    private const string Page = """
        query($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) { search(text: $text, kinds: $kinds, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { __typename ... on Node { id } }
          edges { cursor score evidence { quote field source { id } } node { ...Texts } } } }
        fragment Texts on SearchResult { __typename ... on Node { id }
          ... on Team { name service locality aim summary } ... on Inequity { title population evidence team { name } }
          ... on Learning { title body team { name } } ... on Offer { text team { name } } }
        """;

    [Theory]
    [InlineData("kids who never turn up", "The Was Not Brought group")]
    [InlineData("lonely old people in the valley", "The Log Pile Callers")]
    [InlineData("mould in the flat makes my son wheeze", "Dry Rooms, Northgate School Nurses")]
    [InlineData("gay couples in the memory clinic", "Chosen Family, Saltway Memory Clinic")]
    [InlineData("no money left on my phone for the video call", "Virtual Ward Data Group")]
    [InlineData("black men sectioned by police", "Listening Back")]
    [InlineData("can't get through on the phone at half past eight", "The half past eight queue")]
    [InlineData("turning eighteen and losing your support", "Seventeen and Three Quarters")]
    [InlineData("prayers before burial at the weekend", "Ward 6 Last Days")]
    [InlineData("noise and lights in A&E", "Quiet Way In")]
    public async Task What_people_say_finds_the_team_that_a_person_would_name(string text, string team) =>
        Assert.Contains(team, (await EdgesAsync(text, first: 3)).Select(Team));

    [Theory]
    [InlineData("taxi", "Lifeboat Hall Lungs")]
    [InlineData("DNA", "Corridor D Heart Clinics")]
    [InlineData("BSL", "Eyes On Reception")]
    [InlineData("THE GOLPO GROUP", "The Golpo Group")]
    [InlineData("quiet way in", "Quiet Way In")]
    [InlineData("shaban clinic", "The Sha’ban clinic")]
    [InlineData("diabetis in ramadan", "The Sha’ban clinic")]
    [InlineData("dialisys", "Miles to the Machine")]
    public async Task A_word_a_name_or_a_misspelt_word_finds_its_team_first(string text, string team) => Assert.Equal(team, Team((await EdgesAsync(text, first: 1))[0]));

    [Fact]
    public async Task A_place_finds_the_teams_that_work_there()
    {
        var there = (await host.DataAsync("{ teams(where: { locality: { eq: \"Quayside\" } }) { nodes { id } } }")).Nodes("teams");
        Assert.Equal(there.Select(team => team.Text("id")).Order(), (await EdgesAsync("Quayside", ["TEAM"])).Select(edge => edge.At("node").Text("id")).Order());
    }

    [Theory]
    [InlineData("quantum chromodynamics")]
    [InlineData("premier league fixtures")]
    [InlineData("xyzzy qwrtp")]
    public async Task A_thing_that_nobody_is_about_finds_nothing(string text)
    {
        var search = (await host.DataAsync(Page, new { text })).At("search");
        Assert.Equal(0, search.GetProperty("totalCount").GetInt32());
        Assert.Empty(search.At("edges").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, search.At("pageInfo", "endCursor").ValueKind);
    }

    [Fact]
    public async Task Every_hit_quotes_its_own_node_word_for_word_and_comes_in_order()
    {
        var edges = await EdgesAsync("missed appointments", first: 100);
        Assert.Equal(["Inequity", "Learning", "Offer", "Team"], edges.Select(edge => edge.At("node").Text("__typename")).Distinct().Order());
        foreach (var edge in edges)
        {
            Assert.Equal(edge.At("node").Text("id"), edge.At("evidence", "source").Text("id"));
            Assert.Contains(edge.At("evidence").Text("quote"), edge.At("node").Text(edge.At("evidence").Text("field")), StringComparison.Ordinal);
            Assert.InRange(edge.GetProperty("score").GetDouble(), 0, 1);
        }
        Assert.Equal(edges.Select(Score).OrderDescending(), edges.Select(Score));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_found_and_counted()
    {
        var all = await EdgesAsync("missed appointments", first: 100);
        var some = (await host.DataAsync(Page, new { text = "missed appointments", kinds = new[] { "OFFER", "LEARNING", "OFFER" }, first = 100 })).At("search");
        var expected = all.Where(edge => edge.At("node").Text("__typename") is "Offer" or "Learning").Select(edge => edge.At("node").Text("id")).ToList();
        Assert.Equal(expected, some.At("nodes").EnumerateArray().Select(node => node.Text("id")));
        Assert.Equal(expected.Count, some.GetProperty("totalCount").GetInt32());
        Assert.Empty(await EdgesAsync("missed appointments", [], first: 100));
    }

    [Fact]
    public async Task Pages_put_together_are_the_whole()
    {
        var whole = await EdgesAsync("missed appointments", first: 100);
        var pages = new List<JsonElement>();
        JsonElement page;
        do
        {
            page = (await host.DataAsync(Page, new { text = "missed appointments", first = 7, after = pages.Count > 0 ? pages[^1].Text("cursor") : null })).At("search");
            Assert.Equal(whole.Count, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(pages.Count > 0, page.At("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            pages.AddRange(page.At("edges").EnumerateArray());
            Assert.Equal(pages[^1].Text("cursor"), page.At("pageInfo").Text("endCursor"));
        }
        while (page.At("pageInfo").GetProperty("hasNextPage").GetBoolean() && pages.Count < whole.Count);
        Assert.Equal(whole.Select(edge => edge.GetRawText()), pages.Select(edge => edge.GetRawText()));
    }

    [Fact]
    public async Task A_cursor_of_another_search_or_list_is_refused()
    {
        var own = (await EdgesAsync("taxi", first: 1))[0].Text("cursor");
        var list = (await host.DataAsync("{ teams(first: 1) { edges { cursor } } }")).At("teams", "edges")[0].Text("cursor");
        foreach (var (text, cursor) in new[] { ("taxis", own), ("taxi", list), ("taxi", "!"), ("taxi", "") })
            Assert.Equal("INVALID_CURSOR", (await host.ErrorAsync(Page, new { text, after = cursor })).Code);
        Assert.Equal("INVALID_CURSOR", (await host.ErrorAsync("query($after: String) { teams(after: $after) { totalCount } }", new { after = own })).Code);
    }

    [Fact]
    public async Task A_search_is_checked_and_says_what_to_do()
    {
        var (code, message) = await host.ErrorAsync(Page, new { text = " \n" });
        Assert.Equal(("INVALID_ARGUMENT", "text is blank; say in a word or more what to look for."), (code, message));
        (code, message) = await host.ErrorAsync(Page, new { text = new string('a', 10_001) });
        Assert.Equal(("INVALID_ARGUMENT", "text has 10001 characters; at most 10000 are allowed."), (code, message));
        Assert.Equal("PAGE_SIZE", (await host.ErrorAsync(Page, new { text = "taxi", first = 101 })).Code);
        Assert.Equal("PAGE_SIZE", (await host.ErrorAsync(Page, new { text = "taxi", first = -1 })).Code);
    }

    [Fact]
    public async Task A_page_of_none_only_counts()
    {
        var search = (await host.DataAsync(Page, new { text = "taxi", first = 0 })).At("search");
        Assert.Empty(search.At("edges").EnumerateArray());
        Assert.NotEqual(0, search.GetProperty("totalCount").GetInt32());
        Assert.True(search.At("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task The_document_of_the_search_runs()
    {
        var search = (await host.RunAsync("Search", new { text = "bus fares" })).At("search");
        Assert.Equal(5, search.At("edges").GetArrayLength());
    }

    private async Task<IReadOnlyList<JsonElement>> EdgesAsync(string text, string[]? kinds = null, int first = 20) =>
        [.. (await host.DataAsync(Page, new { text, kinds, first })).At("search", "edges").EnumerateArray()];

    private static double Score(JsonElement edge) => edge.GetProperty("score").GetDouble();

    private static string Team(JsonElement edge) => edge.At("node").TryGetProperty("team", out var team) ? team.Text("name") : edge.At("node").Text("name");
}
