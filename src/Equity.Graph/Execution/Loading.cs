using System.Linq.Expressions;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution;

/// <summary>Rows that belong to rows, each kind by one query for all parents of a level.</summary>
internal static class Loading
{
    /// <summary>The row of that integer key; null when there is none, or no key.</summary>
    public static IDataLoaderResult<T?> LoadOne<T>(this IResolveFieldContext context, int? id) where T : class, IEntity =>
        id is not { } key
            ? new Deferred<T?>(_ => Task.FromResult<T?>(null))
            : context.Loader<int, T>(typeof(T), (db, ids, cancel) => db.Set<T>().AsNoTracking()
                .Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel)).Load(key);

    /// <summary>The rows of a parent, in the order they were made.</summary>
    /// <param name="context">The field that is resolved.</param>
    /// <param name="parent">The row's column that names its parent.</param>
    /// <param name="id">The parent's integer key.</param>
    public static IDataLoaderResult<IReadOnlyList<T>> LoadMany<T>(this IResolveFieldContext context, Expression<Func<T, int>> parent, int id) where T : class, IEntity =>
        context.Loader<int, IReadOnlyList<T>>(("many", typeof(T), parent.Body.ToString()), async (db, ids, cancel) =>
        {
            var ofParents = Expression.Lambda<Func<T, bool>>(
                Held.In(ids, parent.Body), parent.Parameters);
            var rows = await db.Set<T>().AsNoTracking().Where(ofParents).OrderBy(row => row.Id).ToListAsync(cancel);
            return rows.GroupBy(parent.Compile()).ToDictionary(g => g.Key, g => (IReadOnlyList<T>)[.. g]);
        }).Load(id).Then(rows => rows ?? []);
}
