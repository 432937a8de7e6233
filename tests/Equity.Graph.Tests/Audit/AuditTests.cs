using System.Text.Json;
using Equity.Graph.Audit;
using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;

namespace Equity.Graph.Tests.Audit;

/// <summary>The clock stands still: within one instant, entries come in the order they were made.</summary>
public class AuditTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Entries = "query($id: ID!) { node(id: $id) { ... on Team { audit(first: 100) { totalCount nodes { at by byYou action kind key before after digest team { key } } } } } }";

    [Fact]
    public async Task A_change_is_told_with_who_when_before_and_after()
    {
        var team = await host.PublishAsync("amina", "Audited");
        await host.ChangeAsync("amina", "updateTeam", new { team = team.Id, version = 2, aim = "First aim" }, "team { id }");
        await host.ChangeAsync("amina", "updateTeam", new { team = team.Id, version = 3, aim = "Second aim", involvement = "BIG_I" }, "team { id }");
        var entry = (await EntriesAsync("amina", team))[^1];
        Assert.Equal(("2026-11-11T09:00:00Z", "CHANGED", "Team", "audited", true), (entry.Text("at"), entry.Text("action"), entry.Text("kind"), entry.Text("key"), entry.At("byYou").GetBoolean()));
        Assert.Equal("""{"aim":"First aim","involvement":null}""", entry.Text("before"));
        Assert.Equal("""{"aim":"Second aim","involvement":"BIG_I"}""", entry.Text("after"));
        Assert.Equal(AuditEntry.DigestOf(entry.Text("before"), entry.Text("after")), entry.Text("digest"));
        Assert.StartsWith("person ", entry.Text("by"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_deleting_and_restoring_are_told_of_every_sort_of_thing()
    {
        var team = await host.PublishAsync("amina", "All Sorts");
        var rows = new (string Kind, Row Row)[]
        {
            ("Inequity", await host.TackleAsync("amina", team, "T")), ("Learning", await host.LearnAsync("amina", team, "T")),
            ("Ask", await host.AskForAsync("amina", team, "T?")), ("Offer", await host.OfferAsync("amina", team, "T.")),
        };
        foreach (var (kind, row) in rows)
        {
            await host.ChangeAsync("amina", $"delete{kind}", new { id = row.Id, version = 1 }, "__typename");
            await host.ChangeAsync("amina", $"restore{kind}", new { id = row.Id }, "__typename");
        }
        var seat = (await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "CARER" }, "teamMember { id }")).At("teamMember").Text("id");
        await host.ChangeAsync("amina", "removeMember", new { member = seat }, "__typename");
        var told = (await EntriesAsync("amina", team)).Select(entry => $"{entry.Text("kind")} {entry.Text("action")}");
        Assert.Equal(
        [
            "Team CREATED", "TeamMember CREATED", "Team CHANGED", "Inequity CREATED", "Learning CREATED", "Ask CREATED", "Offer CREATED",
            "Inequity DELETED", "Inequity RESTORED", "Learning DELETED", "Learning RESTORED", "Ask DELETED", "Ask RESTORED", "Offer DELETED", "Offer RESTORED",
            "TeamMember CREATED", "TeamMember REMOVED",
        ], told);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_entry()
    {
        var team = await host.PublishAsync("amina", "Refused");
        var before = (await EntriesAsync("amina", team)).Count;
        await host.RefusedAsync("amina", "updateTeam", new { team = team.Id, version = 1, aim = "A" }, "StaleVersion");
        await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "", body = "B" }, "InvalidText");
        await host.RefusedAsync("grace", "archiveTeam", new { team = team.Id, version = 2 }, "NotAMember");
        Assert.Equal(before, (await EntriesAsync("amina", team)).Count);
    }

    [Fact]
    public async Task That_a_name_changed_is_told_and_the_name_is_not()
    {
        var team = await host.RegisterAsync("amina", "Names Untold");
        var seat = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { members { id } } } }", new { id = team.Id }, "amina")).At("node", "members")[0].Text("id");
        await host.ChangeAsync("amina", "updateMember", new { member = seat, name = "Amina Unsaid" }, "teamMember { id }");
        var entries = await EntriesAsync("amina", team);
        Assert.DoesNotContain(entries, entry => entry.GetRawText().Contains("Unsaid", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("""{"name":"(a name)"}""", entries[^1].Text("after"));
    }

    [Fact]
    public async Task An_import_is_told_as_such()
    {
        await host.ImportAsync("""{"key":"imported-audit","name":"Imported","service":"S","stage":"FORMING"}""");
        var entry = Assert.Single((await host.DataAsync("{ team(key: \"imported-audit\") { audit { nodes { by action byYou } } } }")).Nodes("team", "audit"));
        Assert.Equal(("import", "CREATED", false), (entry.Text("by"), entry.Text("action"), entry.At("byYou").GetBoolean()));
    }

    [Theory]
    [InlineData("amina", true)]
    [InlineData("administrator", true)]
    [InlineData("lead", true)]
    [InlineData("coach", true)]
    [InlineData("grace", false)]
    [InlineData("newcomer", false)]
    [InlineData("analyst", false)]
    [InlineData(EquityHost.Visitor, false)]
    public async Task It_is_read_by_the_team_its_programme_and_administrators(string persona, bool reads)
    {
        const string both = "{ team(key: \"tablet-table-quayside\") { audit { totalCount } } audit(where: { team: { key: { eq: \"tablet-table-quayside\" } } }) { totalCount } }";
        var data = await host.DataAsync(both, persona: persona);
        Assert.Equal(reads, data.At("team", "audit", "totalCount").GetInt32() > 0);
        Assert.Equal(reads, data.At("audit", "totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task A_lead_does_not_read_of_teams_outside_the_programme()
    {
        var team = await host.PublishAsync("amina", "No Programme");
        Assert.Empty(await EntriesAsync("lead", team));
        Assert.NotEmpty(await EntriesAsync("administrator", team));
    }

    [Fact]
    public async Task Members_of_a_deleted_team_still_read_its_audit()
    {
        var team = await host.PublishAsync("tom", "Gone and Told");
        await host.ChangeAsync("tom", "deleteTeam", new { team = team.Id, version = team.Version }, "__typename");
        var entry = (await host.DataAsync("{ audit(last: 1, where: { key: { eq: \"gone-and-told\" } }) { nodes { action team { key } } } }", persona: "tom")).Nodes("audit")[0];
        Assert.Equal(("DELETED", JsonValueKind.Null), (entry.Text("action"), entry.At("team").ValueKind));
    }

    [Fact]
    public async Task Nothing_is_ever_changed_in_it_or_taken_out_of_it()
    {
        await host.PublishAsync("amina", "Tampered");
        await using var file = new SqliteConnection($"Data Source={Path.Combine(host.Data, Database.FileName)}");
        await file.OpenAsync();
        foreach (var attempt in (string[])
        [
            "DELETE FROM Audit", "DELETE FROM Audit WHERE Id = 1", "UPDATE Audit SET At = '2020-01-01'", "UPDATE Audit SET Action = 1", "UPDATE Audit SET Kind = 'X'",
            "UPDATE Audit SET Digest = ''", "UPDATE Audit SET Through = 2", "UPDATE Audit SET Id = Id + 100000", "UPDATE Audit SET ProgrammeId = 1",
            "UPDATE Audit SET Before = '{}'", "UPDATE Audit SET After = NULL", "UPDATE Audit SET Key = 'another'", "UPDATE Audit SET PersonId = (SELECT MAX(Id) FROM People) WHERE PersonId IS NULL",
            "UPDATE Audit SET TeamId = TeamId + 1", "INSERT OR REPLACE INTO Audit SELECT * FROM Audit WHERE Id = 1", "UPDATE OR REPLACE Audit SET Id = 1 WHERE Id = 2",
        ])
        {
            await using var command = file.CreateCommand();
            command.CommandText = attempt;
            var refusal = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());
            Assert.Contains("The audit is only ever added to.", refusal.Message, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync(string persona, Row team) => (await host.DataAsync(Entries, new { id = team.Id }, persona)).Nodes("node", "audit");
}
