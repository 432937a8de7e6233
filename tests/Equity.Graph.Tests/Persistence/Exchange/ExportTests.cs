using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;

namespace Equity.Graph.Tests.Persistence.Exchange;

public class ExportTests
{
    [Fact]
    public async Task Names_of_people_are_written_only_when_asked_for()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync($"{Exchange.Team[..^1]},\"members\":[{{\"role\":\"CARER\",\"name\":\"Zoë Example\",\"nameFor\":\"TEAM\"}}]}}");
        Assert.Contains("""{"key":"carer","role":"CARER","name":"Zoë Example","nameFor":"TEAM"}""", await exchange.ExportAsync(withNames: true), StringComparison.Ordinal);
        var without = await exchange.ExportAsync(withNames: false);
        Assert.Contains("""{"key":"carer","role":"CARER","nameFor":"TEAM"}""", without, StringComparison.Ordinal);
        Assert.DoesNotContain("Example", without, StringComparison.OrdinalIgnoreCase);
        await exchange.StoreAsync(without);
        Assert.Equal("Zoë Example", (await exchange.ReadTeamAsync()).Members[0].Name);
    }

    [Fact]
    public async Task Teams_and_children_stand_in_the_order_of_their_keys()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(string.Join('\n', Enumerable.Range(0, 450).Reverse().Select(i =>
            $$"""{"key":"team-{{i}}","name":"T","service":"S","stage":"FORMING","asks":[{"key":"b","text":"B"},{"key":"a-1","text":"A"},{"key":"a","text":"A"}]}""")));
        var lines = (await exchange.ExportAsync()).Split('\n');
        var keys = lines[..^1].Select(line => line.Split('"')[3]).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal((450, ""), (keys.Count, lines[^1]));
        Assert.Contains("""[{"key":"a",""", lines[0], StringComparison.Ordinal);
        Assert.Contains("""{"key":"a-1","text":"A","status":"OPEN","createdAt":"2026-11-01T09:00:00Z"},{"key":"b",""", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_has_a_line_only_where_it_says_more_than_its_name()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync("""
            {"key":"a","name":"A","service":"S","stage":"FORMING","programme":"Plain","phase":2}
            {"kind":"programme","key":"aim","name":"Aim","sharedAim":"A"}
            {"kind":"programme","key":"named","name":"Named","phases":[{"number":1,"name":"One"}]}
            {"kind":"programme","key":"odd-key","name":"Odd"}
            """);
        var lines = (await exchange.ExportAsync()).Split('\n');
        Assert.Equal(["aim", "named", "odd-key"], lines[..^2].Select(line => line.Split('"')[7]));
        Assert.Contains("\"programme\":\"Plain\",\"phase\":2", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programmes_of_one_name_are_told_apart_by_their_keys()
    {
        using var exchange = await Exchange.StartAsync();
        await using (var db = await exchange.Contexts.OpenAsync(Viewer.System))
        {
            var first = new Programme { Key = "pursuing-equity", Name = "Pursuing Equity" };
            var second = new Programme { Key = "pe-2", Name = "Pursuing Equity" };
            db.AddRange(
                new Team { Key = "a", Name = "A", Service = "S", Stage = Stage.Forming, Programme = first },
                new Team { Key = "b", Name = "B", Service = "S", Stage = Stage.Forming, Programme = second });
            await db.SaveChangesAsync();
        }
        var lines = await exchange.ExportAsync();
        using var other = await Exchange.StartAsync();
        await other.StoreAsync(lines);
        Assert.Equal(("pursuing-equity", "pe-2"), ((await other.ReadTeamAsync("a")).Programme!.Key, (await other.ReadTeamAsync("b")).Programme!.Key));
        Assert.Equal(lines, await other.ExportAsync());
    }

    [Fact]
    public async Task A_team_whose_line_import_would_refuse_is_told()
    {
        using var exchange = await Exchange.StartAsync();
        for (var part = 0; part < 2; part++)
            await exchange.StoreAsync($"{Exchange.Team[..^1]},\"learning\":[{string.Join(',', Enumerable.Range(part * 100, 100).Select(i => $$"""{"kind":"ADVICE","key":"l{{i}}","title":"T","body":"{{new string('x', 7_000)}}"}"""))}]}}");
        using var stream = new MemoryStream();
        var report = await new Exporter(exchange.Contexts).ExportAsync(stream, withNames: false, CancellationToken.None);
        Assert.Equal("blue-door: its line is longer than 1 MB (1,048,576 bytes), and import refuses such a line.", Assert.Single(report.Remarks));
    }

    [Fact]
    public async Task A_file_is_replaced_only_when_all_is_written()
    {
        using var exchange = Exchange.WithoutDatabase();
        var path = exchange.Write("out/teams.jsonl", "before");
        await Assert.ThrowsAsync<IOException>(() => ExportFile.WriteAsync<int>(path, async to =>
        {
            await to.WriteAsync("half"u8.ToArray());
            throw new IOException("full");
        }));
        Assert.Equal("before", await File.ReadAllTextAsync(path));
        await ExportFile.WriteAsync(path, async to =>
        {
            await to.WriteAsync("after"u8.ToArray());
            return 0;
        });
        Assert.Equal("after", await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Exporting_sees_one_state_and_keeps_nobody_from_writing()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(string.Join('\n', Enumerable.Range(100, 300).Select(i => $$"""{"key":"team-{{i}}","name":"T","service":"S","stage":"FORMING"}""")));
        using var stream = new WritesBehind(exchange);
        await new Exporter(exchange.Contexts).ExportAsync(stream, withNames: false, CancellationToken.None);
        Assert.DoesNotContain("zz-later", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        Assert.Equal(301, (await exchange.CountAsync()).Teams);
    }

    /// <summary>Adds a team when the first batch has been written.</summary>
    private sealed class WritesBehind(Exchange exchange) : MemoryStream
    {
        private bool wrote;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (!wrote)
            {
                using var db = exchange.Open();
                db.Add(new Team { Key = "zz-later", Name = "L", Service = "S", Stage = Stage.Forming });
                db.SaveChanges();
            }
            wrote = true;
            return base.FlushAsync(cancellationToken);
        }
    }
}
