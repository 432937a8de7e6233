using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Inequities;

/// <summary>How many inequities there are of one dimension and one kind.</summary>
/// <param name="Dimension">Along which dimension people are treated unequally.</param>
/// <param name="Kind">In what the difference shows; null where the teams have not said.</param>
/// <param name="Count">How many inequities, of those that you can see.</param>
internal sealed record InequityCount(InequityDimension Dimension, InequityKind? Kind, int Count);

/// <summary>A count of inequities in the graph.</summary>
internal sealed class InequityCountType : ObjectGraphType<InequityCount>
{
    public InequityCountType()
    {
        Name = nameof(InequityCount);
        Description = "How many inequities there are of one dimension and one kind.";
        Field(count => count.Dimension).Description("Along which dimension people are treated unequally.");
        Field(count => count.Kind, nullable: true).Description("In what the difference shows; null where the teams have not said.");
        Field(count => count.Count).Description("How many, of those that you can see.");
    }
}

/// <summary>The root field inequityCounts: who tackles what, in numbers.</summary>
internal sealed class InequityCountQueries : ITypeExtension<Query>
{
    /// <summary>Every dimension with each kind, and without one.</summary>
    private static readonly int Most = Enum.GetValues<InequityDimension>().Length * (Enum.GetValues<InequityKind>().Length + 1);

    public void Extend(Query type) => type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<InequityCountType>>>>("inequityCounts")
        .Description("How many inequities teams tackle, by dimension and kind together; what there are none of is left out.")
        .Holds(Most)
        .ResolveAsync(async context => await context.QueryAsync(async (db, cancel) =>
        {
            var counts = await db.Inequities.GroupBy(inequity => new { inequity.Dimension, inequity.Kind }).Select(own => new { own.Key.Dimension, own.Key.Kind, Count = own.Count() }).ToListAsync(cancel);
            return counts.Select(own => new InequityCount(own.Dimension, own.Kind, own.Count)).OrderBy(own => own.Dimension).ThenBy(own => own.Kind).ToList();
        }));
}
