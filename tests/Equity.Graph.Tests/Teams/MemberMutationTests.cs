using System.Text.Json;

namespace Equity.Graph.Tests.Teams;

public class MemberMutationTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Members = "query($id: ID!) { node(id: $id) { ... on Team { members { id role name isYou } } } }";

    [Fact]
    public async Task Who_is_added_sees_and_writes_for_the_team_at_once()
    {
        var team = await host.RegisterAsync("amina", "Welcomes");
        Assert.Null(await host.NodeAsync("newcomer", team));
        await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "CARER", person = "newcomer" }, "teamMember { id role }");
        Assert.Equal("Team", await host.NodeAsync("newcomer", team));
        await host.LearnAsync("newcomer", team, "From the newcomer");
    }

    [Fact]
    public async Task Who_was_never_seen_can_be_added_too()
    {
        var team = await host.RegisterAsync("amina", "Expects Analyst");
        await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "INFORMATICS", person = "somebody-new" }, "teamMember { id role }");
        Assert.Equal(2, (await MembersAsync("amina", team)).Count);
    }

    [Fact]
    public async Task A_person_or_role_that_is_blank_is_refused()
    {
        var team = await host.RegisterAsync("amina", "Blank");
        Assert.Equal("person", (await host.RefusedAsync("amina", "addMember", new { team = team.Id, role = "CARER", person = " " }, "InvalidText", "field")).Text("field"));
        var seat = (await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "CARER" }, "teamMember { id }")).At("teamMember").Text("id");
        Assert.Equal("role", (await host.RefusedAsync("amina", "updateMember", new { member = seat, role = (string?)null }, "InvalidText", "field")).Text("field"));
    }

    [Fact]
    public async Task Who_is_removed_writes_no_more()
    {
        var team = await host.PublishAsync("amina", "Parts");
        var seat = await AddAsync(team, "newcomer");
        var learning = await host.LearnAsync("newcomer", team, "Before");
        await host.ChangeAsync("amina", "removeMember", new { member = seat }, "team { id }");
        await host.RefusedAsync("newcomer", "shareLearning", new { team = team.Id, kind = "WORKED", title = "After", body = "B" }, "NotAMember");
        await host.RefusedAsync("newcomer", "updateLearning", new { learning = learning.Id, version = 1, title = "Mine" }, "NotAMember");
        await host.RefusedAsync("newcomer", "addMember", new { team = team.Id, role = "OTHER", person = "newcomer" }, "NotAMember");
    }

    [Fact]
    public async Task Who_leaves_in_a_request_is_no_member_in_the_rest_of_it()
    {
        var team = await host.PublishAsync("amina", "Leaves Midway");
        var seat = await AddAsync(team, "tom");
        var data = await host.DataAsync("""
            mutation($seat: ID!, $team: ID!) {
              removeMember(input: { member: $seat }) { team { id } errors { __typename } }
              askForHelp(input: { team: $team, text: "Still in?" }) { ask { id } errors { __typename } }
            }
            """, new { seat, team = team.Id }, "tom");
        Assert.Equal(JsonValueKind.Null, data.At("removeMember", "errors").ValueKind);
        Assert.Equal("NotAMember", data.At("askForHelp", "errors")[0].Text("__typename"));
    }

    [Fact]
    public async Task Joining_twice_is_refused()
    {
        var team = await host.RegisterAsync("amina", "Once Is Enough");
        await host.RefusedAsync("amina", "addMember", new { team = team.Id, role = "OTHER", person = "amina" }, "AlreadyAMember");
        Assert.Single(await MembersAsync("amina", team));
    }

    [Fact]
    public async Task The_last_member_cannot_leave()
    {
        var team = await host.RegisterAsync("amina", "Last");
        await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "CARER", name = "Who never signs in" }, "teamMember { id }");
        await host.RefusedAsync("amina", "removeMember", new { member = await OwnSeatAsync("amina", team) }, "LastMember");
        Assert.Equal(2, (await MembersAsync("amina", team)).Count);
    }

    [Fact]
    public async Task The_last_member_leaves_after_handing_over()
    {
        var team = await host.RegisterAsync("amina", "Handed Over");
        await AddAsync(team, "tom");
        await host.ChangeAsync("amina", "removeMember", new { member = await OwnSeatAsync("amina", team) }, "team { id }");
        Assert.Null(await host.NodeAsync("amina", team));
        Assert.Single(await MembersAsync("tom", team));
    }

    [Fact]
    public async Task The_last_member_leaves_an_archived_team()
    {
        var team = await host.PublishAsync("amina", "Archived and Left");
        await host.ChangeAsync("amina", "archiveTeam", new { team = team.Id, version = team.Version }, "team { id }");
        await host.ChangeAsync("amina", "removeMember", new { member = await OwnSeatAsync("amina", team) }, "team { id }");
        Assert.Empty(await MembersAsync(EquityHost.Visitor, team));
    }

    [Fact]
    public async Task Only_members_and_the_administrator_remove_somebody()
    {
        var team = await host.PublishAsync("amina", "Held Together");
        var seat = await AddAsync(team, "tom");
        await host.RefusedAsync("grace", "removeMember", new { member = seat }, "NotAMember");
        await host.ChangeAsync("administrator", "removeMember", new { member = seat }, "team { id }");
        Assert.Single(await MembersAsync("amina", team));
    }

    [Fact]
    public async Task A_member_who_is_no_more_cannot_be_named()
    {
        var team = await host.RegisterAsync("amina", "Named Twice");
        var seat = await AddAsync(team, "tom");
        await host.ChangeAsync("amina", "removeMember", new { member = seat }, "team { id }");
        Assert.Equal("member", (await host.RefusedAsync("amina", "updateMember", new { member = seat, role = "CARER" }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task Only_the_person_says_how_the_person_is_named()
    {
        var team = await host.RegisterAsync("amina", "Names");
        var seat = await AddAsync(team, "tom");
        Assert.Equal("name", (await host.RefusedAsync("amina", "updateMember", new { member = seat, name = "Tommy" }, "NotYourself", "field")).Text("field"));
        Assert.Equal("nameFor", (await host.RefusedAsync("amina", "updateMember", new { member = seat, nameFor = "ANYONE" }, "NotYourself", "field")).Text("field"));
        Assert.Equal("name", (await host.RefusedAsync("amina", "addMember", new { team = team.Id, role = "OTHER", person = "grace", name = "Gracie" }, "NotYourself", "field")).Text("field"));
        await host.ChangeAsync("amina", "updateMember", new { member = seat, role = "SPONSOR" }, "teamMember { role }");
        await host.ChangeAsync("tom", "updateMember", new { member = seat, name = "Tom Ferry", nameFor = "TEAM" }, "teamMember { name }");
        Assert.Contains((await MembersAsync("amina", team)), member => member.At("name").ValueKind == JsonValueKind.String && member.Text("name") == "Tom Ferry" && member.Text("role") == "SPONSOR");
    }

    [Theory]
    [InlineData("NOBODY", new[] { "tom" })]
    [InlineData("TEAM", new[] { "tom", "amina", "administrator" })]
    [InlineData("COMMUNITY", new[] { "tom", "amina", "administrator", "grace", "lead" })]
    [InlineData("ANYONE", new[] { "tom", "amina", "administrator", "grace", "lead", EquityHost.Visitor })]
    public async Task A_name_is_shown_to_whom_the_person_agreed(string nameFor, string[] readers)
    {
        var team = await host.PublishAsync("amina", $"Named for {nameFor}");
        var seat = await AddAsync(team, "tom");
        await host.ChangeAsync("tom", "updateMember", new { member = seat, name = "Tom Ferry", nameFor }, "teamMember { id }");
        foreach (var persona in (string[])["tom", "amina", "administrator", "grace", "lead", EquityHost.Visitor])
            Assert.Equal(readers.Contains(persona), (await MembersAsync(persona, team)).Any(member => member.At("name").ValueKind == JsonValueKind.String));
    }

    [Fact]
    public async Task A_name_that_is_cleared_is_gone_and_is_for_nobody()
    {
        var team = await host.PublishAsync("amina", "Unnamed");
        var seat = await OwnSeatAsync("amina", team);
        await host.ChangeAsync("amina", "updateMember", new { member = seat, name = "Amina Quay", nameFor = "ANYONE" }, "teamMember { id }");
        await host.ChangeAsync("amina", "updateMember", new { member = seat, nameFor = (string?)null }, "teamMember { id }");
        Assert.Equal(JsonValueKind.Null, (await MembersAsync(EquityHost.Visitor, team))[0].At("name").ValueKind);
        Assert.Equal("Amina Quay", (await MembersAsync("amina", team))[0].Text("name"));
        await host.ChangeAsync("amina", "updateMember", new { member = seat, name = (string?)null }, "teamMember { id }");
        Assert.Equal(JsonValueKind.Null, (await MembersAsync("amina", team))[0].At("name").ValueKind);
    }

    [Fact]
    public async Task Fifty_members_are_the_most()
    {
        var team = await host.RegisterAsync("amina", "Crowd");
        await host.ManyAsync("amina", team, 49, _ => "addMember(input: { team: $team, role: CARER })");
        Assert.Equal(50, (await host.RefusedAsync("amina", "addMember", new { team = team.Id, role = "OTHER" }, "TooMany", "field limit")).At("limit").GetInt32());
    }

    [Fact]
    public async Task A_membership_is_a_row_and_the_viewer_says_it()
    {
        var team = await host.PublishAsync("amina", "A Row");
        await AddAsync(team, "analyst");
        var viewer = (await host.DataAsync("{ viewer { person roles teams { key } } }", persona: "analyst")).At("viewer");
        Assert.Equal(("analyst", "ANALYST"), (viewer.Text("person"), viewer.At("roles")[0].GetString()));
        Assert.Contains(team.Key, viewer.At("teams").EnumerateArray().Select(one => one.Text("key")));
    }

    private async Task<string> AddAsync(Row team, string person) =>
        (await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "OTHER", person }, "teamMember { id }")).At("teamMember").Text("id");

    private async Task<string> OwnSeatAsync(string persona, Row team) => (await MembersAsync(persona, team)).Single(member => member.At("isYou").GetBoolean()).Text("id");

    private async Task<IReadOnlyList<JsonElement>> MembersAsync(string persona, Row team) => [.. (await host.DataAsync(Members, new { id = team.Id }, persona)).At("node", "members").EnumerateArray()];
}
