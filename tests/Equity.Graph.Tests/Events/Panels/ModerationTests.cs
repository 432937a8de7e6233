using System.Text.Json;

namespace Equity.Graph.Tests.Events.Panels;

public class ModerationTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_merged_question_stands_behind_another_and_of_each_person_one_vote_goes_over()
    {
        var gathering = await host.MeetAsync("Merged");
        var (kept, like, alike) = (await host.AskPanelAsync("amina", gathering, "How do we pay people?"), await host.AskPanelAsync("grace", gathering, "How should people be paid?"), await host.AskPanelAsync("tom", gathering, "Paying people: how?"));
        foreach (var (persona, question) in new[] { ("amina", kept), ("amina", like), ("grace", like), ("grace", alike), ("tom", alike) })
            await host.VotesAsync(persona, question);
        await AnswerAsync(like, "With vouchers.");
        var merged = (await host.ChangeAsync("lead", "mergeQuestions", new { question = kept.Id, duplicates = new[] { like.Id, alike.Id } }, $"panelQuestion {{ {Asked.Whole} }}")).At("panelQuestion");
        Assert.Equal(3, merged.At("votes").GetInt32());
        Assert.Equal([like.Id, alike.Id], merged.At("merged").EnumerateArray().Select(each => each.Text("id")));
        Assert.Equal("With vouchers.", Assert.Single(merged.At("answers").EnumerateArray()).Text("text"));
        Assert.Equal(kept.Id, Assert.Single((await host.PanelAsync("grace", gathering)).Nodes("questions")).Text("id"));
        // The others stay to be read, and a vote for one of them counts for the one that stands for them.
        Assert.Equal(kept.Id, (await host.QuestionAsync(EquityHost.Visitor, like)).At("mergedInto").Text("id"));
        Assert.Equal(4, await host.VotesAsync("newcomer", like));
        Assert.True((await host.QuestionAsync("newcomer", kept)).At("votedByMe").GetBoolean());
    }

    [Fact]
    public async Task What_was_merged_follows_when_its_question_is_merged_too()
    {
        var gathering = await host.MeetAsync("Merged Twice");
        var (first, second, third) = (await host.AskPanelAsync("amina", gathering, "One?"), await host.AskPanelAsync("amina", gathering, "Two?"), await host.AskPanelAsync("amina", gathering, "Three?"));
        await MergeAsync(second, third);
        await MergeAsync(first, second);
        Assert.Equal(2, (await host.QuestionAsync("lead", first)).At("merged").GetArrayLength());
        Assert.Equal("duplicates", (await host.RefusedAsync("lead", "mergeQuestions", new { question = first.Id, duplicates = new[] { third.Id } }, "CannotBeMerged", "field")).Text("field"));
        Assert.Equal("question", (await host.RefusedAsync("lead", "mergeQuestions", new { question = third.Id, duplicates = new[] { first.Id } }, "CannotBeMerged", "field")).Text("field"));
        await host.RefusedAsync("lead", "mergeQuestions", new { question = first.Id, duplicates = new[] { first.Id } }, "CannotBeMerged");
        var elsewhere = await host.AskPanelAsync("amina", await host.MeetAsync("Merged Elsewhere"), "Here?");
        await host.RefusedAsync("lead", "mergeQuestions", new { question = first.Id, duplicates = new[] { elsewhere.Id } }, "CannotBeMerged");
        await host.RefusedAsync("lead", "mergeQuestions", new { question = first.Id, duplicates = new[] { gathering } }, "NotFound");
    }

    [Fact]
    public async Task An_answer_tells_the_role_and_the_team_that_asked_is_told_once()
    {
        var gathering = await host.MeetAsync("Answered");
        var (asks, alsoAsks) = (await host.PublishAsync("amina", "Asks and Waits"), await host.PublishAsync("grace", "Asks the Same"));
        var (question, same) = (await host.AskPanelAsync("amina", gathering, "Who decides?", asks), await host.AskPanelAsync("grace", gathering, "Who is to decide?", alsoAsks));
        await MergeAsync(question, same);
        await AnswerAsync(question, "You do, together.", "SERVICE_USER");
        await AnswerAsync(same, "And early.");
        var read = await host.QuestionAsync(EquityHost.Visitor, question);
        Assert.Equal(["You do, together.", "And early."], read.At("answers").EnumerateArray().Select(answer => answer.Text("text")));
        Assert.Equal(("SERVICE_USER", false), (read.At("answers")[0].Text("byRole"), read.At("answers")[0].At("lasts").GetBoolean()));
        foreach (var (persona, name) in new[] { ("amina", "Asks and Waits"), ("grace", "Asks the Same") })
        {
            var told = Assert.Single(await ToldAsync(persona, question));
            Assert.Equal(("QUESTION_ANSWERED", $"“Answered” has an answer to the question that “{name}” asked its panel."), (told.Text("kind"), told.Text("text")));
        }
    }

    [Fact]
    public async Task Advice_that_lasts_becomes_the_learning_of_the_team_that_gave_it_which_may_take_it_back()
    {
        var advises = await host.PublishAsync("grace", "Advises Well");
        var gathering = await host.MeetAsync("Advised", ("grace", advises));
        var question = await host.AskPanelAsync("amina", gathering, "Where do we begin?");
        var answered = (await host.ChangeAsync("lead", "answerQuestion", new { question = question.Id, text = "Begin with what you know.", byRole = "CLINICIAN", team = advises.Id, lasts = true }, $"panelQuestion {{ {Asked.Whole} }}")).At("panelQuestion");
        var learning = answered.At("answers")[0].At("learning");
        Assert.Equal(("ADVICE", "Where do we begin?", "Begin with what you know.", advises.Key, gathering),
            (learning.Text("kind"), learning.Text("title"), learning.Text("body"), learning.At("team").Text("key"), learning.At("heardAtEvent").Text("id")));
        Assert.Equal(["Begin with what you know."], (await host.PanelAsync(EquityHost.Visitor, gathering)).At("advice").EnumerateArray().Select(each => each.GetString()));
        var harvest = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { harvest { nodes { id } } } } }", new { id = gathering })).At("node");
        Assert.Equal(learning.Text("id"), Assert.Single(harvest.Nodes("harvest")).Text("id"));
        Assert.Contains((await host.DataAsync("{ viewer { notifications(first: 100) { kind about { id } } } }", null, "grace")).At("viewer", "notifications").EnumerateArray(), one => one.Text("kind") == "LEARNING_HEARD" && one.At("about").Text("id") == gathering);
        await host.ChangeAsync("grace", "deleteLearning", new { id = learning.Text("id"), version = 1 }, "__typename");
        Assert.Equal(JsonValueKind.Null, (await host.QuestionAsync("amina", question)).At("answers")[0].At("learning").ValueKind);
    }

    [Fact]
    public async Task Advice_of_a_guest_is_kept_by_the_team_that_asked_and_else_by_the_panel_alone()
    {
        var asks = await host.PublishAsync("amina", "Asks a Guest");
        var gathering = await host.MeetAsync("Guest");
        var (named, unnamed) = (await host.AskPanelAsync("amina", gathering, "How do you listen?", asks), await host.AskPanelAsync("amina", gathering, "How do you rest?"));
        var kept = (await host.ChangeAsync("lead", "answerQuestion", new { question = named.Id, text = "Slowly.", byRole = "OTHER", lasts = true, title = "Listening" }, "panelQuestion { answers { learning { title team { key } } } }")).At("panelQuestion", "answers")[0];
        Assert.Equal(("Listening", asks.Key), (kept.At("learning").Text("title"), kept.At("learning", "team").Text("key")));
        var alone = (await host.ChangeAsync("lead", "answerQuestion", new { question = unnamed.Id, text = "Seldom.", byRole = "OTHER", lasts = true }, "panelQuestion { answers { lasts learning { id } } }")).At("panelQuestion", "answers")[0];
        Assert.Equal(JsonValueKind.Null, alone.At("learning").ValueKind);
        Assert.Equal(["Slowly.", "Seldom."], (await host.PanelAsync("grace", gathering)).At("advice").EnumerateArray().Select(each => each.GetString()));
        // A team that has nothing to do with it is given nothing.
        var stranger = await host.PublishAsync("grace", "Never There");
        await host.RefusedAsync("lead", "answerQuestion", new { question = unnamed.Id, text = "No.", byRole = "OTHER", lasts = true, team = stranger.Id }, "NotAtTheEvent");
    }

    [Fact]
    public async Task Those_who_run_the_event_moderate_and_nobody_else()
    {
        var asks = await host.PublishAsync("amina", "Moderated");
        var gathering = await host.MeetAsync("Who Moderates");
        var (question, other) = (await host.AskPanelAsync("amina", gathering, "Mine?", asks), await host.AskPanelAsync("amina", gathering, "Nobody's?"));
        foreach (var persona in new[] { "amina", "analyst" })
        {
            await host.RefusedAsync(persona, "mergeQuestions", new { question = question.Id, duplicates = new[] { other.Id } }, "NotAnOrganiser");
            await host.RefusedAsync(persona, "answerQuestion", new { question = question.Id, text = "Yes.", byRole = "OTHER" }, "NotAnOrganiser");
            await host.RefusedAsync(persona, "removeQuestion", new { question = other.Id, version = 1 }, "NotAnOrganiser");
        }
        Assert.Equal("text", (await host.RefusedAsync("coach", "answerQuestion", new { question = question.Id, text = "Write to a@example.org", byRole = "OTHER" }, "ContainsPersonalDetails", "field")).Text("field"));
        await host.RefusedAsync("coach", "removeQuestion", new { question = other.Id, version = 7 }, "StaleVersion");
        await host.ChangeAsync("coach", "removeQuestion", new { question = other.Id, version = 1 }, "event { id }");
        await host.RefusedAsync("grace", "removeQuestion", new { question = question.Id, version = 1 }, "NotAnOrganiser");
        await host.ChangeAsync("amina", "removeQuestion", new { question = question.Id, version = 1 }, "event { id }");
        Assert.Empty((await host.PanelAsync("lead", gathering)).Nodes("questions"));
    }

    [Fact]
    public async Task The_statements_that_a_panel_takes_do_not_grow_with_its_questions()
    {
        var team = await host.PublishAsync("amina", "Counted");
        var gathering = await host.MeetAsync("Counted", ("amina", team));
        for (var i = 0; i < 8; i++)
            await AnswerAsync(await host.AskPanelAsync("amina", gathering, $"Number {i}?", team), "Yes.");
        Assert.Equal(await StatementsAsync(2), await StatementsAsync(8));

        // What follows changes in the background reads as well, now and then: the fewest are the panel's own.
        async Task<int> StatementsAsync(int size)
        {
            var fewest = int.MaxValue;
            for (var i = 0; i < 4; i++)
            {
                host.Statements.Take();
                await host.PanelAsync("grace", gathering, $"advice questions(first: {size}) {{ totalCount nodes {{ {Asked.Whole} }} }}");
                fewest = Math.Min(fewest, host.Statements.Take().Count);
            }
            return fewest;
        }
    }

    private Task<JsonElement> MergeAsync(Row question, Row duplicate) => host.ChangeAsync("lead", "mergeQuestions", new { question = question.Id, duplicates = new[] { duplicate.Id } }, "__typename");

    private Task<JsonElement> AnswerAsync(Row question, string text, string byRole = "OTHER") => host.ChangeAsync("lead", "answerQuestion", new { question = question.Id, text, byRole }, "__typename");

    private async Task<List<JsonElement>> ToldAsync(string persona, Row about) =>
        [.. (await host.DataAsync("{ viewer { notifications(first: 100) { kind text about { id } } } }", null, persona)).At("viewer", "notifications").EnumerateArray()
            .Where(one => one.At("about").ValueKind != JsonValueKind.Null && one.At("about").Text("id") == about.Id)];
}
