using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>Learning that helped you.</summary>
internal sealed class ThankForLearningInput : MutationInput
{
    /// <summary>The learning's id.</summary>
    [Id]
    public required string Learning { get; init; }
}

/// <summary>Learning for which you take back your thanks.</summary>
internal sealed class TakeBackThanksInput : MutationInput
{
    /// <summary>The learning's id.</summary>
    [Id]
    public required string Learning { get; init; }
}

/// <summary>The mutations thankForLearning and takeBackThanks. Both say how it is to be and do nothing when it is so: two clicks count once.</summary>
internal sealed class ThanksMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<ThankForLearningInput, SharedLearning, LearningType>(
            "thankForLearning", "Thanks another team for a piece of learning: once, however often you say it. Nobody is told who did.", ThankAsync, typeof(NotFound), typeof(OwnLearning));
        type.Add<TakeBackThanksInput, SharedLearning, LearningType>("takeBackThanks", "Takes back your thanks for a piece of learning, where you gave any.", TakeBackAsync, typeof(NotFound));
    }

    private static async Task<SharedLearning?> ThankAsync(Change change, ThankForLearningInput input)
    {
        if (await change.FindAsync<SharedLearning>(input.Learning, "learning") is not { } learning)
            return null;
        if (change.Viewer.IsMemberOf(learning.TeamId))
        {
            change.Refuse(new OwnLearning("learning"));
            return null;
        }
        if (await change.Db.Thanks.AnyAsync(thanks => thanks.LearningId == learning.Id, change.Cancel))
            return learning;
        change.Db.Add(new Thanks { LearningId = learning.Id, PersonId = change.Person, At = change.Now });
        await SpreadNews.TellOfThanksAsync(change, learning);
        return learning;
    }

    private static async Task<SharedLearning?> TakeBackAsync(Change change, TakeBackThanksInput input)
    {
        if (await change.FindAsync<SharedLearning>(input.Learning, "learning") is not { } learning)
            return null;
        change.Db.RemoveRange(await change.Db.Thanks.Where(thanks => thanks.LearningId == learning.Id).ToListAsync(change.Cancel));
        return learning;
    }
}
