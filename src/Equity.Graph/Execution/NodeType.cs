using Equity.Graph.Execution.Lists;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Equity.Graph.Execution;

/// <summary>Everything that has a global id.</summary>
internal sealed class NodeType : InterfaceGraphType
{
    public NodeType()
    {
        Name = "Node";
        Description = "Everything that has a global id.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("The global id: opaque, and stable.");
    }
}

/// <summary>Loads the rows of one type by id, for node and nodes.</summary>
internal interface INodeSource
{
    /// <summary>The type's name in ids.</summary>
    string Type { get; }

    /// <summary>The row, with all others that are asked for beside it.</summary>
    IDataLoaderResult Load(IResolveFieldContext context, int id);
}

/// <inheritdoc cref="INodeSource"/>
internal sealed class NodeSource<T>(string type) : INodeSource where T : class, IEntity
{
    public string Type => type;

    public IDataLoaderResult Load(IResolveFieldContext context, int id) => context.LoadOne<T>(id);
}

/// <summary>The root fields node and nodes.</summary>
internal sealed class NodeQueries(IEnumerable<INodeSource> sources) : ITypeExtension<Query>
{
    private readonly Dictionary<string, INodeSource> sources = sources.ToDictionary(source => source.Type);

    public void Extend(Query type)
    {
        type.Field<NodeType>("node").Description("The thing that has this global id; null when it is no more.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "A global id out of an answer of this graph.")
            .Resolve(context => Load(context, context.GetArgument<string>("id")));
        type.Field<NonNullGraphType<ListGraphType<NodeType>>>("nodes").Description("The things that have these global ids, in the order of the ids; null for each that is no more.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("ids", $"Global ids out of answers of this graph, at most {PageArguments.MaxSize}.")
            .Resolve(context =>
            {
                var ids = context.GetArgument<List<string>>("ids");
                if (ids.Count > PageArguments.Max(context))
                    throw RequestError.PageSize("the number of ids", ids.Count, PageArguments.Max(context));
                return ids.Select(id => Load(context, id)).ToList().All();
            });
    }

    /// <summary>The row that a global id names.</summary>
    public IDataLoaderResult Load(IResolveFieldContext context, string id)
    {
        var (type, key) = NodeId.Parse(id);
        return sources.TryGetValue(type, out var source) ? source.Load(context, key) : throw RequestError.NodeId(id);
    }
}

/// <summary>Types that are nodes.</summary>
internal static class Nodes
{
    /// <summary>Makes a type a node: it gets a global id that carries the row's key.</summary>
    public static void IsNode<T>(this ObjectGraphType<T> type) where T : class, IEntity
    {
        type.Field<NonNullGraphType<IdGraphType>>("id").Description("The global id: opaque, and stable.").Resolve(context => NodeId.Of(type.Name, context.Source.Id));
        type.Interface<NodeType>();
    }
}
