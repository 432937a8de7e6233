using System.Text.Json;

namespace Equity.Graph.Tests.Notifications;

public class NotificationTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task What_others_do_in_a_team_waits_for_its_members()
    {
        var team = await host.RegisterAsync("grace", "Waiting Room", "SERVICE_USER");
        await host.ChangeAsync("grace", "addMember", new { team = team.Id, role = "CARER", person = "amina" }, "teamMember { id }");
        var version = (await host.ChangeAsync("grace", "updateTeam", new { team = team.Id, version = team.Version, involvement = "BIG_I" }, "team { version }")).At("team", "version").GetInt32();
        foreach (var change in new[] { "publishTeam", "advanceTeam", "archiveTeam" })
            version = (await host.ChangeAsync("grace", change, Input(change), "team { version }")).At("team", "version").GetInt32();
        await host.ChangeAsync("grace", "restoreTeam", new { team = team.Id }, "team { version }");
        await host.LearnAsync("grace", team, "Told to others");
        var waiting = await WaitingAsync("amina", team);
        Assert.Equal(["LEARNING_SHARED", "TEAM_RESTORED", "TEAM_ARCHIVED", "STAGE_REACHED", "TEAM_PUBLISHED", "ADDED_TO_TEAM"], waiting.Select(one => one.Text("kind")));
        Assert.Equal("“Waiting Room” has new learning to read.", waiting[0].Text("text"));
        Assert.Equal("2026-11-11T09:00:00Z", waiting[0].Text("at"));
        // What one does oneself is no news.
        Assert.Empty(await WaitingAsync("grace", team));

        object Input(string change) => change == "advanceTeam" ? new { team = team.Id, version, to = "TESTING" } : new { team = team.Id, version };
    }

    [Fact]
    public async Task A_team_that_is_as_it_was_is_no_news()
    {
        var team = await host.PublishAsync("grace", "Twice Published");
        await host.ChangeAsync("grace", "addMember", new { team = team.Id, role = "CARER", person = "tom" }, "teamMember { id }");
        await host.ChangeAsync("grace", "publishTeam", new { team = team.Id, version = team.Version }, "team { id }");
        await host.ChangeAsync("grace", "advanceTeam", new { team = team.Id, version = team.Version, to = "FORMING" }, "team { id }");
        await host.ChangeAsync("grace", "restoreTeam", new { team = team.Id }, "team { id }");
        Assert.Equal(["ADDED_TO_TEAM"], (await WaitingAsync("tom", team)).Select(one => one.Text("kind")));
    }

    [Fact]
    public async Task What_was_marked_as_read_waits_no_more()
    {
        var team = await host.PublishAsync("grace", "Read Once");
        await host.ChangeAsync("grace", "addMember", new { team = team.Id, role = "CARER", person = "coach" }, "teamMember { id }");
        await host.LearnAsync("grace", team, "Read this");
        var waiting = (await WaitingAsync("coach", team)).Select(one => one.Text("id")).ToList();
        Assert.Equal(2, waiting.Count);
        Assert.Equal(1, await MarkAsync(waiting[0]));
        Assert.Equal(1, await MarkAsync(waiting[0], waiting[1]));
        var viewer = (await host.DataAsync("{ viewer { waiting: notifications(unreadOnly: true) { id } all: notifications(first: 100) { id readAt } } }", null, "coach")).At("viewer");
        Assert.Empty(viewer.At("waiting").EnumerateArray());
        Assert.All(viewer.At("all").EnumerateArray(), one => Assert.Equal("2026-11-11T09:00:00Z", one.Text("readAt")));

        async Task<int> MarkAsync(params string[] notifications) => (await host.ChangeAsync("coach", "markNotificationsRead", new { notifications }, "marked")).At("marked").GetInt32();
    }

    [Fact]
    public async Task What_is_no_id_is_refused_by_its_field() =>
        Assert.Equal("notifications", (await host.RefusedAsync("tom", "markNotificationsRead", new { notifications = new[] { "no id!" } }, "NotFound", "field")).Text("field"));

    [Fact]
    public async Task What_waits_for_somebody_else_is_not_there()
    {
        var team = await host.PublishAsync("grace", "Not Yours");
        await host.ChangeAsync("grace", "addMember", new { team = team.Id, role = "CARER", person = "analyst" }, "teamMember { id }");
        var waiting = (await WaitingAsync("analyst", team))[0].Text("id");
        await host.RefusedAsync("administrator", "markNotificationsRead", new { notifications = new[] { waiting } }, "NotFound");
        Assert.Equal(JsonValueKind.Null, (await host.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = waiting }, "administrator")).At("node").ValueKind);
        Assert.Single(await WaitingAsync("analyst", team));
    }

    [Fact]
    public async Task Who_was_taken_off_a_draft_is_told_without_its_name()
    {
        var team = await host.RegisterAsync("grace", "Secret Draft");
        var seat = (await host.ChangeAsync("grace", "addMember", new { team = team.Id, role = "CARER", person = "lead" }, "teamMember { id }")).At("teamMember").Text("id");
        await host.ChangeAsync("grace", "removeMember", new { member = seat }, "team { id }");
        var told = (await host.DataAsync("{ viewer { notifications(first: 2) { kind text about { id } } } }", null, "lead")).At("viewer", "notifications");
        Assert.Equal("""
            [{"kind":"REMOVED_FROM_TEAM","text":"A team that you cannot see any more no longer has you as a member.","about":null},{"kind":"ADDED_TO_TEAM","text":"A team that you cannot see any more has you as a member now.","about":null}]
            """, told.GetRawText());
    }

    [Fact]
    public async Task More_than_a_hundred_at_once_are_refused_by_name()
    {
        var ids = string.Join(", ", Enumerable.Range(0, 101).Select(_ => "\"Tm90aWZpY2F0aW9uOjE=\""));
        var (_, message) = await host.ErrorAsync($"mutation {{ markNotificationsRead(input: {{ notifications: [{ids}] }}) {{ marked }} }}");
        Assert.Contains("100", message, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> WaitingAsync(string persona, Row team) =>
        [.. (await host.DataAsync("{ viewer { notifications(unreadOnly: true, first: 100) { id kind text at about { id } } } }", null, persona)).At("viewer", "notifications").EnumerateArray()
            .Where(one => one.At("about").Text("id") == team.Id)];
}
