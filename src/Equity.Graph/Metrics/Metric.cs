namespace Equity.Graph.Metrics;

/// <summary>What is counted over the community, for reporting tools.</summary>
/// <param name="Name">Its name, which stays.</param>
/// <param name="Description">What it is, in a plain sentence or two.</param>
/// <param name="Unit">What the value is in.</param>
/// <param name="How">How months are made up.</param>
/// <param name="Groups">By what it is told, beside all together.</param>
internal sealed record Metric(string Name, string Description, string Unit, Makeup How, IReadOnlyList<GroupKind> Groups)
{
    /// <summary>What the numerator counts.</summary>
    public required string Numerator { get; init; }

    /// <summary>What the denominator counts; null where the value is the numerator itself.</summary>
    public string? Denominator { get; init; }

    /// <summary>What it tells of, which decides how closely it is told.</summary>
    public DisclosureClass Disclosure { get; init; }

    /// <summary>The groups that it has by itself: each thing counted is in one of them, whatever team it belongs to.</summary>
    public IReadOnlyList<GroupKind> Own { get; init; } = [];

    /// <summary>Its place in the catalogue, from 0.</summary>
    public int Place { get; init; }

    /// <summary>All together, and then every kind of groups.</summary>
    public IEnumerable<GroupKind> Kinds => Groups.Prepend(GroupKind.All).Distinct().Order();

    /// <summary>Whether it is counted from what teams do, up to the moment; else it is kept when a month closes.</summary>
    public bool IsLive => How != Makeup.Closed;
}

/// <summary>How the figure of a month is made up.</summary>
internal enum Makeup
{
    /// <summary>What happened in the month; a quarter has the sum.</summary>
    Flow,
    /// <summary>How it stood at the end of the month, or now; a quarter has that of its last month.</summary>
    Stock,
    /// <summary>How it stands now; of closed months as it stood when they closed.</summary>
    Now,
    /// <summary>The median of whole days of what ended in the month.</summary>
    Median,
    /// <summary>Kept when the month closes, and not changed by what happens later.</summary>
    Closed,
}

/// <summary>What a metric tells of.</summary>
internal enum DisclosureClass
{
    /// <summary>Things such as teams, learning and friendships: exact.</summary>
    Things,
    /// <summary>People, and what was said in confidence: of closed months only; 1 to 7 are hidden, others rounded to 5, so that sums of groups need not be the total.</summary>
    People,
}
