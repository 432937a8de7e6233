namespace Equity.Matching;

/// <summary>All that the matcher knows at one moment for one audience. Immutable: a reader that holds one sees one state, whole.</summary>
/// <param name="Teams">By ascending id.</param>
/// <param name="Lexicon">Null before the first word.</param>
/// <param name="Rarity">Fitted with the lexicon.</param>
/// <param name="Vocabulary">Fitted with the lexicon.</param>
/// <param name="IsFitted">All three were fitted on exactly the published ones of these teams: a draft shapes nobody else's answers.</param>
/// <param name="UpdatedAt">When it was made; null before the first.</param>
internal sealed record Snapshot(IReadOnlyList<IndexedTeam> Teams, Lexicon? Lexicon, Rarity Rarity, Vocabulary Vocabulary, bool IsFitted, DateTimeOffset? UpdatedAt)
{
    public static readonly Snapshot Nothing = new([], null, Rarity.Unknown, Vocabulary.Nothing, true, null);

    /// <summary>Finds candidates among these teams; null while there are few.</summary>
    public PeerTable? Table { get; init; }

    /// <summary>The team, or null.</summary>
    public IndexedTeam? Find(int team)
    {
        for (int from = 0, to = Teams.Count; from < to;)
        {
            var middle = (from + to) / 2;
            if (Teams[middle].Id == team) return Teams[middle];
            if (Teams[middle].Id < team) from = middle + 1;
            else to = middle;
        }
        return null;
    }

    /// <summary>The team that wrote a passage, and the passage's index; null when nobody did.</summary>
    public (IndexedTeam Team, int Passage)? Find(View view, int source)
    {
        foreach (var team in Teams)
        {
            var (start, count) = team.Of(view);
            for (var i = start; i < start + count; i++)
            {
                if (team.Passages[i].Source == source) return (team, i);
            }
        }
        return null;
    }

    /// <summary>The next state: teams gone, others added. The lexicon stays as fitted; the first teams are what it is first fitted on.</summary>
    public Snapshot With(IReadOnlyList<IndexedTeam> added, IReadOnlySet<int> gone, DateTimeOffset now)
    {
        if (added.Count == 0 && !gone.Any(id => Find(id) is not null)) return this;
        var known = added.Select(t => t.With(Lexicon)).ToList();
        var next = new Snapshot(Merged(known, gone), Lexicon, Rarity, Vocabulary, false, now);
        return Lexicon is null ? next.Refitted(now) : next.Tabled(Table?.With(known, gone));
    }

    /// <summary>The same teams with the lexicon fitted anew on those that are published; itself when nothing has changed since.</summary>
    public Snapshot Refitted(DateTimeOffset now)
    {
        if (IsFitted) return this;
        var texts = Teams.Where(t => t.Profile.Published).Select(t => t.AllText).ToList();
        if (Lexicon.Fit(texts) is not { } lexicon) return new Snapshot([.. Teams.Select(t => t.With(null))], null, Rarity.Unknown, Vocabulary.Of(texts), true, now).Tabled(null);
        return new Snapshot([.. Teams.Select(t => t.With(lexicon))], lexicon, Rarity.Of(texts), Vocabulary.Of(texts), true, now).Tabled(null);
    }

    /// <summary>One list from two, both by id: an update of a few teams among thousands costs no more than a copy.</summary>
    private IndexedTeam[] Merged(List<IndexedTeam> added, IReadOnlySet<int> gone)
    {
        added.Sort((one, other) => one.Id.CompareTo(other.Id));
        var all = new List<IndexedTeam>(Teams.Count + added.Count);
        var next = 0;
        foreach (var team in Teams)
        {
            if (gone.Contains(team.Id)) continue;
            while (next < added.Count && added[next].Id < team.Id) all.Add(added[next++]);
            all.Add(team);
        }
        return [.. all, .. added[next..]];
    }

    /// <summary>With this table, or a new one if there is none; with none where everybody can be scored, or has to be.</summary>
    private Snapshot Tabled(PeerTable? table) => Teams.Count < PeerTable.FewestTeams ? this : this with { Table = table ?? PeerTable.Of(Teams, Lexicon) };
}
