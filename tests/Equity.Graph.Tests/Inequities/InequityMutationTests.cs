using System.Text.Json;

namespace Equity.Graph.Tests.Inequities;

public class InequityMutationTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Inequity { title population dimension kind core20Plus5 evidence status version } } }";

    [Fact]
    public async Task What_is_recorded_is_read_by_everybody()
    {
        var team = await host.PublishAsync("amina", "Records");
        var id = (await host.ChangeAsync("amina", "recordInequity", new
        {
            team = team.Id,
            title = "Letters only in English",
            dimension = "LANGUAGE",
            population = "People who read Polish",
            kind = "ACCESS",
            core20Plus5 = new[] { "PLUS_GROUP", "CORE20", "CORE20" },
            evidence = "A count of letters",
        }, "inequity { id }")).At("inequity").Text("id");
        var read = (await host.DataAsync(Read, new { id }, EquityHost.Visitor)).At("node");
        Assert.Equal(
            """{"title":"Letters only in English","population":"People who read Polish","dimension":"LANGUAGE","kind":"ACCESS","core20Plus5":["CORE20","PLUS_GROUP"],"evidence":"A count of letters","status":"BEING_TACKLED","version":1}""",
            read.GetRawText());
    }

    [Fact]
    public async Task What_an_update_leaves_out_stays_and_null_clears()
    {
        var team = await host.PublishAsync("amina", "Updates");
        var id = (await host.ChangeAsync("amina", "recordInequity", new { team = team.Id, title = "T", dimension = "AGE", population = "P", kind = "OUTCOMES", core20Plus5 = new[] { "CORE20" }, evidence = "E" }, "inequity { id }")).At("inequity").Text("id");
        await host.ChangeAsync("amina", "updateInequity", new { inequity = id, version = 1, status = "NARROWED" }, "inequity { id }");
        await host.ChangeAsync("amina", "updateInequity", new { inequity = id, version = 2, evidence = (string?)null, kind = (string?)null, core20Plus5 = (string[]?)null }, "inequity { id }");
        Assert.Equal(
            """{"title":"T","population":"P","dimension":"AGE","kind":null,"core20Plus5":[],"evidence":null,"status":"NARROWED","version":3}""",
            (await host.DataAsync(Read, new { id }, "grace")).At("node").GetRawText());
    }

    [Fact]
    public async Task A_choice_that_must_be_there_is_not_cleared_and_one_with_a_usual_value_gets_that()
    {
        var inequity = await host.TackleAsync("amina", await host.PublishAsync("amina", "Chooses"), "Chosen");
        Assert.Equal("dimension", (await host.RefusedAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 1, dimension = (string?)null }, "InvalidText", "field")).Text("field"));
        await host.ChangeAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 1, status = "CLOSED" }, "inequity { id }");
        Assert.Equal("BEING_TACKLED", (await host.ChangeAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 2, status = (string?)null }, "inequity { status }")).At("inequity").Text("status"));
    }

    [Fact]
    public async Task A_stale_version_overwrites_nothing()
    {
        var inequity = await host.TackleAsync("amina", await host.PublishAsync("amina", "Old"), "Kept");
        await host.ChangeAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 1, title = "Newer" }, "inequity { id }");
        Assert.Equal(2, (await host.RefusedAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 1, title = "Lost" }, "StaleVersion", "current")).At("current").GetInt32());
        Assert.Equal(2, (await host.RefusedAsync("amina", "deleteInequity", new { id = inequity.Id, version = 1 }, "StaleVersion", "current")).At("current").GetInt32());
        Assert.Equal("Newer", (await host.DataAsync(Read, new { id = inequity.Id })).At("node").Text("title"));
    }

    [Fact]
    public async Task Only_members_write()
    {
        var team = await host.PublishAsync("amina", "Ours");
        var inequity = await host.TackleAsync("amina", team, "Ours");
        foreach (var persona in (string[])["grace", "lead", "administrator"])
        {
            await host.RefusedAsync(persona, "recordInequity", new { team = team.Id, title = "T", dimension = "AGE", population = "P" }, "NotAMember");
            await host.RefusedAsync(persona, "updateInequity", new { inequity = inequity.Id, version = 1, title = "T" }, "NotAMember");
            await host.RefusedAsync(persona, "deleteInequity", new { id = inequity.Id, version = 1 }, "NotAMember");
        }
    }

    [Fact]
    public async Task Texts_are_checked()
    {
        var team = await host.PublishAsync("amina", "Checked");
        Assert.Equal("population", (await host.RefusedAsync("amina", "recordInequity", new { team = team.Id, title = "T", dimension = "AGE", population = " " }, "InvalidText", "field")).Text("field"));
        Assert.Equal(300, (await host.RefusedAsync("amina", "recordInequity", new { team = team.Id, title = new string('x', 301), dimension = "AGE", population = "P" }, "TextTooLong", "limit")).At("limit").GetInt32());
    }

    [Fact]
    public async Task Fifty_are_the_most_also_when_one_is_restored()
    {
        var team = await host.RegisterAsync("amina", "Fifty");
        var first = await host.TackleAsync("amina", team, "The first");
        await host.ChangeAsync("amina", "deleteInequity", new { id = first.Id, version = 1 }, "inequity { id }");
        await host.ManyAsync("amina", team, 50, i => $"recordInequity(input: {{ team: $team, title: \"Number {i}\", dimension: AGE, population: \"P\" }})");
        var error = await host.RefusedAsync("amina", "recordInequity", new { team = team.Id, title = "T", dimension = "AGE", population = "P" }, "TooMany", "field limit");
        Assert.Equal(("inequities", 50), (error.Text("field"), error.At("limit").GetInt32()));
        await host.RefusedAsync("amina", "restoreInequity", new { id = first.Id }, "TooMany", "field limit");
    }

    [Fact]
    public async Task What_is_deleted_vanishes_from_lists_counts_and_filters_and_comes_back()
    {
        var team = await host.PublishAsync("amina", "Deletes");
        var inequity = await host.TackleAsync("amina", team, "Sitar players wait");
        var learning = (await host.ChangeAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "About sitars", body = "B", inequity = inequity.Id }, "learning { id }")).At("learning").Text("id");
        const string counts = """
            query($team: ID!, $learning: ID!) {
              inequities(where: { title: { eq: "Sitar players wait" } }) { totalCount }
              teams(where: { inequities: { some: { title: { eq: "Sitar players wait" } } } }) { totalCount }
              learning(where: { inequity: { title: { eq: "Sitar players wait" } } }) { totalCount }
              team: node(id: $team) { ... on Team { inequities { totalCount } } }
              one: node(id: $learning) { ... on Learning { inequity { title } } }
            }
            """;
        async Task<IReadOnlyList<int>> CountAsync()
        {
            var data = await host.DataAsync(counts, new { team = team.Id, learning }, "grace");
            return [data.At("inequities", "totalCount").GetInt32(), data.At("teams", "totalCount").GetInt32(), data.At("learning", "totalCount").GetInt32(), data.At("team", "inequities", "totalCount").GetInt32(), data.At("one", "inequity").ValueKind == JsonValueKind.Null ? 0 : 1];
        }
        Assert.Equal([1, 1, 1, 1, 1], await CountAsync());
        await host.ChangeAsync("amina", "deleteInequity", new { id = inequity.Id, version = 1 }, "inequity { id }");
        Assert.Equal([0, 0, 0, 0, 0], await CountAsync());
        Assert.Null(await host.NodeAsync("amina", inequity));
        await host.RefusedAsync("amina", "updateInequity", new { inequity = inequity.Id, version = 2, title = "T" }, "NotFound", "field");
        await host.ChangeAsync("amina", "restoreInequity", new { id = inequity.Id }, "inequity { title }");
        Assert.Equal([1, 1, 1, 1, 1], await CountAsync());
    }
}
