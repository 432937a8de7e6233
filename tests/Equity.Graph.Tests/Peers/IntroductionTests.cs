using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Peers;

/// <summary>Three of the demo's teams cannot be introduced: one is paused, one has no place, one has been archived; and one is a draft.</summary>
public class IntroductionTests(GenerousHost host) : IClassFixture<GenerousHost>, IAsyncLifetime
{
    private const string Paused = "tablet-table-quayside", Full = "golpo-group-talking-therapies", Archived = "hear-me-first-maternity", Draft = "third-floor-outpatients-northgate";

    private const string Plan = """
        query($programme: String, $perTeam: Int) { introductions(programme: $programme, perTeam: $perTeam) {
          introductions { a { id key openPlaces } b { id key openPlaces } score reasons { kind text ours { quote source { ...Of } } theirs { quote source { ...Of } } } }
          teams unmatched { key } leftOut { team { key } why } mostShown totalScore upperBound naive { totalScore unseen mostShown } } }
        fragment Of on Node { id ... on Inequity { team { id } } ... on Learning { team { id } } ... on Ask { team { id } } ... on Offer { team { id } } }
        """;

    public async Task InitializeAsync()
    {
        await using var db = await host.OpenAsync();
        foreach (var team in await db.Teams.Where(team => new[] { Paused, Full, Archived, Draft }.Contains(team.Key)).ToListAsync())
        {
            team.PausedUntil = team.Key == Paused ? new DateOnly(2026, 11, 11) : null;
            team.FriendCapacity = team.Key == Full ? 0 : 3;
            team.ArchivedAt = team.Key == Archived ? new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) : null;
            team.PublishedAt = team.Key == Draft ? null : team.PublishedAt;
        }
        await db.SaveChangesAsync();
        await host.SettledAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Every_team_meets_somebody_and_none_more_than_it_has_places(int perTeam)
    {
        var plan = await PlanAsync(perTeam: perTeam);
        var pairs = plan.At("introductions").EnumerateArray().ToList();
        var met = pairs.SelectMany(pair => new[] { pair.At("a"), pair.At("b") }).GroupBy(team => team.Text("key")).ToDictionary(team => team.Key, team => (Times: team.Count(), Places: team.First().GetProperty("openPlaces").GetInt32()));
        Assert.Equal(pairs.Count, pairs.Select(pair => string.Join(' ', new[] { pair.At("a").Text("key"), pair.At("b").Text("key") }.Order(StringComparer.Ordinal))).Distinct().Count());
        Assert.All(met.Values, team => Assert.InRange(team.Times, 1, Math.Min(perTeam, team.Places)));
        Assert.Equal((46, 44), (plan.GetProperty("teams").GetInt32(), met.Count));
        Assert.Equal(met.Values.Max(team => team.Times), plan.GetProperty("mostShown").GetInt32());
        Assert.DoesNotContain(met.Keys, key => key is Paused or Full or Archived or Draft);
    }

