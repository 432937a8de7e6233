using System.Linq.Expressions;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Persistence;

/// <summary>
/// A text that is filtered or ordered without regard to case and accents has a second column with its folded form:
/// databases fold differently (SQLite only ASCII), and an index serves the folded column.
/// </summary>
internal static class FoldedColumn
{
    private const string Source = "Equity:FoldedFrom";

    /// <summary>The folded column's name.</summary>
    public static string Of(string property) => property + "Folded";

    /// <summary>Gives a text its folded column.</summary>
    public static EntityTypeBuilder<T> Folded<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, string?>> text) where T : class
    {
        var original = entity.Property(text).Metadata;
        entity.Property<string?>(Of(original.Name)).IsRequired(!original.IsNullable).HasAnnotation(Source, original.Name);
        return entity;
    }

    /// <summary>Writes the folded columns of a row that is about to be saved.</summary>
    public static void Fill(EntityEntry entry)
    {
        foreach (var folded in entry.Properties)
        {
            if (folded.Metadata.FindAnnotation(Source)?.Value is string source)
            {
                var fold = entry.Property(source).CurrentValue is string text ? Folding.Fold(text) : null;
                if (!Equals(folded.CurrentValue, fold))
                    folded.CurrentValue = fold;
            }
        }
    }
}
