using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Measures;

/// <summary>A figure of a measure as a viewer may see it.</summary>
/// <param name="Date">The day, or the first day of the time that is counted.</param>
/// <param name="Stratum">The group; null stands for everybody.</param>
/// <param name="Numerator">How many of them; null when it is hidden.</param>
/// <param name="Denominator">Of how many; null when it is hidden.</param>
internal sealed record Figure(DateOnly Date, Stratum? Stratum, double? Numerator, double? Denominator)
{
    /// <summary>Numerator over denominator; null when either is hidden or there were none.</summary>
    public double? Value => Denominator > 0 ? Numerator / Denominator : null;

    /// <summary>Whether something is hidden, because it is small and about people.</summary>
    public bool Suppressed => Numerator is null || Denominator is null;
}

/// <summary>The one way to the figures of measures: whatever is shown of them, in numbers, words or pictures, is made of what this gives to the viewer.</summary>
internal static class Figures
{
    /// <summary>The figures of a measure that the viewer may see, by date and then by group.</summary>
    public static IDataLoaderResult<IReadOnlyList<Figure>> LoadFigures(this IResolveFieldContext context, int measure) =>
        context.Loader<int, IReadOnlyList<Figure>>(typeof(Figure), ReadAsync).Load(measure).Then(figures => figures ?? []);

    /// <summary>The same of some measures, by their integer keys, as the viewer of the context may see them. A measure without any is not there.</summary>
    public static async Task<Dictionary<int, IReadOnlyList<Figure>>> ReadAsync(EquityDbContext db, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var counted = await db.Measures.Where(own => EF.Parameter(ids).Contains(own.Id)).Where(RowRules.AsCounted(db)).Select(own => own.Id).ToListAsync(cancel);
        var others = ids.Except(counted).ToList();
        var points = await db.MeasurePoints.AsNoTrackingWithIdentityResolution().Where(point => EF.Parameter(counted).Contains(point.MeasureId)).Include(point => point.Stratum).ToListAsync(cancel);
        var released = await db.ReleasedPoints.AsNoTrackingWithIdentityResolution().Where(point => EF.Parameter(others).Contains(point.MeasureId)).Include(point => point.Stratum).ToListAsync(cancel);
        return points.Select(point => (point.MeasureId, Figure: new Figure(point.Date, point.Stratum, point.Numerator, point.Denominator)))
            .Concat(released.Select(point => (point.MeasureId, Figure: new Figure(point.Date, point.Stratum, point.Numerator, point.Denominator))))
            .GroupBy(point => point.MeasureId, point => point.Figure).ToDictionary(own => own.Key, own => (IReadOnlyList<Figure>)
                [.. own.OrderBy(figure => figure.Date).ThenBy(figure => figure.Stratum is null).ThenBy(figure => figure.Stratum?.Order).ThenBy(figure => figure.Stratum?.Id)]);
    }

    /// <summary>
    /// The figures of one group, or of everybody: what is kept for everybody or, where groups are compared, the sum of the groups at each date at which all that have ever been
    /// counted were; at another date there is none.
    /// </summary>
    /// <param name="figures">What the viewer may see.</param>
    /// <param name="stratum">The group's name; null for everybody.</param>
    public static IReadOnlyList<Figure> Of(this IReadOnlyList<Figure> figures, string? stratum)
    {
        if (stratum is not null || figures.Any(figure => figure.Stratum is null))
            return [.. figures.Where(figure => figure.Stratum?.Name == stratum)];
        var groups = figures.Select(figure => figure.Stratum).Distinct().Count();
        return [.. figures.GroupBy(figure => figure.Date).Where(date => date.Count() == groups).Select(date => new Figure(date.Key, null, Sum(date.Select(figure => figure.Numerator)), Sum(date.Select(figure => figure.Denominator))))];
    }

    private static double? Sum(IEnumerable<double?> parts) => parts.Aggregate((double?)0, (sum, part) => sum + part);
}
