using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>Learning that is put forward for everybody to read, or is no longer.</summary>
internal sealed class FeatureLearningInput : MutationInput
{
    /// <summary>The learning's id.</summary>
    [Id]
    public required string Learning { get; init; }

    /// <summary>Whether it is to be put forward.</summary>
    public required bool Featured { get; init; }
}

/// <summary>The mutation featureLearning.</summary>
internal sealed class FeaturingMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type) => type.Add<FeatureLearningInput, SharedLearning, LearningType>(
        "featureLearning", "Puts a team's learning forward for everybody to read, or no longer: leads and coaches of its programme do.", FeatureAsync, typeof(NotFound), typeof(NotALead));

    private static async Task<SharedLearning?> FeatureAsync(Change change, FeatureLearningInput input)
    {
        if (await change.FindAsync(input.Learning, "learning", change.Db.Learning.Include(row => row.Team)) is not { } learning)
            return null;
        if (!change.Viewer.Leads(learning.Team!.ProgrammeId))
        {
            change.Refuse(new NotALead("featured"));
            return null;
        }
        if (input.Featured == (learning.FeaturedAt is not null))
            return learning;
        learning.FeaturedAt = input.Featured ? change.Now : null;
        if (input.Featured)
            await SpreadNews.TellOfFeaturingAsync(change, learning);
        return learning;
    }
}
