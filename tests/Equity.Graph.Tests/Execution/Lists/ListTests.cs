using System.Text.Json;

namespace Equity.Graph.Tests.Execution.Lists;

[Collection(nameof(Community))]
public class ListTests(EquityHost host)
{
    [Theory]
    [InlineData("teams", "name")]
    [InlineData("inequities", "title")]
    [InlineData("learning", "title")]
    [InlineData("asks", "text")]
    [InlineData("offers", "text")]
    public async Task Pages_read_forwards_make_the_whole_list(string list, string field)
    {
        var whole = await AllAsync(list, field, 100);
        var pages = await AllAsync(list, field, 7);
        Assert.Equal(whole, pages);
        Assert.Equal(whole.Count, whole.Distinct().Count());
        Assert.True(whole.Count >= 48);
    }

    [Fact]
    public async Task Pages_read_backwards_make_the_whole_list()
    {
        var pages = new List<string>();
        string? before = null;
        bool more;
        do
        {
            var page = await host.DataAsync("query($before: String) { teams(last: 7, before: $before) { nodes { key } pageInfo { hasPreviousPage startCursor } } }", new { before });
            pages.InsertRange(0, page.At("teams", "nodes").EnumerateArray().Select(node => node.Text("key")));
            before = page.At("teams", "pageInfo").Text("startCursor");
            more = page.At("teams", "pageInfo", "hasPreviousPage").GetBoolean();
        }
        while (more);
        Assert.Equal(await AllAsync("teams", "key", 100), pages);
    }

    [Theory]
    [InlineData("[{ stage: DESC }]")]
    [InlineData("[{ coachScore: ASC }]")]
    [InlineData("[{ coachScore: DESC }, { name: DESC }]")]
    [InlineData("[{ involvement: DESC }]")]
    [InlineData("[{ organisation: { name: DESC } }, { createdAt: ASC }]")]
    [InlineData("[{ pausedUntil: ASC }]")]
    [InlineData("[{ programme: { name: ASC } }, { phase: DESC }]")]
    public async Task Pages_in_any_order_make_the_whole_list_both_ways(string order)
    {
        var whole = await AllAsync("teams", "key", 100, order);
        Assert.Equal(48, whole.Count);
        Assert.Equal(whole, await AllAsync("teams", "key", 5, order));
        var last = await host.DataAsync($"{{ teams(last: 48, order: {order}) {{ nodes {{ key }} }} }}");
        Assert.Equal(whole, last.At("teams", "nodes").EnumerateArray().Select(node => node.Text("key")));
    }

    [Fact]
    public async Task Rows_without_a_value_come_last_both_ways()
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var data = await host.DataAsync($"{{ teams(first: 100, order: [{{ coachScore: {direction} }}]) {{ nodes {{ coachScore }} }} }}");
            var scores = data.At("teams", "nodes").EnumerateArray().Select(node => node.GetProperty("coachScore")).ToList();
            Assert.Contains(scores, score => score.ValueKind == JsonValueKind.Null);
            Assert.DoesNotContain(scores.SkipWhile(score => score.ValueKind != JsonValueKind.Null), score => score.ValueKind != JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Between_two_cursors_lies_what_lies_between_them()
    {
        var data = await host.DataAsync("{ teams(first: 10) { edges { cursor node { key } } } }");
        var edges = data.At("teams", "edges").EnumerateArray().ToList();
        var between = await host.DataAsync(
            "query($after: String, $before: String) { teams(first: 50, after: $after, before: $before) { nodes { key } pageInfo { hasPreviousPage } } }",
            new { after = edges[2].Text("cursor"), before = edges[6].Text("cursor") });
        Assert.Equal(edges[3..6].Select(edge => edge.At("node").Text("key")), between.At("teams", "nodes").EnumerateArray().Select(node => node.Text("key")));
    }

    [Fact]
    public async Task An_empty_page_still_counts_the_list()
    {
        var data = await host.DataAsync("{ teams(first: 0) { totalCount nodes { key } pageInfo { hasNextPage startCursor endCursor } } }");
        Assert.Equal("""{"totalCount":48,"nodes":[],"pageInfo":{"hasNextPage":true,"startCursor":null,"endCursor":null}}""", data.At("teams").GetRawText());
    }

    [Theory]
    [InlineData("{ teams(first: 101) { totalCount } }", "PAGE_SIZE", "first is 101; a page has 0 to 100 items.")]
    [InlineData("{ teams(last: -1) { totalCount } }", "PAGE_SIZE", "last is -1; a page has 0 to 100 items.")]
    [InlineData("{ teams(first: 1, last: 1) { totalCount } }", "INVALID_ARGUMENT", "first and last cannot go together")]
    [InlineData("{ teams(after: \"nonsense\") { totalCount } }", "INVALID_CURSOR", "after is not a cursor of this list in this order.")]
    [InlineData("{ teams(before: \"WyJuYW1lLGlkIl0\") { totalCount } }", "INVALID_CURSOR", "before is not a cursor of this list in this order.")]
    [InlineData("{ teams(where: { name: { contains: null } }) { totalCount } }", "INVALID_ARGUMENT", "contains needs a text")]
    [InlineData("{ teams(where: { phase: { gt: null } }) { totalCount } }", "INVALID_ARGUMENT", "gt needs a value")]
    [InlineData("{ teams(where: { name: null }) { totalCount } }", "INVALID_ARGUMENT", "where: name may be left out, but not be null.")]
    [InlineData("{ nodes(ids: [\"nonsense!\"]) { id } }", "INVALID_ID", "is not an id of this graph")]
    public async Task What_cannot_be_answered_says_why(string query, string code, string message)
    {
        var error = await host.ErrorAsync(query);
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var data = await host.DataAsync("{ teams(first: 1, order: [{ stage: ASC }]) { pageInfo { endCursor } } }");
        var (code, _) = await host.ErrorAsync("query($after: String) { teams(after: $after) { totalCount } }", new { after = data.At("teams", "pageInfo").Text("endCursor") });
        Assert.Equal("INVALID_CURSOR", code);
    }

    [Fact]
    public async Task More_than_a_hundred_conditions_are_refused()
    {
        var many = Enumerable.Range(0, 101).Select(i => new { name = new { eq = $"team {i}" } });
        var (code, message) = await host.ErrorAsync("query($where: TeamFilterInput) { teams(where: $where) { totalCount } }", new { where = new { or = many } });
        Assert.Equal("INVALID_ARGUMENT", code);
        Assert.Contains("more than 100 conditions", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_hundred_values_are_refused()
    {
        var (code, message) = await host.ErrorAsync(
            "query($names: [String]) { teams(where: { name: { in: $names } }) { totalCount } }", new { names = Enumerable.Range(0, 101).Select(i => $"team {i}") });
        Assert.Equal("INVALID_ARGUMENT", code);
        Assert.Contains("in lists 101 values; at most 100", message, StringComparison.Ordinal);
    }

    private async Task<List<string>> AllAsync(string list, string field, int size, string? order = null)
    {
        var all = new List<string>();
        string? after = null;
        bool more;
        do
        {
            var ordered = order is null ? "" : $", order: {order}";
            var data = await host.DataAsync(
                $"query($after: String) {{ {list}(first: {size}, after: $after{ordered}) {{ totalCount nodes {{ {field} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after });
            all.AddRange(data.At(list, "nodes").EnumerateArray().Select(node => node.Text(field)));
            after = data.At(list, "pageInfo", "endCursor").GetString();
            more = data.At(list, "pageInfo", "hasNextPage").GetBoolean();
        }
        while (more);
        return all;
    }
}
