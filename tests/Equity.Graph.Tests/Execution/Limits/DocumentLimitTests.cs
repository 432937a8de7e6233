using System.Diagnostics;

namespace Equity.Graph.Tests.Execution.Limits;

[Collection(nameof(Community))]
public class DocumentLimitTests(EquityHost host)
{
    [Theory]
    [InlineData(12, null)]
    [InlineData(13, "DEPTH")]
    public async Task A_document_is_twelve_fields_deep_at_most(int depth, string? code)
    {
        // teams { nodes { programme { teams { nodes { … name: three levels a round.
        var query = Nested("{ teams(first: 1) { nodes { programme ", " } }", "{ key }", (depth - 1) / 3);
        if (depth % 3 == 0)
            query = query.Replace("{ key }", "{ teams(first: 1) { totalCount } }", StringComparison.Ordinal);
        Assert.Equal(code, await CodeAsync(query));
    }

    [Fact]
    public async Task Fragments_and_inline_fragments_add_their_depth()
    {
        var (code, message) = await host.ErrorAsync("""
            { teams { ...T } }
            fragment T on TeamsConnection { nodes { programme { teams { nodes { ... on Team { programme { ...P } } } } } } }
            fragment P on Programme { teams { nodes { programme { teams { nodes { programme { teams { totalCount } } } } } } } }
            """);
        Assert.Equal(("DEPTH", "The document is 14 fields deep; the limit is 12. Fragments count wherever they are used."), (code, message));
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(51, "ALIASES")]
    public async Task A_document_has_fifty_aliases_at_most(int aliases, string? code) =>
        Assert.Equal(code, await CodeAsync("{ teams(first: 1) { " + string.Concat(Enumerable.Range(0, aliases).Select(i => $"a{i}: totalCount ")) + "} }"));

