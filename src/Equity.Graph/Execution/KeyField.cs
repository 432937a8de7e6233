using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution;

/// <summary>Fields that find a row by its key.</summary>
internal static class KeyField
{
    /// <summary>Adds a field that serves the row with a key, or null.</summary>
    public static void AddByKey<T, TType>(this Query query, string name, string description, string keyDescription) where T : class, IKeyed where TType : IGraphType =>
        query.Field<TType>(name).Description(description)
            .Argument<NonNullGraphType<StringGraphType>>("key", keyDescription)
            .ResolveAsync(async context =>
            {
                var key = context.GetArgument<string>("key");
                return await context.QueryAsync((db, cancel) => db.Set<T>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel));
            });
}
