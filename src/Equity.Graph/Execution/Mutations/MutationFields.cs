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
        where TInput : MutationInput where T : class, IEntity where TType : IGraphType =>
        type.Add<TInput>(name, description, PayloadOf<T, TType>(name, errors), async (change, input) => await make(change, input) is { } changed ? () => changed.Id : null);

    /// <summary>Adds a mutation that takes long to work out, which is done before its transaction begins.</summary>
    /// <typeparam name="TInput">Its input.</typeparam>
    /// <typeparam name="TPlan">What is worked out.</typeparam>
    /// <typeparam name="T">The row that it changes.</typeparam>
    /// <typeparam name="TType">That row's type in the graph.</typeparam>
    /// <param name="type">Where all mutations are.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="work">What working it out costs.</param>
    /// <param name="plan">Works out what to change on what can be read now, and changes nothing.</param>
    /// <param name="make">Makes the change, if what it was worked out of is still so.</param>
    /// <param name="errors">The sorts of errors that it may answer.</param>
    public static void AddPlanned<TInput, TPlan, T, TType>(
        this Mutation type, string name, string description, int work, Func<Change, TInput, Task<TPlan?>> plan, Func<Change, TPlan, Task<T?>> make, params Type[] errors)
        where TInput : MutationInput where TPlan : class where T : class, IEntity where TType : IGraphType =>
        type.Field(name, description, PayloadOf<T, TType>(name, errors), FieldCosts.Change + work).Argument<NonNullGraphType<MutationInputType<TInput>>>("input", "What to do.").ResolveAsync(async context =>
        {
            var (planned, refusals) = await Changing.RehearseAsync(context, change => plan(change, context.GetArgument<TInput>("input")));
            return refusals.Count > 0
                ? new Payload(null, refusals)
                : await Changing.RunAsync(context, async change => planned is not null && await make(change, planned) is { } changed ? () => changed.Id : null);
        });

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

    private static void Add<TInput>(this Mutation type, string name, string description, ObjectGraphType<Payload> payload, Func<Change, TInput, Task<Func<int>?>> make) where TInput : MutationInput =>
        type.Field(name, description, payload, FieldCosts.Change).Argument<NonNullGraphType<MutationInputType<TInput>>>("input", "What to do.")
            .ResolveAsync(async context => await Changing.RunAsync(context, change => make(change, context.GetArgument<TInput>("input"))));

    private static FieldBuilder<object?, object?> Field(this Mutation type, string name, string description, ObjectGraphType<Payload> payload, int work)
    {
        var field = FieldBuilder<object?, object?>.Create(name, typeof(GraphQLClrOutputTypeReference<object>));
        field.FieldType.Type = null;
        field.FieldType.ResolvedType = new NonNullGraphType(payload);
        type.AddField(field.FieldType);
        return field.Description(description).Costs(work);
    }

    /// <summary>The payload of a mutation that changes a row.</summary>
    private static ObjectGraphType<Payload> PayloadOf<T, TType>(string mutation, Type[] errors) where T : class, IEntity where TType : IGraphType
    {
        var payload = PayloadOf(mutation, errors);
        var row = NodeId.KindOf(typeof(T));
        payload.Field<TType>(char.ToLowerInvariant(row[0]) + row[1..]).Description("What was changed, as it is now; null when nothing was, and when it was deleted.")
            .Resolve(context => context.LoadOne<T>(context.Source.Row));
        return payload;
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
