namespace Equity.Graph.Metrics;

/// <summary>A figure of a metric, as anybody may read it.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Kind">What the groups are.</param>
/// <param name="Group">The group.</param>
/// <param name="Programme">The programme within which it was counted, by its key; null for the whole community.</param>
/// <param name="Period">When.</param>
/// <param name="Numerator">How many; null when it is hidden.</param>
/// <param name="Denominator">Of how many; null when it is hidden, and where the value is the numerator itself.</param>
/// <param name="Value">The figure; null when it is hidden or there is none.</param>
internal sealed record MetricRow(Metric Metric, GroupKind Kind, string Group, string? Programme, Period Period, double? Numerator, double? Denominator, double? Value)
{
    /// <summary>Whether something is hidden.</summary>
    public bool Suppressed { get; init; }

    /// <summary>What a reader should know of it.</summary>
    public string? Note { get; init; }

    /// <summary>The group of all together.</summary>
    public const string Everything = "all";

    /// <summary>The group of what has none.</summary>
    public const string None = "(none)";
}

/// <summary>Which rows are asked for. What is left out does not matter.</summary>
internal sealed record MetricFilter
{
    /// <summary>These metrics, by name.</summary>
    public IReadOnlyCollection<string>? Metrics { get; init; }

    /// <summary>These kinds of groups.</summary>
    public IReadOnlyCollection<GroupKind>? Kinds { get; init; }

    /// <summary>These groups.</summary>
    public IReadOnlyCollection<string>? Groups { get; init; }

    /// <summary>Counted within this programme, by its key; null for the whole community.</summary>
    public string? Programme { get; init; }

    /// <summary>Only periods that begin on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only periods that begin on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>By month or by quarter.</summary>
    public PeriodKind Every { get; init; }

    public bool Takes(Period period) => !(period.From.First < From) && !(period.From.First > To);

    public bool Takes(string group) => Groups?.Contains(group) ?? true;
}
