using Equity.Graph.Disclosure;

namespace Equity.Graph.Metrics.Closing;

/// <summary>What is kept of a metric for one month, as it was counted.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Kind">What the groups are; <see cref="GroupKind.All"/> where there are none.</param>
/// <param name="Groups">The groups by name; without groups one.</param>
internal sealed record KeptTable(Metric Metric, GroupKind Kind, IReadOnlyList<RawStratum> Groups)
{
    /// <summary>Of a metric that has no groups.</summary>
    public static KeptTable Of(Metric metric, double numerator, double denominator = 0) => new(metric, GroupKind.All, [new(MetricRow.Everything, numerator, denominator)]);

    /// <summary>Of counts by group, in the order of their names.</summary>
    public static KeptTable Of(Metric metric, GroupKind kind, IEnumerable<(string Group, int Count)> groups) =>
        new(metric, kind, [.. groups.OrderBy(group => group.Group, StringComparer.Ordinal).Select(group => new RawStratum(group.Group, group.Count, 0))]);

    /// <summary>The figures as they are told: of things as counted, of people as <see cref="Releases"/> shows them.</summary>
    /// <param name="month">The month.</param>
    /// <param name="before">What was told of the same month; empty for nothing.</param>
    public IReadOnlyList<ClosedFigure> Told(Month month, IReadOnlyList<ClosedFigure> before)
    {
        if (Metric.Disclosure == DisclosureClass.Things)
            return [.. Groups.Select(group => Figure(Kind, group.Name, group.Numerator, group.Denominator)), .. Kind == GroupKind.All ? [] : new[] { Figure(GroupKind.All, MetricRow.Everything, Groups.Sum(group => group.Numerator), Groups.Sum(group => group.Denominator)) }];
        var shown = Releases.Release(new(Metric.Denominator is not null, Groups), before.Count == 0 ? null : Shown(before));
        return [.. shown.Strata.Select(group => Figure(Kind, group.Name, group.Numerator.Value, group.Denominator.Value, shown.Revised)),
            .. Kind == GroupKind.All ? [] : new[] { Figure(GroupKind.All, MetricRow.Everything, shown.Numerator.Value, shown.Denominator.Value, shown.Revised) }];

        ClosedFigure Figure(GroupKind kind, string group, double? numerator, double? denominator, bool revised = false) => new()
        {
            Month = month.First,
            Metric = Metric.Name,
            Kind = kind,
            Group = group,
            Numerator = numerator,
            Denominator = Metric.Denominator is null ? null : denominator,
            Revised = revised,
        };
    }

    private DisclosedTable Shown(IReadOnlyList<ClosedFigure> before)
    {
        var total = before.Single(figure => figure.Kind == GroupKind.All);
        return new(Metric.Denominator is not null, [.. before.Where(figure => figure.Kind == Kind).OrderBy(figure => figure.Group, StringComparer.Ordinal).Select(figure => new DisclosedStratum(figure.Group, DisclosedCount.Told(figure.Numerator), Denominator(figure)))],
            DisclosedCount.Told(total.Numerator), Denominator(total), total.Revised);
    }

    /// <summary>Where nothing is divided, the denominators are counts of nobody.</summary>
    private DisclosedCount Denominator(ClosedFigure figure) => Metric.Denominator is null ? DisclosedCount.Of(0) : DisclosedCount.Told(figure.Denominator);
}
