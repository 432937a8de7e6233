using GraphQL;
using GraphQL.Builders;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Equity.Graph.Execution.Topics;

/// <summary>What clients can listen to; each feature adds its own fields.</summary>
internal sealed class Subscription : ObjectGraphType
{
    public Subscription(IEnumerable<ITypeExtension<Subscription>> features)
    {
        Description = "What clients can listen to, over WebSocket (graphql-transport-ws) or server-sent events.";
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>Fields that clients can listen to.</summary>
internal static class SubscriptionFields
{
    /// <summary>Adds a field that answers each event of a topic.</summary>
    /// <typeparam name="TType">The graph type of what an event is about.</typeparam>
    /// <typeparam name="T">What an event says.</typeparam>
    /// <typeparam name="TRow">What an event is about.</typeparam>
    /// <param name="type">The root type.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="description">The field's description.</param>
    /// <param name="topic">Where it happens.</param>
    /// <param name="load">Loads what an event is about, as far as the viewer may read it; null passes the event over.</param>
    public static FieldBuilder<object?, object?> AddEvents<TType, T, TRow>(
        this Subscription type, string name, string description, Topic<T> topic, Func<IResolveFieldContext, T, Task<TRow?>> load)
        where TType : IGraphType where TRow : class
    {
        var field = FieldBuilder<object?, object?>.Create(name, typeof(NonNullGraphType<TType>)).Description(description).Resolve(context => context.Source);
        field.FieldType.StreamResolver = new Source<T>(topic, async (context, happened) => await load(context, happened));
        type.AddField(field.FieldType);
        return field;
    }

    private sealed class Source<T>(Topic<T> topic, Func<IResolveFieldContext, T, Task<object?>> load) : ISourceStreamResolver
    {
        public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => new(new EventFeed<T>(topic.Listen(), load));
    }
}
