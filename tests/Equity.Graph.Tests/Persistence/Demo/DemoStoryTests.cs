using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Resources;
using Equity.Graph.Rules;
using Equity.Graph.Screening;

namespace Equity.Graph.Tests.Persistence.Demo;

public class DemoStoryTests
{
    [Fact]
    public void What_the_story_says_could_be_stored_by_anybody()
    {
        var texts = Texts(DemoStory.Read()).Where(each => each.Text is not null).ToList();
        Assert.True(texts.Count > 80);
        foreach (var (rule, text) in texts)
            Assert.True(rule.Problem(text!) is null && (!rule.Screened || Screen.Find(text!).Count == 0), text);
    }

    private static IEnumerable<(TextRule Rule, string? Text)> Texts(DemoStory story) =>
    [
        .. story.Friendships.SelectMany(each => new (TextRule, string?)[] { (FriendshipRules.Message, each.Message), (FriendshipRules.Purpose, each.Purpose), (FriendshipRules.Contact, each.Contact?.How) }),
        .. story.Friendships.SelectMany(each => each.CheckIns ?? []).Select(said => (FriendshipRules.Note, said.Note)),
        .. new[] { story.Past, story.Coming }.SelectMany(each => new (TextRule, string?)[] { (EventRules.Name, each.Name), (EventRules.Description, each.Description), (EventRules.Place, each.Place) }),
        .. story.Cafe.Questions.Select(question => (EventRules.Question, (string?)question)),
        .. story.Harvest.SelectMany(note => new (TextRule, string?)[] { (HarvestRules.Title, note.Title), (HarvestRules.Text, note.Text) }),
        .. story.Panel.Select(question => (PanelRules.Question, (string?)question.Text)),
        .. story.Panel.SelectMany(question => question.Answers).Select(answer => (PanelRules.Answer, (string?)answer.Text)),
        .. new (TextRule, string?)[] { (ResourceRules.Title, story.Video.Title), (ResourceRules.Url, story.Video.Url), (ResourceRules.Transcript, story.Video.Transcript) },
        .. story.Adoptions.SelectMany(each => new (TextRule, string?)[] { (SpreadRules.Note, each.Note), (SpreadRules.WhatHappened, each.WhatHappened) }),
        .. story.Ideas.SelectMany(idea => new (TextRule, string?)[] { (IdeaRules.Title, idea.Title), (IdeaRules.Description, idea.Description) }),
        .. story.Measures.SelectMany(measure => new (TextRule, string?)[] { (MeasureRules.Name, measure.Name), (MeasureRules.Unit, measure.Unit) }),
        .. story.Measures.SelectMany(measure => measure.Strata ?? []).Select(group => (MeasureRules.Stratum, (string?)group.Name)),
        .. story.Ideas.SelectMany(idea => idea.Cycles).SelectMany(cycle => new (TextRule, string?)[] { (IdeaRules.Plan, cycle.Plan), (IdeaRules.Do, cycle.Do), (IdeaRules.Study, cycle.Study), (IdeaRules.Act, cycle.Act) }),
    ];
}
