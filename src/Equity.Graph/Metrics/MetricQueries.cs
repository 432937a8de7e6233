using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics;

/// <summary>The root fields metrics, metricRows and metricCatalogue.</summary>
internal sealed class MetricQueries(MetricRows rows, TimeProvider time) : ITypeExtension<Query>
{
    /// <summary>Many sums are made, from counts that are kept.</summary>
    private const int SummingUp = 20;

    public void Extend(Query type)
    {
        type.Field<NonNullGraphType<CommunityMetricsType>>("metrics").Description("The community in figures, as anybody may publish them; or one programme.").Costs(SummingUp)
            .Argument<StringGraphType>("programme", "Only the teams of the programme with this key.")
            .Argument<AutoRegisteringInputObjectGraphType<PeriodInput>>("period", "Whole months; left out, everything until now.")
            .ResolveAsync(async context => await MetricsAsync(context));
        type.Field<MetricRowsConnectionType>("metricRows").Description("Figures one by one, flat and in a stable order, as reporting tools like them: by metric as in the catalogue, kind of groups, group and period. The same rows are files: GET /reports.").Costs(SummingUp)
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("metrics", "Only these metrics, by their names in metricCatalogue; all when left out.")
            .Argument<IntGraphType>("first", $"How many: 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize)
            .Argument<StringGraphType>("after", "Only what comes after this cursor.")
            .Argument<AutoRegisteringInputObjectGraphType<MetricRowFilterInput>>("where", "Only these rows.")
            .ResolveAsync(async context => await RowsAsync(context));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<MetricType>>>>("metricCatalogue").Description("All metrics: what each means, what it counts, and how closely it is told.").Holds(MetricCatalogue.All.Count)
            .Resolve(_ => MetricCatalogue.All);
    }

    private async Task<CommunityMetrics> MetricsAsync(IResolveFieldContext context)
    {
        var (programme, current, cancel) = (context.GetArgument<string?>("programme"), rows.Current, context.CancellationToken);
        await DemandProgrammeAsync(context, programme);
        var period = context.GetArgument<PeriodInput?>("period") is { } input ? input.Months(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) : new(PeriodInput.Earliest, current);
        if (!context.Viewer().Published)
            return new(time.GetUtcNow().UtcDateTime, new([], []));
        var live = await rows.CountAsync(tallies => PeriodRows.Of(tallies, programme, period, current), cancel);
        var kept = programme is not null ? [] : await rows.ReadAsync(new() { Metrics = [MetricCatalogue.RecommendationsAccepted.Name], From = period.From.First, To = period.To.First }, null, cancel).ToListAsync(cancel);
        return new(time.GetUtcNow().UtcDateTime, new(live, kept));
    }

    private async Task<Connection<MetricRow>> RowsAsync(IResolveFieldContext context)
    {
        var filter = (context.GetArgument<MetricRowFilterInput?>("where") ?? new()).Filter(context.GetArgument<IReadOnlyList<string>?>("metrics"));
        await DemandProgrammeAsync(context, filter.Programme);
        var first = PageArguments.First(context, PageArguments.DefaultSize);
        var after = context.GetArgument<string?>("after") is { } cursor ? MetricRowCursor.Parse("after", cursor) : null;
        if (!context.Viewer().Published)
            return new([], HasNext: false, HasPrevious: false, _ => new Deferred<int>(_ => Task.FromResult(0)));
        var page = await rows.ReadAsync(filter, after, context.CancellationToken).Take(first + 1).ToListAsync(context.CancellationToken);
        return new([.. page.Take(first).Select(row => new Edge<MetricRow>(row, MetricRowCursor.Of(row)))], page.Count > first, after is not null,
            _ => new Deferred<int>(async cancel => await rows.ReadAsync(filter, null, cancel).CountAsync(cancel)));
    }

    /// <summary>A programme that there is not is a mistake that nobody would see in figures of 0.</summary>
    private static async Task DemandProgrammeAsync(IResolveFieldContext context, string? programme)
    {
        if (programme is not null and not MetricRow.None && !await context.QueryAsync((db, cancel) => db.Programmes.AnyAsync(known => known.Key == programme, cancel)))
            throw new RequestError("INVALID_VALUE", "programme is no key of a programme; take one from programmes.");
    }
}
