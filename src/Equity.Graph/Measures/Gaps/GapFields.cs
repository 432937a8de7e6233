using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Equity.Graph.Measures.Gaps;

/// <summary>The gap between the groups of a measure as a viewer may see it.</summary>
/// <param name="At">The date; null while nothing was recorded.</param>
/// <param name="Gap">The gap at that date.</param>
/// <param name="Trend">The gap over time, to that date.</param>
/// <param name="Hidden">The groups whose figures are hidden at that date.</param>
internal sealed record MeasureGap(DateOnly? At, EquityGap Gap, GapTrend Trend, IReadOnlySet<string> Hidden)
{
    /// <summary>Compares the groups of a measure.</summary>
    /// <param name="strata">Its groups, in their order.</param>
    /// <param name="figures">What the viewer may see of it, and nothing else.</param>
    /// <param name="reference">The group that the others are compared with; null for the usual one.</param>
    /// <param name="at">The last date that counts; null for the newest.</param>
    public static MeasureGap Of(IReadOnlyList<Stratum> strata, IReadOnlyList<Figure> figures, string? reference, DateOnly? at)
    {
        if (reference is not null && !strata.Any(stratum => stratum.Name == reference))
            throw new RequestError("INVALID_VALUE", strata.Count == 0 ? "reference names a group, and the measure compares none." : $"reference must be one of the measure's groups: {string.Join(", ", strata.Select(stratum => $"“{stratum.Name}”"))}.");
        var dates = Dated(strata, [.. figures.Where(figure => !(figure.Date > at))]);
        DateOnly? newest = dates.Count == 0 ? null : dates[^1].Date;
        var hidden = figures.Where(figure => figure.Date == newest && figure.Suppressed).Select(figure => figure.Stratum?.Name).OfType<string>().ToHashSet();
        return new(newest, EquityGaps.At(newest is null ? [] : dates[^1].Groups, reference), GapsOverTime.Of(dates, reference), hidden);
    }

    /// <summary>The groups of a measure at each date, by date: every group at every date, whether it has figures there or not.</summary>
    /// <param name="strata">Its groups, in their order.</param>
    /// <param name="figures">What the viewer may see of it.</param>
    public static IReadOnlyList<DatedGroups> Dated(IReadOnlyList<Stratum> strata, IReadOnlyList<Figure> figures) =>
        [.. figures.Where(figure => figure.Stratum is not null).GroupBy(figure => figure.Date).OrderBy(date => date.Key).Select(date => new DatedGroups(date.Key, [.. strata.Select(stratum => Count(stratum, date))]))];

    private static GroupCount Count(Stratum stratum, IEnumerable<Figure> figures) =>
        figures.FirstOrDefault(figure => figure.Stratum!.Id == stratum.Id) is var figure ? new(stratum.Name, stratum.Order, figure?.Numerator, figure?.Denominator) : default;
}

/// <summary>The field gap of a measure.</summary>
internal sealed class GapFields : ITypeExtension<MeasureType>
{
    public void Extend(MeasureType type) =>
        type.Field<NonNullGraphType<EquityGapType>>("gap").Description("How far the groups lie apart, and whether that narrows. Made of the figures that you may see.").Holds(1)
            .Argument<StringGraphType>("reference", "The group that the others are compared with, by its name; left out, the least deprived, or else the largest.")
            .Argument<DayType>("at", "The newest date that counts; left out, the newest there is.")
            .Resolve(context =>
            {
                var (reference, at) = (context.GetArgument<string?>("reference"), context.GetArgument<DateOnly?>("at"));
                return new IDataLoaderResult[] { context.LoadMany<Stratum>(stratum => stratum.MeasureId, context.Source.Id), context.LoadFigures(context.Source.Id) }.All()
                    .Then(all => MeasureGap.Of(((IReadOnlyList<Stratum>?)all[0] ?? []).InOrder(), (IReadOnlyList<Figure>)all[1]!, reference, at));
            });
}

