using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Tests.Forgetting;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Friendships;

public class AnswerTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Accepting_agrees_on_a_promise_boundaries_contacts_and_the_first_check_in()
    {
        var (from, to) = (await host.PublishAsync("amina", "Asking Kindly"), await host.PublishAsync("grace", "Saying Yes"));
        var friendship = await host.ProposeAsync("amina", from, to);
        var accepted = (await host.DataAsync(
            Operations.Text("AcceptFriendship"), new { friendship = friendship.Id, version = 1, workingDays = 3, boundaries = "Nothing leaves the room.", contact = "Ask for Grace at the desk", nextCheckIn = "2026-12-01" }, "grace")).At("acceptFriendship");
        Assert.Equal(JsonValueKind.Null, accepted.At("errors").ValueKind);
        var read = await host.FriendshipAsync("amina", friendship);
        Assert.Equal(("ACCEPTED", "2026-11-11T09:00:00Z", "Nothing leaves the room.", "2026-12-01"), (read.Text("status"), read.Text("answeredAt"), read.Text("boundaries"), read.Text("nextCheckIn")));
        Assert.Equal((3, to.Id, "Ask for Grace at the desk"), (read.At("responsePromise").GetProperty("workingDays").GetInt32(), read.At("contacts")[0].At("team").Text("id"), read.At("contacts")[0].Text("how")));
        Assert.Equal((2, 2), (read.At("from").GetProperty("openPlaces").GetInt32(), read.At("to").GetProperty("openPlaces").GetInt32()));
        Assert.Contains("FRIENDSHIP_ACCEPTED", await host.ToldAsync("amina", friendship));
        Assert.DoesNotContain("FRIENDSHIP_ACCEPTED", await host.ToldAsync("grace", friendship));
    }

    [Fact]
    public async Task Who_agrees_on_nothing_else_gets_the_usual_terms()
    {
        var (from, to) = (await host.PublishAsync("amina", "Usual Asker"), await host.PublishAsync("grace", "Usual Friend"));
        var read = await host.FriendshipAsync("amina", await host.BefriendAsync("amina", from, "grace", to));
        Assert.Equal((5, "2026-12-23", 0), (read.At("responsePromise").GetProperty("workingDays").GetInt32(), read.Text("nextCheckIn"), read.At("contacts").GetArrayLength()));
        Assert.Contains("without giving a reason", read.Text("boundaries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_agreed_on_is_refused_by_its_field()
    {
        var friendship = await host.ProposeAsync("amina", await host.PublishAsync("amina", "Odd Terms"), await host.PublishAsync("grace", "Even Terms"));
        await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1, workingDays = 21 }, "NumberOutOfRange");
        await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1, boundaries = new string('x', 2_001) }, "TextTooLong");
        foreach (var nextCheckIn in new[] { "2026-11-11", "2027-11-12" })
        {
            var error = await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1, nextCheckIn }, "DayOutOfRange", "earliest latest");
            Assert.Equal(("2026-11-12", "2027-11-11"), (error.Text("earliest"), error.Text("latest")));
        }
        await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 2 }, "StaleVersion");
        await host.RefusedAsync("amina", "acceptFriendship", new { friendship = friendship.Id, version = 1 }, "NotAMember");
        Assert.Equal("PROPOSED", (await host.FriendshipAsync("grace", friendship)).Text("status"));
    }

    [Fact]
    public async Task A_full_team_accepts_nobody()
    {
        var asked = await host.PublishAsync("grace", "Two Places");
        await host.UpdateTeamAsync("grace", new { team = asked.Id, version = asked.Version, friendCapacity = 2 });
        var proposals = new List<Row>();
        for (var i = 0; i < 3; i++)
            proposals.Add(await host.ProposeAsync("amina", await host.PublishAsync("amina", $"One of Three {i}"), asked));
        await host.AcceptAsync("grace", proposals[0]);
        await host.AcceptAsync("grace", proposals[1]);
        var error = await host.RefusedAsync("grace", "acceptFriendship", new { friendship = proposals[2].Id, version = 1 }, "NoOpenPlace", "field capacity");
        Assert.Equal(("to", 2), (error.Text("field"), error.GetProperty("capacity").GetInt32()));
        await host.ChangeAsync("amina", "endFriendship", new { friendship = proposals[0].Id }, "friendship { id }");
        await host.AcceptAsync("grace", proposals[2]);
    }

    [Fact]
    public async Task A_proposer_that_has_fewer_places_since_is_not_accepted()
    {
        var (from, to) = (await host.PublishAsync("amina", "Fewer Places"), await host.PublishAsync("grace", "Too Late"));
        var friendship = await host.ProposeAsync("amina", from, to);
        await host.UpdateTeamAsync("amina", new { team = from.Id, version = from.Version, friendCapacity = 0 });
        Assert.Equal("from", (await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1 }, "NoOpenPlace", "field")).Text("field"));
    }

    [Fact]
    public async Task Why_a_team_declined_is_read_by_that_team_alone()
    {
        var (from, to) = (await host.PublishAsync("amina", "Turned Down"), await host.PublishAsync("grace", "Turning Down"));
        var friendship = await host.ProposeAsync("amina", from, to);
        var declined = (await host.DataAsync(Operations.Text("DeclineFriendship"), new { friendship = friendship.Id, version = 1, reason = "We are three people and two are on leave." }, "grace")).At("declineFriendship");
        Assert.Equal("DECLINED", declined.At("friendship").Text("status"));
        Assert.Equal("We are three people and two are on leave.", (await host.FriendshipAsync("grace", friendship)).Text("declineReason"));
        foreach (var persona in new[] { "amina", "administrator" })
        {
            var read = await host.FriendshipAsync(persona, friendship);
            Assert.Equal(("DECLINED", JsonValueKind.Null), (read.Text("status"), read.At("declineReason").ValueKind));
        }
        Assert.Equal(JsonValueKind.Null, (await host.FriendshipAsync("newcomer", friendship)).ValueKind);
        Assert.Contains("FRIENDSHIP_DECLINED", await host.ToldAsync("amina", friendship));
        Assert.DoesNotContain("Audit.After", await Remains.OfAsync(host.Data, "three people and two"));
    }

    [Fact]
    public async Task Either_ends_it_at_once_and_how_to_reach_each_other_is_nowhere_any_more()
    {
        var (from, to) = (await host.PublishAsync("amina", "Leaving Friend"), await host.PublishAsync("grace", "Left Friend"));
        var proposed = Row.Of((await host.ChangeAsync("amina", "proposeFriendship", new { from = from.Id, to = to.Id, contact = "the xylograph on the left" }, "friendship { id version }")).At("friendship"));
        var friendship = await host.AcceptAsync("grace", proposed);
        Assert.Equal("the xylograph on the left", (await host.FriendshipAsync("grace", friendship)).At("contacts")[0].Text("how"));
        Assert.Contains("FriendContacts.How", await Remains.OfAsync(host.Data, "xylograph"));
        var ended = (await host.DataAsync(Operations.Text("EndFriendship"), new { friendship = friendship.Id }, "grace")).At("endFriendship", "friendship");
        Assert.Equal("ENDED", ended.Text("status"));
        Assert.DoesNotContain(await Remains.OfAsync(host.Data, "xylograph"), place => place.Contains('.', StringComparison.Ordinal) && !place.StartsWith("equity.db", StringComparison.Ordinal));
        Assert.Equal((3, 3), (await host.OpenPlacesAsync(from), await host.OpenPlacesAsync(to)));
        Assert.Contains("FRIENDSHIP_ENDED", await host.ToldAsync("amina", friendship));
        await host.RefusedAsync("amina", "endFriendship", new { friendship = friendship.Id }, "NotInThatState");
    }

    [Fact]
    public async Task A_team_that_ends_its_work_lets_its_friends_go()
    {
        var (leaving, staying) = (await host.PublishAsync("amina", "Going Home"), await host.PublishAsync("grace", "Staying On"));
        var friendship = await host.BefriendAsync("amina", leaving, "grace", staying);
        await host.ChangeAsync("amina", "archiveTeam", new { team = leaving.Id, version = leaving.Version }, "team { id }");
        Assert.Equal("ENDED", (await host.FriendshipAsync("grace", friendship)).Text("status"));
        Assert.Equal(3, await host.OpenPlacesAsync(staying));
        Assert.Contains("FRIENDSHIP_ENDED", await host.ToldAsync("grace", friendship));
    }

    [Fact]
    public async Task Who_accepts_finds_the_other_worth_calling_unless_the_person_said_otherwise()
    {
        await host.BefriendAsync("amina", await host.PublishAsync("amina", "Learnt From"), "grace", await host.PublishAsync("grace", "Learning From"));
        var declined = await host.ProposeAsync("amina", await host.PublishAsync("amina", "Not Learnt From"), await host.PublishAsync("grace", "Not Learning"));
        await host.ChangeAsync("grace", "declineFriendship", new { friendship = declined.Id, version = 1 }, "friendship { id }");
        await using var db = await host.OpenAsync();
        var teams = await db.Ratings.IgnoreQueryFilters().Where(rating => rating.Person!.Subject == "grace").Select(rating => new { Team = rating.Team!.Key, Peer = rating.Peer!.Key, rating.Verdict }).ToListAsync();
        Assert.Contains(new { Team = "learning-from", Peer = "learnt-from", Verdict = Graph.Peers.Feedback.RecommendationVerdict.Useful }, teams);
        Assert.DoesNotContain(teams, rating => rating.Team == "not-learning");
    }

    [Fact]
    public async Task A_person_who_is_forgotten_takes_along_how_to_reach_the_person()
    {
        await using var own = new EquityHost();
        var (from, to) = (await own.PublishAsync("tom", "Forgetful"), await own.PublishAsync("grace", "Mindful"));
        var seat = (await own.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { members { id } } } }", new { id = from.Id }, "tom")).At("node", "members")[0].Text("id");
        await own.ChangeAsync("tom", "updateMember", new { member = seat, name = "Thelonius Quimby" }, "teamMember { id }");
        var friendship = Row.Of((await own.ChangeAsync("tom", "proposeFriendship", new { from = from.Id, to = to.Id, message = "Thelonius here.", contact = "the zither room" }, "friendship { id version }")).At("friendship"));
        await own.ChangeAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1, contact = "We ring Quimby ourselves" }, "friendship { id }");
        await own.ChangeAsync("tom", "forgetPerson", new { }, "rows");
        foreach (var word in new[] { "thelonius", "quimby", "zither" })
            Assert.Empty(await Remains.OfAsync(own.Data, word));
        Assert.Equal("We ring [somebody] ourselves", (await own.FriendshipAsync("grace", friendship)).At("contacts")[0].Text("how"));
    }
}
