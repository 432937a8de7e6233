using System.Text.Json;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Friendships;

public class ProposalTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_proposal_waits_with_what_was_written_and_why_the_two_belong_together()
    {
        var (tablet, maternity) = (await TeamAsync("tablet-table-quayside"), await TeamAsync("hear-me-first-maternity"));
        await host.SettledAsync();
        var made = (await host.DataAsync(Operations.Text("ProposeFriendship"), new { from = tablet.Id, to = maternity.Id, message = "We would like to hear how you began.", purpose = "Starting well" }, "amina")).At("proposeFriendship");
        Assert.Equal(JsonValueKind.Null, made.At("errors").ValueKind);
        var read = await host.FriendshipAsync("grace", Row.Of(made.At("friendship")));
        Assert.Equal(("PROPOSED", "We would like to hear how you began.", "Starting well"), (read.Text("status"), read.Text("message"), read.Text("purpose")));
        Assert.Equal(("2026-11-11T09:00:00Z", "2026-11-25T09:00:00Z"), (read.Text("proposedAt"), read.Text("answerBy")));
        Assert.Equal(read.GetProperty("score").GetDouble(), read.At("parts").EnumerateArray().Sum(part => part.GetProperty("value").GetDouble()), 9);
        Assert.NotEmpty(read.At("reasons").EnumerateArray());
        var friendship = Row.Of(read);
        Assert.Equal(["FRIENDSHIP_PROPOSED"], await host.ToldAsync("grace", friendship));
        // It stays as it was when a text changes that it was made of.
        await host.UpdateTeamAsync("amina", new { team = tablet.Id, version = tablet.Version, aim = "Something else altogether." });
        await host.SettledAsync();
        var later = await host.FriendshipAsync("amina", friendship);
        Assert.Equal(read.At("reasons").GetRawText(), later.At("reasons").GetRawText());
        Assert.Equal(read.At("score").GetRawText(), later.At("score").GetRawText());
    }

    [Fact]
    public async Task A_proposal_holds_a_place_of_its_proposer_alone_until_it_is_withdrawn()
    {
        var (from, to) = (await host.PublishAsync("amina", "Holding One"), await host.PublishAsync("grace", "Holding None"));
        var friendship = await host.ProposeAsync("amina", from, to);
        Assert.Equal((2, 3), (await host.OpenPlacesAsync(from), await host.OpenPlacesAsync(to)));
        await host.RefusedAsync("grace", "withdrawFriendship", new { friendship = friendship.Id, version = 1 }, "NotAMember");
        var withdrawn = (await host.ChangeAsync("amina", "withdrawFriendship", new { friendship = friendship.Id, version = 1 }, "friendship { status from { openPlaces } }")).At("friendship");
        Assert.Equal(("WITHDRAWN", 3), (withdrawn.Text("status"), withdrawn.At("from").GetProperty("openPlaces").GetInt32()));
        Assert.Equal(["FRIENDSHIP_WITHDRAWN", "FRIENDSHIP_PROPOSED"], await host.ToldAsync("grace", friendship));
        Assert.Equal("WITHDRAWN", (await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 2 }, "NotInThatState", "status")).Text("status"));
    }

    [Fact]
    public async Task A_team_is_no_friend_of_its_own()
    {
        var team = await host.PublishAsync("amina", "Alone");
        await host.RefusedAsync("amina", "proposeFriendship", new { from = team.Id, to = team.Id }, "WithOneself");
    }

    [Fact]
    public async Task A_pair_has_one_open_friendship()
    {
        var (from, to) = (await host.PublishAsync("amina", "Once Asked"), await host.PublishAsync("grace", "Once Asking"));
        var friendship = await host.ProposeAsync("amina", from, to);
        Assert.Equal("PROPOSED", (await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = to.Id }, "FriendshipIsOpen", "status")).Text("status"));
        await host.AcceptAsync("grace", friendship);
        foreach (var (persona, one, other) in new[] { ("amina", from, to), ("grace", to, from) })
            Assert.Equal("ACCEPTED", (await host.RefusedAsync(persona, "proposeFriendship", new { from = one.Id, to = other.Id }, "FriendshipIsOpen", "status")).Text("status"));
        await host.ChangeAsync("grace", "endFriendship", new { friendship = friendship.Id }, "friendship { status }");
        Assert.NotEqual(friendship.Id, (await host.ProposeAsync("grace", to, from)).Id);
    }

    [Fact]
    public async Task Nobody_is_asked_who_is_a_draft_has_ended_its_work_pauses_or_has_no_place()
    {
        var from = await host.PublishAsync("amina", "Asking Everybody");
        var draft = await host.RegisterAsync("amina", "Still a Draft");
        await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = draft.Id }, "TeamIsDraft");
        await host.RefusedAsync("amina", "proposeFriendship", new { from = draft.Id, to = from.Id }, "TeamIsDraft");
        var hidden = await host.RegisterAsync("grace", "Hidden Draft");
        await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = hidden.Id }, "NotFound");
        var archived = await host.PublishAsync("grace", "Work Ended");
        await host.ChangeAsync("grace", "archiveTeam", new { team = archived.Id, version = archived.Version }, "team { id }");
        await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = archived.Id }, "TeamIsArchived");
        var full = await host.PublishAsync("grace", "No Place at All");
        await host.UpdateTeamAsync("grace", new { team = full.Id, version = full.Version, friendCapacity = 0 });
        Assert.Equal(("to", 0), Refused(await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = full.Id }, "NoOpenPlace", "field capacity")));
        Assert.Equal(("from", 0), Refused(await host.RefusedAsync("grace", "proposeFriendship", new { from = full.Id, to = from.Id }, "NoOpenPlace", "field capacity")));
        await host.ImportAsync("""{"key":"pausing","name":"Pausing","organisation":"Trust","service":"S","stage":"FORMING","pausedUntil":"2026-11-11"}""");
        Assert.Equal("2026-11-11", (await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = (await TeamAsync("pausing")).Id }, "TeamIsPaused", "until")).Text("until"));

        static (string, int) Refused(JsonElement error) => (error.Text("field"), error.GetProperty("capacity").GetInt32());
    }

    [Fact]
    public async Task Three_proposals_of_a_team_wait_and_no_more_and_nobody_is_blocked_by_them()
    {
        var asked = await host.PublishAsync("grace", "Much Asked");
        foreach (var name in new[] { "Asker One", "Asker Two", "Asker Three", "Asker Four", "Asker Five" })
            await host.ProposeAsync("amina", await host.PublishAsync("amina", name), asked);
        Assert.Equal(3, await host.OpenPlacesAsync(asked));
        var eager = await host.PublishAsync("amina", "Eager");
        await host.UpdateTeamAsync("amina", new { team = eager.Id, version = eager.Version, friendCapacity = 10 });
        for (var i = 0; i < 3; i++)
            await host.ProposeAsync("amina", eager, await host.PublishAsync("grace", $"Asked by Eager {i}"));
        Assert.Equal(3, (await host.RefusedAsync("amina", "proposeFriendship", new { from = eager.Id, to = asked.Id }, "TooManyUnanswered", "limit")).GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task Two_proposals_that_cross_become_one_friendship_on_the_usual_terms_that_both_can_change()
    {
        var (one, other) = (await host.PublishAsync("amina", "Crossing Left"), await host.PublishAsync("grace", "Crossing Right"));
        var first = (await host.ChangeAsync("amina", "proposeFriendship", new { from = one.Id, to = other.Id, message = "Shall we?" }, "friendship { id version }")).At("friendship");
        var crossed = (await host.ChangeAsync("grace", "proposeFriendship", new { from = other.Id, to = one.Id, message = "We were about to ask." }, $"friendship {{ {Friends.Whole} }}")).At("friendship");
        Assert.Equal((first.Text("id"), "ACCEPTED", 5, "2026-12-23"), (crossed.Text("id"), crossed.Text("status"), crossed.At("responsePromise").GetProperty("workingDays").GetInt32(), crossed.Text("nextCheckIn")));
        Assert.Equal("Shall we?\n\nWe were about to ask.", crossed.Text("message"));
        Assert.NotEmpty(crossed.Text("boundaries"));
        var friendship = Row.Of(crossed);
        foreach (var persona in new[] { "amina", "grace" })
            Assert.Contains("FRIENDSHIPS_CROSSED", await host.ToldAsync(persona, friendship));
        await host.ChangeAsync("amina", "updateFriendship", new { friendship = friendship.Id, version = friendship.Version, workingDays = 2, contact = "Ring Amina on 020 7946 0000" }, "friendship { id }");
        var read = await host.FriendshipAsync("grace", friendship);
        Assert.Equal((2, "Ring Amina on 020 7946 0000"), (read.At("responsePromise").GetProperty("workingDays").GetInt32(), read.At("contacts")[0].Text("how")));
    }

    [Fact]
    public async Task What_was_written_is_screened_and_how_to_reach_each_other_is_not()
    {
        var (from, to) = (await host.PublishAsync("amina", "Screened"), await host.PublishAsync("grace", "Unscreened"));
        Assert.Equal("message", (await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = to.Id, message = "Write to amina@example.org" }, "ContainsPersonalDetails", "field")).Text("field"));
        await host.ChangeAsync("amina", "proposeFriendship", new { from = from.Id, to = to.Id, contact = "amina@example.org" }, "friendship { id }");
    }

    [Fact]
    public async Task Who_is_no_member_proposes_nothing()
    {
        var (from, to) = (await host.PublishAsync("amina", "Members Only"), await host.PublishAsync("grace", "Also Members Only"));
        foreach (var persona in new[] { "grace", "lead", "administrator" })
            await host.RefusedAsync(persona, "proposeFriendship", new { from = from.Id, to = to.Id }, "NotAMember");
    }

    private async Task<Row> TeamAsync(string key) => Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id key version } }", new { key })).At("team"));
}
