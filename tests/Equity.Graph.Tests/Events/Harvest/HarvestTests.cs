using System.Text.Json;
using Equity.Graph.Tests.Events.Panels;

namespace Equity.Graph.Tests.Events.Harvest;

public class HarvestTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Who_sits_at_a_table_writes_down_what_was_heard_there()
    {
        var (gathering, ours, theirs) = await CafeAsync("Heard");
        var note = (await host.ChangeAsync("amina", "harvest", new { @event = gathering, kind = "SURPRISED_US", text = "A phone call beats a letter. By far.", from = theirs.Id }, $"harvestNote {{ {Tables.Whole} }}")).At("harvestNote");
        Assert.Equal((1, 1, "SURPRISED_US", "A phone call beats a letter", theirs.Key, ours.Key),
            (note.At("round").GetInt32(), note.At("table").GetInt32(), note.Text("kind"), note.Text("title"), note.At("from").Text("key"), note.At("writtenBy").Text("key")));
        Assert.Equal(JsonValueKind.Null, note.At("learning").ValueKind);
    }

    [Fact]
    public async Task A_note_is_a_draft_for_those_who_wrote_it_and_those_who_run_the_event()
    {
        var (gathering, _, theirs) = await CafeAsync("Draft Note");
        var note = await host.HearAsync("amina", gathering, theirs, "For our eyes first.");
        foreach (var persona in new[] { "amina", "lead", "coach", "administrator" })
            Assert.Equal(["For our eyes first."], await host.NotesAsync(persona, gathering));
        foreach (var persona in new[] { "grace", "analyst", "newcomer", EquityHost.Visitor })
        {
            Assert.Empty(await host.NotesAsync(persona, gathering));
            Assert.Equal(JsonValueKind.Null, (await host.NoteAsync(persona, note)).ValueKind);
        }
    }

    [Fact]
    public async Task Only_where_one_sits_and_when_it_has_begun_is_anything_written_down()
    {
        var (gathering, _, theirs) = await CafeAsync("Seated");
        await host.RefusedAsync("newcomer", "harvest", new { @event = gathering, kind = "WORKED", text = "I was not there.", from = theirs.Id }, "NotAtATable");
        Assert.Equal(2, (await host.RefusedAsync("amina", "harvest", new { @event = gathering, round = 2, kind = "WORKED", text = "Not yet.", from = theirs.Id }, "NotAtATable", "round")).At("round").GetInt32());
        var without = await host.MeetAsync("No Café");
        Assert.Equal(JsonValueKind.Null, (await host.RefusedAsync("amina", "harvest", new { @event = without, kind = "WORKED", text = "Where?", from = theirs.Id }, "NotAtATable", "round")).At("round").ValueKind);
        var absent = await host.PublishAsync("grace", "Stayed at Home");
        Assert.Equal("from", (await host.RefusedAsync("amina", "harvest", new { @event = gathering, kind = "WORKED", text = "Whose?", from = absent.Id }, "NotAtTheEvent", "field")).Text("field"));
        await host.RefusedAsync("amina", "harvest", new { @event = gathering, kind = "WORKED", text = "NHS number 999 000 0018", from = theirs.Id }, "ContainsPersonalDetails");
    }

    [Fact]
    public async Task Who_sits_with_two_teams_says_for_which_one_writes()
    {
        var (one, other) = (await host.PublishAsync("amina", "Two Seats One"), await host.PublishAsync("amina", "Two Seats Two"));
        var gathering = await host.MeetAsync("Two Seats", ("amina", one), ("amina", other));
        await host.SeatAsync(gathering, [one], [other]);
        await host.RefusedAsync("amina", "harvest", new { @event = gathering, kind = "WORKED", text = "Which?", from = one.Id }, "NotAtATable");
        var note = (await host.ChangeAsync("amina", "harvest", new { @event = gathering, team = other.Id, kind = "WORKED", text = "This one.", from = one.Id }, "harvestNote { table }")).At("harvestNote");
        Assert.Equal(2, note.At("table").GetInt32());
    }

    [Fact]
    public async Task A_draft_is_changed_and_removed_by_those_who_read_it()
    {
        var (gathering, ours, theirs) = await CafeAsync("Changed");
        var note = await host.HearAsync("amina", gathering, theirs, "First words.");
        var changed = (await host.ChangeAsync("lead", "updateHarvestNote", new { note = note.Id, version = 1, text = "Better words.", title = "Words", from = ours.Id, kind = "ADVICE" }, $"harvestNote {{ {Tables.Whole} }}")).At("harvestNote");
        Assert.Equal(("Better words.", "Words", ours.Key, "ADVICE", 2), (changed.Text("text"), changed.Text("title"), changed.At("from").Text("key"), changed.Text("kind"), changed.At("version").GetInt32()));
        Assert.Equal(2, (await host.RefusedAsync("amina", "updateHarvestNote", new { note = note.Id, version = 1, text = "Older words." }, "StaleVersion", "current")).At("current").GetInt32());
        await host.RefusedAsync("grace", "removeHarvestNote", new { note = note.Id, version = 2 }, "NotFound");
        await host.ChangeAsync("amina", "removeHarvestNote", new { note = note.Id, version = 2 }, "event { id }");
        Assert.Empty(await host.NotesAsync("lead", gathering));
    }

    [Fact]
    public async Task A_table_has_thirty_notes_in_a_round_and_no_more()
    {
        var (gathering, _, theirs) = await CafeAsync("Talkative");
        await host.ManyAsync("amina", theirs, 30, i => $"harvest(input: {{ event: \"{gathering}\", kind: WORKED, text: \"Thing {i}\", from: $team }})");
        var refused = await host.RefusedAsync("amina", "harvest", new { @event = gathering, kind = "WORKED", text = "One more.", from = theirs.Id }, "TooManyNotes", "limit ofTheTable");
        Assert.Equal((30, true), (refused.At("limit").GetInt32(), refused.At("ofTheTable").GetBoolean()));
    }

    [Fact]
    public async Task Those_who_run_the_event_are_shown_what_could_be_merged_and_decide()
    {
        var (gathering, ours, theirs) = await CafeAsync("Grouped");
        var (first, second) = (await host.HearAsync("amina", gathering, theirs, "The bus fare was the real barrier."), await host.HearAsync("grace", gathering, theirs, "What kept people away was the cost of the bus."));
        await host.HearAsync("grace", gathering, ours, "Home visits helped older men.");
        var groups = (await GroupsAsync("lead", gathering)).EnumerateArray().ToList();
        var group = Assert.Single(groups);
        Assert.Equal([first.Id, second.Id], group.At("notes").EnumerateArray().Select(note => note.Text("id")));
        Assert.InRange(group.At("likeness").GetDouble(), 0.6, 1);
        Assert.Equal(JsonValueKind.Null, (await GroupsAsync("amina", gathering)).ValueKind);
        await host.RefusedAsync("amina", "mergeHarvestNotes", new { note = first.Id, duplicates = new[] { second.Id } }, "NotAnOrganiser");
        await host.ChangeAsync("lead", "mergeHarvestNotes", new { note = first.Id, duplicates = new[] { second.Id } }, "harvestNote { id }");
        Assert.Empty((await GroupsAsync("lead", gathering)).EnumerateArray());
        Assert.Equal(2, (await host.NotesAsync("lead", gathering)).Count);
        Assert.Equal(JsonValueKind.Null, (await host.NoteAsync("grace", second)).At("mergedInto").ValueKind);
        Assert.Equal(first.Id, (await host.NoteAsync("lead", second)).At("mergedInto").Text("id"));
        await host.RefusedAsync("lead", "mergeHarvestNotes", new { note = second.Id, duplicates = new[] { first.Id } }, "NotesDoNotFit");
    }

    [Fact]
    public async Task What_is_published_is_learning_of_the_team_whose_idea_it_was_which_may_take_it_back()
    {
        var (gathering, ours, theirs) = await CafeAsync("Published");
        var (note, like) = (await host.HearAsync("amina", gathering, theirs, "Ring two days ahead. Ask what gets in the way."), await host.HearAsync("grace", gathering, theirs, "Ring people before."));
        await host.HearAsync("grace", gathering, ours, "Letters were read by nobody.", "DID_NOT_WORK");
        await host.ChangeAsync("lead", "mergeHarvestNotes", new { note = note.Id, duplicates = new[] { like.Id } }, "__typename");
        await host.RefusedAsync("amina", "publishHarvest", new { @event = gathering }, "NotAnOrganiser");
        var harvest = (await host.ChangeAsync("lead", "publishHarvest", new { @event = gathering }, "event { harvest(order: { title: ASC }) { totalCount nodes { id kind title body team { key } heardAtEvent { id } version } } }")).At("event");
        Assert.Equal(2, harvest.At("harvest", "totalCount").GetInt32());
        var (letters, ring) = (harvest.Nodes("harvest")[0], harvest.Nodes("harvest")[1]);
        Assert.Equal(("DID_NOT_WORK", ours.Key), (letters.Text("kind"), letters.At("team").Text("key")));
        Assert.Equal(("WORKED", "Ring two days ahead", "Ring two days ahead. Ask what gets in the way.", theirs.Key, gathering), (ring.Text("kind"), ring.Text("title"), ring.Text("body"), ring.At("team").Text("key"), ring.At("heardAtEvent").Text("id")));
        Assert.Equal([("LEARNING_HEARD", "“Published” has learning that others heard from “Published Theirs”: it stands among yours now. Read it, put it right, or take it back.")], await host.ToldOfAsync("grace", new Row(gathering, "", 1)));
        // Twice is once; what was merged is not published beside what stands for it.
        Assert.Equal(2, (await host.ChangeAsync("lead", "publishHarvest", new { @event = gathering }, "event { harvest { totalCount } }")).At("event", "harvest", "totalCount").GetInt32());
        await host.RefusedAsync("lead", "publishHarvest", new { @event = gathering, notes = new[] { note.Id } }, "IsPublished");
        await host.RefusedAsync("lead", "publishHarvest", new { @event = gathering, notes = new[] { like.Id } }, "NotFound");
        await host.RefusedAsync("amina", "removeHarvestNote", new { note = note.Id, version = 2 }, "IsPublished");
        await host.ChangeAsync("grace", "deleteLearning", new { id = ring.Text("id"), version = 1 }, "__typename");
        Assert.Equal(JsonValueKind.Null, (await host.NoteAsync("lead", note)).At("learning").ValueKind);
        Assert.Single((await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { harvest { nodes { id } } } } }", new { id = gathering }, EquityHost.Visitor)).Nodes("node", "harvest"));
    }

    [Fact]
    public async Task Notes_of_one_moment_with_the_same_title_are_kept_apart()
    {
        var (gathering, _, theirs) = await CafeAsync("Same Title");
        await host.HearAsync("amina", gathering, theirs, "Ask first. Then act.");
        await host.HearAsync("amina", gathering, theirs, "Ask first. Always.");
        var harvest = (await host.ChangeAsync("lead", "publishHarvest", new { @event = gathering }, "event { harvest { nodes { id title } } }")).At("event");
        Assert.Equal(["Ask first", "Ask first"], harvest.Nodes("harvest").Select(learning => learning.Text("title")));
    }

    [Fact]
    public async Task Learning_can_be_asked_for_by_the_event_at_which_it_was_heard()
    {
        var (gathering, _, theirs) = await CafeAsync("Asked For");
        await host.HearAsync("amina", gathering, theirs, "Only here.");
        await host.ChangeAsync("lead", "publishHarvest", new { @event = gathering }, "__typename");
        var found = (await host.DataAsync("{ learning(where: { heardAtEvent: { name: { eq: \"Asked For\" } } }) { nodes { title } } }", null, EquityHost.Visitor)).Nodes("learning");
        Assert.Equal("Only here", Assert.Single(found).Text("title"));
    }

    /// <summary>Two teams, Amina's and Grace's, at one table of an event.</summary>
    private async Task<(string Event, Row Ours, Row Theirs)> CafeAsync(string name)
    {
        var (ours, theirs) = (await host.PublishAsync("amina", $"{name} Ours"), await host.PublishAsync("grace", $"{name} Theirs"));
        var gathering = await host.MeetAsync(name, ("amina", ours), ("grace", theirs));
        await host.SeatAsync(gathering, [ours, theirs]);
        return (gathering, ours, theirs);
    }

    private async Task<JsonElement> GroupsAsync(string persona, string gathering) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { harvestGroups { notes { id } likeness } } } }", new { id = gathering }, persona)).At("node", "harvestGroups");
}
