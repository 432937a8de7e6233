using Equity.Graph.Metrics;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;

namespace Equity.Graph.Reports;

/// <summary>What metrics there are, and what each means.</summary>
internal sealed class CatalogueReport : Report<Metric>
{
    public override string Name => "catalogue";

    public override string Description => "One row for each metric of the report metrics: what it means, what it counts, and how closely it is told. The same as the field metricCatalogue.";

    public override IReadOnlyList<ReportFilter> Filters => [];

    public override IReadOnlyList<ReportColumn> Columns { get; } =
    [
        Text("name", "The metric's name, which stays.", metric => metric.Name),
        Text("description", "What it is.", metric => metric.Description),
        Text("unit", "What the value is in.", metric => metric.Unit),
        Text("numerator", "What the numerator counts.", metric => metric.Numerator),
        Text("denominator", "What the denominator counts; empty where the value is the numerator itself.", metric => metric.Denominator),
        Text("makeup", "How the figure of a month is made up: FLOW, STOCK, NOW, MEDIAN or CLOSED.", metric => ContractName.Of(metric.How)),
        Text("disclosure", "THINGS are told exactly; PEOPLE of closed months only, 1 to 7 hidden and others rounded to 5, so that sums of groups need not be the total.", metric => ContractName.Of(metric.Disclosure)),
        Text("groupKinds", "By what it is told, separated by spaces.", metric => string.Join(' ', metric.Kinds.Select(ContractName.Of))),
    ];

    /// <summary>It changes with the program alone, which every tag is made of.</summary>
    public override Task<string?> StampAsync(EquityDbContext db, CancellationToken cancel) => Task.FromResult<string?>("");

    protected override IAsyncEnumerable<Metric> RowsAsync(EquityDbContext db, ReportRequest asked, CancellationToken cancel) => MetricCatalogue.All.ToAsyncEnumerable();
}
