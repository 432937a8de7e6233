using GraphQL.Types;

namespace Equity.Graph.Execution.Mutations;

/// <summary>Where every change starts; each feature adds its own mutations.</summary>
internal sealed class Mutation : ObjectGraphType
{
    public Mutation(IEnumerable<ITypeExtension<Mutation>> features)
    {
        Description = "Where every change starts. Each takes one input; its payload has what was changed, or errors and then nothing was.";
        foreach (var feature in features)
            feature.Extend(this);
    }
}
