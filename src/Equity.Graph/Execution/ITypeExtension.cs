using GraphQL.Types;

namespace Equity.Graph.Execution;

/// <summary>What one feature adds to a type: its root fields to <see cref="Query"/>, its own fields to another feature's type.</summary>
/// <typeparam name="TType">The type that is extended.</typeparam>
internal interface ITypeExtension<in TType> where TType : IObjectGraphType
{
    /// <summary>Adds the feature's fields.</summary>
    void Extend(TType type);
}
