using System.Globalization;
using Equity.Graph.Disclosure;

namespace Equity.Graph.Metrics.Counting;

/// <summary>Makes the rows of a metric from counts.</summary>
/// <param name="metric">The metric.</param>
/// <param name="current">The month that is not over.</param>
internal sealed class LiveFigures(Metric metric, Month current)
{
    private static readonly string Few = string.Create(CultureInfo.InvariantCulture, $"Fewer than {DisclosureRules.LeastForAnAverage}: the median is not told.");

    /// <summary>The groups of a kind that there is something of, in no order.</summary>
    public IReadOnlyList<string> Groups(Tallies tallies, GroupKind kind, string? programme) =>
        metric.Own.Contains(kind)
            ? tallies.Find(new(programme, GroupKind.All, MetricRow.Everything)) is { } tally ? [.. tally.Tracks.Select(track => track.Key).Where(series => series.Metric == metric.Place && series.Kind == kind).Select(series => series.Group).Distinct()] : []
        : kind == GroupKind.Programme ? programme is null ? tallies.Programmes : []
        : tallies.Groups(programme, kind);

    /// <summary>The rows of one group, by period.</summary>
    public IReadOnlyList<MetricRow> Rows(Tallies tallies, GroupKind kind, string group, MetricFilter filter)
    {
        var own = metric.Own.Contains(kind);
        var scope = kind == GroupKind.Programme && !own ? new Scope(group, GroupKind.All, MetricRow.Everything)
            : own ? new(filter.Programme, GroupKind.All, MetricRow.Everything) : new Scope(filter.Programme, kind, group);
        if (tallies.Find(scope) is not { } tally)
            return [];
        var place = new Scope(filter.Programme, kind, group);
        var (seriesKind, seriesGroup) = own ? (kind, group) : (GroupKind.All, MetricRow.Everything);
        return [.. Periods(tally, seriesKind, seriesGroup, filter.Every).Where(filter.Takes).Select(period => Row(tally, seriesKind, seriesGroup, place, period)).OfType<MetricRow>()];
    }

    /// <summary>The figure of a period; null where there is none, such as a share of nothing.</summary>
    /// <param name="tally">Those that count.</param>
    /// <param name="kind">The series' kind of groups.</param>
    /// <param name="group">The series' group.</param>
    /// <param name="place">What the row says of itself.</param>
    /// <param name="period">When.</param>
    public MetricRow? Row(Tally tally, GroupKind kind, string group, Scope place, Period period)
    {
        if (metric.How == Makeup.Median)
            return Median(tally, place, period);
        if (tally.Find(new(metric.Place, kind, group)) is not { } track)
            return null;
        var end = period.To > current ? current : period.To;
        var (numerator, denominator) = metric.How switch
        {
            Makeup.Flow => track.Sum(period.From, end),
            Makeup.Stock => track.Sum(track.First, end),
            _ => track.Sum(TeamSheet.Now, TeamSheet.Now),
        };
        if (metric.Denominator is null)
            return new(metric, place.Kind, place.Group, place.Programme, period, numerator, null, numerator);
        return denominator == 0 ? null : new(metric, place.Kind, place.Group, place.Programme, period, numerator, denominator, numerator / denominator);
    }

    private MetricRow? Median(Tally tally, Scope place, Period period)
    {
        var waits = Enumerable.Range(0, TeamSheet.LongestWait + 1).Select(days => tally.Find(SeriesOf(days))?.Sum(period.From, period.To).Denominator ?? 0).ToArray();
        var count = waits.Sum();
        if (count == 0)
            return null;
        var told = count >= DisclosureRules.LeastForAnAverage;
        return new(metric, place.Kind, place.Group, place.Programme, period, null, count, told ? (At(Math.Floor((count - 1) / 2)) + At(Math.Floor(count / 2))) / 2 : null) { Suppressed = !told, Note = told ? null : Few };

        double At(double rank)
        {
            var (days, seen) = (0, waits[0]);
            while (seen <= rank)
                seen += waits[++days];
            return days;
        }
    }

    private Series SeriesOf(int days) => new(metric.Place, GroupKind.All, MetricRow.Everything, days + 1);

    /// <summary>From the first in which there is something to the current one.</summary>
    private IEnumerable<Period> Periods(Tally tally, GroupKind kind, string group, PeriodKind every)
    {
        if (metric.How == Makeup.Now)
            return tally.Find(new(metric.Place, kind, group)) is null ? [] : [PeriodOf(current, every)];
        var tracks = metric.How == Makeup.Median ? Enumerable.Range(0, TeamSheet.LongestWait + 1).Select(days => tally.Find(SeriesOf(days))).OfType<Track>() : tally.Find(new(metric.Place, kind, group)) is { } one ? [one] : [];
        return tracks.Select(track => (Month?)track.First).Min() is { } first ? Months(first).Select(month => PeriodOf(month, every)).Distinct() : [];
    }

    private IEnumerable<Month> Months(Month first)
    {
        for (var month = first; month <= current; month = month.Next)
            yield return month;
    }

    private static Period PeriodOf(Month month, PeriodKind every) => every == PeriodKind.Quarter ? Period.QuarterOf(month) : Period.Of(month);
}