/// <summary>A gap in the graph.</summary>
internal sealed class EquityGapType : ObjectGraphType<MeasureGap>
{
    public EquityGapType()
    {
        Name = nameof(EquityGap);
        Description = "How far the groups of a measure lie apart at a date, and over time.";
        Field<DayType>("at").Description("The date; null while there is nothing to see.").Resolve(context => context.Source.At);
        Field<StringGraphType>("reference").Description("The group that the others are compared with; null when there are no groups.").Resolve(context => context.Source.Gap.Reference);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GapGroupType>>>>("groups").Description("The groups, in their order.").Holds(5)
            .Resolve(context => context.Source.Gap.Groups.Select(group => (group, context.Source.Hidden.Contains(group.Stratum))));
        Field<FloatGraphType>("slopeIndex").Description("Slope index of inequality: the rate of the least deprived less that of the most deprived, on a line through all groups weighted by size. For three or more groups with an order.").Resolve(context => context.Source.Gap.SlopeIndex);
        Ends("slopeIndexInterval", "Its 95 % interval: lower and upper end.", source => source.Gap.SlopeIndexInterval);
        Field<FloatGraphType>("relativeIndex").Description("Relative index of inequality: the same line's ends, one as a multiple of the other.").Resolve(context => context.Source.Gap.RelativeIndex);
        Ends("relativeIndexInterval", "Its 95 % interval: lower and upper end.", source => source.Gap.RelativeIndexInterval);
        Field<FloatGraphType>("disparityIndex").Description("Index of disparity: how far the groups lie from the reference on average, in per cent of it. For groups without an order.").Resolve(context => context.Source.Gap.DisparityIndex);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("why").Description("Why something is not known, each in a plain sentence.").Holds(2).Resolve(context => context.Source.Gap.Why.Select(note => note.Words).Distinct());
        Field<BooleanGraphType>("narrowing").Description("Whether the gap narrows over time: its 95 % interval tells; null when that cannot be said.").Resolve(context => context.Source.Trend.Narrowing);
        Field<NonNullGraphType<EnumType<GapVerdict>>>("trend").Description("What becomes of the gap over time.").Resolve(context => context.Source.Trend.Verdict);
        Field<NonNullGraphType<StringGraphType>>("verdict").Description("The same in a plain sentence.").Resolve(context => context.Source.Trend.Words);
    }

    private void Ends(string name, string description, Func<MeasureGap, Interval?> of) =>
        Field<ListGraphType<NonNullGraphType<FloatGraphType>>>(name).Description(description).Holds(1).Resolve(context => GapGroupType.EndsOf(of(context.Source)));
}

/// <summary>A group of a gap in the graph.</summary>
internal sealed class GapGroupType : ObjectGraphType<(GroupGap Gap, bool Hidden)>
{
    public GapGroupType()
    {
        Name = "GapGroup";
        Description = "A group, beside the reference.";
        Field<NonNullGraphType<StringGraphType>>("stratum").Description("The group's name.").Resolve(context => context.Source.Gap.Stratum);
        Field<FloatGraphType>("rate").Description("Numerator over denominator; null when it is not known or hidden.").Resolve(context => context.Source.Gap.Rate);
        Field<FloatGraphType>("difference").Description("Its rate less that of the reference; null for the reference itself.").Resolve(context => context.Source.Gap.Difference);
        Field<ListGraphType<NonNullGraphType<FloatGraphType>>>("differenceInterval").Description("Its 95 % interval (Newcombe's hybrid score): lower and upper end.").Holds(1).Resolve(context => EndsOf(context.Source.Gap.DifferenceInterval));
        Field<FloatGraphType>("ratio").Description("Its rate as a multiple of that of the reference.").Resolve(context => context.Source.Gap.Ratio);
        Field<ListGraphType<NonNullGraphType<FloatGraphType>>>("ratioInterval").Description("Its 95 % interval (log method): lower and upper end.").Holds(1).Resolve(context => EndsOf(context.Source.Gap.RatioInterval));
        Field<NonNullGraphType<BooleanGraphType>>("suppressed").Description("Whether its figures are hidden, because they are small and about people.").Resolve(context => context.Source.Hidden);
    }

    internal static double[]? EndsOf(Interval? interval) => interval is { } both ? [both.Lower, both.Upper] : null;
}
