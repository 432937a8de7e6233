using System.Runtime.CompilerServices;
using Equity.Graph.Measures;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;

namespace Equity.Graph.Reports;

/// <summary>A row: a figure, and of what.</summary>
internal sealed record MeasureRow(MeasuredTeam Of, Figure Figure);

/// <summary>What teams measure, figure by figure.</summary>
internal sealed class MeasuresReport : Report<MeasureRow>
{
    public override string Name => "measures";

    public override string Description => "One row for each figure of a measure of a published team: a date, and a group where groups are compared. By team, measure, date, and group in its order, the total of all groups last.";

    public override IReadOnlyList<ReportFilter> Filters { get; } = [.. MeasuredTeams.Filters, ReportFilter.Dimension, ReportFilter.From, ReportFilter.To];

    public override bool HasExactFigures => true;

    public override IReadOnlyList<ReportColumn> Columns { get; } =
    [
        Text("team", "The team's key.", row => row.Of.Team),
        Text("teamName", "What the team is called.", row => row.Of.TeamName),
        Text("programme", "The key of the team's programme; empty where it takes part in none.", row => row.Of.Programme),
        Text("measure", "The measure's key, unique within the team.", row => row.Of.Measure.Key),
        Text("measureName", "What is measured.", row => row.Of.Measure.Name),
        Text("kind", "OUTCOME, PROCESS or BALANCING.", row => ContractName.Of(row.Of.Measure.Kind)),
        Text("unit", "What a value is, such as “missed of booked”.", row => row.Of.Measure.Unit),
        Text("better", "HIGHER or LOWER.", row => ContractName.Of(row.Of.Measure.Better)),
        Boolean("countsPeople", "Whether figures are about people: then they are released once a month, 1 to 7 hidden and others rounded to 5.", row => row.Of.Measure.CountsPeople),
        Text("dimension", "Along which dimension the groups differ; empty where none fits, and for the total.", row => row.Figure.Stratum?.Dimension is { } dimension ? ContractName.Of(dimension) : null),
        Text("stratum", "The group; empty for everybody.", row => row.Figure.Stratum?.Name),
        Integer("stratumOrder", "The group's place where groups have an order, from 1, the most deprived.", row => row.Figure.Stratum?.Order),
        Date("date", "The day, or the first day of the time that is counted.", row => row.Figure.Date),
        Number("numerator", "How many of them.", row => row.Figure.Numerator, row => row.Figure.Suppressed),
        Number("denominator", "Of how many.", row => row.Figure.Denominator, row => row.Figure.Suppressed),
        Number("value", "Numerator over denominator; empty where there were none.", row => row.Figure.Value, row => row.Figure.Suppressed),
        Boolean("suppressed", "Whether a number of the row is hidden, because it is small and about people.", row => row.Figure.Suppressed),
        Boolean("exact", "Whether the numbers are as they were counted. They may be added up only where they are.", row => row.Of.Exact),
    ];

    protected override async IAsyncEnumerable<MeasureRow> RowsAsync(EquityDbContext db, ReportRequest asked, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (dimension, from, to) = (asked.Get(ReportFilter.Dimension), asked.Get(ReportFilter.From), asked.Get(ReportFilter.To));
        await foreach (var measured in MeasuredTeams.ReadAsync(db, asked, cancel))
        {
            foreach (var figure in measured.Figures)
            {
                if ((dimension is null || figure.Stratum?.Dimension == dimension) && !(figure.Date < from) && !(figure.Date > to))
                    yield return new(measured, figure);
            }
        }
    }
}
