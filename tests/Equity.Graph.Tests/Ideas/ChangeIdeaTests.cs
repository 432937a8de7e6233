using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Ideas;
using Equity.Graph.Teams;

namespace Equity.Graph.Tests.Ideas;

public class ChangeIdeaTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task An_idea_is_tried_in_cycles_and_read_by_everybody()
    {
        var learning = await host.LearnAsync("grace", await host.PublishAsync("grace", "Gives Ideas"), "Tickets help");
        var team = await host.PublishAsync("amina", "Has Ideas");
        var idea = (await RunAsync("RecordChangeIdea", new { team = team.Id, title = "Bus tickets", description = "The fare keeps people away.", from = learning.Id })).At("recordChangeIdea", "changeIdea");
        await RunAsync("RecordPdsaCycle", new { changeIdea = idea.Text("id"), plan = "Ten letters with a ticket.", startedOn = "2026-11-09" });
        var filled = (await RunAsync("FillInPdsaCycle", new { changeIdea = idea.Text("id"), version = 2, number = 1, @do = "Nine were sent.", study = "Six came.", act = "Send more.", decision = "ADAPTED" })).At("recordPdsaCycle", "changeIdea");
        Assert.Equal(3, filled.At("version").GetInt32());
        await RunAsync("RecordPdsaCycle", new { changeIdea = idea.Text("id"), plan = "Fifty letters." });
        var read = (await host.DataAsync(Operations.Text("ChangeIdeas"), new { team = team.Key }, EquityHost.Visitor)).At("team", "changeIdeas")[0];
        Assert.Equal("Tickets help", read.At("from").Text("title"));
        Assert.Equal(
            """[{"number":1,"startedOn":"2026-11-09","plan":"Ten letters with a ticket.","do":"Nine were sent.","study":"Six came.","act":"Send more.","decision":"ADAPTED"},{"number":2,"startedOn":null,"plan":"Fifty letters.","do":null,"study":null,"act":null,"decision":null}]""",
            read.At("cycles").GetRawText());
    }

    [Fact]
    public async Task What_an_update_leaves_out_stays_and_null_clears()
    {
        var idea = (await host.ChangeAsync("amina", "recordChangeIdea", new { team = (await host.PublishAsync("amina", "Changes Ideas")).Id, title = "Idea", description = "Why." }, "changeIdea { id version }")).At("changeIdea");
        await host.ChangeAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 1, title = "Better idea" }, "__typename");
        Assert.Equal("""{"title":"Better idea","description":"Why.","version":2}""", await ReadAsync(idea.Text("id")));
        await host.ChangeAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 2, description = (string?)null }, "__typename");
        Assert.Equal("""{"title":"Better idea","description":null,"version":3}""", await ReadAsync(idea.Text("id")));
        Assert.Equal(3, (await host.RefusedAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 2, title = "Lost" }, "StaleVersion", "current")).At("current").GetInt32());
    }

    [Fact]
    public async Task An_idea_names_what_it_is_meant_to_show_in_and_the_measure_names_the_idea()
    {
        var team = await host.PublishAsync("amina", "Looks at Measures");
        var (visits, calls) = (await MeasureAsync("amina", team, "Visits"), await MeasureAsync("amina", team, "Calls"));
        var idea = (await RunAsync("RecordChangeIdea", new { team = team.Id, title = "Bus tickets", measures = new[] { calls, visits, visits } })).At("recordChangeIdea", "changeIdea");
        Assert.Equal(["Visits", "Calls"], await MeasuresAsync(team, EquityHost.Visitor));
        Assert.Equal("Bus tickets", Assert.Single((await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Measure { changeIdeas { title } } } }", new { id = calls }, EquityHost.Visitor)).At("node", "changeIdeas").EnumerateArray()).Text("title"));
        await host.ChangeAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 1, title = "Tickets" }, "__typename");
        Assert.Equal(["Visits", "Calls"], await MeasuresAsync(team, EquityHost.Visitor));
        Assert.Equal(3, (await host.ChangeAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 2, measures = new[] { calls } }, "changeIdea { version }")).At("changeIdea", "version").GetInt32());
        Assert.Equal(["Calls"], await MeasuresAsync(team, EquityHost.Visitor));
        await host.ChangeAsync("amina", "updateChangeIdea", new { changeIdea = idea.Text("id"), version = 3, measures = (string[]?)null }, "__typename");
        Assert.Empty(await MeasuresAsync(team, EquityHost.Visitor));
    }

    [Fact]
    public async Task Only_measures_of_ones_own_team_can_be_named_and_no_more_than_ten()
    {
        var team = await host.PublishAsync("amina", "Own Measures");
        var theirs = await MeasureAsync("grace", await host.PublishAsync("grace", "Their Measures"), "Theirs");
        var idea = await host.IdeaAsync("amina", team, "Idea");
        foreach (var measures in new[] { new[] { theirs }, ["nothing"], [idea.Id] })
            Assert.Equal("measures", (await host.RefusedAsync("amina", "recordChangeIdea", new { team = team.Id, title = "T", measures }, "NotFound", "field")).Text("field"));
        await host.RefusedAsync("amina", "updateChangeIdea", new { changeIdea = idea.Id, version = 1, measures = new[] { theirs } }, "NotFound", "field");
        var many = Enumerable.Range(0, IdeaRules.MaxMeasures + 1).Select(_ => theirs);
        Assert.Equal("measures", (await host.RefusedAsync("amina", "recordChangeIdea", new { team = team.Id, title = "T", measures = many }, "InvalidText", "field")).Text("field"));
    }

    [Fact]
    public async Task What_was_deleted_is_named_no_more_and_again_once_it_is_restored()
    {
        var team = await host.PublishAsync("amina", "Deletes Measures");
        var measure = await MeasureAsync("amina", team, "Visits");
        var idea = (await host.ChangeAsync("amina", "recordChangeIdea", new { team = team.Id, title = "Idea", measures = new[] { measure } }, "changeIdea { id }")).At("changeIdea").Text("id");
        await host.ChangeAsync("amina", "deleteMeasure", new { id = measure, version = 1 }, "__typename");
        Assert.Empty(await MeasuresAsync(team, "amina"));
        await host.ChangeAsync("amina", "restoreMeasure", new { id = measure }, "__typename");
        Assert.Equal(["Visits"], await MeasuresAsync(team, "amina"));
        await host.ChangeAsync("amina", "deleteChangeIdea", new { id = idea, version = 1 }, "__typename");
        Assert.Empty((await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Measure { changeIdeas { title } } } }", new { id = measure }, "amina")).At("node", "changeIdeas").EnumerateArray());
    }

    [Fact]
    public async Task Only_members_write_ideas()
    {
        var team = await host.PublishAsync("amina", "Own Ideas");
        var idea = await host.IdeaAsync("amina", team, "Ours");
        foreach (var persona in (string[])["grace", "lead", "administrator"])
        {
            await host.RefusedAsync(persona, "recordChangeIdea", new { team = team.Id, title = "T" }, "NotAMember");
            await host.RefusedAsync(persona, "recordPdsaCycle", new { changeIdea = idea.Id, plan = "P" }, "NotAMember");
            await host.RefusedAsync(persona, "deleteChangeIdea", new { id = idea.Id, version = 1 }, "NotAMember");
        }
    }

    [Fact]
    public async Task A_cycle_is_filled_in_by_who_has_read_it()
    {
        var idea = await host.IdeaAsync("amina", await host.PublishAsync("amina", "Reads First"), "Idea");
        await host.ChangeAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = "Plan." }, "__typename");
        Assert.Equal("version", (await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, number = 1, plan = "Other." }, "InvalidText", "field")).Text("field"));
        Assert.Equal(2, (await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, number = 1, version = 1, plan = "Other." }, "StaleVersion", "current")).At("current").GetInt32());
        Assert.Equal("number", (await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, number = 2, version = 2, plan = "Other." }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task A_cycle_says_something_and_begins_in_its_time()
    {
        var idea = await host.IdeaAsync("amina", await host.PublishAsync("amina", "Says Something"), "Idea");
        Assert.Equal("plan", (await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, decision = "ADOPTED" }, "InvalidText", "field")).Text("field"));
        var error = await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = "P", startedOn = "1999-12-31" }, "DayOutOfRange", "field earliest latest");
        Assert.Equal(("startedOn", "2000-01-01", "2027-11-11"), (error.Text("field"), error.Text("earliest"), error.Text("latest")));
        await host.ChangeAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, study = "Only this." }, "__typename");
    }

    [Fact]
    public async Task Ideas_and_cycles_have_a_limit()
    {
        var team = await host.PublishAsync("amina", "Too Many Ideas");
        var idea = await host.IdeaAsync("amina", team, "Many cycles");
        for (var i = 0; i < IdeaRules.MaxCycles; i++)
            await host.ChangeAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = $"Plan {i}" }, "__typename");
        Assert.Equal(IdeaRules.MaxCycles, (await host.RefusedAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = "One more" }, "TooManyCycles", "limit")).At("limit").GetInt32());
        await host.ManyAsync("amina", team, TeamRules.MaxOfEach - 1, i => $"recordChangeIdea(input: {{ team: $team, title: \"Idea {i}\" }})");
        Assert.Equal("changeIdeas", (await host.RefusedAsync("amina", "recordChangeIdea", new { team = team.Id, title = "One more" }, "TooMany", "field limit")).Text("field"));
    }

    [Fact]
    public async Task Ten_cycles_at_once_have_ten_numbers()
    {
        var idea = await host.IdeaAsync("amina", await host.PublishAsync("amina", "Numbers"), "Idea");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => host.ChangeAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = $"Plan {i}" }, "__typename"))));
        var numbers = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on ChangeIdea { cycles { number } } } }", new { id = idea.Id })).At("node", "cycles").EnumerateArray().Select(cycle => cycle.At("number").GetInt32());
        Assert.Equal(Enumerable.Range(1, 10), numbers);
    }

    [Fact]
    public async Task What_is_deleted_comes_back_with_its_cycles_and_the_audit_tells()
    {
        var team = await host.PublishAsync("amina", "Deletes Ideas");
        var idea = await host.IdeaAsync("amina", team, "Comes back");
        await host.ChangeAsync("amina", "recordPdsaCycle", new { changeIdea = idea.Id, plan = "Plan." }, "__typename");
        await host.ChangeAsync("amina", "deleteChangeIdea", new { id = idea.Id, version = 2 }, "__typename");
        Assert.Null(await host.NodeAsync("administrator", idea));
        Assert.Equal("[]", (await host.DataAsync(Operations.Text("ChangeIdeas"), new { team = team.Key })).At("team", "changeIdeas").GetRawText());
        await host.ChangeAsync("amina", "restoreChangeIdea", new { id = idea.Id }, "__typename");
        Assert.Equal("Plan.", (await host.DataAsync(Operations.Text("ChangeIdeas"), new { team = team.Key })).At("team", "changeIdeas")[0].At("cycles")[0].Text("plan"));
        var told = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { audit(first: 100) { nodes { action kind key } } } } }", new { id = team.Id }, "amina")).Nodes("node", "audit").Select(entry => $"{entry.Text("action")} {entry.Text("kind")} {entry.Text("key")}").ToList();
        Assert.Superset(new HashSet<string>(["CREATED ChangeIdea comes-back", "CREATED PdsaCycle comes-back-cycle-1", "DELETED ChangeIdea comes-back", "RESTORED ChangeIdea comes-back"]), told.ToHashSet());
    }

    private Task<JsonElement> RunAsync(string operation, object variables) => host.DataAsync(Operations.Text(operation), variables, "amina");

    private async Task<string> ReadAsync(string id) => (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on ChangeIdea { title description version } } }", new { id })).At("node").GetRawText();

    private async Task<string> MeasureAsync(string persona, Row team, string name) =>
        (await host.ChangeAsync(persona, "createMeasure", new { team = team.Id, name, kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true }, "measure { id }")).At("measure").Text("id");

    private async Task<List<string>> MeasuresAsync(Row team, string persona) =>
        [.. (await host.DataAsync(Operations.Text("ChangeIdeas"), new { team = team.Key }, persona)).At("team", "changeIdeas")[0].At("measures").EnumerateArray().Select(measure => measure.Text("name"))];
}
