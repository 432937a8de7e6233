using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Measures.Release;
using Equity.Graph.Metrics;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Metrics;

/// <summary>The community in figures.</summary>
public class MetricTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_teams_do_the_figures_follow_at_once_and_are_those_of_a_recount()
    {
        await using var host = new EquityHost();
        var before = await CountAsync(host);
        var team = await host.RegisterAsync("amina", "Counted");
        Assert.Equal(before, await CountAsync(host));
        await host.ChangeAsync("amina", "publishTeam", new { team = team.Id, version = team.Version }, "__typename");
        Assert.Equal(before.Teams + 1, (await CountAsync(host)).Teams);
        var learning = await host.ChangeAsync("amina", "shareLearning", new { team = team.Id, kind = "WORKED", title = "We ring first", body = "We ring the day before." }, "learning { id }");
        await host.ChangeAsync("tom", "thankForLearning", new { learning = learning.At("learning", "id").GetString() }, "__typename");
        await host.ChangeAsync("amina", "askForHelp", new { team = team.Id, text = "Who has a van?" }, "__typename");
        Assert.Equal((before.Learning + 1, before.Thanks + 1, before.Asks + 1), (await CountAsync(host)) is var (_, shared, thanks, asks) ? (shared, thanks, asks) : default);
        Assert.InRange(await RecountAsync(host), 1_000, int.MaxValue);
    }

    [Fact]
    public async Task How_far_an_idea_has_come_follows_what_happens_to_it_on_its_way()
    {
        await using var host = new EquityHost();
        await host.Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await RecountAsync(host);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>().OpenAsync(Viewer.System);
        var middle = await db.Adoptions.Include(adoption => adoption.Team).Include(adoption => adoption.LedTo).FirstAsync(adoption => adoption.LedToId != null && db.Adoptions.Any(next => next.LearningId == adoption.LedToId));
        Assert.Contains("travel STEPS 02", string.Join('\n', await RowsAsync(host, new { metric = new[] { "travel" } })), StringComparison.Ordinal);
        middle.Team!.ProgrammeId = null;
        await db.SaveChangesAsync();
        await RecountAsync(host);
        var ledTo = middle.LedTo!;
        (middle.LedTo, middle.LedToId) = (null, null);
        await db.SaveChangesAsync();
        await RecountAsync(host);
        db.Remove(ledTo);
        await db.SaveChangesAsync();
        await RecountAsync(host);
        db.Remove(middle.Team);
        await db.SaveChangesAsync();
        await RecountAsync(host);
    }

    [Fact]
    public async Task Time_in_a_stage_is_told_when_a_team_leaves_it()
    {
        await using var host = new EquityHost();
        var team = await host.PublishAsync("amina", "Moves On");
        host.Clock.Advance(TimeSpan.FromDays(12));
        await host.ChangeAsync("amina", "advanceTeam", new { team = team.Id, version = team.Version, to = "UNDERSTANDING" }, "__typename");
        var rows = await RowsAsync(host, new { metric = new[] { "daysInStage" }, groupKind = new[] { "STAGE" }, from = "2026-11-01" });
        Assert.Contains("daysInStage STAGE FORMING 2026-11 12/1 12", rows);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_and_all_pages_are_the_list()
    {
        await using var host = new EquityHost();
        var where = new { groupKind = new[] { "ALL", "PROGRAMME", "STAGE" }, from = "2026-01-01" };
        var all = await RowsAsync(host, where);
        Assert.Equal(all, await RowsAsync(host, where, first: 7));
        Assert.Equal(all.Count, all.Distinct().Count());
        var total = (await host.DataAsync("query ($where: MetricRowFilterInput) { metricRows(first: 0, where: $where) { totalCount } }", new { where }, EquityHost.Visitor)).At("metricRows", "totalCount").GetInt32();
        Assert.Equal(total, all.Count);
    }

    [Fact]
    public async Task A_file_has_the_rows_of_the_graph_whatever_they_are_filtered_by()
    {
        await using var host = new EquityHost();
        await LiveAsync(host);
        foreach (var (where, query) in new (object, string)[]
        {
            (new { }, ""), (new { every = "QUARTER" }, "?every=QUARTER"), (new { programme = "pursuing-equity", groupKind = new[] { "DIMENSION" } }, "?programme=pursuing-equity&groupKind=DIMENSION"),
            (new { metric = new[] { "people" }, from = "2026-12-01" }, "?metric=people&from=2026-12-01"), (new { group = new[] { "TESTING" }, to = "2026-06-30" }, "?group=TESTING&to=2026-06-30"),
        })
        {
            using var client = host.ClientFor(EquityHost.Visitor);
            var file = JsonDocument.Parse(await client.GetStringAsync($"/reports/metrics.json{query}")).RootElement.EnumerateArray().Select(Written).ToList();
            Assert.NotEmpty(file);
            Assert.Equal(await RowsAsync(host, where), file);
        }
    }

    [Fact]
    public async Task Everybody_reads_the_same()
    {
        await using var host = new EquityHost();
        await CloseAsync(host);
        var seen = await RowsAsync(host, new { }, persona: EquityHost.Visitor);
        foreach (var persona in new[] { "amina", "lead", "analyst", "administrator" })
            Assert.Equal(seen, await RowsAsync(host, new { }, persona: persona));
    }

    [Fact]
    public async Task People_are_told_of_closed_months_only_and_as_released()
    {
        await using var host = new EquityHost();
        var where = new { metric = MetricCatalogue.All.Where(metric => metric.Disclosure == DisclosureClass.People).Select(metric => metric.Name).ToArray() };
        Assert.Empty(await RowsAsync(host, where));
        await CloseAsync(host);
        var rows = await RowsAsync(host, where);
        Assert.Contains(rows, row => row.StartsWith("people ROLE SERVICE_USER 2026-10 ", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(" 2026-11 ", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Matches("""^\S+ \S+ \S+ 2026-\d\d (\*|[05]|\d*[05])/(\*|-|\d*[05]) (\*|-|[\d.]+)$""", row));
        Assert.Contains(rows, row => row.Contains('*'));
        await CloseAsync(host);
        Assert.Equal(rows, await RowsAsync(host, where));
    }

    [Fact]
    public async Task What_happens_after_a_month_was_closed_changes_nothing_that_was_told_of_people()
    {
        await using var host = new EquityHost();
        await CloseAsync(host);
        var where = new { metric = new[] { "people", "progressScores", "coachGap" } };
        var before = await RowsAsync(host, where);
        for (var i = 0; i < 9; i++)
            await host.PublishAsync("amina", $"Another {i}");
        await CloseAsync(host);
        Assert.Equal(before, await RowsAsync(host, where));
        host.Clock.Advance(TimeSpan.FromDays(25));
        await CloseAsync(host);
        var after = await RowsAsync(host, where);
        Assert.Equal(before, after.Where(row => row.Contains(" 2026-10 ", StringComparison.Ordinal)));
        Assert.Contains(after, row => row.Contains(" 2026-11 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Groups_of_a_thing_sum_up_to_all_of_it()
    {
        await using var host = new EquityHost();
        foreach (var (metric, kinds) in new[] { ("teams", new[] { "STAGE", "PROGRAMME", "PHASE", "LOCALITY" }), ("learning", ["KIND", "PROGRAMME", "LOCALITY", "STAGE"]), ("inequities", ["DIMENSION", "KIND", "PROGRAMME"]) })
        {
            var all = await SumAsync(metric, "ALL");
            Assert.True(all > 0);
            foreach (var kind in kinds)
                Assert.Equal((metric, kind, all), (metric, kind, await SumAsync(metric, kind)));
        }

        async Task<double> SumAsync(string metric, string kind) => (await NodesAsync(host, new { metric = new[] { metric }, groupKind = new[] { kind }, from = "2026-10-01", to = "2026-10-01" })).Sum(row => row.GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("""{ metrics(programme: "no-such") { teams } }""", "programme")]
    [InlineData("""{ metrics(period: { from: "2026-01-02", to: "2026-01-31" }) { teams } }""", "period.from")]
    [InlineData("""{ metrics(period: { from: "2026-01-01", to: "2026-01-30" }) { teams } }""", "period.to")]
    [InlineData("""{ metrics(period: { from: "2026-02-01", to: "2026-01-31" }) { teams } }""", "period.to")]
    [InlineData("""{ metricRows(metrics: ["no-such"]) { totalCount } }""", "metricCatalogue")]
    [InlineData("""{ metricRows(where: { groupKind: ["COLOUR"] }) { totalCount } }""", "where.groupKind")]
    [InlineData("""{ metricRows(first: 101) { totalCount } }""", "first")]
    [InlineData("""{ metricRows(after: "no-such") { totalCount } }""", "after")]
    public async Task What_cannot_be_answered_is_refused_with_what_can(string query, string named)
    {
        await using var host = new EquityHost();
        var (_, message) = await host.ErrorAsync(query);
        Assert.Contains(named, message, StringComparison.Ordinal);
    }

    private async Task<int> RecountAsync(EquityHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>().OpenAsync(Viewer.System);
        var community = await TeamFacts.ReadAsync(db, await db.Teams.Select(team => team.Id).ToListAsync(), CancellationToken.None);
        var rows = host.Services.GetRequiredService<MetricRows>();
        var compared = await rows.CountAsync(tallies => CountsProperties.AssertRecounted(tallies, community, rows.Current), CancellationToken.None);
        output.WriteLine($"{compared} figures are those of a recount.");
        return compared;
    }

    internal static async Task CloseAsync(EquityHost host)
    {
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        await host.Background<ClosingMonths>().RunAsync(CancellationToken.None);
    }

    /// <summary>Lets much happen, and closes the months in which it did.</summary>
    internal static async Task LiveAsync(EquityHost host)
    {
        await host.Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>().OpenAsync(Viewer.System))
        {
            var person = await db.People.OrderBy(known => known.Id).FirstAsync();
            foreach (var (i, friendship) in (await db.Friendships.IgnoreQueryFilters().OrderBy(known => known.Id).ToListAsync()).Index())
            {
                db.Add(new Showing { TeamId = friendship.FromId, PeerId = friendship.ToId, Day = DateOnly.FromDateTime(friendship.ProposedAt), Count = 1 + i, Rank = 1, Likeness = new() });
                db.Add(new Rating { Key = $"rating-{i}", TeamId = friendship.FromId, PeerId = friendship.ToId, PersonId = person.Id, Verdict = i % 3 == 0 ? RecommendationVerdict.NotUseful : RecommendationVerdict.Useful, RatedAt = friendship.ProposedAt, Likeness = new() });
            }
            await db.SaveChangesAsync();
        }
        host.Clock.Advance(TimeSpan.FromDays(75));
        await CloseAsync(host);
    }

    private static async Task<(int Teams, int Learning, int Thanks, int Asks)> CountAsync(EquityHost host)
    {
        var metrics = (await host.DataAsync("{ metrics { teams learningByKind { value } support { thanks asks } } }", null, EquityHost.Visitor)).At("metrics");
        return (metrics.At("teams").GetInt32(), (int)metrics.At("learningByKind").EnumerateArray().Sum(row => row.GetProperty("value").GetDouble()), metrics.At("support", "thanks").GetInt32(), metrics.At("support", "asks").GetInt32());
    }

    private static async Task<List<string>> RowsAsync(EquityHost host, object where, int first = 100, string persona = EquityHost.Visitor) => (await NodesAsync(host, where, first, persona)).ConvertAll(Written);

    private static string Written(JsonElement row) =>
        $"{row.GetProperty("metric").GetString()} {row.GetProperty("groupKind").GetString()} {row.GetProperty("group").GetString()} {row.GetProperty("period").GetString()} {Number(row, "numerator")}/{Number(row, "denominator")} {Number(row, "value")}";

    internal static async Task<List<JsonElement>> NodesAsync(EquityHost host, object where, int first = 100, string persona = EquityHost.Visitor)
    {
        var nodes = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await host.DataAsync(
                "query ($first: Int, $after: String, $where: MetricRowFilterInput) { metricRows(first: $first, after: $after, where: $where) { nodes { metric groupKind group period numerator denominator value suppressed } pageInfo { hasNextPage endCursor } } }",
                new { first, after, where }, persona)).At("metricRows");
            nodes.AddRange(page.At("nodes").EnumerateArray());
            if (!page.At("pageInfo", "hasNextPage").GetBoolean())
                return nodes;
            after = page.At("pageInfo", "endCursor").GetString();
        }
    }

    private static string Number(JsonElement row, string field) => row.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : row.GetProperty("suppressed").GetBoolean() ? "*" : "-";
}
