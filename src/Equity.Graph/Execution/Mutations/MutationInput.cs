using System.Collections.Frozen;
using GraphQL.Types;

namespace Equity.Graph.Execution.Mutations;

/// <summary>The one input of a mutation. A field that is left out keeps its value; null clears it.</summary>
internal abstract class MutationInput
{
    private FrozenSet<string> given = [];

    /// <summary>Whether the client named this field, if only to clear it.</summary>
    public bool Gives(string field) => given.Contains(field);

    /// <summary>Whether the client named any field but these.</summary>
    public bool GivesMoreThan(IEnumerable<string> fields) => given.Except(fields).Any();

    internal void NoteGiven(IEnumerable<string> fields) => given = fields.ToFrozenSet();
}

/// <summary>The input of a mutation in the graph, named after its class.</summary>
internal sealed class MutationInputType<T> : AutoRegisteringInputObjectGraphType<T> where T : MutationInput
{
    public MutationInputType() => Name = !typeof(T).IsGenericType
        ? typeof(T).Name
        : typeof(T).Name.Replace("Input`1", NodeId.KindOf(typeof(T).GetGenericArguments()[0]), StringComparison.Ordinal) + "Input";

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var input = (T)base.ParseDictionary(value);
        input.NoteGiven(value.Keys);
        return input;
    }
}
