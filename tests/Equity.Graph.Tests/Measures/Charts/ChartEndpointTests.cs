using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Equity.Graph.Measures.Release;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Charts as pictures at plain addresses.</summary>
public class ChartEndpointTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task The_address_of_a_measure_gives_the_picture_that_the_graph_gives()
    {
        var measure = await MeasureAsync("Same Picture");
        using var answer = await GetAsync(measure, "");
        Assert.Equal("image/svg+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(await GraphAsync(measure, "method: XMR"), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Its_parameters_are_those_of_the_graph()
    {
        var measure = await MeasureAsync("Same Parameters");
        Assert.Equal(
            await GraphAsync(measure, "method: P_PRIME, stratum: \"One\", rebase: [\"2024-07-01\", \"2025-01-01\"], baseline: 5"),
            await (await GetAsync(measure, "?method=p_Prime&stratum=one&rebase=2024-07-01&rebase=2025-01-01&baseline=5")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Multiples_show_each_group_and_everybody_with_a_verdict_each()
    {
        var picture = await DrawnAsync(await MeasureAsync("Side by Side"), "?multiples=true");
        Assert.Equal(["Other", "One", "Everybody"], picture.Elements().Where(element => element.Attribute("font-size")?.Value == "13").Select(element => element.Value));
        var words = picture.Elements().ElementAt(1).Value;
        Assert.All(["One fell, which is better:", "Other: no sign of change", "Everybody fell"], verdict => Assert.Contains(verdict, words, StringComparison.Ordinal));
        Assert.DoesNotContain("One: One", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_it_runs_and_every_sight_of_it_is_asked_for_anew()
    {
        using var answer = await GetAsync(await MeasureAsync("Headers"), "");
        Assert.Equal(("nosniff", "default-src 'none'; style-src 'unsafe-inline'"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache));
        Assert.Contains("Authorization", answer.Headers.Vary);
        Assert.False(answer.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_until_a_figure_changes()
    {
        var measure = await MeasureAsync("Has It Already");
        using var first = await GetAsync(measure, "");
        using var second = await GetAsync(measure, "", "amina", first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, ""), (second.StatusCode, await second.Content.ReadAsStringAsync()));
        await host.ChangeAsync("amina", "recordMeasurements", new { measure, points = new[] { new { date = "2024-01-01", stratum = "One", numerator = 99, denominator = 200 } } }, "__typename");
        using var third = await GetAsync(measure, "", "amina", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_head_has_the_headers_and_no_body()
    {
        using var head = await host.ClientFor("amina").SendAsync(new HttpRequestMessage(HttpMethod.Head, Address(await MeasureAsync("Head of a Chart"))));
        Assert.Equal((HttpStatusCode.OK, true), (head.StatusCode, head.Content.Headers.ContentLength > 1000));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_read_are_the_same_answer()
    {
        var draft = await host.RegisterAsync("amina", "Draft of Charts");
        var measure = await MeasureAsync(host, draft, "Draft of Charts");
        using var hidden = await GetAsync(measure, "", EquityHost.Visitor);
        var body = await hidden.Content.ReadAsStringAsync();
        foreach (var id in new[] { "nothing", Equity.Graph.Execution.NodeId.Of("Measure", 999_999), draft.Id })
        {
            using var missing = await GetAsync(id, "?method=nonsense", EquityHost.Visitor);
            Assert.Equal((HttpStatusCode.NotFound, WithoutTrace(body)), (missing.StatusCode, WithoutTrace(await missing.Content.ReadAsStringAsync())));
        }
    }

    [Fact]
    public async Task A_token_that_is_not_valid_is_refused()
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");
        using var answer = await client.GetAsync(Address(await MeasureAsync("Token of a Chart")));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("method=SHEWHART", "method", "Give one of XMR, RUN, P, P_PRIME, or leave it out.")]
    [InlineData("stratum=Nobody", "stratum", "Give one of “Other”, “One”, or leave it out.")]
    [InlineData("stratum=One&multiples=true", "stratum", "Leave one of the two out.")]
    [InlineData("rebase=31/03/2026", "rebase", "Write days as 2026-03-31, one in each rebase.")]
    [InlineData("rebase=2024-01-01&rebase=2024-01-02&rebase=2024-01-03&rebase=2024-01-04&rebase=2024-01-05&rebase=2024-01-06&rebase=2024-01-07&rebase=2024-01-08&rebase=2024-01-09&rebase=2024-01-10&rebase=2024-01-11", "rebase", "Give at most 10 days.")]
    [InlineData("baseline=0", "baseline", "Give a whole number, 1 or more, or leave it out.")]
    [InlineData("multiples=yes", "multiples", "Give true, or leave it out.")]
    [InlineData("method=RUN&method=P", "method", "Give it once.")]
    [InlineData("strata=One", "strata", "Parameters are method, stratum, rebase, baseline, multiples.")]
    public async Task A_parameter_that_cannot_be_understood_is_named_with_the_remedy(string query, string field, string remedy)
    {
        using var answer = await GetAsync(await MeasureAsync($"Refuses {query.Length} {field}"), $"?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((field, remedy), (problem.Text("field"), problem.Text("remedy")));
    }

    [Fact]
    public async Task The_picture_of_others_is_made_of_what_was_released()
    {
        await using var own = new EquityHost();
        var measure = await MeasureAsync(own, await own.PublishAsync("amina", "Released Picture"), "Released Picture");
        Assert.Contains("no known points yet", (await DrawnAsync(own, measure, "?stratum=One", EquityHost.Visitor)).Value, StringComparison.Ordinal);
        await own.Background<Releasing>().RunAsync(CancellationToken.None);
        var (theirs, others) = (await DrawnAsync(own, measure, "?stratum=One", "amina"), await DrawnAsync(own, measure, "?stratum=One", EquityHost.Visitor));
        Assert.Contains("Last value: 0.105", theirs.Value, StringComparison.Ordinal);
        Assert.Contains("Last value: 0.1 ", others.Value, StringComparison.Ordinal);
    }

    /// <summary>A measure whose first group falls after a year.</summary>
    private async Task<string> MeasureAsync(string name) => await MeasureAsync(host, await host.PublishAsync("amina", name), name);

    private static async Task<string> MeasureAsync(EquityHost host, Row team, string name)
    {
        var strata = new[] { new { name = "Other", order = 1 }, new { name = "One", order = 2 } };
        var measure = (await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name, kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true, strata }, "measure { id }")).At("measure").Text("id");
        var points = Enumerable.Range(0, 20).SelectMany(month => new[] { ("One", (month < 12 ? 60 : 20) + month % 2), ("Other", 40 + month % 2) }
            .Select(group => new { date = new DateOnly(2024, 1, 1).AddMonths(month), stratum = group.Item1, numerator = group.Item2, denominator = 200 }));
        await host.ChangeAsync("amina", "recordMeasurements", new { measure, points }, "__typename");
        return measure;
    }

    private static string Address(string measure) => $"/measures/{measure}/chart.svg";

    private async Task<HttpResponseMessage> GetAsync(string measure, string query, string persona = "amina", EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(measure) + query);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await host.ClientFor(persona).SendAsync(request);
    }

    private Task<XElement> DrawnAsync(string measure, string query) => DrawnAsync(host, measure, query, "amina");

    private static async Task<XElement> DrawnAsync(EquityHost host, string measure, string query, string persona) =>
        XDocument.Parse(await host.ClientFor(persona).GetStringAsync(Address(measure) + query)).Root!;

    private async Task<string> GraphAsync(string measure, string arguments) =>
        (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Measure {{ chart({arguments}) {{ svg }} }} }} }}", new { id = measure }, "amina")).At("node", "chart").Text("svg");

    private static string WithoutTrace(string problem) => JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(problem)!.Where(pair => pair.Key != "traceId"));
}
