namespace Equity.Graph.Tests.Events;

public class EventTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task An_event_is_a_draft_for_who_runs_it_until_it_is_published()
    {
        var draft = await host.DraftEventAsync("Spring World Café");
        Assert.Equal("spring-world-cafe", draft.Key);
        foreach (var (persona, sees) in new[] { ("lead", "Event"), ("coach", "Event"), ("administrator", "Event"), ("amina", null), ("analyst", null), (EquityHost.Visitor, null) })
            Assert.Equal(sees, await host.NodeAsync(persona, draft));
        await host.ChangeAsync("coach", "publishEvent", new { @event = draft.Id, version = draft.Version }, "event { id }");
        Assert.Equal("Event", await host.NodeAsync(EquityHost.Visitor, draft));
        var read = (await host.DataAsync("{ event(key: \"spring-world-cafe\") { name programme { key } startsAt publishedAt openPlaces version } }", null, EquityHost.Visitor)).At("event");
        Assert.Equal("""{"name":"Spring World Café","programme":{"key":"pursuing-equity"},"startsAt":"2026-12-02T10:00:00Z","publishedAt":"2026-11-11T09:00:00Z","openPlaces":300,"version":2}""", read.GetRawText());
        Assert.Contains((await host.DataAsync("{ programme(key: \"pursuing-equity\") { events { nodes { key } } } }", null, EquityHost.Visitor)).Nodes("programme", "events"), node => node.Text("key") == "spring-world-cafe");
    }

    [Fact]
    public async Task Only_who_runs_a_programme_makes_its_events()
    {
        await host.RefusedAsync("amina", "createEvent", new { name = "Ours", programme = "pursuing-equity", startsAt = "2026-12-02T10:00:00Z" }, "NotAnOrganiser");
        await host.RefusedAsync("lead", "createEvent", new { name = "Nobody's", startsAt = "2026-12-02T10:00:00Z" }, "NotAnOrganiser");
        await host.RefusedAsync("lead", "createEvent", new { name = "Elsewhere's", programme = "no-such", startsAt = "2026-12-02T10:00:00Z" }, "NotFound");
        var made = Row.Of((await host.ChangeAsync("administrator", "createEvent", new { name = "Everybody's", startsAt = "2026-12-02T10:00:00Z" }, "event { id key version }")).At("event"));
        Assert.Null(await host.NodeAsync("lead", made));
    }

    [Fact]
    public async Task An_event_ends_after_it_begins_and_no_two_have_one_key()
    {
        var early = await host.RefusedAsync("lead", "createEvent", new { name = "Backwards", programme = "pursuing-equity", startsAt = "2026-12-02T10:00:00Z", endsAt = "2026-12-02T10:00:00Z" }, "TooEarly", "field after");
        Assert.Equal(("endsAt", "2026-12-02T10:00:00Z"), (early.Text("field"), early.Text("after")));
        var first = await host.DraftEventAsync("Twice");
        Assert.Equal("twice-2", (await host.DraftEventAsync("Twice")).Key);
        Assert.Equal("twice-3", (await host.RefusedAsync("lead", "createEvent", new { name = "Third", key = first.Key, programme = "pursuing-equity", startsAt = "2026-12-02T10:00:00Z" }, "EventKeyTaken", "suggestion")).Text("suggestion"));
    }

    [Fact]
    public async Task Who_comes_first_has_the_room_and_who_waits_longest_comes_next()
    {
        var gathering = await host.EventAsync("Two Tables", capacity: 2);
        var teams = await host.GatherAsync("grace", gathering, "First Come", 2);
        var waiting = await host.GatherAsync("amina", gathering, "Late Come", 2);
        Assert.Equal(teams.Select(team => team.Id), await host.IdsAsync(EquityHost.Visitor, gathering, "teams"));
        Assert.Equal(waiting.Select(team => team.Id), await host.IdsAsync("lead", gathering, "waiting"));
        Assert.Equal(waiting.Select(team => team.Id), await host.IdsAsync("amina", gathering, "waiting"));
        Assert.Empty(await host.IdsAsync("grace", gathering, "waiting"));
        Assert.True((await host.RefusedAsync("amina", "joinEvent", new { @event = gathering.Id, team = waiting[0].Id }, "HasJoined", "waits")).GetProperty("waits").GetBoolean());
        await host.LeaveAsync("grace", gathering, teams[0]);
        Assert.Equal([teams[1].Id, waiting[0].Id], await host.IdsAsync(EquityHost.Visitor, gathering, "teams"));
        Assert.Equal(("EVENT_PLACE_FREE", "“Two Tables” has room for “Late Come 1” now: you are expected."), Assert.Single(await host.ToldOfAsync("amina", gathering)));
        await host.RefusedAsync("grace", "leaveEvent", new { @event = gathering.Id, team = teams[0].Id }, "HasNotJoined");
        Assert.Equal([gathering.Key], (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { events { key } } } }", new { id = waiting[0].Id })).At("node", "events").EnumerateArray().Select(joined => joined.Text("key")));
        Assert.Equal(0, (await host.ReadEventAsync(EquityHost.Visitor, gathering, "openPlaces")).GetProperty("openPlaces").GetInt32());
    }

    [Fact]
    public async Task More_room_lets_in_who_waits_and_less_puts_nobody_out()
    {
        var gathering = await host.EventAsync("Growing", capacity: 1);
        var teams = await host.GatherAsync("grace", gathering, "Growing Team", 4);
        var grown = Row.Of((await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = gathering.Version, capacity = 3 }, "event { id version }")).At("event"));
        Assert.Equal(teams.Take(3).Select(team => team.Id), await host.IdsAsync(EquityHost.Visitor, gathering, "teams"));
        await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = grown.Version, capacity = 1 }, "event { id }");
        Assert.Equal(3, (await host.IdsAsync(EquityHost.Visitor, gathering, "teams")).Count);
        Assert.Equal(0, (await host.ReadEventAsync(EquityHost.Visitor, gathering, "openPlaces")).GetProperty("openPlaces").GetInt32());
    }

    [Fact]
    public async Task A_team_that_ends_its_work_makes_room()
    {
        var gathering = await host.EventAsync("One Seat", capacity: 1);
        var (first, second) = ((await host.GatherAsync("grace", gathering, "Ending", 1))[0], (await host.GatherAsync("amina", gathering, "Staying", 1))[0]);
        await host.ChangeAsync("grace", "archiveTeam", new { team = first.Id, version = first.Version }, "team { id }");
        Assert.Equal([second.Id], await host.IdsAsync(EquityHost.Visitor, gathering, "teams"));
    }

    [Fact]
    public async Task Only_what_is_published_and_not_over_is_joined_and_only_by_teams_that_others_see()
    {
        var (draft, team) = (await host.DraftEventAsync("Not Yet"), await host.PublishAsync("amina", "Eager to Join"));
        await host.RefusedAsync("amina", "joinEvent", new { @event = draft.Id, team = team.Id }, "NotFound");
        var over = await host.EventAsync("Over", startsAt: "2026-11-09T10:00:00Z");
        Assert.Equal("OVER", (await host.RefusedAsync("amina", "joinEvent", new { @event = over.Id, team = team.Id }, "EventNotOpen", "state")).Text("state"));
        var open = await host.EventAsync("Open");
        await host.RefusedAsync("amina", "joinEvent", new { @event = open.Id, team = (await host.RegisterAsync("amina", "A Draft That Would Join")).Id }, "TeamIsDraft");
        await host.RefusedAsync("grace", "joinEvent", new { @event = open.Id, team = team.Id }, "NotAMember");
        await host.ChangeAsync("lead", "cancelEvent", new { @event = open.Id, version = open.Version }, "event { cancelledAt }");
        Assert.Equal("CANCELLED", (await host.RefusedAsync("amina", "joinEvent", new { @event = open.Id, team = team.Id }, "EventNotOpen", "state")).Text("state"));
    }

    [Fact]
    public async Task Who_has_joined_is_told_of_another_time_and_when_it_is_called_off_deleted_or_brought_back()
    {
        var gathering = await host.EventAsync("Moving");
        await host.GatherAsync("amina", gathering, "Told", 1);
        var moved = Row.Of((await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = gathering.Version, startsAt = "2026-12-03T10:00:00Z" }, "event { id version }")).At("event"));
        var renamed = Row.Of((await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = moved.Version, description = "Bring a story." }, "event { id version }")).At("event"));
        var off = Row.Of((await host.ChangeAsync("lead", "cancelEvent", new { @event = gathering.Id, version = renamed.Version }, "event { id version }")).At("event"));
        var on = Row.Of((await host.ChangeAsync("lead", "restoreEvent", new { @event = gathering.Id }, "event { id version cancelledAt }")).At("event"));
        Assert.Equal(["EVENT_RESTORED", "EVENT_CANCELLED", "EVENT_MOVED"], (await host.ToldOfAsync("amina", gathering)).Select(told => told.Kind));
        await host.RefusedAsync("lead", "deleteEvent", new { @event = gathering.Id, version = off.Version }, "StaleVersion");
        await host.ChangeAsync("lead", "deleteEvent", new { @event = gathering.Id, version = on.Version }, "event { id }");
        Assert.Null(await host.NodeAsync("administrator", gathering));
        await host.ChangeAsync("coach", "restoreEvent", new { @event = gathering.Id }, "event { id }");
        Assert.Single(await host.IdsAsync(EquityHost.Visitor, gathering, "teams"));
    }

    [Fact]
    public async Task Room_for_ten_is_given_to_ten_when_thirty_ask_at_once()
    {
        var gathering = await host.EventAsync("Rush", capacity: 10);
        var teams = new List<Row>();
        for (var i = 0; i < 30; i++)
            teams.Add(await host.PublishAsync("amina", $"Rushing {i}"));
        await Task.WhenAll(teams.Select(team => host.JoinAsync("amina", gathering, team)));
        var (coming, waiting) = (await host.IdsAsync("lead", gathering, "teams"), await host.IdsAsync("lead", gathering, "waiting"));
        Assert.Equal((10, 20), (coming.Count, waiting.Count));
        Assert.True(teams.Select(team => team.Id).ToHashSet().SetEquals(coming.Concat(waiting)));
    }

    [Fact]
    public async Task The_audit_tells_leads_who_made_an_event_and_who_joined()
    {
        var gathering = await host.EventAsync("Audited");
        await host.GatherAsync("amina", gathering, "Audited Team", 1);
        var told = (await host.DataAsync("{ audit(last: 100) { nodes { kind key action } } }", null, "lead")).Nodes("audit").Select(entry => $"{entry.Text("kind")} {entry.Text("key")} {entry.Text("action")}").ToList();
        Assert.Contains($"Event {gathering.Key} CREATED", told);
        Assert.DoesNotContain(told, entry => entry.StartsWith("Attendance", StringComparison.Ordinal));
        Assert.Contains("Attendance audited-team-1-at-audited CREATED", (await host.DataAsync("{ audit(last: 100) { nodes { kind key action } } }", null, "amina")).Nodes("audit").Select(entry => $"{entry.Text("kind")} {entry.Text("key")} {entry.Text("action")}"));
    }

    [Fact]
    public async Task Rounds_to_come_move_with_the_event()
    {
        var gathering = await host.EventAsync("Postponed");
        await host.GatherAsync("grace", gathering, "Patient", 4);
        await host.PublishCafeAsync(await host.PlanAsync(gathering));
        await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = gathering.Version, startsAt = "2026-12-02T11:30:00Z" }, "event { id }");
        var rounds = (await host.ReadEventAsync(EquityHost.Visitor, gathering, "cafe { rounds { startsAt } }")).At("cafe", "rounds").EnumerateArray();
        Assert.Equal(["2026-12-02T11:30:00Z", "2026-12-02T11:50:00Z", "2026-12-02T12:10:00Z"], rounds.Select(round => round.Text("startsAt")));
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_named_in_none_of_the_events_that_the_person_made()
    {
        var gathering = Row.Of((await host.ChangeAsync("coach", "createEvent", new { name = "Made by a Coach", programme = "pursuing-equity", startsAt = "2026-12-02T10:00:00Z", description = "Ask coach for a lift." }, "event { id key version }")).At("event"));
        await host.ChangeAsync("coach", "forgetPerson", new { }, "rows");
        var read = await host.ReadEventAsync("lead", gathering, "name description");
        Assert.Equal(("Made by a [somebody]", "Ask [somebody] for a lift."), (read.Text("name"), read.Text("description")));
    }
}
