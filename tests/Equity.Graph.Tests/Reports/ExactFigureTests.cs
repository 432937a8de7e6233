using System.Net;
using System.Text.Json;

namespace Equity.Graph.Tests.Reports;

/// <summary>Figures as they were counted, for leads and coaches with a reason.</summary>
public class ExactFigureTests(ReportHost host) : IClassFixture<ReportHost>
{
    private const string Reason = "To plan next month's clinic with the team.";

    private static readonly string Raw = $"/reports/measures.json?raw=true&reason={Uri.EscapeDataString(Reason)}";

    [Theory]
    [InlineData("lead")]
    [InlineData("coach")]
    public async Task They_are_those_of_ones_own_programmes_and_others_stay_as_released(string persona)
    {
        var (raw, released) = (await host.JsonAsync(Raw, persona), await host.JsonAsync("/reports/measures.json"));
        var own = raw.Where(row => row.Text("team") == host.Led && row.GetProperty("countsPeople").GetBoolean()).ToList();
        Assert.All(own, row => Assert.True(row.GetProperty("exact").GetBoolean() && !row.GetProperty("suppressed").GetBoolean()));
        Assert.Contains(own, row => row.GetProperty("numerator").GetDouble() is > 0 and < 8);
        Assert.Equal(released.Where(row => row.Text("team") != host.Led).Select(row => row.GetRawText()), raw.Where(row => row.Text("team") != host.Led).Select(row => row.GetRawText()));
        Assert.DoesNotContain(raw, row => row.Text("team") == host.Keys[^1]);
    }

    [Theory]
    [InlineData("amina")]
    [InlineData("newcomer")]
    [InlineData("analyst")]
    [InlineData("administrator")]
    [InlineData(EquityHost.Visitor)]
    public async Task Nobody_else_gets_them(string persona) => Assert.Equal("raw", (await RefusedAsync(HttpStatusCode.Forbidden, Raw, persona)).Text("parameter"));

    [Theory]
    [InlineData("")]
    [InlineData("&reason=")]
    [InlineData("&reason=too+short")]
    [InlineData("&reason=Ring+07700+900123+to+check+the+figures")]
    public async Task Without_a_reason_that_can_be_kept_nobody_gets_them(string reason)
    {
        var before = (await AuditAsync("lead")).Count;
        var problem = await RefusedAsync(HttpStatusCode.BadRequest, "/reports/measures.csv?raw=true" + reason, "lead");
        Assert.Equal("reason", problem.Text("parameter"));
        Assert.DoesNotContain("900", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(before, (await AuditAsync("lead")).Count);
    }

    [Fact]
    public async Task The_audit_keeps_who_read_what_and_why_for_the_programmes_leads()
    {
        var before = (await AuditAsync("coach")).Count;
        await host.FileAsync($"{Raw}&team={host.Led}&from=2025-01-01", "lead");
        var entries = await AuditAsync("coach");
        Assert.Equal(before + 1, entries.Count);
        Assert.Equal(("READ", "Report", "measures", false), (entries[^1].Text("action"), entries[^1].Text("kind"), entries[^1].Text("key"), entries[^1].GetProperty("byYou").GetBoolean()));
        Assert.Equal(JsonSerializer.Serialize(new { reason = Reason, filters = new { from = "2025-01-01", team = host.Led } }).Replace("\\u0027", "'", StringComparison.Ordinal), entries[^1].Text("after"));
        Assert.Empty(await AuditAsync("newcomer"));
    }

    [Fact]
    public async Task What_reads_nothing_is_not_kept()
    {
        var before = (await AuditAsync("lead")).Count;
        using var head = await host.ClientFor("lead").SendAsync(new HttpRequestMessage(HttpMethod.Head, Raw));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(before, (await AuditAsync("lead")).Count);
    }

    [Fact]
    public async Task No_cache_keeps_them()
    {
        using var response = await host.ClientFor("lead").GetAsync(Raw);
        Assert.Equal((true, true, null), (response.Headers.CacheControl!.Private, response.Headers.CacheControl.NoStore, response.Headers.ETag));
    }

    private async Task<IReadOnlyList<JsonElement>> AuditAsync(string persona) =>
        (await host.DataAsync("{ audit(first: 100, where: { action: { eq: READ } }) { nodes { action kind key after byYou } } }", persona: persona)).Nodes("audit");

    private async Task<JsonElement> RefusedAsync(HttpStatusCode status, string address, string persona)
    {
        using var response = await host.ClientFor(persona).GetAsync(address);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
