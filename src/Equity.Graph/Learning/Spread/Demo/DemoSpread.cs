using Equity.Graph.Notifications;
using Equity.Graph.Persistence.Demo;

namespace Equity.Graph.Learning.Spread.Demo;

/// <summary>A team of the demo tries what another one has learnt. Learning is named by its title.</summary>
internal sealed record DemoAdoption(string Team, string Of, string Learning, int Day, string Note, AdoptionOutcome? Outcome, string? WhatHappened, string? LedTo);

/// <summary>How many people of the demo thanked a team for what it has learnt.</summary>
internal sealed record DemoThanks(string Of, string Learning, int Count, int Day);

/// <summary>How learning spreads in the demo community.</summary>
internal static class DemoSpread
{
    /// <summary>Adds adoptions and thanks of what the teams still say, and tells the teams that learnt it.</summary>
    public static void Add(DemoScene scene, IReadOnlyList<DemoAdoption> adoptions, IReadOnlyList<DemoThanks> thanks)
    {
        foreach (var each in adoptions)
        {
            if (scene.Learning(each.Of, each.Learning) is not { } learning)
                continue;
            var team = scene.Team(each.Team);
            var at = scene.At(each.Day);
            scene.Db.Add(new Adoption
            {
                Team = team,
                Key = "adoption",
                Learning = learning,
                Note = each.Note,
                Outcome = each.Outcome,
                WhatHappened = each.WhatHappened,
                LedTo = each.LedTo is { } title ? scene.Learning(each.Team, title) : null,
                AdoptedAt = at,
            });
            scene.Tell(learning.Team!, at, () => new Notification { Kind = NotificationKind.LearningAdopted, Learning = learning, TeamId = team.Id });
        }
        foreach (var (i, each) in thanks.Index())
        {
            if (scene.Learning(each.Of, each.Learning) is not { } learning)
                continue;
            var at = scene.At(each.Day);
            scene.Afterwards(() => scene.People(each.Count, i).Select(person => new Thanks { LearningId = learning.Id, PersonId = person.Id, At = at }));
            scene.Tell(learning.Team!, at, () => new Notification { Kind = NotificationKind.LearningThanked, Learning = learning, TeamId = learning.Team!.Id });
        }
    }
}