    [Fact]
    public async Task Aliases_of_a_fragment_count_wherever_it_is_used() => Assert.Equal(
        "ALIASES", await CodeAsync("{ teams { nodes { " + string.Concat(Enumerable.Repeat("...N ", 51)) + "} } } fragment N on Team { n: name }"));

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, "ROOT_FIELDS")]
    public async Task An_operation_has_thirty_root_fields_at_most(int fields, string? code) =>
        Assert.Equal(code, await CodeAsync("{ ...Ten ...Ten " + string.Concat(Enumerable.Repeat("__typename ", fields - 20)) + "} fragment Ten on Query { " + string.Concat(Enumerable.Repeat("matching { ready } ", 10)) + "}"));

    [Fact]
    public async Task A_document_has_ten_thousand_parts_at_most()
    {
        var (code, message) = await host.ErrorAsync("{ teams { nodes { " + string.Concat(Enumerable.Repeat("name\n", 10_000)) + "} } }");
        Assert.Equal(("NODES", "The document has 10002 parts; the limit is 10000. Fragments count wherever they are used."), (code, message));
    }

    [Theory]
    [InlineData("{ teams(where: { and: [LIST] }) { totalCount } }")]
    [InlineData("query($v: [[String]] = [LIST]) { teams(where: { name: { in: $v } }) { totalCount } }")]
    [InlineData("{ teams { totalCount @include(if: [LIST]) } }")]
    [InlineData("{ matching { ready } } fragment A on Team { name @skip(if: [LIST]) } fragment A on Team { name @skip(if: [LIST]) }")]
    public async Task Values_count_as_parts_wherever_they_stand(string query)
    {
        var (code, message) = await host.ErrorAsync(query.Replace("LIST", string.Concat(Enumerable.Repeat("[\"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\"]\n", 1_000)), StringComparison.Ordinal));
        Assert.Equal("NODES", code);
        Assert.Matches("^The document has (11|22)[0-9]{3} parts", message);
    }

    [Fact]
    public async Task A_list_in_a_document_has_a_thousand_items_at_most() => Assert.Equal(
        ("NODES", "A list in the document has 1001 items; the limit is 1000. Send long lists as variables."),
        await host.ErrorAsync("{ nodes(ids: [" + string.Concat(Enumerable.Repeat("\"\"\n", 1_001)) + "]) { id } }"));

    [Fact]
    public async Task The_limit_and_how_much_it_was_are_in_the_error_for_programs_too()
    {
        var error = (await host.AskAsync("{ teams { nodes { " + string.Concat(Enumerable.Repeat("name\n", 10_000)) + "} } }")).GetProperty("errors")[0];
        Assert.Equal("""{"code":"NODES","limit":10000,"actual":10002}""", error.GetProperty("extensions").GetRawText());
    }

    [Fact]
    public async Task A_bomb_of_fragments_is_refused_at_once()
    {
        // Each fragment uses the next one twice: 2^60 fields.
        var bomb = string.Concat(Enumerable.Range(0, 60).Select(i => $"\nfragment F{i} on Team {{ ...F{i + 1} ...F{i + 1} }}"));
        Assert.Equal("NODES", await QuicklyAsync("{ teams { nodes { ...F0 } } }" + bomb + " fragment F60 on Team { name }"));
    }

    [Fact]
    public async Task A_fragment_within_itself_is_refused_at_once() =>
        Assert.Equal("NO_FRAGMENT_CYCLES", await QuicklyAsync("{ teams { nodes { ...A } } } fragment A on Team { ...B ...B } fragment B on Team { ...A ...A }"));

    [Fact]
    public async Task A_document_has_five_hundred_operations_and_fragments_at_most()
    {
        var fragments = string.Concat(Enumerable.Range(0, 500).Select(i => $"\nfragment F{i} on Query {{ matching {{ ready }} }}"));
        Assert.Equal(("DEFINITIONS", "The document has 501 operations and fragments; the limit is 500."), await host.ErrorAsync("{ ...F1 }" + fragments));
    }

    [Theory]
    [InlineData(20_000, null)]
    [InlineData(20_001, "LINE")]
    public async Task A_line_has_twenty_thousand_characters_at_most(int length, string? code) =>
        Assert.Equal(code, await CodeAsync("{ matching\r\n{ ready }" + new string(' ', length - 9) + "\r\n}"));

    [Theory]
    [InlineData("{ team(key: \"#")]
    [InlineData("{ team(key: \"#\") ) }")]
    [InlineData("{ # ) }\n# ) }\n# ) }")]
    public async Task A_syntax_error_in_a_long_line_is_found_quickly(string query)
    {
        // The parser writes out the line of the error and its neighbours, character by character.
        Assert.Equal("SYNTAX_ERROR", await QuicklyAsync(query.Replace("#", new string('x', 19_900), StringComparison.Ordinal)));
        Assert.Equal("LINE", await QuicklyAsync(query.Replace("#", new string('x', 300_000), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{ a(w: {p\rogramme: 1}) }", 2)]
    [InlineData("{\ra\r\nb\n\r)}", 5)]
    public async Task A_syntax_error_after_any_end_of_line_has_its_place(string query, int line)
    {
        var error = (await host.AskAsync(query)).GetProperty("errors")[0];
        Assert.Equal("SYNTAX_ERROR", error.At("extensions", "code").GetString());
        Assert.Equal(line, error.GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_document_that_defines_types_is_refused() => Assert.Equal("EXECUTABLE_DEFINITIONS", await CodeAsync("{ matching { ready } } type T { a: Int }"));

    [Fact]
    public async Task Of_thousands_of_mistakes_the_first_hundred_are_said()
    {
        var (code, message) = await host.ErrorAsync("{ teams { nodes { " + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"name{i}\n")) + "} } }");
        Assert.Equal("TOO_MANY_ERRORS", code);
        Assert.StartsWith("The document has more than 100 mistakes. The first: Cannot query field 'name0' on type 'Team'.", message, StringComparison.Ordinal);

        var errors = (await host.AskAsync("query Q(" + string.Concat(Enumerable.Range(0, 300).Select(i => $"$v{i}: Int\n")) + ") { matching { ready } }")).GetProperty("errors");
        Assert.Equal(101, errors.GetArrayLength());
        Assert.Equal("There are 200 errors more.", errors[100].Text("message"));
    }

    [Fact]
    public async Task A_long_chain_of_fragments_does_not_fill_the_stack()
    {
        var chain = string.Concat(Enumerable.Range(0, 400).Select(i => $"\nfragment F{i} on Team {{ ...F{i + 1} }}"));
        Assert.Equal("DEPTH", await QuicklyAsync("{ teams { nodes { ...F0 } } }" + chain + " fragment F400 on Team { name }"));
        Assert.Equal("DEPTH", await QuicklyAsync("{ matching { ready } }" + chain + " fragment F400 on Team { ...F0 }"));
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{...{")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("{teams(where:{and:[")]
    public async Task Ten_thousand_brackets_within_each_other_do_not_fill_the_stack(string bracket)
    {
        var last = bracket[^1] == ':' ? "{c:" : bracket[^1] == '[' ? "[" : bracket;
        Assert.Matches("^(DEPTH|SYNTAX_ERROR)$", await QuicklyAsync(bracket + string.Concat(Enumerable.Repeat(last + "\n", 10_000))));
    }

    [Theory]
    [InlineData(200, "nodes { programme { name } } ")]
    [InlineData(30, "nodes { name name name name name name } ")]
    [InlineData(190, "... on TeamsConnection { nodes { name } } ")]
    [InlineData(50, "...F ...F ")]
    public async Task A_field_may_be_named_two_hundred_times_in_one_place(int times, string repeated) =>
        Assert.Null(await QuicklyAsync("{ teams(first: 0) { ...F " + string.Concat(Enumerable.Repeat(repeated + "\n", times)) + "} } fragment F on TeamsConnection { totalCount }"));

    [Theory]
    [InlineData(201, "nodes { programme { name } } ")]
    [InlineData(2_400, "nodes { programme { name } } ")]
    [InlineData(40, "nodes { name name name name name name } ")]
    [InlineData(201, "... on TeamsConnection { nodes { name } } ")]
    [InlineData(101, "...F ...F ")]
    public async Task More_often_it_is_refused_at_once(int times, string repeated) =>
        Assert.Equal("REPEATS", await QuicklyAsync("{ teams(first: 0) { ...F " + string.Concat(Enumerable.Repeat(repeated + "\n", times)) + "} } fragment F on TeamsConnection { totalCount }"));

    [Theory]
    [InlineData("{ x(y: 1) } ", 2_400, "")]
    [InlineData("query Q# { teams(first: 0) { ...F } } ", 499, "fragment F on TeamsConnection { totalCount nodes { name } }")]
    [InlineData("fragment F# on Team { name } ", 499, "{ matching { ready } }")]
    [InlineData("fragment F# on Team { name } ", 2_400, "{ matching { ready } }")]
    [InlineData("fragment F on Team { name } ", 499, "{ matching { ready } }")]
    [InlineData("type T# { a: Int } ", 2_400, "{ matching { ready } }")]
    public async Task A_document_full_of_mistakes_is_answered_quickly(string repeated, int times, string rest) => Assert.NotNull(
        await QuicklyAsync(string.Concat(Enumerable.Range(0, times).Select(i => repeated.Replace("#", $"{i}", StringComparison.Ordinal) + "\n")) + rest));

    [Theory]
    [InlineData("{ teams { nodes { LIST } } }", "name#", 9_900)]
    [InlineData("{ nodes(ids: []) { LIST } }", "... on Nothing# { id }", 190)]
    [InlineData("query Q(LIST) { teams { totalCount } }", "$v#: Int", 4_900)]
    [InlineData("{ teams(LIST) { totalCount } }", "v#: 1", 4_900)]
    [InlineData("{ teams(where: { LIST }) { totalCount } }", "v#: 1", 200)]
    [InlineData("{ teams(where: { LIST }) { totalCount } }", "v#: 1", 4_900)]
    [InlineData("{ teams(where: { name: { in: [LIST] } }) { totalCount } }", "#", 1_000)]
    [InlineData("{ teams(where: { stage: { in: [LIST] } }) { totalCount } }", "TEST#", 1_000)]
    [InlineData("{ teams LIST { totalCount } }", "@no#", 9_900)]
    [InlineData("{ teams { LIST } }", "totalCount @skip(if: \"#\")", 199)]
    public async Task Thousands_of_mistakes_are_found_quickly(string query, string mistake, int times) => Assert.NotNull(
        await QuicklyAsync(query.Replace("LIST", string.Concat(Enumerable.Range(0, times).Select(i => mistake.Replace("#", $"{i}", StringComparison.Ordinal) + "\n")), StringComparison.Ordinal)));

    [Fact]
    public async Task A_where_has_ten_levels_at_most()
    {
        const string Query = "query($w: TeamFilterInput) { teams(where: $w) { totalCount } }";
        object? where = new { };
        for (var i = 0; i < 9; i++)
            where = new { and = new[] { where } };
        await host.DataAsync(Query, new { w = where });
        Assert.Equal(("INVALID_ARGUMENT", "where has conditions in more than 10 levels; the limit is 10."), await host.ErrorAsync(Query, new { w = new { and = new[] { where } } }));
    }

    [Fact]
    public async Task Empty_groups_of_a_where_count_as_conditions()
    {
        var and = Enumerable.Range(0, 20_000).Select(_ => new { });
        Assert.Equal("INVALID_ARGUMENT", (await host.ErrorAsync("query($w: TeamFilterInput) { teams(where: $w) { totalCount } }", new { w = new { and } })).Code);
    }

    [Fact]
    public async Task Tools_can_read_the_whole_schema() => Assert.Null(await CodeAsync(await File.ReadAllTextAsync(Repository.Path("tests", "Equity.Graph.Tests", "Execution", "Limits", "introspection.graphql"))));

    [Fact]
    public async Task The_schema_cannot_be_read_in_circles() =>
        Assert.Equal("DEPTH", await QuicklyAsync("{ __schema { types { ...T fields { type { ...T fields { type { ...T fields { type { name } } } } } } } } } fragment T on __Type { name }"));

    private static string Nested(string open, string close, string inner, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times)) + string.Concat(Enumerable.Repeat(" }", times));

    /// <summary>The code of the first error; null when there is none.</summary>
    private async Task<string?> CodeAsync(string query)
    {
        var answer = await host.AskAsync(query);
        return answer.TryGetProperty("errors", out var errors) ? errors[0].At("extensions", "code").GetString() : null;
    }

    /// <summary>Quick in one of three tries: the first one compiles, and the machine may be busy.</summary>
    private async Task<string?> QuicklyAsync(string query)
    {
        var watch = Stopwatch.StartNew();
        var code = await CodeAsync(query);
        for (var again = 0; again < 2 && watch.Elapsed > TimeSpan.FromSeconds(5); again++)
        {
            watch.Restart();
            code = await CodeAsync(query);
        }
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        return code;
    }
}
