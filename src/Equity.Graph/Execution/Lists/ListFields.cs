using System.Linq.Expressions;
using Equity.Graph.Persistence;
using GraphQL.Builders;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Equity.Graph.Execution.Lists;

/// <summary>Fields that serve lists in pages.</summary>
internal static class ListFields
{
    /// <summary>A field that serves all rows of a kind.</summary>
    public static void AddList<T>(this IComplexGraphType type, string name, string description, Listing<T> listing) where T : class, IEntity =>
        Arguments<T>(type, name, description, listing).ResolveAsync(async context =>
        {
            var list = new ListQuery<T>(context, listing);
            var rows = await context.QueryAsync((db, cancel) => list.Page(db.Set<T>().AsNoTracking()).ToListAsync(cancel));
            return list.Connect(rows, inner => new Deferred<int>(_ => inner.QueryAsync((db, cancel) => list.All(db.Set<T>()).CountAsync(cancel))));
        });

    /// <summary>A field that serves the rows of a parent: one statement for the pages of all parents of a level, one more for their counts.</summary>
    /// <param name="type">The parent's type.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="description">The field's description.</param>
    /// <param name="listing">What the rows can be filtered and ordered by.</param>
    /// <param name="parentOf">The row's column that names its parent.</param>
    /// <param name="only">Which of them the list has; null for all.</param>
    public static void AddList<TParent, T>(
        this ObjectGraphType<TParent> type, string name, string description, Listing<T> listing, Expression<Func<T, int>> parentOf, Expression<Func<T, bool>>? only = null)
        where TParent : class, IEntity where T : class, IEntity =>
        Arguments<T>(type, name, description, listing).Resolve(context =>
        {
            // The same field of the document has the same arguments for every parent.
            var field = context.FieldAst;
            var list = context.Request().Once((field, "list"), () => new ListQuery<T>(context, listing));
            var parent = ((TParent)context.Source!).Id;
            // Said of the rows themselves: a database that numbers the rows of each parent would otherwise number all there are.
            Expression<Func<T, bool>> Of(IReadOnlyList<int> parents) => Expression.Lambda<Func<T, bool>>(Held.In(parents, parentOf.Body), parentOf.Parameters);
            IQueryable<T> Rows(EquityDbContext db, IReadOnlyList<int> parents) => only is null ? db.Set<T>().Where(Of(parents)) : db.Set<T>().Where(Of(parents)).Where(only);
            return context.Loader<int, List<Row<T>>>((field, "page"), async (db, parents, cancel) =>
            {
                var rows = await list.PageOfEach(Rows(db, parents).AsNoTracking(), db.Set<TParent>().Where(p => EF.Parameter(parents).Contains(p.Id)), parentOf).ToListAsync(cancel);
                return rows.GroupBy(row => row.Parent).ToDictionary(own => own.Key, own => own.ToList());
            })
            .Load(parent)
            .Then(rows => list.Connect(rows ?? [], inner => inner.Loader<int, int>((field, "total"), (db, parents, cancel) =>
                list.All(Rows(db, parents)).GroupBy(parentOf).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel)).Load(parent)));
        });

    /// <summary>A field that serves rows which belong to two parents alike: one statement for all parents of a level, one more for their counts.</summary>
    /// <param name="type">The parent's type.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="description">The field's description.</param>
    /// <param name="listing">What the rows can be filtered and ordered by.</param>
    /// <param name="one">The row's column that names one parent.</param>
    /// <param name="other">The column that names the other; never the same row's.</param>
    public static void AddList<TParent, T>(
        this ObjectGraphType<TParent> type, string name, string description, Listing<T> listing, Expression<Func<T, int>> one, Expression<Func<T, int>> other)
        where TParent : class, IEntity where T : class, IEntity
    {
        var (oneOf, otherOf) = (one.Compile(), other.Compile());
        Arguments<T>(type, name, description, listing).Resolve(context =>
        {
            var field = context.FieldAst;
            var list = context.Request().Once((field, "list"), () => new ListQuery<T>(context, listing));
            var parent = ((TParent)context.Source!).Id;
            Expression<Func<T, bool>> Of(IReadOnlyList<int> parents) => Expression.Lambda<Func<T, bool>>(
                Expression.OrElse(Held.In(parents, one.Body), Held.In(parents, ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body))), one.Parameters);
            return context.Loader<int, List<Row<T>>>((field, "page"), async (db, parents, cancel) =>
            {
                var rows = await list.Uncut(db.Set<T>().AsNoTracking().Where(Of(parents))).ToListAsync(cancel);
                return parents.ToDictionary(each => each, each => list.Cut(rows.Where(row => oneOf(row.Node) == each || otherOf(row.Node) == each)));
            })
            .Load(parent)
            .Then(rows => list.Connect(rows ?? [], inner => inner.Loader<int, int>((field, "total"), async (db, parents, cancel) =>
            {
                var rows = await list.All(db.Set<T>().AsNoTracking().Where(Of(parents))).ToListAsync(cancel);
                return parents.ToDictionary(each => each, each => rows.Count(row => oneOf(row) == each || otherOf(row) == each));
            }).Load(parent)));
        });
    }

    private static FieldBuilder<object?, object?> Arguments<T>(IComplexGraphType type, string name, string description, Listing<T> listing) where T : class, IEntity
    {
        var field = FieldBuilder<object?, object?>.Create(name, typeof(ConnectionType<T>));
        type.AddField(field.FieldType);
        return field.Description(description)
            .Argument<IntGraphType>("first", $"How many items from the start: 0 to {PageArguments.MaxSize}; {PageArguments.DefaultSize} when neither first nor last is given.")
            .Argument<StringGraphType>("after", "Only items after this cursor.")
            .Argument<IntGraphType>("last", $"How many items from the end: 0 to {PageArguments.MaxSize}.")
            .Argument<StringGraphType>("before", "Only items before this cursor.")
            .Argument<FilterInputType<T>>("where", $"Keeps some of the {listing.Plural.ToLowerInvariant()}.")
            .Argument<ListGraphType<NonNullGraphType<SortInputType<T>>>>("order", "The order of the list; rows without a value come last, ties are settled by age.");
    }
}
