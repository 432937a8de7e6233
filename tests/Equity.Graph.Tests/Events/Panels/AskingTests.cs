using System.Text.Json;
using Equity.Graph.Tests.Transport;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Events.Panels;

public class AskingTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_question_is_asked_in_the_name_of_a_team_and_read_by_everybody()
    {
        var gathering = await host.MeetAsync("Asked by Name");
        var team = await host.PublishAsync("amina", "Team That Asks");
        var question = await host.AskPanelAsync("amina", gathering, "  Who pays the bus? ", team);
        foreach (var persona in new[] { "grace", EquityHost.Visitor })
        {
            var read = await host.QuestionAsync(persona, question);
            Assert.Equal(("Who pays the bus?", 0, team.Key, "2026-11-11T09:00:00Z"), (read.Text("text"), read.At("votes").GetInt32(), read.At("askedBy").Text("key"), read.Text("askedAt")));
        }
        Assert.Equal(("person", team.Key), await ByAsync(question));
    }

    [Fact]
    public async Task Of_a_question_without_a_name_nobody_keeps_who_asked()
    {
        var gathering = await host.MeetAsync("Asked by Nobody");
        var question = await host.AskPanelAsync("grace", gathering, "What if our leaders do not care?");
        Assert.Equal(JsonValueKind.Null, (await host.QuestionAsync("administrator", question)).At("askedBy").ValueKind);
        Assert.Equal(("unnamed", null), await ByAsync(question));
        await using var db = await host.OpenAsync();
        var id = Graph.Execution.NodeId.Parse(question.Id).Id;
        Assert.Equal(0, await db.Audit.CountAsync(entry => entry.Key == db.PanelQuestions.Single(each => each.Id == id).Key && entry.PersonId != null));
        Assert.Equal(0, await db.PanelVotes.IgnoreQueryFilters().CountAsync(vote => vote.PanelQuestionId == id));
        Assert.Equal(0, await db.Notifications.IgnoreQueryFilters().CountAsync(one => one.PanelQuestionId == id));
    }

    [Fact]
    public async Task Each_person_has_one_vote_for_a_question_and_can_take_it_back()
    {
        var gathering = await host.MeetAsync("Voted");
        var question = await host.AskPanelAsync("amina", gathering, "How long does it take?");
        Assert.Equal(1, await host.VotesAsync("amina", question));
        Assert.Equal(1, await host.VotesAsync("amina", question));
        Assert.Equal(2, await host.VotesAsync("newcomer", question));
        Assert.True((await host.QuestionAsync("amina", question)).At("votedByMe").GetBoolean());
        Assert.False((await host.QuestionAsync("administrator", question)).At("votedByMe").GetBoolean());
        Assert.False((await host.QuestionAsync(EquityHost.Visitor, question)).At("votedByMe").GetBoolean());
        Assert.Equal(1, await host.VotesAsync("amina", question, "takeBackVote"));
        Assert.Equal(1, await host.VotesAsync("amina", question, "takeBackVote"));
        Assert.Equal(question.Version, (await host.QuestionAsync("amina", question)).At("version").GetInt32());
    }

    [Fact]
    public async Task Two_clicks_at_once_are_one_vote()
    {
        var question = await host.AskPanelAsync("amina", await host.MeetAsync("Clicked Twice"), "Is once enough?");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.VotesAsync(i % 2 == 0 ? "grace" : "tom", question)));
        Assert.Equal(2, (await host.QuestionAsync("grace", question)).At("votes").GetInt32());
    }

    [Fact]
    public async Task Questions_come_by_votes_and_can_be_filtered()
    {
        var gathering = await host.MeetAsync("Ordered");
        var (first, second, third) = (await host.AskPanelAsync("amina", gathering, "First?"), await host.AskPanelAsync("amina", gathering, "Second?"), await host.AskPanelAsync("amina", gathering, "Third?"));
        await host.VotesAsync("grace", third);
        await host.VotesAsync("tom", third);
        await host.VotesAsync("tom", second);
        var panel = await host.PanelAsync(EquityHost.Visitor, gathering, "open questions(first: 2) { totalCount nodes { id } } found: questions(where: { text: { contains: \"FIRST\" } }) { nodes { id } }");
        Assert.Equal((3, third.Id, second.Id), (panel.At("questions", "totalCount").GetInt32(), panel.Nodes("questions")[0].Text("id"), panel.Nodes("questions")[1].Text("id")));
        Assert.Equal(first.Id, Assert.Single(panel.Nodes("found")).Text("id"));
        Assert.True(panel.At("open").GetBoolean());
    }

    [Fact]
    public async Task What_asks_much_the_same_is_shown_while_somebody_types()
    {
        var gathering = await host.MeetAsync("Typed");
        var question = await host.AskPanelAsync("amina", gathering, "How do we pay service users for their time?");
        await host.AskPanelAsync("amina", gathering, "Where do we start when our ethnicity data are poor?");
        var elsewhere = await host.MeetAsync("Typed Elsewhere");
        await host.AskPanelAsync("amina", elsewhere, "How should service users be paid?");
        var similar = (await host.PanelAsync("grace", gathering, "similar(text: \"How should service users be paid for the time they give?\") { question { id } likeness }")).At("similar");
        var only = Assert.Single(similar.EnumerateArray());
        Assert.Equal(question.Id, only.At("question").Text("id"));
        Assert.InRange(only.At("likeness").GetDouble(), 0.6, 1);
        Assert.Empty((await host.PanelAsync("grace", gathering, "similar(text: \"  \") { likeness }")).At("similar").EnumerateArray());
        var vectors = await Forgetting.Remains.VectorsAsync(host.Data);
        Assert.Contains(Matching.ContentHash.Of("How do we pay service users for their time?").ToString(), vectors);
        Assert.DoesNotContain(Matching.ContentHash.Of("How should service users be paid for the time they give?").ToString(), vectors);
    }

    [Fact]
    public async Task What_is_typed_is_no_longer_than_a_question()
    {
        var gathering = await host.MeetAsync("Typed at Length");
        var (code, message) = await host.ErrorAsync("query($id: ID!, $text: String!) { node(id: $id) { ... on Event { panel { similar(text: $text) { likeness } } } } }", new { id = gathering, text = new string('x', 301) });
        Assert.Contains("300", message, StringComparison.Ordinal);
        Assert.NotEmpty(code);
    }

    [Fact]
    public async Task After_the_event_nothing_is_asked_or_voted_and_all_is_read()
    {
        await using var own = new EquityHost();
        var gathering = await own.MeetAsync("Over");
        var question = await own.AskPanelAsync("amina", gathering, "In time?");
        own.Clock.Advance(TimeSpan.FromDays(22) + TimeSpan.FromHours(1));
        Assert.Equal("2026-12-03T10:00:00Z", (await own.RefusedAsync("amina", "askPanel", new { @event = gathering, text = "Too late?" }, "PanelIsOver", "overAt")).Text("overAt"));
        await own.RefusedAsync("amina", "voteForQuestion", new { question = question.Id }, "PanelIsOver");
        var panel = await own.PanelAsync(EquityHost.Visitor, gathering);
        Assert.False(panel.At("open").GetBoolean());
        Assert.Single(panel.Nodes("questions"));
    }

    [Fact]
    public async Task A_person_asks_ten_questions_of_a_panel_and_no_more()
    {
        var gathering = await host.MeetAsync("Asked Much");
        for (var i = 0; i < 10; i++)
            await host.AskPanelAsync("grace", gathering, $"And {i}?");
        var refused = await host.RefusedAsync("grace", "askPanel", new { @event = gathering, text = "And more?" }, "TooManyQuestions", "limit yours");
        Assert.Equal((10, true), (refused.At("limit").GetInt32(), refused.At("yours").GetBoolean()));
        await host.AskPanelAsync("amina", gathering, "May I?");
    }

    [Fact]
    public async Task A_question_is_screened_and_asked_in_the_name_of_ones_own_team_alone()
    {
        var gathering = await host.MeetAsync("Screened");
        Assert.Equal("text", (await host.RefusedAsync("grace", "askPanel", new { @event = gathering, text = "Call me on 020 7946 0000?" }, "ContainsPersonalDetails", "field")).Text("field"));
        var team = await host.PublishAsync("amina", "Not in Your Name");
        await host.RefusedAsync("grace", "askPanel", new { @event = gathering, text = "Whose?", team = team.Id }, "NotAMember");
        await host.RefusedAsync("grace", "askPanel", new { @event = team.Id, text = "Where?" }, "NotFound");
    }

    [Fact]
    public async Task Who_listens_is_told_of_each_question_to_that_event()
    {
        var (gathering, other) = (await host.MeetAsync("Listened To"), await host.MeetAsync("Not Listened To"));
        using var events = await EventClient.OpenAsync(host, $"subscription {{ questionAsked(event: \"{gathering}\") {{ text askedBy {{ key }} }} }}");
        await host.AskPanelAsync("amina", other, "Elsewhere?");
        await host.AskPanelAsync("amina", gathering, "Here?");
        Assert.Equal("Here?", (await events.NextAsync()).Data.At("data", "questionAsked").Text("text"));
    }

    /// <summary>Who, as the audit of the programme says, made the question, and for which team.</summary>
    private async Task<(string By, string? Team)> ByAsync(Row question)
    {
        var gathering = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on PanelQuestion { event { key } } } }", new { id = question.Id })).At("node", "event").Text("key");
        var made = Assert.Single((await host.DataAsync("query($key: String!) { audit(where: { key: { eq: $key } }) { nodes { by kind action team { key } } } }", new { key = $"{gathering}-question" }, "lead")).Nodes("audit"));
        Assert.Equal(("PanelQuestion", "CREATED"), (made.Text("kind"), made.Text("action")));
        return (made.Text("by").Split(' ')[0], made.At("team").ValueKind == JsonValueKind.Null ? null : made.At("team").Text("key"));
    }
}
