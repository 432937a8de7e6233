using Equity.Graph.Tests.Events.Harvest;
using Equity.Graph.Tests.Forgetting;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Events.Panels;

public class ForgottenAskerTests
{
    [Fact]
    public async Task Of_a_person_who_is_forgotten_the_votes_stay_and_nothing_else()
    {
        await using var host = new EquityHost();
        var team = Row.Of((await host.ChangeAsync("newcomer", "registerTeam", new { name = "Asks and Goes", service = "S", myRole = "CARER", myName = "Ottoline Vandermeer" }, "team { id key version }")).At("team"));
        await host.ChangeAsync("newcomer", "publishTeam", new { team = team.Id, version = 1 }, "__typename");
        var gathering = await host.MeetAsync("Before Going", ("newcomer", team));
        await host.SeatAsync(gathering, [team]);
        var (named, unnamed) = (await host.AskPanelAsync("newcomer", gathering, "Who follows Ottoline?", team), await host.AskPanelAsync("newcomer", gathering, "What would Ottoline Vandermeer say?"));
        await host.HearAsync("newcomer", gathering, team, "Ottoline told us so.");
        await host.ChangeAsync("lead", "answerQuestion", new { question = named.Id, text = "Ask Ottoline Vandermeer.", byRole = "CARER", team = team.Id }, "__typename");
        await host.VotesAsync("newcomer", named);
        await host.VotesAsync("amina", named);
        Assert.NotEmpty(await Remains.OfAsync(host.Data, "vandermeer"));

        await host.ChangeAsync("administrator", "forgetPerson", new { person = "newcomer" }, "rows");
        Assert.Empty(await Remains.OfAsync(host.Data, "vandermeer"));
        Assert.Empty(await Remains.OfAsync(host.Data, "ottoline"));
        Assert.Equal(("Who follows [somebody]?", 2), ((await host.QuestionAsync("amina", named)).Text("text"), (await host.QuestionAsync("amina", named)).At("votes").GetInt32()));
        Assert.Equal("What would [somebody] say?", (await host.QuestionAsync("amina", unnamed)).Text("text"));
        Assert.Equal(1, await host.VotesAsync("amina", named, "takeBackVote"));
        await using var db = await host.OpenAsync();
        Assert.Equal(1, await db.PanelVotes.IgnoreQueryFilters().CountAsync(vote => vote.PersonId == null));
        // Whoever signs in again may vote again: nobody knows that it is the same person.
        Assert.Equal(2, await host.VotesAsync("newcomer", named));
    }
}
