namespace Equity.Matching;

/// <summary>All that the matcher knows at one moment. Immutable: a reader that holds one sees one state, whole.</summary>
/// <param name="Teams">By ascending id.</param>
/// <param name="Lexicon">Null before the first word.</param>
/// <param name="Rarity">Fitted with the lexicon.</param>
/// <param name="Vocabulary">Fitted with the lexicon.</param>
/// <param name="IsFitted">All three were fitted on exactly these teams.</param>
/// <param name="UpdatedAt">When it was made; null before the first.</param>
internal sealed record Snapshot(IReadOnlyList<IndexedTeam> Teams, Lexicon? Lexicon, Rarity Rarity, Vocabulary Vocabulary, bool IsFitted, DateTimeOffset? UpdatedAt)
{
    public static readonly Snapshot Nothing = new([], null, Rarity.Unknown, Vocabulary.Nothing, true, null);

    private readonly Dictionary<int, IndexedTeam> byId = Teams.ToDictionary(t => t.Id);

    /// <summary>The team, or null.</summary>
    public IndexedTeam? Find(int team) => byId.GetValueOrDefault(team);

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

    /// <summary>The next state: teams removed, then added or replaced. The lexicon stays as fitted; the first teams are what it is first fitted on.</summary>
    public Snapshot With(IReadOnlyCollection<TeamProfile> changed, IReadOnlyCollection<int> removed, IReadOnlyDictionary<ContentHash, float[]> vectors, DateTimeOffset now)
    {
        var latest = changed.GroupBy(p => p.Id).Select(g => g.Last()).ToList();
        var rows = Lexicon?.Rows([.. latest.Select(IndexedTeam.AllText)]);
        var added = from team in latest.Zip(rows ?? Enumerable.Repeat(SparseRow.Zero, latest.Count), (profile, words) => (Profile: profile, Words: words))
                    let passages = Passage.Of(team.Profile)
                    select new IndexedTeam(team.Profile, passages, t => vectors[t.Hash], team.Words) { Things = Findable.Of(team.Profile, passages) };
        var gone = removed.Concat(latest.Select(p => p.Id)).ToHashSet();
        var next = new Snapshot([.. Teams.Where(t => !gone.Contains(t.Id)).Concat(added).OrderBy(t => t.Id)], Lexicon, Rarity, Vocabulary, false, now);
        return Lexicon is null ? next.Refitted(now) : next;
    }

    /// <summary>The same teams with the lexicon fitted anew on all of them.</summary>
    public Snapshot Refitted(DateTimeOffset now)
    {
        var texts = Teams.Select(t => IndexedTeam.AllText(t.Profile)).ToList();
        if (Lexicon.Fit(texts) is not { } lexicon) return new([.. Teams.Select(t => t.With(SparseRow.Zero))], null, Rarity.Unknown, Vocabulary.Of(texts), true, now);
        var rows = lexicon.Rows(texts);
        return new([.. Teams.Select((t, i) => t.With(rows[i]))], lexicon, Rarity.Of(texts), Vocabulary.Of(texts), true, now);
    }
}
