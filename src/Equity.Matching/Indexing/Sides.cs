namespace Equity.Matching;

/// <summary>What the matcher knows at one moment, as each audience may read it: what the one may not read shapes no score, quote or spelling of its answers. Immutable.</summary>
/// <param name="Community">For who takes part.</param>
/// <param name="Visitors">For anybody.</param>
/// <param name="Scorer">Weighs: an answer is made with one set of weights, whenever they are exchanged.</param>
internal sealed record Sides(Snapshot Community, Snapshot Visitors, PeerScorer Scorer)
{
    /// <summary>The state before the first team.</summary>
    public static Sides Nothing(MatcherOptions options) => new(Snapshot.Nothing, Snapshot.Nothing, new(options));

    /// <summary>Whom each team is shown by default, for each audience: as chosen last, perhaps when other teams were known.</summary>
    private (FairLists Community, FairLists Visitors) Lists { get; init; } = (FairLists.None, FairLists.None);

    public bool AreFitted => Community.IsFitted && Visitors.IsFitted;

    public Snapshot Of(Audience audience) => audience == Audience.Community ? Community : Visitors;

    public FairLists ListsOf(Audience audience) => audience == Audience.Community ? Lists.Community : Lists.Visitors;

    /// <summary>The lists were chosen for exactly what is known, among these teams.</summary>
    public bool AreListsFor(IReadOnlySet<int> shown) => Lists.Community.AreFor(Community, Scorer, shown) && Lists.Visitors.AreFor(Visitors, Scorer, shown);

    /// <summary>The same with the lists of another state, which may have been before this one.</summary>
    public Sides WithLists(Sides of) => this with { Lists = of.Lists };

    /// <summary>The same with lists chosen for it, among these teams. Takes seconds among thousands.</summary>
    public Sides Listed(Func<Snapshot, FairLists> choose)
    {
        var lists = Lists;
        Parallel.Invoke(() => lists.Community = choose(Community), () => lists.Visitors = choose(Visitors));
        return this with { Lists = lists };
    }

    /// <summary>What one answer is made of.</summary>
    public (Snapshot Snapshot, PeerScorer Scorer) For(Audience audience) => (Of(audience), Scorer);

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
        return this with { Community = next, Visitors = shown };
    }
}
