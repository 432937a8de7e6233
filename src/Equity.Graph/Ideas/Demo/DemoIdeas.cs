using System.Globalization;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;

namespace Equity.Graph.Ideas.Demo;

/// <summary>A change idea of a team of the demo, and the title of the learning of the same team that it comes from, and the names of its measures that it is meant to show in.</summary>
internal sealed record DemoIdea(string Team, string Title, int Day, string? From, string Description, IReadOnlyList<DemoCycle> Cycles, IReadOnlyList<string>? Measures = null);

/// <summary>One turn of trying it.</summary>
internal sealed record DemoCycle(int Day, string Plan, string? Do, string? Study, string? Act, AdoptionOutcome? Decision);

/// <summary>The change ideas of the demo community.</summary>
internal static class DemoIdeas
{
    /// <summary>Adds them with their cycles; measures are there already.</summary>
    public static void Add(DemoScene scene, IReadOnlyList<DemoIdea> ideas)
    {
        foreach (var each in ideas)
        {
            var team = scene.Team(each.Team);
            var idea = new ChangeIdea { Team = team, Key = Key.From(each.Title), Title = each.Title, Description = each.Description, From = each.From is { } title ? scene.Learning(each.Team, title) : null, CreatedAt = scene.At(each.Day) };
            idea.Cycles.AddRange(each.Cycles.Select((cycle, i) => new PdsaCycle
            {
                Team = team,
                Key = string.Create(CultureInfo.InvariantCulture, $"{idea.Key}-cycle-{i + 1}"),
                Number = i + 1,
                Plan = cycle.Plan,
                Do = cycle.Do,
                Study = cycle.Study,
                Act = cycle.Act,
                Decision = cycle.Decision,
                StartedOn = scene.Today.AddDays(cycle.Day),
            }));
            idea.Measures.AddRange((each.Measures ?? []).Select(name => new IdeaMeasure { Measure = scene.Db.Measures.Local.First(measure => measure.Team == team && measure.Name == name) }));
            scene.Db.Add(idea);
        }
    }
}
