using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning;

/// <summary>Something that a team has learnt. Nothing is too small or too unfinished to share.</summary>
internal sealed class ShareLearningInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What sort of learning it is.</summary>
    public required LearningKind Kind { get; init; }

    /// <summary>The learning in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The learning, told in full.</summary>
    public required string Body { get; init; }

    /// <summary>The id of the team's inequity that it belongs to.</summary>
    [Id]
    public string? Inequity { get; init; }
}

/// <summary>What is new about a piece of learning. What is left out stays; null clears.</summary>
internal sealed class UpdateLearningInput : MutationInput
{
    /// <summary>The learning's id.</summary>
    [Id]
    public required string Learning { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What sort of learning it is.</summary>
    public LearningKind? Kind { get; init; }

    /// <summary>The learning in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>The learning, told in full.</summary>
    public string? Body { get; init; }

    /// <summary>The id of the team's inequity that it belongs to.</summary>
    [Id]
    public string? Inequity { get; init; }
}

/// <summary>What changes the learning of a team.</summary>
internal sealed class LearningMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<ShareLearningInput, SharedLearning, LearningType>(
            "shareLearning", "Shares something that a team has learnt: its members do, leads and coaches of its programme, and administrators.", ShareAsync, [typeof(NotAMember), typeof(NotFound), typeof(TooMany), .. InputErrors.OfTexts]);
        type.Add<UpdateLearningInput, SharedLearning, LearningType>(
            "updateLearning", "Changes what your team says of something it has learnt.", UpdateAsync, [.. InputErrors.OfRows, .. InputErrors.OfTexts]);
        type.AddDeletion<SharedLearning, LearningType>("learning", TeamRules.MaxLearning);
    }

    private static async Task<SharedLearning?> ShareAsync(Change change, ShareLearningInput input)
    {
        if (await change.TeamThatLearntAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Learning.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxLearning)
            change.Refuse(new TooMany("learning", TeamRules.MaxLearning));
        var learning = new SharedLearning { TeamId = team.Id, Key = "", Kind = input.Kind, Title = "", Body = "", SharedAt = change.Now };
        Fill(change, input, learning, input.Title, input.Body);
        await BelongAsync(change, input, learning, input.Inequity);
        learning.Key = Key.From(learning.Title, keys.ToHashSet());
        change.Db.Add(learning);
        await change.TellMembersAsync(team, NotificationKind.LearningShared);
        return learning;
    }

    private static async Task<SharedLearning?> UpdateAsync(Change change, UpdateLearningInput input)
    {
        if (await change.WritableAsync<SharedLearning>(input.Learning, "learning") is not { } learning || !change.IsCurrent(learning, input.Version))
            return null;
        change.Choice(input, "kind", input.Kind, kind => learning.Kind = kind);
        Fill(change, input, learning, input.Title, input.Body);
        await BelongAsync(change, input, learning, input.Inequity);
        return learning;
    }

    private static void Fill(Change change, MutationInput input, SharedLearning learning, string? title, string? body)
    {
        change.Text(input, LearningRules.Title, title, text => learning.Title = text!);
        change.Text(input, LearningRules.Body, body, text => learning.Body = text!);
    }

    /// <summary>Learning belongs to an inequity of its own team.</summary>
    private static async Task BelongAsync(Change change, MutationInput input, SharedLearning learning, string? inequity)
    {
        if (!input.Gives("inequity"))
            return;
        learning.InequityId = inequity is null
            ? null
            : (await change.FindAsync(inequity, "inequity", change.Db.Inequities.Where(own => own.TeamId == learning.TeamId)))?.Id;
    }
}
