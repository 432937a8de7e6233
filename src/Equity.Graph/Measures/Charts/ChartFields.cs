using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using GraphQL;
using GraphQL.Types;

namespace Equity.Graph.Measures.Charts;

/// <summary>A chart of what a viewer may see of a measure.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Chart">The chart.</param>
/// <param name="Hidden">The dates whose figures are hidden: gaps in the line.</param>
internal sealed record MeasureChart(string Title, ProcessChart Chart, IReadOnlySet<DateOnly> Hidden)
{
    /// <summary>Charts figures of a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="figures">What the viewer may see of it, and nothing else: the chart, its words and its picture are made of that alone.</param>
    /// <param name="stratum">The group; null for everybody.</param>
    /// <param name="order">By which rules.</param>
    public static MeasureChart Of(Measure measure, IReadOnlyList<Figure> figures, string? stratum, ChartOrder order)
    {
        var title = stratum is null ? measure.Name : $"{measure.Name}: {stratum}";
        return Of(title, figures.Of(stratum), order);
    }

    /// <summary>Charts each group of a measure, and everybody: the groups in their order, everybody last.</summary>
    /// <param name="figures">What the viewer may see of it, and nothing else.</param>
    /// <param name="strata">The groups.</param>
    /// <param name="order">By which rules.</param>
    public static IReadOnlyList<MeasureChart> OfEach(IReadOnlyList<Figure> figures, IEnumerable<Stratum> strata, ChartOrder order) =>
        [.. strata.InOrder().Select(stratum => Of(stratum.Name, figures.Of(stratum.Name), order)), Of("Everybody", figures.Of(null), order)];

    private static MeasureChart Of(string title, IReadOnlyList<Figure> own, ChartOrder order) =>
        new(title, ProcessChart.Of([.. own.Select(figure => new ChartValue(figure.Date, figure.Numerator, figure.Denominator))], order, title),
            own.Where(figure => figure.Suppressed).Select(figure => figure.Date).ToHashSet());
}

/// <summary>The field chart of a measure.</summary>
internal sealed class ChartFields : ITypeExtension<MeasureType>
{
    public void Extend(MeasureType type) =>
        type.Field<NonNullGraphType<ProcessChartType>>("chart").Description("Its values over time, by named rules that tell a change from the usual ups and downs. Made of the figures that you may see.").Holds(1)
            .Argument<NonNullGraphType<EnumType<ChartMethod>>>("method", "By which rules.", arg => arg.DefaultValue = ChartMethod.Xmr)
            .Argument<StringGraphType>("stratum", "Of this group, by its name; left out, of everybody.")
            .Argument<ListGraphType<NonNullGraphType<DayType>>>("rebase", $"The days from which average and limits are calculated anew, at most {ChartOrder.MostRebases}.")
            .Argument<IntGraphType>("baseline", "How many of the first points fix average and limits; left out, all do.")
            .Resolve(context =>
            {
                var measure = context.Source;
                var rebases = context.GetArgument<IReadOnlyList<DateOnly>?>("rebase") ?? [];
                var baseline = context.GetArgument<int?>("baseline");
                if (rebases.Count > ChartOrder.MostRebases)
                    throw new RequestError("INVALID_VALUE", $"rebase names {rebases.Count} days; at most {ChartOrder.MostRebases} are allowed.");
                if (baseline < 1)
                    throw new RequestError("INVALID_VALUE", "baseline must be 1 or more.");
                var order = new ChartOrder(context.GetArgument<ChartMethod>("method"), measure.Better, measure.Unit) { Rebases = [.. rebases], BaselinePoints = baseline };
                var stratum = context.GetArgument<string?>("stratum");
                return context.LoadFigures(measure.Id).Then(figures => MeasureChart.Of(measure, figures, stratum, order));
            });
}

/// <summary>A chart in the graph.</summary>
internal sealed class ProcessChartType : ObjectGraphType<MeasureChart>
{
    public ProcessChartType()
    {
        Name = nameof(ProcessChart);
        Description = "A measure over time, with what is more than the usual ups and downs.";
        Field<NonNullGraphType<EnumType<ChartMethod>>>("method").Description("How it is charted.").Resolve(context => context.Source.Chart.Method);
        Field<NonNullGraphType<StringGraphType>>("rules").Description("The rules, by name, and the version of their source.").Resolve(context => context.Source.Chart.Rules);
        Field<FloatGraphType>("centre").Description("The average or median of the newest points; null when there are too few.").Resolve(context => context.Source.Chart.Centre);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ChartPointType>>>>("points").Description("In the order of their dates.").Holds(36)
            .Resolve(context => context.Source.Chart.Points.Select(point => (point, context.Source.Hidden.Contains(point.Date))));
        Field<NonNullGraphType<StringGraphType>>("verdict").Description("What changed, whether for the better, and how that is seen, in a plain sentence.").Resolve(context => context.Source.Chart.Verdict);
        Field<NonNullGraphType<StringGraphType>>("svg").Description("The chart as a picture, with a title and a description for who cannot see it; it needs no colour. Also at GET /measures/{id}/chart.svg, with the same token, and method, stratum, rebase and baseline as parameters; with multiples=true, all groups side by side.")
            .Resolve(context => ChartPicture.Of(context.Source.Title, context.Source.Chart));
    }
}

/// <summary>A point of a chart in the graph.</summary>
internal sealed class ChartPointType : ObjectGraphType<(ChartPoint Point, bool Hidden)>
{
    public ChartPointType()
    {
        Name = nameof(ChartPoint);
        Description = "A date of a chart.";
        Field<NonNullGraphType<DayType>>("date").Description("The day, or the first day of the time that is counted.").Resolve(context => context.Source.Point.Date);
        Field<FloatGraphType>("value").Description("The value; null where it is not known or hidden: a gap in the line.").Resolve(context => context.Source.Point.Value);
        Field<FloatGraphType>("centre").Description("The average or median at that date.").Resolve(context => context.Source.Point.Centre);
        Field<FloatGraphType>("lower").Description("The lower limit of the usual ups and downs; null where there is none.").Resolve(context => context.Source.Point.Lower);
        Field<FloatGraphType>("upper").Description("The upper limit.").Resolve(context => context.Source.Point.Upper);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumType<Signal>>>>>("signals").Description("What makes it more than that, the strongest first.").Holds(1).Resolve(context => context.Source.Point.Signals);
        Field<NonNullGraphType<BooleanGraphType>>("suppressed").Description("Whether its figures are hidden, because they are small and about people.").Resolve(context => context.Source.Hidden);
    }
}
