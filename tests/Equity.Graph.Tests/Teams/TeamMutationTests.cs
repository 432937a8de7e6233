using System.Text.Json;

namespace Equity.Graph.Tests.Teams;

public class TeamMutationTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string ByKey = "query($key: String!) { team(key: $key) { id key version name service locality aim summary stage involvement coProduction coProductionPlan progressScore coachScore friendCapacity phase publishedAt archivedAt organisation { name key } programme { key } members { role isYou } } }";

    [Fact]
    public async Task A_new_team_is_a_draft_that_has_you_as_its_first_member()
    {
        var team = await host.RegisterAsync("newcomer", "Kettle Bridge", "CARER");
        Assert.Equal(("kettle-bridge", 1), (team.Key, team.Version));
        var read = await ReadAsync("newcomer", team.Key);
        Assert.Equal((JsonValueKind.Null, "FORMING"), (read.At("publishedAt").ValueKind, read.Text("stage")));
        var founder = Assert.Single(read.At("members").EnumerateArray());
        Assert.Equal(("CARER", true), (founder.Text("role"), founder.At("isYou").GetBoolean()));
    }

    [Fact]
    public async Task A_published_team_is_read_by_visitors()
    {
        var team = await host.PublishAsync("amina", "Open Kitchen");
        Assert.Equal("2026-11-11T09:00:00Z", (await ReadAsync(EquityHost.Visitor, team.Key)).Text("publishedAt"));
    }

    [Fact]
    public async Task A_key_that_is_taken_is_refused_with_one_that_is_free()
    {
        await host.RegisterAsync("newcomer", "Taken Name");
        var input = new { key = "taken-name", name = "Other", service = "S", myRole = "OTHER" };
        var error = await host.RefusedAsync("amina", "registerTeam", input, "TeamKeyTaken", "key suggestion");
        Assert.Equal(("taken-name", "taken-name-2"), (error.Text("key"), error.Text("suggestion")));
        await host.ChangeAsync("amina", "registerTeam", new { key = "taken-name-2", name = "Other", service = "S", myRole = "OTHER" }, "team { id }");
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_key_of_its_own()
    {
        await host.RegisterAsync("amina", "Twice Named");
        Assert.Equal("twice-named-2", (await host.RegisterAsync("tom", "Twice Named")).Key);
    }

    [Fact]
    public async Task A_key_of_a_hundred_characters_can_be_chosen()
    {
        var key = string.Join('-', Enumerable.Repeat("abcd", 20));
        Assert.Equal(key, (await host.ChangeAsync("amina", "registerTeam", new { key, name = "Long", service = "S", myRole = "OTHER" }, "team { key }")).At("team").Text("key"));
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused() =>
        Assert.Equal("key", (await host.RefusedAsync("amina", "registerTeam", new { key = "No Key!", name = "N", service = "S", myRole = "OTHER" }, "InvalidText", "field problem")).Text("field"));

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_its_limit()
    {
        var error = await host.RefusedAsync("amina", "registerTeam", new { name = new string('x', 201), service = "S", myRole = "OTHER" }, "TextTooLong", "field limit actual");
        Assert.Equal(("name", 200, 201), (error.Text("field"), error.At("limit").GetInt32(), error.At("actual").GetInt32()));
    }

    [Theory]
    [InlineData(" \n")]
    [InlineData("\u200b \u2060\ufeff")]
    public async Task A_name_that_nobody_can_see_is_refused(string name) =>
        Assert.Equal("name", (await host.RefusedAsync("amina", "registerTeam", new { name, service = "S", myRole = "OTHER" }, "InvalidText", "field")).Text("field"));

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var answer = await host.DataAsync(
            "mutation($input: RegisterTeamInput!) { registerTeam(input: $input) { team { id } errors { __typename } } }",
            new { input = new { name = "", service = new string('x', 201), progressScore = 5.5, friendCapacity = 11, myRole = "OTHER" } }, "amina");
        Assert.Equal(["InvalidText", "TextTooLong", "NumberOutOfRange", "NumberOutOfRange"], answer.At("registerTeam", "errors").EnumerateArray().Select(error => error.Text("__typename")));
        Assert.Equal(JsonValueKind.Null, answer.At("registerTeam", "team").ValueKind);
    }

    [Fact]
    public async Task A_number_outside_its_range_is_refused_with_the_range()
    {
        var team = await host.RegisterAsync("amina", "Numbers");
        var error = await host.RefusedAsync("amina", "updateTeam", new { team = team.Id, version = 1, progressScore = 0.7 }, "NumberOutOfRange", "field minimum maximum step");
        Assert.Equal(("progressScore", 0.5, 5.0, 0.5), (error.Text("field"), error.At("minimum").GetDouble(), error.At("maximum").GetDouble(), error.At("step").GetDouble()));
    }

    [Fact]
    public async Task What_an_update_leaves_out_stays_and_null_clears()
    {
        var team = await host.PublishAsync("amina", "Kept and Cleared");
        var updated = Row.Of((await host.ChangeAsync("amina", "updateTeam", new
        {
            team = team.Id,
            version = team.Version,
            aim = "  An aim ",
            summary = "A summary",
            locality = "Quayside",
            organisation = "Saltway Trust",
            progressScore = 2.5,
            involvement = "BIG_I",
            coProduction = "CO_DESIGN",
            coProductionPlan = "By June.",
            friendCapacity = 5,
        }, "team { id version }")).At("team"));
        await host.ChangeAsync("amina", "updateTeam", new
        {
            team = team.Id,
            version = updated.Version,
            summary = (string?)null,
            organisation = (string?)null,
            progressScore = (double?)null,
            involvement = (string?)null,
            coProduction = (string?)null,
            coProductionPlan = (string?)null,
            friendCapacity = (int?)null,
        }, "team { version }");
        var read = await ReadAsync("grace", team.Key);
        Assert.Equal(("An aim", "Quayside", 3, 4), (read.Text("aim"), read.Text("locality"), read.At("friendCapacity").GetInt32(), read.At("version").GetInt32()));
        Assert.All(["summary", "organisation", "progressScore", "involvement", "coProduction", "coProductionPlan"], field => Assert.Equal(JsonValueKind.Null, read.At(field).ValueKind));
    }

    [Fact]
    public async Task A_required_text_cannot_be_cleared()
    {
        var team = await host.RegisterAsync("amina", "Has a Name");
        Assert.Equal("name", (await host.RefusedAsync("amina", "updateTeam", new { team = team.Id, version = 1, name = (string?)null }, "InvalidText", "field")).Text("field"));
    }

    [Fact]
    public async Task An_organisation_is_known_by_its_name_whatever_its_case()
    {
        async Task<string> OrganisationAsync(string team, string name)
        {
            var row = await host.RegisterAsync("amina", team);
            return (await host.ChangeAsync("amina", "updateTeam", new { team = row.Id, version = 1, organisation = name }, "team { organisation { key } }")).At("team", "organisation").Text("key");
        }
        Assert.Equal("brand-new-trust", await OrganisationAsync("First of Trust", "Brand New Trust"));
        Assert.Equal("brand-new-trust", await OrganisationAsync("Second of Trust", "BRAND NÉW trust"));
    }

    [Fact]
    public async Task A_stale_version_overwrites_nothing_and_says_the_current_one()
    {
        var team = await host.PublishAsync("amina", "Stale");
        var error = await host.RefusedAsync("amina", "updateTeam", new { team = team.Id, version = 1, aim = "Lost" }, "StaleVersion", "current");
        Assert.Equal(2, error.At("current").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync("amina", team.Key)).At("aim").ValueKind);
    }

    [Fact]
    public async Task Of_twenty_updates_of_one_version_one_wins()
    {
        var team = await host.RegisterAsync("amina", "Raced");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => host.DataAsync(
            "mutation($input: UpdateTeamInput!) { updateTeam(input: $input) { team { aim } errors { __typename } } }", new { input = new { team = team.Id, version = 1, aim = $"Aim {i}" } }, "amina"))));
        var won = Assert.Single(answers, answer => answer.At("updateTeam", "errors").ValueKind == JsonValueKind.Null);
        Assert.All(answers.Where(answer => !answer.Equals(won)), answer => Assert.Equal("StaleVersion", answer.At("updateTeam", "errors")[0].Text("__typename")));
        var read = await ReadAsync("amina", team.Key);
        Assert.Equal((2, won.At("updateTeam", "team").Text("aim")), (read.At("version").GetInt32(), read.Text("aim")));
    }

    [Fact]
    public async Task A_visitor_changes_nothing()
    {
        var answer = await host.AskAsync("mutation { registerTeam(input: { name: \"N\", service: \"S\", myRole: OTHER }) { team { id } } }", persona: EquityHost.Visitor);
        Assert.Equal("FORBIDDEN", answer.At("errors")[0].At("extensions").Text("code"));
    }

    [Theory]
    [InlineData("grace")]
    [InlineData("lead")]
    [InlineData("analyst")]
    [InlineData("administrator")]
    public async Task Only_members_write_what_a_team_says_of_itself(string persona)
    {
        var team = await host.PublishAsync("amina", $"Own {persona}");
        await host.RefusedAsync(persona, "updateTeam", new { team = team.Id, version = team.Version, aim = "Theirs" }, "NotAMember");
        await host.RefusedAsync(persona, "advanceTeam", new { team = team.Id, version = team.Version, to = "DESIGNING" }, "NotAMember");
        await host.RefusedAsync(persona, "archiveTeam", new { team = team.Id, version = team.Version }, "NotAMember");
        await host.RefusedAsync(persona, "deleteTeam", new { team = team.Id, version = team.Version }, "NotAMember");
        Assert.Equal(team.Version, (await ReadAsync("amina", team.Key)).At("version").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_seen_cannot_be_named()
    {
        var draft = await host.RegisterAsync("amina", "Unseen Draft");
        Assert.Equal("team", (await host.RefusedAsync("grace", "updateTeam", new { team = draft.Id, version = 1, aim = "A" }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task An_id_of_another_sort_names_no_team()
    {
        var team = await host.RegisterAsync("amina", "Not Learning");
        var learning = await host.LearnAsync("amina", team, "Something");
        await host.RefusedAsync("amina", "updateTeam", new { team = learning.Id, version = 1, aim = "A" }, "NotFound", "field");
    }

    [Fact]
    public async Task What_is_no_id_is_refused_by_its_field()
    {
        var team = await host.RegisterAsync("amina", "Two Ids");
        var error = await host.RefusedAsync("amina", "shareLearning", new { team = team.Id, kind = "ADVICE", title = "T", body = "B", inequity = "no id!" }, "NotFound", "field");
        Assert.Equal("inequity", error.Text("field"));
    }

    [Fact]
    public async Task The_coach_scores_and_members_do_not()
    {
        var tablet = Row.Of(await ReadAsync("amina", "tablet-table-quayside"));
        Assert.Equal("coachScore", (await host.RefusedAsync("amina", "updateTeam", new { team = tablet.Id, version = tablet.Version, coachScore = 3.5 }, "NotALead", "field")).Text("field"));
        await host.RefusedAsync("coach", "updateTeam", new { team = tablet.Id, version = tablet.Version, coachScore = 3.5, aim = "Ours" }, "NotAMember");
        await host.ChangeAsync("coach", "updateTeam", new { team = tablet.Id, version = tablet.Version, coachScore = 3.5 }, "team { id }");
        Assert.Equal(3.5, (await ReadAsync("amina", tablet.Key)).At("coachScore").GetDouble());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync("grace", tablet.Key)).At("coachScore").ValueKind);
    }

    [Fact]
    public async Task A_lead_takes_teams_into_the_own_programme_and_no_other()
    {
        await host.ImportAsync("""{"kind":"programme","key":"elsewhere","name":"Elsewhere"}""");
        var team = await host.PublishAsync("amina", "Joins a Programme");
        await host.RefusedAsync("amina", "updateTeam", new { team = team.Id, version = team.Version, programme = "pursuing-equity" }, "NotALead", "field");
        await host.RefusedAsync("lead", "updateTeam", new { team = team.Id, version = team.Version, programme = "elsewhere" }, "NotALead", "field");
        Assert.Equal("programme", (await host.RefusedAsync("lead", "updateTeam", new { team = team.Id, version = team.Version, programme = "nowhere" }, "NotFound", "field")).Text("field"));
        await host.ChangeAsync("lead", "updateTeam", new { team = team.Id, version = team.Version, programme = "pursuing-equity", phase = 2 }, "team { id }");
        var read = await ReadAsync(EquityHost.Visitor, team.Key);
        Assert.Equal(("pursuing-equity", 2), (read.At("programme").Text("key"), read.At("phase").GetInt32()));
        await host.ChangeAsync("lead", "updateTeam", new { team = team.Id, version = team.Version + 1, programme = (string?)null, phase = (int?)null }, "team { id }");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync("amina", team.Key)).At("programme").ValueKind);
    }

    [Theory]
    [InlineData("CLINICIAN", null, null, true, true)]
    [InlineData("SERVICE_USER", "NONE", null, false, true)]
    [InlineData("CLINICIAN", "BIG_I", null, true, false)]
    public async Task A_team_does_not_try_changes_without_co_production(string role, string? involvement, string? plan, bool needsMember, bool needsInvolvement)
    {
        var team = await WithAsync($"Gate {role} {involvement}", role, involvement, plan);
        var error = await host.RefusedAsync("amina", "advanceTeam", new { team = team.Id, version = team.Version, to = "TESTING" }, "CoProductionMissing", "needsMember needsInvolvement");
        Assert.Equal((needsMember, needsInvolvement), (error.At("needsMember").GetBoolean(), error.At("needsInvolvement").GetBoolean()));
        Assert.Equal("FORMING", (await ReadAsync("amina", team.Key)).Text("stage"));
    }

    [Theory]
    [InlineData("CARER", "LITTLE_I", null, "SHARING")]
    [InlineData("CLINICIAN", "NONE", "A carer joins in May.", "TESTING")]
    [InlineData("CLINICIAN", null, null, "DESIGNING")]
    public async Task A_team_advances_with_co_production_or_a_plan_or_before_it_tries_changes(string role, string? involvement, string? plan, string stage)
    {
        var team = await WithAsync($"Through {role} {stage}", role, involvement, plan);
        await host.ChangeAsync("amina", "advanceTeam", new { team = team.Id, version = team.Version, to = stage }, "team { id }");
        Assert.Equal(stage, (await ReadAsync("amina", team.Key)).Text("stage"));
    }

    [Fact]
    public async Task Learning_is_shared_without_any_gate()
    {
        var team = await host.PublishAsync("amina", "Imperfect");
        await host.LearnAsync("amina", team, "Nobody came");
    }

    private async Task<Row> WithAsync(string name, string role, string? involvement, string? plan)
    {
        var team = await host.RegisterAsync("amina", name, role);
        return Row.Of((await host.ChangeAsync("amina", "updateTeam", new { team = team.Id, version = 1, involvement, coProductionPlan = plan }, "team { id key version }")).At("team"));
    }

    private async Task<JsonElement> ReadAsync(string persona, string key) => (await host.DataAsync(ByKey, new { key }, persona)).At("team");
}
