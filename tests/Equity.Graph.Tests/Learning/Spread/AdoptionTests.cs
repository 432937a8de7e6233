using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Friendships;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Learning.Spread;

public class AdoptionTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Learning { timesAdopted adoptions { team { name } note outcome whatHappened ledTo { title } adoptedAt } } } }";

    [Fact]
    public async Task A_team_tries_what_another_learnt_says_what_became_of_it_and_the_other_is_told()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Authors"), "Evening slots");
        var team = await host.PublishAsync("grace", "Triers");
        var adopted = (await host.DataAsync(Operations.Text("AdoptLearning"), new { team = team.Id, learning = learning.Id, note = "With a bus ticket." }, "grace")).At("adoptLearning", "adoption");
        Assert.Equal(("Evening slots", "Authors", 1), (adopted.At("learning").Text("title"), adopted.At("learning", "team").Text("name"), adopted.At("version").GetInt32()));
        Assert.Equal(["LEARNING_ADOPTED"], await host.ToldAsync("amina", learning));
        Assert.Empty(await host.ToldAsync("grace", learning));
        var own = await host.LearnAsync("grace", team, "Morning slots");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var said = (await host.DataAsync(Operations.Text("RecordAdoptionOutcome"), new { adoption = adopted.Text("id"), version = 1, outcome = "ADAPTED", whatHappened = "Mornings suit us.", ledTo = own.Id }, "grace")).At("recordAdoptionOutcome");
        Assert.Equal(2, said.At("adoption", "version").GetInt32());
        Assert.Equal(["ADOPTION_REPORTED", "LEARNING_ADOPTED"], await host.ToldAsync("amina", learning));
        Assert.Equal(
            """{"timesAdopted":1,"adoptions":[{"team":{"name":"Triers"},"note":"With a bus ticket.","outcome":"ADAPTED","whatHappened":"Mornings suit us.","ledTo":{"title":"Morning slots"},"adoptedAt":"2026-11-11T09:00:00Z"}]}""",
            (await host.DataAsync(Read, new { id = learning.Id }, EquityHost.Visitor)).At("node").GetRawText());
        Assert.Equal(1, (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { adoptions(where: { outcome: { eq: ADAPTED }, learning: { team: { name: { eq: \"Authors\" } } } }) { totalCount } } } }", new { id = team.Id })).At("node", "adoptions", "totalCount").GetInt32());
    }

    [Fact]
    public async Task Words_that_are_put_right_are_no_news()
    {
        var learning = await LearnAsync("Put Right");
        var adoption = await host.AdoptAsync("grace", await host.PublishAsync("grace", "Puts Right"), learning);
        foreach (var (i, whatHappened) in ((string[])["More cmae.", "More came."]).Index())
            await host.ChangeAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = i + 1, outcome = "ADOPTED", whatHappened }, "__typename");
        Assert.Equal(["ADOPTION_REPORTED", "LEARNING_ADOPTED"], await host.ToldAsync("amina", learning));
    }

    [Fact]
    public async Task A_team_tries_a_thing_once()
    {
        var learning = await LearnAsync("Once");
        var team = await host.PublishAsync("grace", "Tries Once");
        var adoption = await host.AdoptAsync("grace", team, learning);
        Assert.Equal(adoption.Id, (await host.RefusedAsync("grace", "adoptLearning", new { team = team.Id, learning = learning.Id }, "AlreadyAdopted", "field adoption")).Text("adoption"));
    }

    [Fact]
    public async Task A_team_does_not_try_its_own_learning()
    {
        var team = await host.PublishAsync("grace", "Tries Itself");
        var learning = await host.LearnAsync("grace", team, "Ours");
        Assert.Equal("learning", (await host.RefusedAsync("grace", "adoptLearning", new { team = team.Id, learning = learning.Id }, "OwnLearning", "field")).Text("field"));
    }

    [Fact]
    public async Task Ten_adoptions_at_once_are_one()
    {
        var learning = await LearnAsync("At Once");
        var team = await host.PublishAsync("grace", "Tries at Once");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.DataAsync(
            "mutation($team: ID!, $learning: ID!) { adoptLearning(input: { team: $team, learning: $learning }) { errors { __typename } } }", new { team = team.Id, learning = learning.Id }, "grace"))));
        Assert.Single(answers, answer => answer.At("adoptLearning", "errors").ValueKind == JsonValueKind.Null);
        Assert.Equal(1, (await host.DataAsync(Read, new { id = learning.Id })).At("node", "timesAdopted").GetInt32());
    }

    [Fact]
    public async Task What_was_deleted_is_taken_up_anew_as_if_nothing_had_been_said()
    {
        var learning = await LearnAsync("Dropped");
        var team = await host.PublishAsync("grace", "Drops and Takes Up");
        var adoption = await host.AdoptAsync("grace", team, learning, "First.");
        await host.ChangeAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = 1, outcome = "ABANDONED", whatHappened = "Nobody came." }, "__typename");
        await host.ChangeAsync("grace", "deleteAdoption", new { id = adoption.Id, version = 2 }, "__typename");
        Assert.Equal(0, (await host.DataAsync(Read, new { id = learning.Id })).At("node", "timesAdopted").GetInt32());
        Assert.Equal(adoption.Id, (await host.AdoptAsync("grace", team, learning, "Second.")).Id);
        Assert.Equal("""{"note":"Second.","outcome":null,"whatHappened":null}""", (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Adoption { note outcome whatHappened } } }", new { id = adoption.Id })).At("node").GetRawText());
        await host.RefusedAsync("grace", "restoreAdoption", new { id = adoption.Id }, "NotFound");
    }

    [Fact]
    public async Task A_stale_version_overwrites_nothing()
    {
        var team = await host.PublishAsync("grace", "Stale Tries");
        var adoption = await host.AdoptAsync("grace", team, await LearnAsync("Stale"));
        await host.ChangeAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = 1, outcome = "ADOPTED" }, "__typename");
        Assert.Equal(2, (await host.RefusedAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = 1, outcome = "ABANDONED" }, "StaleVersion", "current")).At("current").GetInt32());
    }

    [Fact]
    public async Task What_came_out_of_it_is_the_own_teams_learning()
    {
        var adoption = await host.AdoptAsync("grace", await host.PublishAsync("grace", "Claims"), await LearnAsync("Claimed"));
        Assert.Equal("ledTo", (await host.RefusedAsync("grace", "recordAdoptionOutcome", new { adoption = adoption.Id, version = 1, outcome = "ADOPTED", ledTo = (await LearnAsync("Foreign")).Id }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task A_draft_that_tries_something_is_told_of_and_counted_for_nobody_else()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Tried by a Draft"), "Quiet");
        await host.AdoptAsync("grace", await host.RegisterAsync("grace", "Draft That Tries"), learning);
        Assert.Empty(await host.ToldAsync("amina", learning));
        Assert.Equal("""{"timesAdopted":0,"adoptions":[]}""", (await host.DataAsync(Read, new { id = learning.Id }, "amina")).At("node").GetRawText());
        Assert.Equal(1, (await host.DataAsync(Read, new { id = learning.Id }, "grace")).At("node", "timesAdopted").GetInt32());
    }

    [Fact]
    public async Task What_hangs_on_learning_that_is_gone_for_good_goes_with_it()
    {
        await using var own = new EquityHost();
        var team = await own.PublishAsync("amina", "Gone for Good");
        var learning = await own.LearnAsync("amina", team, "Going");
        var adoption = await own.AdoptAsync("grace", await own.PublishAsync("grace", "Left Behind"), learning);
        var idea = (await own.ChangeAsync("grace", "recordChangeIdea", new { team = (await own.PublishAsync("grace", "Keeps the Idea")).Id, title = "Still ours", from = learning.Id }, "changeIdea { id }")).At("changeIdea").Text("id");
        await own.ChangeAsync("tom", "thankForLearning", new { learning = learning.Id }, "__typename");
        await own.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "__typename");
        Assert.Null(await own.NodeAsync("grace", adoption));
        own.Clock.Advance(Deletion.Kept);
        await own.Background<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal("""{"title":"Still ours","from":null}""", (await own.DataAsync("query($id: ID!) { node(id: $id) { ... on ChangeIdea { title from { id } } } }", new { id = idea })).At("node").GetRawText());
    }

    [Fact]
    public async Task A_list_of_adoptions_is_cut_newest_first()
    {
        var learning = await LearnAsync("Popular");
        foreach (var name in (string[])["Early", "Later", "Latest"])
        {
            await host.AdoptAsync("grace", await host.PublishAsync("grace", $"{name} Adopters"), learning);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var names = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Learning { adoptions(first: 2) { team { name } } } } }", new { id = learning.Id })).At("node", "adoptions").EnumerateArray().Select(each => each.At("team").Text("name"));
        Assert.Equal(["Latest Adopters", "Later Adopters"], names);
    }

    [Fact]
    public async Task The_name_of_a_forgotten_person_goes_from_what_the_team_said()
    {
        await using var own = new EquityHost();
        var team = Row.Of((await own.ChangeAsync("newcomer", "registerTeam", new { name = "Say Names", service = "S", myRole = "CARER", myName = "Zebedee Quartermaine" }, "team { id key version }")).At("team"));
        var adoption = await own.AdoptAsync("newcomer", team, await own.LearnAsync("amina", await own.PublishAsync("amina", "Names Others"), "Named"), "Zebedee Quartermaine asked for it.");
        await own.ChangeAsync("newcomer", "recordAdoptionOutcome", new { adoption = adoption.Id, version = 1, outcome = "ADOPTED", whatHappened = "Quartermaine was right." }, "__typename");
        var idea = await own.IdeaAsync("newcomer", team, "Ask Quartermaine");
        await own.ChangeAsync("newcomer", "recordPdsaCycle", new { changeIdea = idea.Id, plan = "Zebedee rings.", act = "Zebedee rings again." }, "__typename");
        await own.ChangeAsync("newcomer", "forgetPerson", new { }, "rows");
        foreach (var word in (string[])["quartermaine", "zebedee"])
            Assert.Empty(await Forgetting.Remains.OfAsync(own.Data, word));
    }

    private async Task<Row> LearnAsync(string title) => await host.LearnAsync("amina", await host.PublishAsync("amina", $"Learnt {title}"), title);
}
