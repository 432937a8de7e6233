using Equity.Graph.Execution.Limits;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace Equity.Graph.Execution.Mutations;

/// <summary>What a mutation answers: the row that was changed, or why nothing was.</summary>
internal sealed record Payload(int? Row, IReadOnlyList<MutationError>? Errors);

/// <summary>Fields that change something, in the shape that clients of HotChocolate know: one input, one payload, errors as data.</summary>
internal static class MutationFields
{
    /// <summary>Adds a mutation.</summary>
    /// <typeparam name="TInput">Its input.</typeparam>
    /// <typeparam name="T">The row that it changes.</typeparam>
    /// <typeparam name="TType">That row's type in the graph.</typeparam>
    /// <param name="type">Where all mutations are.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="make">Makes the change; the row that it is about. What it refuses is said of the change.</param>
    /// <param name="errors">The sorts of errors that it may answer.</param>
    public static void Add<TInput, T, TType>(this Mutation type, string name, string description, Func<Change, TInput, Task<T?>> make, params Type[] errors)
        where TInput : MutationInput where T : class, IEntity where TType : IGraphType
    {
        var payload = PayloadOf(name, errors);
        var row = NodeId.KindOf(typeof(T));
        payload.Field<TType>(char.ToLowerInvariant(row[0]) + row[1..]).Description("What was changed, as it is now; null when nothing was, and when it was deleted.")
            .Resolve(context => context.LoadOne<T>(context.Source.Row));
        type.Add<TInput>(name, description, payload, async (change, input) => await make(change, input) is { } changed ? () => changed.Id : null);
    }

    /// <summary>Adds a mutation that answers a number.</summary>
    /// <param name="type">Where all mutations are.</param>
    /// <param name="name">Its name.</param>
    /// <param name="counts">The name of the number.</param>
    /// <param name="countDescription">What it counts.</param>
    /// <param name="description">What it does.</param>
    /// <param name="make">Makes the change and counts.</param>
    /// <param name="errors">The sorts of errors that it may answer.</param>
    public static void AddCount<TInput>(
        this Mutation type, string name, string counts, string countDescription, string description, Func<Change, TInput, Task<int?>> make, params Type[] errors) where TInput : MutationInput
    {
        var payload = PayloadOf(name, errors);
        payload.Field<IntGraphType>(counts).Description(countDescription).Resolve(context => context.Source.Row);
        type.Add<TInput>(name, description, payload, async (change, input) => await make(change, input) is { } count ? () => count : null);
    }

    private static void Add<TInput>(this Mutation type, string name, string description, ObjectGraphType<Payload> payload, Func<Change, TInput, Task<Func<int>?>> make) where TInput : MutationInput
    {
        var field = FieldBuilder<object?, object?>.Create(name, typeof(GraphQLClrOutputTypeReference<object>));
        field.FieldType.Type = null;
        field.FieldType.ResolvedType = new NonNullGraphType(payload);
        type.AddField(field.FieldType);
        field.Description(description).Costs(FieldCosts.Change).Argument<NonNullGraphType<MutationInputType<TInput>>>("input", "What to do.")
            .ResolveAsync(async context => await Changing.RunAsync(context, change => make(change, context.GetArgument<TInput>("input"))));
    }

    /// <summary>The payload of one mutation: its errors are a union of its own.</summary>
    private static ObjectGraphType<Payload> PayloadOf(string mutation, Type[] errors)
    {
        var title = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var union = new UnionGraphType { Name = title + "Error", Description = $"Why {mutation} changed nothing." };
        foreach (var error in errors)
            union.Type(typeof(ErrorType<>).MakeGenericType(error));
        var payload = new ObjectGraphType<Payload> { Name = title + "Payload", Description = $"What {mutation} answers." };
        var field = payload.Field<ListGraphType<StringGraphType>>("errors").Description("Why nothing was changed; null when it was.").Holds(2).Resolve(context => context.Source.Errors).FieldType;
        field.Type = null;
        field.ResolvedType = new ListGraphType(new NonNullGraphType(union));
        return payload;
    }
}
