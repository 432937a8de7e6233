using System.Text.Json;

namespace Equity.Graph.Tests.Teams;

/// <summary>Archiving, deleting and restoring teams.</summary>
public class TeamDeletionTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Everywhere = """
        query($key: String!, $id: ID!) {
          node(id: $id) { id } team(key: $key) { id } teams(where: { key: { eq: $key } }) { totalCount }
          inequities(where: { team: { key: { eq: $key } } }) { totalCount } learning(where: { team: { key: { eq: $key } } }) { totalCount }
          asks(where: { team: { key: { eq: $key } } }) { totalCount } offers(where: { team: { key: { eq: $key } } }) { totalCount }
        }
        """;

    [Fact]
    public async Task An_archived_team_is_read_and_no_longer_recommended()
    {
        var team = await host.PublishAsync("amina", "Xylophone Ward");
        await host.TackleAsync("amina", team, "Xylophone players miss their xylophone hour", "Xylophone players");
        await host.WithinAsync(async () => (await FoundAsync("xylophone players")).Contains(team.Key));
        await host.ChangeAsync("amina", "archiveTeam", new { team = team.Id, version = team.Version }, "team { archivedAt }");
        Assert.DoesNotContain(team.Key, await FoundAsync("xylophone players"));
        Assert.DoesNotContain(team.Key, (await host.DataAsync("{ team(key: \"tablet-table-quayside\") { peers(first: 100, includeUnavailable: true) { team { key } } } }")).At("team", "peers").EnumerateArray().Select(peer => peer.At("team").Text("key")));
        Assert.Equal("2026-11-11T09:00:00Z", (await host.DataAsync("query($key: String!) { team(key: $key) { archivedAt } }", new { key = team.Key }, EquityHost.Visitor)).At("team").Text("archivedAt"));
        await host.ChangeAsync("amina", "restoreTeam", new { team = team.Id }, "team { id }");
        Assert.Contains(team.Key, await FoundAsync("xylophone players"));
    }

    [Fact]
    public async Task A_deleted_team_vanishes_with_all_that_it_has_and_comes_back_whole()
    {
        var team = await FullAsync("Ukulele Ward");
        var inequity = await host.TackleAsync("amina", team, "Ukulele players wait longest", "Ukulele players");
        await host.WithinAsync(async () => (await FoundAsync("ukulele players wait longest")).Contains(team.Key));
        await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "team { id }");
        foreach (var persona in (string[])["amina", "administrator", EquityHost.Visitor])
        {
            var gone = await host.DataAsync(Everywhere, new { key = team.Key, id = team.Id }, persona);
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (gone.At("node").ValueKind, gone.At("team").ValueKind));
            Assert.All(["teams", "inequities", "learning", "asks", "offers"], list => Assert.Equal(0, gone.At(list, "totalCount").GetInt32()));
        }
        Assert.Null(await host.NodeAsync("amina", inequity));
        Assert.DoesNotContain(team.Key, await FoundAsync("ukulele players wait longest"));

        await host.ChangeAsync("amina", "restoreTeam", new { team = team.Id }, "team { key }");
        var back = await host.DataAsync(Everywhere, new { key = team.Key, id = team.Id }, "grace");
        Assert.Equal([1, 2, 1, 1, 1], ((string[])["teams", "inequities", "learning", "asks", "offers"]).Select(list => back.At(list, "totalCount").GetInt32()));
        await host.WithinAsync(async () => (await FoundAsync("ukulele players wait longest")).Contains(team.Key));
    }

    [Fact]
    public async Task Nothing_of_a_deleted_team_can_be_changed_or_restored_alone()
    {
        var team = await FullAsync("Closed House");
        var learning = await host.LearnAsync("amina", team, "Deleted before");
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "learning { id }");
        await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "team { id }");
        await host.RefusedAsync("amina", "restoreLearning", new { id = learning.Id }, "NotFound", "field");
        await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "T", body = "B" }, "NotFound", "field");
    }

    [Fact]
    public async Task A_draft_that_was_deleted_comes_back_as_a_draft()
    {
        var draft = await host.RegisterAsync("tom", "Draft Returns");
        await host.ChangeAsync("tom", "deleteTeam", new { team = draft.Id, version = 1 }, "team { id }");
        await host.RefusedAsync("grace", "restoreTeam", new { team = draft.Id }, "NotFound", "field");
        await host.ChangeAsync("tom", "restoreTeam", new { team = draft.Id }, "team { id }");
        Assert.Equal("Team", await host.NodeAsync("tom", draft));
        Assert.Null(await host.NodeAsync("grace", draft));
    }

    [Fact]
    public async Task A_team_whose_key_was_taken_meanwhile_is_not_restored()
    {
        var team = await host.PublishAsync("amina", "Taken Over");
        await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "team { id }");
        await host.ImportAsync($$"""{"key":"{{team.Key}}","name":"Imported Since","service":"S","stage":"FORMING"}""");
        var error = await host.RefusedAsync("amina", "restoreTeam", new { team = team.Id }, "TeamKeyTaken", "key suggestion");
        Assert.Equal((team.Key, team.Key + "-2"), (error.Text("key"), error.Text("suggestion")));
        Assert.Equal("Imported Since", (await host.DataAsync("query($key: String!) { team(key: $key) { name } }", new { key = team.Key }, "amina")).At("team").Text("name"));
    }

    [Fact]
    public async Task A_key_that_only_another_deleted_team_has_does_not_stop_a_return()
    {
        var first = await host.PublishAsync("amina", "Both Deleted");
        await host.ChangeAsync("amina", "deleteTeam", new { team = first.Id, version = first.Version }, "team { id }");
        await host.ImportAsync($$"""{"key":"{{first.Key}}","name":"Second","service":"S","stage":"FORMING"}""");
        var second = Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id version } }", new { key = first.Key })).At("team"));
        await host.ChangeAsync("administrator", "addMember", new { team = second.Id, role = "OTHER", person = "tom" }, "teamMember { id }");
        await host.ChangeAsync("tom", "deleteTeam", new { team = second.Id, version = second.Version }, "team { id }");
        await host.ChangeAsync("amina", "restoreTeam", new { team = first.Id }, "team { id }");
    }

    [Fact]
    public async Task A_new_team_does_not_get_the_key_of_a_deleted_one()
    {
        var team = await host.PublishAsync("amina", "Remembered Key");
        await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "team { id }");
        Assert.Equal("remembered-key-2", (await host.RegisterAsync("tom", "Remembered Key")).Key);
    }

    private async Task<Row> FullAsync(string name)
    {
        var team = await host.PublishAsync("amina", name);
        await host.TackleAsync("amina", team, $"{name}: an inequity");
        await host.LearnAsync("amina", team, $"{name}: learning");
        await host.AskForAsync("amina", team, $"{name}: an ask?");
        await host.OfferAsync("amina", team, $"{name}: an offer.");
        return team;
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string text) =>
        [.. (await host.DataAsync("query($text: String!) { findPeers(text: $text, first: 100) { team { key } } }", new { text })).At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("key"))];
}

/// <summary>What was deleted can be restored for thirty days. These tests move the clock.</summary>
public class DeletionTimeTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task What_was_deleted_comes_back_within_thirty_days_and_not_after()
    {
        var (kept, lost) = (await host.PublishAsync("amina", "Day Thirty"), await host.PublishAsync("amina", "Day Thirty One"));
        var (learning, late) = (await host.LearnAsync("amina", await host.PublishAsync("amina", "Learns"), "In time"), await host.LearnAsync("amina", await host.PublishAsync("amina", "Learns Too"), "Too late"));
        foreach (var team in (Row[])[kept, lost])
            await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "team { id }");
        foreach (var row in (Row[])[learning, late])
            await host.ChangeAsync("amina", "deleteLearning", new { id = row.Id, version = 1 }, "learning { id }");
        host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await host.ChangeAsync("amina", "restoreTeam", new { team = kept.Id }, "team { id }");
        await host.ChangeAsync("amina", "restoreLearning", new { id = learning.Id }, "learning { id }");
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await host.RefusedAsync("amina", "restoreTeam", new { team = lost.Id }, "NotFound", "field");
        await host.RefusedAsync("amina", "restoreLearning", new { id = late.Id }, "NotFound", "field");
    }
}
