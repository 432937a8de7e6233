using System.Runtime.CompilerServices;
using Equity.Graph.Auth;
using Equity.Graph.Disclosure;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics;

/// <summary>
/// The one way to the figures of metrics. Everybody reads the same: of things what is counted now, of people and of what can no longer be counted what was kept
/// when the month closed. In order: by metric as in the catalogue, kind of groups, group, period.
/// </summary>
internal sealed class MetricRows(Counts counts, IDbContextFactory<EquityDbContext> contexts, TimeProvider time)
{
    /// <summary>The month that is not closed yet.</summary>
    public Month Current => Month.Of(time.GetUtcNow().UtcDateTime);

    /// <summary>All rows that are asked for. They are made while they are read, so that a million needs no more memory than one group's.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only those after this place; null for all.</param>
    /// <param name="cancel">Stops.</param>
    public async IAsyncEnumerable<MetricRow> ReadAsync(MetricFilter filter, MetricPlace? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var metric in MetricCatalogue.All.Where(metric => filter.Metrics?.Contains(metric.Name) ?? true).Where(metric => !(metric.Place < after?.Metric)))
        {
            foreach (var kind in metric.Kinds.Where(kind => filter.Kinds?.Contains(kind) ?? true).Where(kind => after is null || after.Metric < metric.Place || after.Kind <= kind))
            {
                await foreach (var row in OfAsync(metric, kind, filter, after, cancel))
                {
                    if (after is null || after.IsBefore(row))
                        yield return row;
                }
            }
        }
    }

    /// <summary>Reads live counts.</summary>
    public Task<T> CountAsync<T>(Func<Tallies, T> read, CancellationToken cancel) => counts.ReadAsync(read, cancel);

    private async IAsyncEnumerable<MetricRow> OfAsync(Metric metric, GroupKind kind, MetricFilter filter, MetricPlace? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var kept = metric.How is Makeup.Closed or Makeup.Now ? await KeptAsync(metric, kind, filter, cancel) : [];
        if (!metric.IsLive)
        {
            foreach (var row in kept)
                yield return row;
            yield break;
        }
        var live = new LiveFigures(metric, Current);
        var groups = await counts.ReadAsync(tallies => live.Groups(tallies, kind, filter.Programme), cancel);
        var all = groups.Union(kept.Select(row => row.Group)).Where(filter.Takes).Order(StringComparer.Ordinal);
        var ofGroups = kept.ToLookup(row => row.Group);
        foreach (var group in all.Where(group => after is null || !after.IsPast(metric, kind, group)))
        {
            foreach (var row in ofGroups[group].Concat(await counts.ReadAsync(tallies => live.Rows(tallies, kind, group, filter), cancel)))
                yield return row;
        }
    }

    /// <summary>What was kept of closed months: a figure a group and month, all of one metric. Within a programme only what is told by programme.</summary>
    private async Task<List<MetricRow>> KeptAsync(Metric metric, GroupKind kind, MetricFilter filter, CancellationToken cancel)
    {
        if (filter.Programme is not null && kind != GroupKind.Programme)
            return [];
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var rows = await db.ClosedFigures.AsNoTracking().Where(figure => figure.Metric == metric.Name && figure.Kind == kind).OrderBy(figure => figure.Group).ThenBy(figure => figure.Month).ToListAsync(cancel);
        return [.. rows.OrderBy(figure => figure.Group, StringComparer.Ordinal).ThenBy(figure => figure.Month)
            .Where(figure => filter.Takes(figure.Group) && (filter.Programme is null || figure.Group == filter.Programme))
            .Select(figure => RowOf(metric, figure, filter)).OfType<MetricRow>().Where(row => filter.Takes(row.Period))];
    }

    /// <summary>A quarter has what stood at its end; what was kept of what happened in a month is told by month only.</summary>
    private static MetricRow? RowOf(Metric metric, ClosedFigure figure, MetricFilter filter)
    {
        var month = Month.Of(figure.Month);
        var quarter = Period.QuarterOf(month);
        if (filter.Every == PeriodKind.Quarter && !(metric.How == Makeup.Now && quarter.To == month))
            return null;
        var hidden = metric.Disclosure == DisclosureClass.People && (figure.Numerator is null || (metric.Denominator is not null && figure.Denominator is null));
        var value = figure.Value ?? (metric.Denominator is null ? figure.Numerator : figure.Denominator > 0 ? figure.Numerator / figure.Denominator : null);
        return new(metric, figure.Kind, figure.Group, filter.Programme, filter.Every == PeriodKind.Quarter ? quarter : Period.Of(month), figure.Numerator, figure.Denominator, value)
        {
            Suppressed = hidden,
            Note = hidden ? Hidden : figure.Revised ? "Told anew since it was first released." : null,
        };
    }

    private static readonly string Hidden = $"Hidden: 1 to {DisclosureRules.HiddenUpTo} people.";
}

/// <summary>A place in the order of rows.</summary>
/// <param name="Metric">The metric's place in the catalogue.</param>
/// <param name="Kind">The kind of groups.</param>
/// <param name="Group">The group.</param>
/// <param name="Month">The first month of the period.</param>
internal sealed record MetricPlace(int Metric, GroupKind Kind, string Group, int Month)
{
    public static MetricPlace Of(MetricRow row) => new(row.Metric.Place, row.Kind, row.Group, row.Period.From.Number);

    /// <summary>Whether a row comes after it.</summary>
    public bool IsBefore(MetricRow row)
    {
        var place = Of(row);
        var order = Metric != place.Metric ? Metric.CompareTo(place.Metric) : Kind != place.Kind ? Kind.CompareTo(place.Kind) : string.CompareOrdinal(Group, place.Group);
        return order < 0 || (order == 0 && Month < place.Month);
    }

    /// <summary>Whether all rows of a group come before it.</summary>
    public bool IsPast(Metric metric, GroupKind kind, string group) => metric.Place == Metric && kind == Kind && string.CompareOrdinal(group, Group) < 0;
}
