using Equity.Matching;

namespace Equity.Graph.Peers.Feedback;

/// <summary>How alike two teams were, side by side, before anything was weighed. All null where the matcher did not know both.</summary>
internal sealed class StoredLikeness
{
    public double? Inequity { get; set; }

    public double? Population { get; set; }

    public double? Support { get; set; }

    public double? Profile { get; set; }

    public double? Words { get; set; }

    /// <summary>As the matcher gives it.</summary>
    public static StoredLikeness Of(PairLikeness? likeness) => new()
    {
        Inequity = likeness?.Inequity,
        Population = likeness?.Population,
        Support = likeness?.Support,
        Profile = likeness?.Profile,
        Words = likeness?.Words,
    };

    /// <summary>As the matcher takes it; null where it is not known.</summary>
    public PairLikeness? ToMatcher() => Profile is { } profile && Words is { } words ? new PairLikeness(Inequity, Population, Support, profile, words) : null;
}
