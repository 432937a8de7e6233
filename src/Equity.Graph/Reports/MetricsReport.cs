using Equity.Graph.Metrics;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Reports;

/// <summary>The community in figures: the rows of the field metricRows.</summary>
internal sealed class MetricsReport(MetricRows rows) : Report<MetricRow>
{
    private static readonly ReportFilter<string?> Metric = new("metric", "name", "Only this metric, by its name.",
        "Write the name of a metric as the report catalogue has it.", text => MetricCatalogue.Find(text)?.Name);

    private static readonly ReportFilter<GroupKind?> Kind = ReportFilter.Choice<GroupKind>("groupKind", "Only this kind of groups.");

    private static readonly ReportFilter<string?> Group = new("group", "text", "Only this group.", FormattableString.Invariant($"Write the group as the report has it, at most {MostOfGroup} characters."), text => text.Length is > 0 and <= MostOfGroup ? text : null);

    private static readonly ReportFilter<PeriodKind?> Every = ReportFilter.Choice<PeriodKind>("every", "How long a period is; a month when left out. What was kept when months closed comes by month only.");

    private static readonly ReportFilter<DateOnly?> From = ReportFilter.Day("from", "Only periods that begin on this day or later.");

    private static readonly ReportFilter<DateOnly?> To = ReportFilter.Day("to", "Only periods that begin on this day or earlier.");

    private static readonly ReportFilter<string?> Programme = ReportFilter.Key("programme", "Counted within the programme with this key; left out, over the whole community.");

    /// <summary>Localities are named by teams.</summary>
    private const int MostOfGroup = 250;

    public override string Name => "metrics";

    public override string Description => "One row for each figure of the community: a metric, a group, a period. By metric as in the catalogue, kind of groups, group and period. The same rows as the field metricRows.";

    public override IReadOnlyList<ReportFilter> Filters { get; } = [Metric, Kind, Group, Programme, From, To, Every];

    public override IReadOnlyList<ReportColumn> Columns { get; } =
    [
        Text("metric", "The metric's name; the report catalogue says what it means.", row => row.Metric.Name),
        Text("groupKind", "What the groups are; ALL without groups.", row => ContractName.Of(row.Kind)),
        Text("group", "The group; “all” without groups, “(none)” of what belongs to none.", row => row.Group),
        Text("programme", "The programme within which it was counted; empty for the whole community.", row => row.Programme),
        Text("period", "A month such as 2026-11, or a quarter such as 2026-Q4.", row => row.Period.ToString()),
        Date("from", "The first day of the period.", row => row.Period.From.First),
        Date("to", "The last day of the period.", row => row.Period.To.Last),
        Number("value", "The figure; empty where there is none.", row => row.Value, row => row.Suppressed),
        Text("unit", "What the value is in.", row => row.Metric.Unit),
        Number("numerator", "How many; empty where the value is no share.", row => row.Numerator, row => row.Suppressed && row.Metric.How != Makeup.Median && row.Numerator is null),
        Number("denominator", "Of how many; empty where the value is the numerator itself.", row => row.Denominator, row => row.Suppressed && row.Metric.Denominator is not null && row.Denominator is null),
        Boolean("suppressed", "Whether a number of the row is hidden.", row => row.Suppressed),
        Text("note", "What a reader should know of the row.", row => row.Note),
    ];

    /// <summary>
    /// The newest change of a team, the newest month that was closed, and the present month. It cannot be stale: whatever is counted adds a change of its team in the same transaction
    /// (see <see cref="ChangeRecorder"/>), and a programme without teams is in no row.
    /// </summary>
    public override async Task<string?> StampAsync(EquityDbContext db, CancellationToken cancel)
    {
        var change = await db.ProfileChanges.MaxAsync(known => (long?)known.Id, cancel) ?? 0;
        var closed = await db.ClosedMonths.MaxAsync(known => (int?)known.Id, cancel) ?? 0;
        return FormattableString.Invariant($"{change} {closed} {rows.Current}");
    }

    protected override IAsyncEnumerable<MetricRow> RowsAsync(EquityDbContext db, ReportRequest asked, CancellationToken cancel) => rows.ReadAsync(
        new()
        {
            Metrics = asked.Get(Metric) is { } metric ? [metric] : null,
            Kinds = asked.Get(Kind) is { } kind ? [kind] : null,
            Groups = asked.Get(Group) is { } group ? [group] : null,
            Programme = asked.Get(Programme),
            From = asked.Get(From),
            To = asked.Get(To),
            Every = asked.Get(Every) ?? PeriodKind.Month,
        },
        null, cancel);
}
