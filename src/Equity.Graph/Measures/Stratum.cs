using Equity.Graph.Inequities;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Measures;

/// <summary>One of the groups that a measure compares.</summary>
internal sealed class Stratum : IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int MeasureId { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that measures.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the measure.</summary>
    public required string Key { get; set; }

    /// <summary>What the group is called: unique within the measure.</summary>
    public required string Name { get; set; }

    /// <summary>Along which dimension the groups differ; null where none of them fits.</summary>
    public InequityDimension? Dimension { get; set; }

    /// <summary>Its place where the groups have an order, from 1, the most deprived; null where they have none.</summary>
    public int? Order { get; set; }
}

/// <summary>The order of groups wherever they are shown.</summary>
internal static class StrataOrder
{
    /// <summary>Groups with an order by it, others as they were named.</summary>
    public static IReadOnlyList<Stratum> InOrder(this IEnumerable<Stratum> strata) => [.. strata.OrderBy(stratum => stratum.Order).ThenBy(stratum => stratum.Id)];
}
