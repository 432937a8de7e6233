namespace Equity.Matching;

/// <summary>A team as it is compared: its passages with a vector each, in one block, and its row of words. Immutable.</summary>
internal sealed class IndexedTeam
{
    private readonly float[] vectors;
    private readonly int[] compared;
    private readonly (int Start, int Count)[] runs;
    private readonly string?[] alongWhich;
    private readonly SparseRow[] support;
    private readonly (int Start, int Count)[] views = new (int, int)[Enum.GetValues<View>().Length];

    /// <param name="profile">What the team wrote.</param>
    /// <param name="passages">As <see cref="Passage.Of"/> gives them: by view.</param>
    /// <param name="vectorOf">The unit vector of each passage.</param>
    /// <param name="words">The row of all it wrote.</param>
    /// <param name="support">The row of each ask and each offer, in their order; null when they are not counted yet.</param>
    public IndexedTeam(TeamProfile profile, IReadOnlyList<Passage> passages, Func<Passage, float[]> vectorOf, SparseRow words, SparseRow[]? support = null)
    {
        this.support = support ?? [];
        (Profile, Passages, Words, Written) = (profile, passages, words, profile.Written());
        var each = passages.Select(vectorOf).ToArray();
        Dimensions = each.Length > 0 ? each[0].Length : 0;
        vectors = [.. each.SelectMany(v => v)];
        alongWhich = [.. passages.Select(p => profile.Dimensions.GetValueOrDefault(p.Source))];
        foreach (var view in Enum.GetValues<View>())
            views[(int)view] = (passages.TakeWhile(p => p.View < view).Count(), passages.Count(p => p.View == view));
        (compared, runs) = (Indices(views), Adjacent(views));
    }

    /// <summary>Another look at the same passages and vectors.</summary>
    private IndexedTeam(IndexedTeam team, TeamProfile profile, (int Start, int Count)[] views, SparseRow words, SparseRow[] support)
    {
        (Profile, Passages, Things, Words, this.support) = (profile, team.Passages, team.Things, words, support);
        (vectors, Dimensions, alongWhich, this.views) = (team.vectors, team.Dimensions, team.alongWhich, views);
        Written = profile == team.Profile ? team.Written : profile.Written();
        (compared, runs) = (Indices(views), Adjacent(views));
    }

    /// <summary>A team with all that it wrote; its words are not counted yet.</summary>
    public static IndexedTeam Of(TeamProfile profile, IReadOnlyDictionary<ContentHash, float[]> vectors)
    {
        var passages = Passage.Of(profile);
        return new(profile, passages, p => vectors[p.Hash], SparseRow.Zero) { Things = Findable.Of(profile, passages) };
    }

    public int Id => Profile.Id;

    public TeamProfile Profile { get; }

    public IReadOnlyList<ProfileText> Written { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public SparseRow Words { get; }

    /// <summary>What a search can find of it, by kind and source.</summary>
    public IReadOnlyList<Findable> Things { get; init; } = [];

    /// <summary>Everything it wrote, for the lexical side.</summary>
    public string AllText => string.Join('\n', Written.Select(t => t.Text));

    /// <summary>Where in <see cref="Passages"/> a view is.</summary>
    public (int Start, int Count) Of(View view) => views[(int)view];

    /// <summary>The indices of the passages of all views.</summary>
    public ReadOnlySpan<int> Compared => compared;

    /// <summary>The same as runs of passages that follow one another.</summary>
    public ReadOnlySpan<(int Start, int Count)> Runs => runs;

    /// <summary>The dimension of a passage's inequity; null where none is told.</summary>
    public string? Dimension(int passage) => alongWhich[passage];

    /// <summary>The length of its vectors; 0 for a team without any.</summary>
    public int Dimensions { get; }

    /// <summary>The vector of a passage, by its index.</summary>
    public ReadOnlySpan<float> Vector(int passage) => vectors.AsSpan(passage * Dimensions, Dimensions);

    /// <summary>The vectors of passages that follow one another.</summary>
    public ReadOnlySpan<float> Vectors(int start, int count) => vectors.AsSpan(start * Dimensions, count * Dimensions);

    /// <summary>The row of an ask or an offer, by its index; zero for any other passage.</summary>
    public SparseRow SupportWords(int passage) => passage - views[(int)View.Ask].Start is >= 0 and var place && place < support.Length ? support[place] : SparseRow.Zero;

    /// <summary>The team with its words counted; with none where there is no lexicon.</summary>
    public IndexedTeam With(Lexicon? lexicon)
    {
        if (lexicon is null) return new(this, Profile, views, SparseRow.Zero, []);
        var texts = Passages.Skip(Of(View.Ask).Start).Take(Of(View.Ask).Count + Of(View.Offer).Count).Select(p => p.Text);
        return new(this, Profile, views, lexicon.Row(AllText), [.. texts.Select(lexicon.Row)]);
    }

    /// <summary>The team without what it asks for and offers, as if it had never said it. Its words are to be counted anew.</summary>
    public IndexedTeam WithoutSupport()
    {
        var left = ((int, int)[])views.Clone();
        left[(int)View.Ask] = left[(int)View.Offer] = default;
        var told = Profile with { Texts = [.. Profile.Texts.Where(t => t.Field is not (ProfileField.Ask or ProfileField.Offer))] };
        return new(this, told, left, SparseRow.Zero, []) { Things = [.. Things.Where(t => t.Kind != SearchKind.Offer)] };
    }

    /// <summary>The same team, of which only some passages are compared.</summary>
    public IndexedTeam Only(Func<Passage, bool> kept)
    {
        var all = Passages.ToList();
        return new(Profile, [.. all.Where(kept)], p => Vector(all.IndexOf(p)).ToArray(), Words);
    }

    private static int[] Indices((int Start, int Count)[] views) => [.. views.SelectMany(view => Enumerable.Range(view.Start, view.Count))];

    private static (int Start, int Count)[] Adjacent((int Start, int Count)[] views)
    {
        var runs = new List<(int Start, int Count)>();
        foreach (var (start, count) in views.Where(view => view.Count > 0))
        {
            if (runs.Count > 0 && runs[^1] is var last && last.Start + last.Count == start) runs[^1] = last with { Count = last.Count + count };
            else runs.Add((start, count));
        }
        return [.. runs];
    }

    private const int FurthestStage = 5; // nobody is a step ahead of a search

    /// <summary>A text that somebody typed, as a team: it may tell of an inequity, of people, of a need or of work, so it is compared as each of them.</summary>
    public static IndexedTeam OfSearch(string text, float[] vector, SparseRow words)
    {
        View[] asked = [View.Profile, View.Inequity, View.Population, View.Ask];
        return new(new(0, FurthestStage, [new(ProfileField.Summary, 0, text)]), [.. asked.Select(v => new Passage(v, 0, text, text))], _ => vector, words, [words]);
    }
}
