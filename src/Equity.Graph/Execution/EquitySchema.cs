using GraphQL.Types;

namespace Equity.Graph.Execution;

/// <summary>The graph: its types come from the features.</summary>
internal sealed class EquitySchema : Schema
{
    public EquitySchema(IServiceProvider services, Query query) : base(services)
    {
        Description = "Teams that tackle health inequities, what they learnt, and peers to call on.";
        Query = query;
    }
}