    [Fact]
    public async Task Who_is_left_out_is_named_with_why()
    {
        var plan = await PlanAsync();
        Assert.Equal([(Full, "NO_OPEN_PLACE"), (Paused, "PAUSED")], plan.At("leftOut").EnumerateArray().Select(left => (left.At("team").Text("key"), left.Text("why"))).Order());
        Assert.Equal([Full, Paused], plan.At("unmatched").EnumerateArray().Select(team => team.Text("key")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_total_is_the_sum_of_the_scores_near_the_upper_bound_and_each_score_is_that_of_peers()
    {
        var plan = await PlanAsync();
        var pairs = plan.At("introductions").EnumerateArray().ToList();
        var total = plan.GetProperty("totalScore").GetDouble();
        Assert.Equal(pairs.Sum(pair => pair.GetProperty("score").GetDouble()), total, 9);
        Assert.InRange(total / plan.GetProperty("upperBound").GetDouble(), 0.98, 1);
        var best = pairs[0];
        var peers = (await host.DataAsync("query($key: String!) { team(key: $key) { peers(first: 100) { score team { key } } } }", new { key = best.At("a").Text("key") })).At("team", "peers");
        Assert.Equal(best.GetProperty("score").GetDouble(), peers.EnumerateArray().Single(peer => peer.At("team").Text("key") == best.At("b").Text("key")).GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Each_team_for_itself_leaves_some_unseen_and_shows_others_to_too_many()
    {
        var plan = await PlanAsync();
        Assert.InRange(plan.At("naive").GetProperty("unseen").GetInt32(), 1, 44);
        Assert.True(plan.At("naive").GetProperty("mostShown").GetInt32() > plan.GetProperty("mostShown").GetInt32());
    }

    [Fact]
    public async Task Every_pair_has_reasons_that_quote_a_as_ours_and_b_as_theirs()
    {
        foreach (var pair in (await PlanAsync()).At("introductions").EnumerateArray())
        {
            var reasons = pair.At("reasons").EnumerateArray().ToList();
            Assert.InRange(reasons.Count, 1, 4);
            foreach (var (evidence, team) in reasons.SelectMany(reason => new[] { (reason.At("ours"), "a"), (reason.At("theirs"), "b") }).Where(each => each.Item1.ValueKind == JsonValueKind.Object))
            {
                var source = evidence.At("source");
                Assert.Equal(pair.At(team).Text("id"), source.TryGetProperty("team", out var of) ? of.Text("id") : source.Text("id"));
            }
        }
    }

    [Fact]
    public async Task Asking_twice_gives_the_same_plan() => Assert.Equal((await PlanAsync()).GetRawText(), (await PlanAsync()).GetRawText());

    [Fact]
    public async Task A_lead_plans_the_own_programme_as_the_administrator_does() =>
        Assert.Equal((await PlanAsync("administrator", "pursuing-equity")).GetRawText(), (await PlanAsync("lead")).GetRawText());

    [Theory]
    [InlineData("lead")]
    [InlineData("administrator")]
    public async Task A_programme_that_is_not_there_has_no_teams_to_introduce(string persona)
    {
        var plan = await PlanAsync(persona, "no-such-programme");
        Assert.Equal((0, 0, 0), (plan.GetProperty("teams").GetInt32(), plan.At("introductions").GetArrayLength(), plan.At("unmatched").GetArrayLength()));
    }

    [Fact]
    public async Task An_analyst_is_told_the_figures_and_no_team()
    {
        var plan = await PlanAsync("analyst");
        Assert.All(new[] { "introductions", "unmatched", "leftOut" }, list => Assert.Equal(0, plan.At(list).GetArrayLength()));
        // The index may have fitted its words anew between two plans.
        await host.WithinAsync(async () => Figures(await PlanAsync("analyst")) == Figures(await PlanAsync("administrator")));

        static string Figures(JsonElement plan) => string.Join(' ', new[] { "teams", "mostShown", "totalScore", "upperBound", "naive" }.Select(figure => plan.At(figure).GetRawText()));
    }

    [Theory]
    [InlineData(EquityHost.Visitor)]
    [InlineData("newcomer")]
    [InlineData("tom")]
    public async Task Who_leads_nothing_is_refused_before_anything_runs(string persona)
    {
        await PlanAsync();
        var answer = await host.AskAsync(Plan, new { perTeam = 3 }, persona);
        Assert.Equal("FORBIDDEN", Assert.Single(answer.GetProperty("errors").EnumerateArray()).At("extensions").Text("code"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task A_number_of_introductions_outside_its_range_is_refused(int perTeam) =>
        Assert.Equal(("INVALID_ARGUMENT", $"perTeam is {perTeam}; a team has 1 to 10 introductions."), await host.ErrorAsync(Plan, new { perTeam }));

    [Fact]
    public async Task The_named_document_runs() => Assert.NotEmpty((await host.RunAsync("Introductions")).At("introductions", "introductions").EnumerateArray());

    private async Task<JsonElement> PlanAsync(string persona = "administrator", string? programme = null, int perTeam = 3) =>
        (await host.DataAsync(Plan, new { programme, perTeam }, persona)).At("introductions");
}
