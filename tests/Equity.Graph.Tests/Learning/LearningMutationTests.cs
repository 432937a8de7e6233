using System.Text.Json;

namespace Equity.Graph.Tests.Learning;

public class LearningMutationTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Learning { kind title body inequity { title } sharedAt version } } }";

    [Fact]
    public async Task What_is_shared_is_read_by_everybody()
    {
        var team = await host.PublishAsync("amina", "Shares");
        var inequity = await host.TackleAsync("amina", team, "Waits");
        var id = (await host.ChangeAsync("amina", "shareLearning", new { team = team.Id, kind = "DID_NOT_WORK", title = " A poster ", body = "Nobody\r\nread it.", inequity = inequity.Id }, "learning { id }")).At("learning").Text("id");
        Assert.Equal(
            """{"kind":"DID_NOT_WORK","title":"A poster","body":"Nobody\nread it.","inequity":{"title":"Waits"},"sharedAt":"2026-11-11T09:00:00Z","version":1}""",
            (await host.DataAsync(Read, new { id }, EquityHost.Visitor)).At("node").GetRawText());
    }

    [Fact]
    public async Task What_an_update_leaves_out_stays_and_null_clears()
    {
        var team = await host.PublishAsync("amina", "Updates Learning");
        var inequity = await host.TackleAsync("amina", team, "Belongs");
        var learning = await host.LearnAsync("amina", team, "Title");
        await host.ChangeAsync("amina", "updateLearning", new { learning = learning.Id, version = 1, kind = "ADVICE", inequity = inequity.Id }, "learning { id }");
        await host.ChangeAsync("amina", "updateLearning", new { learning = learning.Id, version = 2, body = "Said better." }, "learning { id }");
        var read = (await host.DataAsync(Read, new { id = learning.Id }, "grace")).At("node");
        Assert.Equal(("ADVICE", "Title", "Said better.", "Belongs", 3), (read.Text("kind"), read.Text("title"), read.Text("body"), read.At("inequity").Text("title"), read.At("version").GetInt32()));
        await host.ChangeAsync("amina", "updateLearning", new { learning = learning.Id, version = 3, inequity = (string?)null }, "learning { id }");
        Assert.Equal(JsonValueKind.Null, (await host.DataAsync(Read, new { id = learning.Id }, "grace")).At("node", "inequity").ValueKind);
    }

    [Fact]
    public async Task Learning_belongs_to_an_inequity_of_its_own_team()
    {
        var (ours, theirs) = (await host.PublishAsync("amina", "Ours Only"), await host.PublishAsync("grace", "Theirs Only"));
        var foreign = await host.TackleAsync("grace", theirs, "Foreign");
        Assert.Equal("inequity", (await host.RefusedAsync("amina", "shareLearning", new { team = ours.Id, kind = "ADVICE", title = "T", body = "B", inequity = foreign.Id }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task A_stale_version_overwrites_nothing()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Old Learning"), "First");
        await host.ChangeAsync("amina", "updateLearning", new { learning = learning.Id, version = 1, title = "Second" }, "learning { id }");
        Assert.Equal(2, (await host.RefusedAsync("amina", "updateLearning", new { learning = learning.Id, version = 1, title = "Lost" }, "StaleVersion", "current")).At("current").GetInt32());
        Assert.Equal("Second", (await host.DataAsync(Read, new { id = learning.Id })).At("node").Text("title"));
    }

    [Fact]
    public async Task Members_and_the_administrator_write_learning_and_nobody_else()
    {
        var team = await host.PublishAsync("amina", "Writes Learning");
        var learning = await host.LearnAsync("amina", team, "Theirs to write");
        foreach (var persona in (string[])["grace", "lead", "analyst"])
        {
            await host.RefusedAsync(persona, "shareLearning", new { team = team.Id, kind = "ADVICE", title = "T", body = "B" }, "NotAMember");
            await host.RefusedAsync(persona, "updateLearning", new { learning = learning.Id, version = 1, title = "T" }, "NotAMember");
            await host.RefusedAsync(persona, "deleteLearning", new { id = learning.Id, version = 1 }, "NotAMember");
        }
        await host.ChangeAsync("administrator", "updateLearning", new { learning = learning.Id, version = 1, title = "Put right" }, "learning { id }");
        await host.ChangeAsync("administrator", "deleteLearning", new { id = learning.Id, version = 2 }, "learning { id }");
        await host.ChangeAsync("administrator", "restoreLearning", new { id = learning.Id }, "learning { id }");
        Assert.Equal("Learning", await host.NodeAsync("grace", learning));
    }

    [Fact]
    public async Task Texts_are_checked()
    {
        var team = await host.PublishAsync("amina", "Checks Learning");
        Assert.Equal("title", (await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "", body = "B" }, "InvalidText", "field")).Text("field"));
        var error = await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "T", body = new string('x', 20_000) }, "TextTooLong", "field limit actual");
        Assert.Equal(("body", 20_000), (error.Text("field"), error.At("actual").GetInt32()));
        var learning = await host.LearnAsync("amina", team, "T");
        Assert.Equal("kind", (await host.RefusedAsync("amina", "updateLearning", new { learning = learning.Id, version = 1, kind = (string?)null }, "InvalidText", "field")).Text("field"));
    }

    [Fact]
    public async Task A_control_character_is_refused()
    {
        var team = await host.PublishAsync("amina", "Controls");
        Assert.Contains("U+0007", (await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "a\u0007b", body = "B" }, "InvalidText", "problem")).Text("problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_vanishes_from_lists_counts_and_filters_and_comes_back()
    {
        var team = await host.PublishAsync("amina", "Deletes Learning");
        var learning = await host.LearnAsync("amina", team, "Sousaphone lesson");
        const string counts = """
            query($team: ID!) {
              learning(where: { title: { eq: "Sousaphone lesson" } }) { totalCount }
              teams(where: { learning: { some: { title: { eq: "Sousaphone lesson" } } } }) { totalCount }
              none: teams(where: { learning: { none: { title: { eq: "Sousaphone lesson" } } }, name: { eq: "Deletes Learning" } }) { totalCount }
              team: node(id: $team) { ... on Team { learning { totalCount } } }
            }
            """;
        async Task<IReadOnlyList<int>> CountAsync()
        {
            var data = await host.DataAsync(counts, new { team = team.Id }, "amina");
            return [data.At("learning", "totalCount").GetInt32(), data.At("teams", "totalCount").GetInt32(), data.At("none", "totalCount").GetInt32(), data.At("team", "learning", "totalCount").GetInt32()];
        }
        Assert.Equal([1, 1, 0, 1], await CountAsync());
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "learning { id }");
        Assert.Equal([0, 0, 1, 0], await CountAsync());
        Assert.Null(await host.NodeAsync("administrator", learning));
        await host.ChangeAsync("amina", "restoreLearning", new { id = learning.Id }, "learning { id }");
        Assert.Equal([1, 1, 0, 1], await CountAsync());
    }

    [Fact]
    public async Task What_is_deleted_is_quoted_no_more()
    {
        var team = await host.PublishAsync("amina", "Quoted");
        var learning = await host.LearnAsync("amina", team, "Bassoon players come when the bassoon room is warm", "Bassoon players told us about the bassoon room.");
        const string find = "{ findPeers(text: \"bassoon players in the bassoon room\", first: 3) { reasons { theirs { quote } } } }";
        await host.WithinAsync(async () => (await host.DataAsync(find)).GetRawText().Contains("assoon", StringComparison.Ordinal));
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "learning { id }");
        await host.WithinAsync(async () => !(await host.DataAsync(find)).GetRawText().Contains("assoon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Learning_whose_key_was_taken_meanwhile_comes_back_beside_the_other()
    {
        var team = await host.PublishAsync("amina", "Takes Keys");
        var first = await host.LearnAsync("amina", team, "Same title");
        await host.ChangeAsync("amina", "deleteLearning", new { id = first.Id, version = 1 }, "learning { id }");
        var second = await host.LearnAsync("amina", team, "Same title");
        await host.ChangeAsync("amina", "restoreLearning", new { id = first.Id }, "learning { id }");
        Assert.Equal(("Learning", "Learning"), (await host.NodeAsync("grace", first), await host.NodeAsync("grace", second)));
        Assert.Equal(["same-title", "same-title-2"], (await KeysAsync(team)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_long_key_survives_deletion_and_return()
    {
        var team = await host.PublishAsync("amina", "Long Keys");
        var learning = await host.LearnAsync("amina", team, "A title that goes on and on until its key is longer than sixty characters and is cut");
        var before = Assert.Single(await KeysAsync(team));
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "learning { id }");
        await host.ChangeAsync("amina", "restoreLearning", new { id = learning.Id }, "learning { id }");
        Assert.Equal(before, Assert.Single(await KeysAsync(team)));
    }

    [Fact]
    public async Task An_import_of_what_was_deleted_makes_it_anew()
    {
        var team = await host.PublishAsync("amina", "Imports Again");
        var learning = await host.LearnAsync("amina", team, "Back again");
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "learning { id }");
        await host.ImportAsync($$"""{"key":"{{team.Key}}","name":"Imports Again","service":"A service","stage":"FORMING","learning":[{"kind":"WORKED","title":"Back again","body":"From the file."}]}""");
        var data = await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { learning { nodes { id body } } } } }", new { id = team.Id });
        var only = Assert.Single(data.Nodes("node", "learning"));
        Assert.Equal("From the file.", only.Text("body"));
        Assert.NotEqual(learning.Id, only.Text("id"));
    }

    private async Task<IReadOnlyList<string>> KeysAsync(Row team) =>
        [.. (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { audit(first: 100, where: { action: { in: [CREATED, RESTORED] } }) { nodes { kind key } } } } }", new { id = team.Id }, "amina"))
            .Nodes("node", "audit").Where(entry => entry.Text("kind") == "Learning").Select(entry => entry.Text("key")).Distinct()];
}
