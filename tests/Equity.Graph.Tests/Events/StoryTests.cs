using System.Text.Encodings.Web;
using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Friendships;
using Snapshooter.Xunit;

namespace Equity.Graph.Tests.Events;

/// <summary>The whole story over HTTP, by the documents that clients use; the snapshot holds what each of them was answered.</summary>
public class StoryTests(EquityHost host) : IClassFixture<EquityHost>
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Others =
    [
        "Bus Stop Clinic", "Sunday Letters", "Green Door", "Two Chairs", "Open Hatch", "Riverside Steps", "Plain Words", "Late Shift", "Front Desk Friends", "Warm Room",
        "Second Call", "Corner Shop Checks", "Quiet Hour", "Night Bus Nurses", "Market Day", "Garden Gate", "Kite Clinic",
    ];

    private readonly List<KeyValuePair<string, object>> told = [];

    [Fact]
    public async Task A_community_meets_learns_and_stays_in_touch()
    {
        var (gathering, teams) = await NineteenTeamsJoinAsync();
        var rounds = await ACafeIsPlannedAsync(gathering);
        await RoundsRunAndAreHarvestedAsync(gathering, teams, rounds);
        await TwoTeamsConnectAndCheckInAsync(teams);
        await OnePausesAndOneDeclinesAsync(teams);
        Snapshot.Match(JsonSerializer.Serialize(told.Select(each => new { What = each.Key, Answer = each.Value }), Written));
    }

    private async Task<(Row Gathering, Dictionary<string, Row> Teams)> NineteenTeamsJoinAsync()
    {
        var draft = Row.Of((await TellAsync("The lead makes an event", "lead", "CreateEvent", new
        {
            name = "The Story",
            programme = "pursuing-equity",
            startsAt = "2026-11-25T09:30:00Z",
            endsAt = "2026-11-25T15:30:00Z",
            place = "Corn Hall, Fenbridge",
            capacity = 19,
        })).At("createEvent", "event"));
        await TellAsync("The lead shows it to the community", "lead", "PublishEvent", new { @event = draft.Id, version = draft.Version });
        var teams = new Dictionary<string, Row> { ["tom"] = await TeamAsync("tablet-table-quayside"), ["grace"] = await TeamAsync("hear-me-first-maternity") };
        foreach (var name in Others)
            teams[name] = await host.PublishAsync("newcomer", name);
        foreach (var (name, team) in teams)
            await host.JoinAsync(Others.Contains(name) ? "newcomer" : name, draft, team);
        var late = await host.PublishAsync("newcomer", "Came Twentieth");
        await TellAsync("The twentieth team waits for room", "newcomer", "JoinEvent", new { @event = draft.Id, team = late.Id });
        await TellAsync("A visitor reads the event's page", EquityHost.Visitor, "Event", new { key = draft.Key });
        return (draft, teams);
    }

    private async Task<List<string>> ACafeIsPlannedAsync(Row gathering)
    {
        await host.SettledAsync();
        var plan = (await host.DataAsync(Operations.Text("PlanWorldCafe"), new { @event = gathering.Id, questions = Cafes.Questions }, "lead")).At("planWorldCafe", "worldCafe");
        // Who sits where hangs on scores, which processors round otherwise; how many meet how often does not.
        Tell("The lead plans a café of three rounds for them", new
        {
            Status = plan.Text("status"),
            Tables = plan.At("tables").GetInt32(),
            Repeats = plan.At("repeatedMeetings").GetInt32() - plan.At("unavoidableRepeats").GetInt32(),
            Seated = plan.At("rounds").EnumerateArray().Select(round => round.At("tables").EnumerateArray().Sum(table => table.At("teams").GetArrayLength())),
        });
        var published = await TellAsync("The lead publishes the plan", "lead", "PublishWorldCafe", new { cafe = plan.Text("id"), version = plan.At("version").GetInt32() });
        var cards = (await host.DataAsync(Operations.Text("CafeCards"), new { @event = gathering.Key }, "newcomer")).At("event", "cafe");
        Assert.Equal(19, cards.At("teamCards").GetArrayLength());
        Assert.All(cards.At("teamCards").EnumerateArray(), card => Assert.Equal(3, card.Text("text").Split('\n').Length));
        return [.. published.At("publishWorldCafe", "worldCafe", "rounds").EnumerateArray().Select(round => round.Text("id"))];
    }

    private async Task RoundsRunAndAreHarvestedAsync(Row gathering, Dictionary<string, Row> teams, List<string> rounds)
    {
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero));
        foreach (var round in rounds)
        {
            await TellAsync("The lead begins a round", "lead", "StartCafeRound", new { round });
            host.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        async Task<string> HeardAsync(string persona, string text) =>
            (await TellAsync($"{persona} writes down what was heard", persona, "Harvest", new { @event = gathering.Id, kind = "WORKED", text, from = teams["Bus Stop Clinic"].Id })).At("harvest", "harvestNote").Text("id");
        var note = await HeardAsync("tom", "They hold the clinic at the bus stop. Nobody has to change buses any more.");
        var again = await HeardAsync("grace", "The clinic is at the bus stop, so that nobody has to change buses any more.");
        var groups = (await host.DataAsync(Operations.Text("HarvestNotes"), new { key = gathering.Key }, "lead")).At("event", "harvestGroups");
        Assert.Equal(new[] { note, again }.Order(), Assert.Single(groups.EnumerateArray()).At("notes").EnumerateArray().Select(each => each.Text("id")).Order());
        await TellAsync("The lead lets one note stand for both", "lead", "MergeHarvestNotes", new { note, duplicates = new[] { again } });
        await TellAsync("The lead publishes the harvest", "lead", "PublishHarvest", new { @event = gathering.Id });
        await TellAsync("A visitor reads what was heard", EquityHost.Visitor, "WhatWasHeard", new { key = gathering.Key });
    }

    private async Task TwoTeamsConnectAndCheckInAsync(Dictionary<string, Row> teams)
    {
        var proposal = (await TellAsync("tom asks another team to be a friend to call on", "tom", "ProposeFriendship", new
        {
            from = teams["tom"].Id,
            to = teams["grace"].Id,
            message = "We sat at one table. Shall we go on talking?",
            purpose = "Spoken messages",
        })).At("proposeFriendship", "friendship");
        await TellAsync("grace says yes", "grace", "AcceptFriendship", new { friendship = proposal.Text("id"), version = proposal.At("version").GetInt32(), workingDays = 3, contact = "The ward's office, mornings" });
        host.Clock.Advance(TimeSpan.FromDays(42));
        await host.Background<FriendshipClock>().RunAsync(CancellationToken.None);
        Assert.Equal("CHECK_IN_DUE", (await ToldAsync("grace"))[0]);
        await TellAsync("tom says that they met", "tom", "RecordCheckIn", new { friendship = proposal.Text("id"), met = "YES", helped = 5, note = "They lent us a voice.", noteFor = "LEADS" });
        await TellAsync("The lead reads that the two are friends", "lead", "FriendsToCallOn", new { team = teams["tom"].Key });
    }

    private async Task OnePausesAndOneDeclinesAsync(Dictionary<string, Row> teams)
    {
        var paused = await TeamAsync(teams["Warm Room"].Key);
        await host.ChangeAsync("newcomer", "pauseTeam", new { team = paused.Id, version = paused.Version, until = "2027-02-01" }, "team { id }");
        await TellAsync("tom asks a team that has paused", "tom", "ProposeFriendship", new { from = teams["tom"].Id, to = paused.Id });
        var proposal = (await TellAsync("A team asks tom's", "newcomer", "ProposeFriendship", new { from = teams["Kite Clinic"].Id, to = teams["tom"].Id })).At("proposeFriendship", "friendship");
        await TellAsync("tom says no", "tom", "DeclineFriendship", new { friendship = proposal.Text("id"), version = proposal.At("version").GetInt32(), reason = "We have our hands full." });
        var instead = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Friendship { status declineReason instead { team { key } reasons { text } } } } }", new { id = proposal.Text("id") }, "newcomer")).At("node");
        Assert.Equal(("DECLINED", JsonValueKind.Null), (instead.Text("status"), instead.At("declineReason").ValueKind));
        Assert.DoesNotContain(instead.At("instead", "team").Text("key"), new[] { teams["tom"].Key, paused.Key, teams["Kite Clinic"].Key });
        Assert.NotEmpty(instead.At("instead", "reasons").EnumerateArray());
    }

    private async Task<JsonElement> TellAsync(string what, string persona, string document, object variables)
    {
        var data = await host.DataAsync(Operations.Text(document), variables, persona);
        Tell(what, data);
        return data;
    }

    private void Tell(string what, object answer) => told.Add(new(what, answer));

    private async Task<Row> TeamAsync(string key) => Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id key version } }", new { key })).At("team"));

    private async Task<List<string>> ToldAsync(string persona) =>
        [.. (await host.DataAsync("{ viewer { notifications { kind } } }", null, persona)).At("viewer", "notifications").EnumerateArray().Select(each => each.Text("kind"))];
}
