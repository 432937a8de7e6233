using Equity.Graph.Execution.Mutations;
using Equity.Graph.Execution.Topics;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Equity.Graph.Execution;

/// <summary>The graph: its types come from the features.</summary>
internal sealed class EquitySchema : Schema
{
    public EquitySchema(IServiceProvider services, Query query, Mutation mutation, Subscription subscription) : base(services)
    {
        Description = "Teams that tackle health inequities, what they learnt, and peers to call on.";
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
    }

    /// <summary>The schema as text (SDL), types and fields in ordinal order.</summary>
    public string Sdl
    {
        get
        {
            Initialize();
            return this.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").Trim() + "\n";
        }
    }
}
