using Equity.Graph.Disclosure;
using Equity.Graph.Measures;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>A measure that is attacked: what everybody may know of it, and what is to be kept.</summary>
/// <param name="Id">Its global id.</param>
/// <param name="Owner">The persona whose team it is of.</param>
/// <param name="Team">That team.</param>
/// <param name="Public">Its name, its unit and which way is better.</param>
/// <param name="Strata">Its groups, in the order in which they were named; none where figures are of everybody.</param>
internal sealed record AttackedMeasure(string Id, string Owner, Row Team, Measure Public, IReadOnlyList<Stratum> Strata)
{
    /// <summary>What the team has recorded by now.</summary>
    public SortedDictionary<DateOnly, Dictionary<string, RawStratum>> Recorded { get; } = [];

    /// <summary>What has been seen of it, oldest first.</summary>
    public List<Sight> Seen { get; } = [];

    /// <summary>What its groups are called in tables: "" where there are none.</summary>
    public IReadOnlyList<string> Groups => Strata.Count == 0 ? [""] : [.. Strata.Select(stratum => stratum.Name)];

    /// <summary>A group's name, as a question about it has it; null for everybody.</summary>
    public IEnumerable<string?> Choices => Strata.Select(stratum => (string?)stratum.Name).Prepend(null);

    /// <summary>What the team had recorded of a date, two counts a group; 0 where nothing.</summary>
    public long[] Truth(DateOnly date) => [.. Groups.SelectMany(group => Recorded.GetValueOrDefault(date)?.GetValueOrDefault(group) is { } stratum
        ? new[] { (long)stratum.Numerator, (long)stratum.Denominator } : [0, 0])];
}

/// <summary>All figures of a measure as they were seen at a moment, the rates that were told besides, and what was true then.</summary>
/// <param name="Figures">By date and then by group.</param>
/// <param name="Rates">Rates from charts and gaps that do not follow from the figures.</param>
/// <param name="Truth">The recorded counts of each date when its figures were last released.</param>
/// <param name="Frozen">Whether nothing was released since the moment before, so that nothing may have changed.</param>
internal sealed record Sight(IReadOnlyList<Figure> Figures, IReadOnlyList<SeenRate> Rates, IReadOnlyDictionary<DateOnly, long[]> Truth, bool Frozen);

/// <summary>A rate that was told.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Stratum">Its group; null for everybody.</param>
/// <param name="Value">The rate.</param>
/// <param name="Places">How many decimals of it count.</param>
internal sealed record SeenRate(DateOnly Date, string? Stratum, double Value, int Places);
