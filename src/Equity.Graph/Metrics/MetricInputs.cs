using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Rules;

namespace Equity.Graph.Metrics;

/// <summary>Some whole months.</summary>
internal sealed class PeriodInput
{
    /// <summary>The first month that metrics can tell of.</summary>
    public static readonly Month Earliest = Month.Of(new DateOnly(2000, 1, 1));

    /// <summary>The first day: the first of a month.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day: the last of a month, or today or later.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Checks the days.</summary>
    public Period Months(DateOnly today)
    {
        if (From.Day != 1)
            throw RequestError.Argument("period.from must be the first day of a month: metrics are told by month.");
        if (To < From)
            throw RequestError.Argument("period.to is before period.from.");
        if (To < today && To.AddDays(1).Day != 1)
            throw RequestError.Argument("period.to must be the last day of a month, or today or later: metrics are told by month.");
        return new(Month.Of(From), Month.Of(To > today ? today : To));
    }
}

/// <summary>Which rows. What is left out does not matter.</summary>
internal sealed class MetricRowFilterInput
{
    /// <summary>Any of these metrics, by name.</summary>
    public IReadOnlyList<string>? Metric { get; init; }

    /// <summary>Any of these kinds of groups, such as PROGRAMME; metricCatalogue says which a metric has.</summary>
    public IReadOnlyList<string>? GroupKind { get; init; }

    /// <summary>Any of these groups.</summary>
    public IReadOnlyList<string>? Group { get; init; }

    /// <summary>Counted within the programme with this key; left out, over the whole community.</summary>
    public string? Programme { get; init; }

    /// <summary>Only periods that begin on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only periods that begin on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How long a period is; a month when left out.</summary>
    public PeriodKind? Every { get; init; }

    /// <summary>The filter, and by argument only these metrics.</summary>
    public MetricFilter Filter(IReadOnlyList<string>? metrics) => new()
    {
        Metrics = Metric is null ? Known(metrics, "metrics") : metrics is null ? Known(Metric, "where.metric") : [.. Known(metrics, "metrics")!.Intersect(Known(Metric, "where.metric")!)],
        Kinds = Bounded(GroupKind, "where.groupKind")?.Select(KindOf).ToList(),
        Groups = Bounded(Group, "where.group"),
        Programme = Programme,
        From = From,
        To = To,
        Every = Every ?? PeriodKind.Month,
    };

    private static IReadOnlyList<string>? Known(IReadOnlyList<string>? names, string argument)
    {
        if (Bounded(names, argument)?.FirstOrDefault(name => MetricCatalogue.Find(name) is null) is { } unknown)
            throw RequestError.Argument($"{argument} names {Quoted(unknown)}, which is no metric; take names from metricCatalogue.");
        return names;
    }

    private static GroupKind KindOf(string name) => ContractName.TryParse<GroupKind>(name, out var kind) ? kind
        : throw RequestError.Argument($"where.groupKind names {Quoted(name)}; it can be {string.Join(", ", ContractName.All<GroupKind>())}.");

    private static IReadOnlyList<string>? Bounded(IReadOnlyList<string>? names, string argument) => names?.Count > PageArguments.MaxSize
        ? throw RequestError.Argument($"{argument} has {names.Count} names; at most {PageArguments.MaxSize} are allowed.") : names;

    private static string Quoted(string name) => $"\"{(name.Length > 60 ? name[..60] + "…" : name)}\"";
}

/// <summary>The places of rows, for paging.</summary>
internal static class MetricRowCursor
{
    private const string List = "metric rows";

    private static readonly Type[] Types = [typeof(int), typeof(GroupKind), typeof(string), typeof(int)];

    public static string Of(MetricRow row) => MetricPlace.Of(row) is var place ? Cursor.Of(List, [place.Metric, place.Kind, place.Group, place.Month]) : "";

    /// <summary>The place that a cursor holds.</summary>
    /// <exception cref="RequestError">It is no cursor of metric rows.</exception>
    public static MetricPlace Parse(string argument, string cursor) =>
        Cursor.Parse(argument, cursor, List, Types) is [int metric, GroupKind kind, string group, int month] ? new(metric, kind, group, month) : throw RequestError.Cursor(argument);
}
