using Equity.Graph.Events.Panels;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;
using Equity.Graph.Teams;

namespace Equity.Graph.Events.Demo;

/// <summary>A question to the demo's panel, in the name of a team or without any, and how many people of the story vote for it.</summary>
internal sealed record DemoQuestion(string? By, int Day, int Votes, string Text, IReadOnlyList<DemoAnswer> Answers);

/// <summary>What was answered, and in which role.</summary>
internal sealed record DemoAnswer(TeamRole Role, int Day, string Text, bool Lasts);

/// <summary>The panel of the demo's gathering.</summary>
internal static class DemoPanel
{
    /// <summary>Adds the questions with their answers, and votes of people of the story.</summary>
    public static void Add(DemoScene scene, Event gathering, IReadOnlyList<DemoQuestion> panel)
    {
        var keys = new HashSet<string>();
        foreach (var (i, each) in panel.Index())
        {
            var voters = scene.People(each.Votes, i).ToList();
            var question = new PanelQuestion
            {
                Event = gathering,
                Key = Key.Free(Key.From($"{gathering.Key} question"), keys),
                Text = each.Text,
                AskedBy = each.By is null ? null : scene.Team(each.By),
                AskedAt = scene.At(each.Day),
                Votes = voters.Count,
            };
            scene.Db.Add(question);
            var answers = new HashSet<string>();
            scene.Db.AddRange(each.Answers.Select(said => new PanelAnswer { Question = question, Key = Key.Free("answer", answers), Text = said.Text, ByRole = said.Role, Lasts = said.Lasts, At = scene.At(said.Day) }));
            scene.Afterwards(() => voters.Select(voter => new PanelVote { PanelQuestionId = question.Id, PersonId = voter.Id }));
        }
    }
}
