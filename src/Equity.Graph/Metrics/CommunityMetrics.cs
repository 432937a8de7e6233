using Equity.Graph.Metrics.Counting;

namespace Equity.Graph.Metrics;

/// <summary>The community, or a programme, in figures over some months.</summary>
/// <param name="AsOf">When it was counted, UTC.</param>
/// <param name="Rows">The figures.</param>
internal sealed record CommunityMetrics(DateTime AsOf, PeriodRows Rows);

/// <summary>Figures of some months together: what happened in them is summed up, what stood is that of their end.</summary>
/// <param name="Live">What is counted.</param>
/// <param name="Kept">What was kept of those months, by metric.</param>
internal sealed record PeriodRows(IReadOnlyList<MetricRow> Live, IReadOnlyList<MetricRow> Kept)
{
    /// <summary>Everything that the type Metrics tells.</summary>
    public static readonly IReadOnlyList<(Metric Metric, GroupKind Kind)> Told =
    [
        (MetricCatalogue.Teams, GroupKind.All), (MetricCatalogue.Teams, GroupKind.Stage), (MetricCatalogue.Inequities, GroupKind.Dimension), (MetricCatalogue.Learning, GroupKind.Kind),
        (MetricCatalogue.Involvement, GroupKind.Involvement), (MetricCatalogue.CoProduction, GroupKind.Rung), (MetricCatalogue.Travel, GroupKind.Steps), (MetricCatalogue.Adoptions, GroupKind.Outcome),
        .. new[]
        {
            MetricCatalogue.FriendshipsProposed, MetricCatalogue.FriendshipsAccepted, MetricCatalogue.FriendshipsDeclined, MetricCatalogue.FriendshipsExpired, MetricCatalogue.FriendshipsActive, MetricCatalogue.FriendshipsMet,
            MetricCatalogue.TeamsWithoutAFriend, MetricCatalogue.DaysToAnswerAProposal, MetricCatalogue.AnsweredWithinPromise,
            MetricCatalogue.Asks, MetricCatalogue.AsksAnswered, MetricCatalogue.DaysToAnAnswer, MetricCatalogue.Thanks, MetricCatalogue.Adoptions, MetricCatalogue.AcrossProgrammes,
        }.Select(metric => (metric, GroupKind.All)),
    ];

    /// <summary>Reads the figures of a period.</summary>
    /// <param name="tallies">What is counted.</param>
    /// <param name="programme">Only its teams; null for all.</param>
    /// <param name="period">When.</param>
    /// <param name="current">The month that is not over.</param>
    public static IReadOnlyList<MetricRow> Of(Tallies tallies, string? programme, Period period, Month current) => tallies.Find(new(programme, GroupKind.All, MetricRow.Everything)) is not { } tally ? [] :
    [
        .. Told.SelectMany(told =>
        {
            var live = new LiveFigures(told.Metric, current);
            IEnumerable<string> groups = told.Kind == GroupKind.All ? [MetricRow.Everything] : live.Groups(tallies, told.Kind, programme).Order(StringComparer.Ordinal);
            return groups.Select(group => live.Row(tally, told.Kind, group, new(programme, told.Kind, group), period)).OfType<MetricRow>();
        }),
    ];

    /// <summary>The rows of a metric by its groups, in their order.</summary>
    public IEnumerable<MetricRow> By(Metric metric, GroupKind kind) => Live.Where(row => row.Metric == metric && row.Kind == kind);

    /// <summary>The figure of a metric without groups; null where there is none.</summary>
    public MetricRow? Find(Metric metric) => By(metric, GroupKind.All).SingleOrDefault();

    /// <summary>How many; 0 where there is nothing.</summary>
    public int Count(Metric metric) => (int)(Find(metric)?.Numerator ?? 0);

    /// <summary>The share over all months that were kept; null where it was never one of anything.</summary>
    public double? Share(Metric metric)
    {
        var kept = Kept.Where(row => row.Metric == metric).ToList();
        return kept.Sum(row => row.Denominator) is > 0 and { } all ? kept.Sum(row => row.Numerator) / all : null;
    }
}
