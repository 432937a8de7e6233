using System.Runtime.CompilerServices;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Gaps;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;

namespace Equity.Graph.Reports;

/// <summary>A row: a group at a date, beside the reference.</summary>
internal sealed record GapRow(MeasuredTeam Of, DateOnly Date, Stratum Stratum, GroupGap Group, EquityGap Gap, bool Suppressed)
{
    /// <summary>The reference is not compared with itself: there is nothing to hide.</summary>
    public bool IsComparisonHidden => Suppressed && Stratum.Name != Gap.Reference;
}

/// <summary>How far groups lie apart, group by group: made of released figures alone.</summary>
internal sealed class GapsReport : Report<GapRow>
{
    public override string Name => "gaps";

    public override string Description => "One row for each group of a measure of a published team at each date: its rate beside that of the reference, with 95 % intervals, and the date's indices over all groups. By team, measure, date, and group in its order.";

    public override IReadOnlyList<ReportFilter> Filters { get; } = [.. MeasuredTeams.Filters, ReportFilter.Dimension, ReportFilter.From, ReportFilter.To];

    public override IReadOnlyList<ReportColumn> Columns { get; } =
    [
        Text("team", "The team's key.", row => row.Of.Team),
        Text("teamName", "What the team is called.", row => row.Of.TeamName),
        Text("programme", "The key of the team's programme; empty where it takes part in none.", row => row.Of.Programme),
        Text("measure", "The measure's key, unique within the team.", row => row.Of.Measure.Key),
        Text("measureName", "What is measured.", row => row.Of.Measure.Name),
        Text("better", "HIGHER or LOWER.", row => ContractName.Of(row.Of.Measure.Better)),
        Date("date", "The day, or the first day of the time that is counted.", row => row.Date),
        Text("dimension", "Along which dimension the groups differ; empty where none fits.", row => row.Stratum.Dimension is { } dimension ? ContractName.Of(dimension) : null),
        Text("stratum", "The group.", row => row.Stratum.Name),
        Integer("stratumOrder", "The group's place where groups have an order, from 1, the most deprived.", row => row.Stratum.Order),
        Text("reference", "The group that the others are compared with, the same at every date: the least deprived, or else the largest.", row => row.Gap.Reference),
        Number("rate", "Numerator over denominator.", row => row.Group.Rate, row => row.Suppressed),
        Number("difference", "Its rate less that of the reference.", row => row.Group.Difference, row => row.IsComparisonHidden),
        Number("differenceLower", "The lower end of its 95 % interval (Newcombe's hybrid score).", row => row.Group.DifferenceInterval?.Lower, row => row.IsComparisonHidden),
        Number("differenceUpper", "The upper end.", row => row.Group.DifferenceInterval?.Upper, row => row.IsComparisonHidden),
        Number("ratio", "Its rate as a multiple of that of the reference.", row => row.Group.Ratio, row => row.IsComparisonHidden),
        Number("ratioLower", "The lower end of its 95 % interval (log method).", row => row.Group.RatioInterval?.Lower, row => row.IsComparisonHidden),
        Number("ratioUpper", "The upper end.", row => row.Group.RatioInterval?.Upper, row => row.IsComparisonHidden),
        Boolean("suppressed", "Whether the group's figures are hidden at that date, because they are small and about people.", row => row.Suppressed),
        Number("slopeIndex", "The date's slope index of inequality, the same in each of its rows; empty where groups have no order.", row => row.Gap.SlopeIndex),
        Number("slopeIndexLower", "The lower end of its 95 % interval.", row => row.Gap.SlopeIndexInterval?.Lower),
        Number("slopeIndexUpper", "The upper end.", row => row.Gap.SlopeIndexInterval?.Upper),
        Number("relativeIndex", "The date's relative index of inequality.", row => row.Gap.RelativeIndex),
        Number("relativeIndexLower", "The lower end of its 95 % interval.", row => row.Gap.RelativeIndexInterval?.Lower),
        Number("relativeIndexUpper", "The upper end.", row => row.Gap.RelativeIndexInterval?.Upper),
        Number("disparityIndex", "The date's index of disparity, in per cent; empty where groups have an order.", row => row.Gap.DisparityIndex),
    ];

    protected override async IAsyncEnumerable<GapRow> RowsAsync(EquityDbContext db, ReportRequest asked, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (dimension, from, to) = (asked.Get(ReportFilter.Dimension), asked.Get(ReportFilter.From), asked.Get(ReportFilter.To));
        await foreach (var measured in MeasuredTeams.ReadAsync(db, asked, cancel))
        {
            foreach (var row in Rows(measured, from, to))
            {
                if (dimension is null || row.Stratum.Dimension == dimension)
                    yield return row;
            }
        }
    }

    private static IEnumerable<GapRow> Rows(MeasuredTeam measured, DateOnly? from, DateOnly? to)
    {
        var strata = measured.Measure.Strata;
        var dates = MeasureGap.Dated(strata, measured.Figures);
        // Whatever is asked for, so that the same row says the same.
        var reference = GapReference.Among(dates.SelectMany(date => date.Groups));
        var hidden = measured.Figures.Where(figure => figure.Suppressed && figure.Stratum is not null).Select(figure => (figure.Date, figure.Stratum!.Id)).ToHashSet();
        foreach (var date in dates.Where(date => !(date.Date < from) && !(date.Date > to)))
        {
            var gap = EquityGaps.At(date.Groups, reference);
            foreach (var (stratum, group) in strata.Zip(gap.Groups))
                yield return new(measured, date.Date, stratum, group, gap, hidden.Contains((date.Date, stratum.Id)));
        }
    }
}
