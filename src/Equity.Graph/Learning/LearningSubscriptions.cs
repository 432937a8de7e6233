using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Inequities;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning;

/// <summary>A team has shared a piece of learning.</summary>
/// <param name="Id">The learning's integer key.</param>
internal readonly record struct LearningShared(int Id);

/// <summary>The subscription learningShared.</summary>
internal sealed class LearningSubscriptions(Topic<LearningShared> shared) : ITypeExtension<Subscription>
{
    public void Extend(Subscription type) =>
        type.AddEvents<LearningType, LearningShared, SharedLearning>("learningShared", "Each piece of learning, when a team shares it.", shared, LoadAsync)
            .Argument<EnumType<InequityDimension>>("dimension", "Only learning that belongs to an inequity of this dimension.");

    private static Task<SharedLearning?> LoadAsync(IResolveFieldContext context, LearningShared happened)
    {
        var dimension = context.GetArgument<InequityDimension?>("dimension");
        return context.QueryAsync((db, cancel) => db.Learning.AsNoTracking()
            .SingleOrDefaultAsync(learning => learning.Id == happened.Id && (dimension == null || learning.Inequity!.Dimension == dimension), cancel));
    }
}
