using System.Text;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Input that must be refused: with the right line and field, and nothing stored.</summary>
public class HostileImportTests
{
    public static TheoryData<string, string> Lines { get; } = new()
    {
        { "nonsense", "teams.jsonl:2: is not one whole JSON object: 'nonsense' is an invalid JSON literal" },
        { """{"key":"a","name":""", "teams.jsonl:2: is not one whole JSON object: " },
        { """{"key":"a"} {"key":"b"}""", "teams.jsonl:2: is not one whole JSON object: '{' is invalid after a single JSON value. Expected end of data (at byte 13)" },
        { """{"key":"a",}""", "(at byte 12)" },
        { "[", "teams.jsonl:2: begins a list; JSON Lines has one object a line" },
        { "[]", "teams.jsonl:2: must be one JSON object, in braces" },
        { "[{\"key\":\"a\"}]", "teams.jsonl:2: must be one JSON object, in braces" },
        { "\"text\"", "teams.jsonl:2: must be one JSON object, in braces" },
        { "{}", "teams.jsonl:2: key: is required|teams.jsonl:2: name: is required|teams.jsonl:2: service: is required|teams.jsonl:2: stage: is required" },
        { With("name", "5"), "teams.jsonl:2: name: must be a text, not a number" },
        { With("name", "null"), "teams.jsonl:2: name: is required" },
        { With("name", "\"  \""), "teams.jsonl:2: name: is required" },
        { With("name", """["a"]"""), "teams.jsonl:2: name: must be a text, not a list" },
        { With("name", "true"), "teams.jsonl:2: name: must be a text, not true" },
        { With("name", $"\"{new string('x', 201)}\""), "teams.jsonl:2: name: has 201 characters; at most 200 are allowed" },
        { With("summary", Nested(10)), "teams.jsonl:2: summary: must be a text, not an object" },
        { With("summary", Nested(100)), "teams.jsonl:2: is not one whole JSON object: The maximum configured depth of 64 has been exceeded" },
        { With("surprise", Nested(10)), "teams.jsonl:2: surprise: is no field of a team; the fields are key, name, organisation" },
        { With("sumary", "\"a\""), "teams.jsonl:2: sumary: is no field of a team; did you mean summary?" },
        { With("summary", """
                          "half \ud800 of one"
                          """), "teams.jsonl:2: summary: holds half of a character (a lone surrogate such as \\ud800); write the whole character" },
        { With("""\ud800""", "1"), "teams.jsonl:2: has a field whose name holds half of a character" },
        { With("summary", """
                          "a\u0000b"
                          """), "teams.jsonl:2: summary: holds the control character U+0000; only new lines and tabs are allowed" },
        { With("summary", "\"a\0b\""), "teams.jsonl:2: is not one whole JSON object: '0x00' is invalid within a JSON string" },
        { """{"key":"My Team","name":"a","service":"b","stage":"FORMING"}""", "teams.jsonl:2: key: is \"My Team\"; a key has lower-case letters a to z, digits and single hyphens, at most 100 characters, for example \"my-team\"" },
        { """{"key":"blue-door","name":"a","service":"b","stage":"FORMING"}""", "teams.jsonl:2: key: is \"blue-door\", as in teams.jsonl:1; write all that belongs to one key in one line" },
        { """{"key":"a","name":"a","service":"b","stage":"FORMING","name":"c"}""", "teams.jsonl:2: name: stands twice in the same object; write it once" },
        { With("stage", "\"TESTNG\""), "teams.jsonl:2: stage: is \"TESTNG\"; allowed are FORMING, UNDERSTANDING, DESIGNING, TESTING, IMPLEMENTING, SHARING; did you mean TESTING?" },
        { With("stage", "\"testing\""), "did you mean TESTING?" },
        { With("stage", "3"), "teams.jsonl:2: stage: must be a text, not a number; allowed are FORMING" },
        { With("phase", "99999999999999999999"), "teams.jsonl:2: phase: is 1E+20; allowed are whole numbers from 1 to 99" },
        { With("phase", "1e999"), "teams.jsonl:2: phase: is 1e999; allowed are whole numbers from 1 to 99" },
        { With("phase", "1.5"), "teams.jsonl:2: phase: is 1.5; allowed are" },
        { With("phase", "\"1\""), "teams.jsonl:2: phase: must be a number, not \"1\"" },
        { With("progressScore", "4.2"), "teams.jsonl:2: progressScore: is 4.2; allowed are 0.5 to 5.0 in steps of 0.5" },
        { With("friendCapacity", "-1"), "teams.jsonl:2: friendCapacity: is -1; allowed are" },
        { With("createdAt", "\"2026-03-31T10:00:00\""), "teams.jsonl:2: createdAt: is \"2026-03-31T10:00:00\", which says no offset from UTC; write \"2026-03-31T10:00:00Z\" for UTC" },
        { With("createdAt", "\"2026-03-31\""), "teams.jsonl:2: createdAt: is \"2026-03-31\"; allowed is a date and time with Z or an offset" },
        { With("createdAt", "\"2026-02-30T10:00:00Z\""), "teams.jsonl:2: createdAt: is \"2026-02-30T10:00:00Z\"; allowed is" },
        { With("pausedUntil", "\"31/03/2026\""), "teams.jsonl:2: pausedUntil: is \"31/03/2026\"; allowed is a day of the calendar, for example \"2026-03-31\"" },
        { With("kind", "\"tem\""), "teams.jsonl:2: kind: is \"tem\"; the kinds of line are team, programme, stageLeft, friendship, event, question, harvestNote, poster, resource, adoption, measure, changeIdea; did you mean team?" },
        { With("asks", "null"), "teams.jsonl:2: asks: must be a list, not null; leave it out to change nothing" },
        { With("asks", "\"help\""), "teams.jsonl:2: asks: must be a list, not \"help\"" },
        { With("asks", "[1]"), "teams.jsonl:2: asks[0]: must be a text or an object in braces, not a number" },
        { With("asks", """[{"text":"a","txet":"b"}]"""), "teams.jsonl:2: asks[0].txet: is no field of an ask; did you mean text?" },
        { With("asks", """["a","",{"status":"OPEN"}]"""), "teams.jsonl:2: asks[1]: is required|teams.jsonl:2: asks[2].text: is required" },
        { With("asks", """[{"key":"x","text":"a"},{"text":"c"},{"key":"x","text":"b"}]"""), "teams.jsonl:2: asks[2].key: is \"x\", which asks[0].key is already" },
        { With("asks", """[{"remove":true}]"""), "teams.jsonl:2: asks[0].key: is required to remove something, or the text that its key was made from" },
        { With("asks", """[{"key":"x","remove":"yes"}]"""), "teams.jsonl:2: asks[0].remove: must be true or false, not \"yes\"" },
        { With("asks", $"[{string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"{i}\""))}]"), "teams.jsonl:2: asks: has 51 with those in the database; at most 50 are allowed" },
        { With("inequities", """[{"title":"a","dimension":"AGE","population":"b"},{"title":"c","dimension":"AGES","population":"d"}]"""), "teams.jsonl:2: inequities[1].dimension: is \"AGES\"; allowed are ETHNICITY, DEPRIVATION" },
        { With("inequities", """[{"title":"a","dimension":"AGE","population":"b","core20Plus5":["CORE20","CORE_21"]}]"""), "teams.jsonl:2: inequities[0].core20Plus5[1]: is \"CORE_21\"; allowed are CORE20" },
        { With("inequities", """["a"]"""), "teams.jsonl:2: inequities[0]: must be an object in braces, not \"a\"" },
        { With("learning", """[{"kind":"WORKED","title":"a","body":"b","inequity":"nobody"}]"""), "teams.jsonl:2: learning[0].inequity: is \"nobody\", which is the key of no inequity of this team" },
        { With("members", """[{"name":"A"}]"""), "teams.jsonl:2: members[0].role: is required" },
        { """{"kind":"programme","key":"p","name":"P","phases":[{"number":1},{"number":1}]}""", "teams.jsonl:2: phases[1].number: is 1, as an earlier phase of the programme is" },
        { """{"kind":"programme","key":"p","phases":[{"name":"x"}]}""", "teams.jsonl:2: name: is required|teams.jsonl:2: phases[0].number: is required" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_wrong_line_is_told_what_is_wrong_and_nothing_is_stored(string line, string expected)
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync($"{Exchange.Team}\n{line}\n");
        Assert.All(expected.Split('|'), one => Assert.Contains(report.Problems, problem => problem.Contains(one, StringComparison.Ordinal)));
        Assert.All(report.Problems, problem => Assert.StartsWith("teams.jsonl:2: ", problem, StringComparison.Ordinal));
        Assert.False(report.Stored);
        Assert.Equal((0, 0, 0), await exchange.CountAsync());
    }

    [Fact]
    public async Task A_line_over_1_MB_is_refused_and_the_next_ones_are_read()
    {
        using var exchange = await Exchange.StartAsync();
        var long10 = With("summary", $"\"{new string('x', 10_000_000)}\"");
        var report = await exchange.ImportAsync($"{long10}\n{Exchange.Team}\n{With("summary", $"\"{new string('x', 1 << 20)}\"")}\n{With("stage", "1")}");
        Assert.Equal(
            ["teams.jsonl:1: is longer than 1 MB (1,048,576 bytes)", "teams.jsonl:3: is longer than 1 MB (1,048,576 bytes)"], report.Problems.Take(2));
        Assert.StartsWith("teams.jsonl:4: stage: must be a text", report.Problems[2], StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused_with_their_position()
    {
        using var exchange = await Exchange.StartAsync();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Exchange.Team + "\n{\"key\":\"caf"), 0xE9, .. "\"}"u8];
        var problem = Assert.Single((await exchange.ImportAsync(bytes)).Problems);
        Assert.Equal("teams.jsonl:2: is not UTF-8: byte 12 of the line (0xE9) begins no character; save the file as UTF-8", problem);
        var utf16 = await exchange.ImportAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Exchange.Team)).ToArray());
        Assert.StartsWith("teams.jsonl:1: is not UTF-8: byte 1 of the line (0xFF)", utf16.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_lines_are_told_at_once_in_their_order()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync($"x\n{Exchange.Team}\n\n{With("stage", "\"X\"")}\n\r\n{{\"key\":\"b\",\"nam\":\"B\",\"service\":\"s\",\"stage\":\"TESTING\"}}\n]");
        var places = report.Problems.Select(problem => string.Join(':', problem.Split(':').Take(3)));
        Assert.Equal(["teams.jsonl:1: is not one whole JSON object", "teams.jsonl:4: stage", "teams.jsonl:6: nam", "teams.jsonl:6: name", "teams.jsonl:7: is not one whole JSON object"], places);
    }

    [Fact]
    public async Task Of_many_problems_1000_are_told_and_the_rest_are_counted()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync(string.Join('\n', Enumerable.Repeat("x", 1_500)));
        Assert.Equal(1_500, report.ProblemCount);
        Assert.Equal(1_001, report.Problems.Count);
        Assert.Equal("… and 500 more.", report.Problems[^1]);
    }

    [Fact]
    public async Task What_is_quoted_cannot_move_the_terminals_cursor()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync("""{"key":"a","name":"n","service":"s","stage":"\u001b[2J\u202eX"}""");
        Assert.Contains("is \"\\u001b[2J\\u202eX\"", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_grows_over_several_imports_only_to_its_limit()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(With("asks", $"[{string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"{i}\""))}]"));
        var report = await exchange.ImportAsync(With("asks", "[\"one more\"]"));
        Assert.Equal("teams.jsonl:1: asks: has 51 with those in the database; at most 50 are allowed", Assert.Single(report.Problems));
        await exchange.StoreAsync(With("asks", """["one more",{"key":"7","remove":true}]"""));
        Assert.Equal(50, (await exchange.ReadTeamAsync("other")).Asks.Count);
    }

    private static string With(string field, string json)
    {
        var fields = new Dictionary<string, string> { ["key"] = "\"other\"", ["name"] = "\"Other\"", ["service"] = "\"Dental\"", ["stage"] = "\"FORMING\"", [field] = json };
        return $"{{{string.Join(',', fields.Select(one => $"\"{one.Key}\":{one.Value.Trim()}"))}}}";
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
