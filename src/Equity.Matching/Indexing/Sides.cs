namespace Equity.Matching;

/// <summary>What the matcher knows at one moment, as each audience may read it: what the one may not read shapes no score, quote or spelling of its answers. Immutable.</summary>
internal sealed record Sides(Snapshot Community, Snapshot Visitors)
{
    /// <summary>Before the first team.</summary>
    public static Sides Nothing(PeerGuess guess) => new(Snapshot.Nothing with { Guess = guess }, Snapshot.Nothing with { Guess = guess });

    public bool AreFitted => Community.IsFitted && Visitors.IsFitted;

    public Snapshot Of(Audience audience) => audience == Audience.Community ? Community : Visitors;

    /// <summary>The next state: teams removed, then added or replaced.</summary>
    public Sides With(IReadOnlyCollection<TeamProfile> changed, IReadOnlyCollection<int> removed, IReadOnlyDictionary<ContentHash, float[]> vectors, DateTimeOffset now)
    {
        var latest = changed.GroupBy(p => p.Id).Select(g => g.Last()).Select(profile => IndexedTeam.Of(profile, vectors)).ToList();
        var gone = removed.Concat(latest.Select(team => team.Id)).ToHashSet();
        return Both(side => side.With(latest, gone, now), side => side.With([.. Shown(latest)], gone, now));
    }

    /// <summary>The same teams with the words fitted anew.</summary>
    public Sides Refitted(DateTimeOffset now) => Both(side => side.Refitted(now), side => side.Refitted(now));

    private static IEnumerable<IndexedTeam> Shown(IEnumerable<IndexedTeam> teams) => teams.Where(team => team.Profile.Published).Select(team => team.WithoutSupport());

    /// <summary>Fitting takes seconds among thousands of teams, and neither side needs the other.</summary>
    private Sides Both(Func<Snapshot, Snapshot> community, Func<Snapshot, Snapshot> visitors)
    {
        var (next, shown) = (Community, Visitors);
        Parallel.Invoke(() => next = community(next), () => shown = visitors(shown));
        return new(next, shown);
    }
}
