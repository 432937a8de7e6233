using GraphQL.Types;

namespace Equity.Graph.Execution;

/// <summary>Where every query starts; each feature adds its own fields.</summary>
internal sealed class Query : ObjectGraphType
{
    public Query(IEnumerable<ITypeExtension<Query>> features)
    {
        Description = "Where every query starts.";
        foreach (var feature in features)
            feature.Extend(this);
    }
}
