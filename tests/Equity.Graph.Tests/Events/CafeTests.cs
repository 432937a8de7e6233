using System.Text.Json;
using Equity.Graph.Auth.Development;
using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Tests.Friendships;
using Equity.Graph.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Events;

public class CafeTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_plan_seats_nineteen_teams_once_a_round_and_their_hosts_stay()
    {
        var gathering = await host.EventAsync("Nineteen");
        var teams = await host.GatherAsync("grace", gathering, "Of Nineteen", 19);
        await host.SettledAsync();
        var plan = await host.PlanAsync(gathering, hosts: [teams[4].Id]);
        Assert.Equal(("PLANNED", 4), (plan.Text("status"), plan.At("tables").GetInt32()));
        var rounds = await host.SeatsAsync(plan.Text("id"));
        Assert.Equal(3, rounds.Count);
        foreach (var round in rounds)
        {
            Assert.Equal(Enumerable.Range(1, 19).Select(i => $"Of Nineteen {i}").Order(), round.SelectMany(table => table.Teams).Order());
            Assert.All(round, table => Assert.InRange(table.Teams.Count, 4, 6));
            Assert.Equal(rounds[0].Select(table => (table.Table, table.Host)), round.Select(table => (table.Table, table.Host)));
        }
        Assert.Contains(rounds[0], table => table.Host == "Of Nineteen 5");
        var pairs = rounds.SelectMany(round => round).SelectMany(table => from a in table.Teams from b in table.Teams where string.CompareOrdinal(a, b) < 0 select (a, b)).ToList();
        var (meetings, repeats) = (plan.At("meetings").GetInt32(), plan.At("repeatedMeetings").GetInt32());
        Assert.Equal((pairs.Distinct().Count(), pairs.Count - pairs.Distinct().Count()), (meetings, repeats));
        Assert.True(repeats >= plan.At("unavoidableRepeats").GetInt32());
        Assert.Equal(meetings, plan.At("newMeetings").GetInt32());
        Assert.InRange(plan.At("totalScore").GetDouble(), 0.0001, plan.At("upperBound").GetDouble());
        Assert.Equal(["2026-12-02T10:00:00Z", "2026-12-02T10:20:00Z", "2026-12-02T10:40:00Z"], plan.At("rounds").EnumerateArray().Select(round => round.Text("startsAt")));
    }

    [Fact]
    public async Task A_plan_is_for_who_runs_the_event_until_it_is_published()
    {
        var gathering = await host.EventAsync("Secret Seats");
        await host.GatherAsync("grace", gathering, "Seated", 9);
        var plan = await host.PlanAsync(gathering);
        const string seen = "cafe { status totalScore } cafePlans { id }";
        Assert.Equal("""{"cafe":null,"cafePlans":null}""", (await host.ReadEventAsync("amina", gathering, seen)).GetRawText());
        Assert.Equal($$"""{"cafe":null,"cafePlans":[{"id":"{{plan.Text("id")}}"}]}""", (await host.ReadEventAsync("coach", gathering, seen)).GetRawText());
        await host.PublishCafeAsync(plan);
        Assert.Equal("""{"cafe":{"status":"PUBLISHED","totalScore":null},"cafePlans":null}""", (await host.ReadEventAsync(EquityHost.Visitor, gathering, seen)).GetRawText());
        Assert.Equal("[]", (await host.ReadEventAsync("lead", gathering, seen)).At("cafePlans").GetRawText());
        Assert.Contains(("CAFE_PUBLISHED", "“Secret Seats” has a seat for “Seated 1” in each round of its world café."), await host.ToldOfAsync("grace", gathering));
    }

    [Fact]
    public async Task A_seed_has_one_plan_and_two_plans_can_be_compared_before_one_is_published()
    {
        var gathering = await host.EventAsync("Compared");
        await host.GatherAsync("grace", gathering, "Comparing", 12);
        await host.SettledAsync();
        var (one, same, other) = (await host.PlanAsync(gathering), await host.PlanAsync(gathering), await host.PlanAsync(gathering, seed: 2));
        Assert.Equal((await host.SeatsAsync(one.Text("id"))).Select(Cafes.Shown), (await host.SeatsAsync(same.Text("id"))).Select(Cafes.Shown));
        Assert.Empty((await ChangesAsync(one, same)).EnumerateArray());
        var changes = await ChangesAsync(one, other);
        Assert.NotEmpty(changes.EnumerateArray());
        var seats = await host.SeatsAsync(one.Text("id"));
        Assert.All(changes.EnumerateArray(), change => Assert.Contains(seats[change.At("round").GetInt32() - 1], table => table.Table == change.At("from").GetInt32() && table.Teams.Contains(change.At("team").Text("name"))));
        Assert.Equal(JsonValueKind.Null, (await host.DataAsync("query($one: ID!) { node(id: $one) { ... on WorldCafe { changesTo(other: \"nothing\") { round } } } }", new { one = one.Text("id") }, "lead")).At("node", "changesTo").ValueKind);

        async Task<JsonElement> ChangesAsync(JsonElement from, JsonElement to) =>
            (await host.DataAsync("query($one: ID!, $other: ID!) { node(id: $one) { ... on WorldCafe { changesTo(other: $other) { team { name } round from to } } } }", new { one = from.Text("id"), other = to.Text("id") }, "lead")).At("node", "changesTo");
    }

    [Fact]
    public async Task Rounds_begin_one_after_another_and_are_told_with_their_question_and_seats()
    {
        var gathering = await host.EventAsync("Running", startsAt: "2026-11-11T08:30:00Z");
        await host.GatherAsync("grace", gathering, "Runner", 8);
        var plan = await host.PlanAsync(gathering);
        await host.RefusedAsync("lead", "startCafeRound", new { round = (await RoundsAsync(plan))[0] }, "CafeNotInThatState");
        var (cafe, rounds) = await host.PublishCafeAsync(plan);
        using var events = await EventClient.OpenAsync(host, Operations.Text("CafeRoundStarted").Replace("($event: ID!)", "", StringComparison.Ordinal).Replace("$event", $"\"{gathering.Id}\"", StringComparison.Ordinal), Token("grace"));
        await host.WithinAsync(() => Task.FromResult(host.Services.GetRequiredService<Topic<CafeRoundStarted>>().Listeners == 1));
        Assert.Equal(1, (await host.RefusedAsync("lead", "startCafeRound", new { round = rounds[1] }, "RoundOutOfTurn", "next")).At("next").GetInt32());
        await host.RefusedAsync("grace", "startCafeRound", new { round = rounds[0] }, "NotAnOrganiser");
        var begun = (await host.StartAsync(rounds[0])).At("cafeRound");
        Assert.Equal(("2026-11-11T09:00:00Z", "RUNNING"), (begun.Text("startedAt"), begun.At("cafe").Text("status")));
        var told = (await events.NextAsync()).Data.At("data", "cafeRoundStarted");
        Assert.Equal((1, "What did you try?", rounds[0]), (told.At("number").GetInt32(), told.Text("question"), told.Text("id")));
        Assert.Equal((await host.SeatsAsync(cafe))[0].SelectMany(table => table.Teams).Order(), told.At("tables").EnumerateArray().SelectMany(table => table.At("teams").EnumerateArray()).Select(team => team.Text("name")).Order());
        Assert.Equal(2, (await host.RefusedAsync("lead", "startCafeRound", new { round = rounds[0] }, "RoundOutOfTurn", "next")).At("next").GetInt32());
        await host.StartAsync(rounds[1]);
        Assert.Equal(2, (await events.NextAsync()).Data.At("data", "cafeRoundStarted", "number").GetInt32());
        await host.StartAsync(rounds[2]);
        Assert.Equal(JsonValueKind.Null, (await host.RefusedAsync("lead", "startCafeRound", new { round = rounds[2] }, "RoundOutOfTurn", "next")).At("next").ValueKind);
        await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions }, "CafeNotInThatState");
        await host.RefusedAsync("lead", "replanWorldCafe", new { cafe }, "CafeNotInThatState");
    }

    [Fact]
    public async Task A_plan_anew_keeps_rounds_that_have_begun_and_moves_few()
    {
        var gathering = await host.EventAsync("Replanned", startsAt: "2026-11-11T08:30:00Z");
        var teams = await host.GatherAsync("grace", gathering, "Replanner", 16);
        var (cafe, rounds) = await host.PublishCafeAsync(await host.PlanAsync(gathering));
        await host.StartAsync(rounds[0]);
        var before = await host.SeatsAsync(cafe);
        var leaver = before[1].SelectMany(table => table.Teams.Where(team => team != table.Host)).First();
        await host.LeaveAsync("grace", gathering, teams[int.Parse(leaver.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) - 1]);
        var plan = await host.ReplanAsync(cafe);
        Assert.InRange(plan.At("teamsMoved").GetInt32(), 0, 2);
        var (next, again) = await host.PublishCafeAsync(plan);
        var after = await host.SeatsAsync(next);
        Assert.Equal(before[0].Shown(), after[0].Shown());
        Assert.Equal(rounds[0], again[0]);
        Assert.All(after.Skip(1), round => Assert.Equal(15, round.SelectMany(table => table.Teams).Count()));
        Assert.All(after.Skip(1), round => Assert.DoesNotContain(leaver, round.SelectMany(table => table.Teams)));
        Assert.Equal("RUNNING", (await host.ReadEventAsync(EquityHost.Visitor, gathering, "cafe { status }")).At("cafe").Text("status"));
        Assert.Equal(JsonValueKind.Null, (await host.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = cafe })).At("node").ValueKind);
    }

    [Fact]
    public async Task Who_joins_late_has_a_seat_in_rounds_to_come_and_nobody_else_moves()
    {
        var gathering = await host.EventAsync("Late", startsAt: "2026-11-11T08:30:00Z");
        await host.GatherAsync("grace", gathering, "Punctual", 9);
        var (cafe, rounds) = await host.PublishCafeAsync(await host.PlanAsync(gathering));
        await host.StartAsync(rounds[0]);
        var before = await host.SeatsAsync(cafe);
        await host.GatherAsync("amina", gathering, "Latecomer", 1);
        var after = await host.SeatsAsync(cafe);
        Assert.Equal(before[0].Shown(), after[0].Shown());
        foreach (var (was, round) in before.Zip(after).Skip(1))
        {
            Assert.Single(round, table => table.Teams.Contains("Latecomer 1") && table.Teams.Count == was.Min(each => each.Teams.Count) + 1);
            Assert.Equal(was.Shown(), round.Select(table => (table.Table, table.Host, table.Teams.Except(["Latecomer 1"]).ToList())).ToList().Shown());
        }
    }

    [Fact]
    public async Task A_plan_of_yesterday_is_not_published_today()
    {
        var gathering = await host.EventAsync("Out of Date", startsAt: "2026-11-11T08:30:00Z");
        await host.GatherAsync("grace", gathering, "Datable", 8);
        var first = await host.PlanAsync(gathering);
        var second = await host.PlanAsync(gathering, seed: 2);
        var (cafe, rounds) = await host.PublishCafeAsync(first);
        await host.RefusedAsync("lead", "publishWorldCafe", new { cafe = second.Text("id"), version = 1 }, "PlanOutOfDate");
        var replanned = await host.ReplanAsync(cafe);
        await host.StartAsync(rounds[0]);
        await host.RefusedAsync("lead", "publishWorldCafe", new { cafe = replanned.Text("id"), version = 1 }, "PlanOutOfDate");
        Assert.Equal("RUNNING", (await host.RefusedAsync("lead", "publishWorldCafe", new { cafe, version = await VersionAsync(cafe) }, "CafeNotInThatState", "status")).Text("status"));
    }

    [Fact]
    public async Task What_cannot_be_seated_says_so()
    {
        var gathering = await host.EventAsync("Hard to Seat");
        await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions }, "CannotBeSeated");
        var teams = await host.GatherAsync("grace", gathering, "Hard Seat", 5);
        await host.RefusedAsync("amina", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions }, "NotAnOrganiser");
        Assert.Equal(5, (await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions, hosts = teams.Take(3).Select(team => team.Id) }, "CannotBeSeated", "teams")).At("teams").GetInt32());
        Assert.Equal("hosts", (await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions, hosts = new[] { (await host.PublishAsync("amina", "Elsewhere")).Id } }, "NotFound", "field")).Text("field"));
        await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions, rounds = 2 }, "InvalidText");
        Assert.Equal("rounds", (await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Array.Empty<string>() }, "NumberOutOfRange", "field")).Text("field"));
        Assert.Equal("minutes", (await host.RefusedAsync("lead", "planWorldCafe", new { @event = gathering.Id, questions = Cafes.Questions, minutes = 4 }, "NumberOutOfRange", "field")).Text("field"));
    }

    [Fact]
    public async Task Friends_and_who_met_at_an_earlier_event_are_not_new_to_each_other()
    {
        var first = await host.EventAsync("First Meeting", startsAt: "2026-11-11T08:30:00Z");
        var teams = await host.GatherAsync("grace", first, "Acquainted", 5);
        var (_, rounds) = await host.PublishCafeAsync(await host.PlanAsync(first));
        await host.StartAsync(rounds[0]);
        var second = await host.EventAsync("Second Meeting");
        foreach (var team in teams)
            await host.JoinAsync("grace", second, team);
        var stranger = (await host.GatherAsync("amina", second, "Stranger", 1))[0];
        var plan = await host.PlanAsync(second);
        Assert.Equal((15, 5), (plan.At("meetings").GetInt32(), plan.At("newMeetings").GetInt32()));
        await host.BefriendAsync("amina", stranger, "grace", teams[0]);
        Assert.Equal(4, (await host.PlanAsync(second)).At("newMeetings").GetInt32());
    }

    [Fact]
    public async Task Cards_say_to_each_team_and_table_who_sits_where()
    {
        var gathering = await host.EventAsync("Printed");
        var teams = await host.GatherAsync("grace", gathering, "Carded", 8);
        await host.PublishCafeAsync(await host.PlanAsync(gathering, hosts: [teams[0].Id]));
        var cafe = (await host.DataAsync(Operations.Text("CafeCards"), new { @event = gathering.Key }, EquityHost.Visitor)).At("event", "cafe");
        var card = cafe.At("teamCards").EnumerateArray().First(each => each.At("team").Text("name") == "Carded 1");
        var lines = card.Text("text").Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Matches("^Round 1, 10:00 UTC: you host table [12]\\. What did you try\\?$", lines[0]);
        Assert.Equal(8, cafe.At("teamCards").GetArrayLength());
        Assert.Contains(cafe.At("teamCards").EnumerateArray(), each => each.Text("text").Contains("you sit at table", StringComparison.Ordinal) && each.Text("text").Contains("hosted by “Carded 1”", StringComparison.Ordinal));
        Assert.Equal([1, 2], cafe.At("tableCards").EnumerateArray().Select(table => table.At("number").GetInt32()));
        Assert.All(cafe.At("tableCards").EnumerateArray(), table => Assert.Equal(3, table.At("sittings").GetArrayLength()));
    }

    private async Task<List<string>> RoundsAsync(JsonElement plan) =>
        [.. (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on WorldCafe { rounds { id } } } }", new { id = plan.Text("id") }, "lead")).At("node", "rounds").EnumerateArray().Select(round => round.Text("id"))];

    private async Task<int> VersionAsync(string cafe) => (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on WorldCafe { version } } }", new { id = cafe }, "lead")).At("node", "version").GetInt32();

    private string Token(string persona) => new DevelopmentTokens(host.Data).Create(Persona.All.Single(each => each.Name == persona), host.Clock.GetUtcNow().UtcDateTime);
}
