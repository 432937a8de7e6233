using System.Buffers;
using System.Numerics;

namespace Equity.Matching;

/// <summary>
/// Finds the teams among thousands that are worth scoring: their vectors as int8 and their words the other way round, as they were when it was made, beside
/// the teams that came or changed since, which are always scored. Immutable: an update gives another one, over the same vectors and words. Thread-safe; a
/// search takes one core, and its memory from a pool.
/// </summary>
internal sealed class PeerTable
{
    /// <summary>Where there are fewer teams everybody is scored: it takes no more than some milliseconds.</summary>
    public const int FewestTeams = 2_000;

    /// <summary>The most candidates that can be asked for.</summary>
    public const int MostCandidates = 1_000;

    /// <summary>Where no more fit a filter they are all scored.</summary>
    private const int Few = 1_000;

    /// <summary>So many teams may have come or changed before another table is made; in a large community a twentieth.</summary>
    private const int LeastTail = 250;

    private readonly IndexedTeam[] rows;
    private readonly int[] ids;
    private readonly Int8Rows? vectors; // none where nothing has a vector
    private readonly Postings words;
    private readonly ulong[] live;
    private readonly IndexedTeam[] since;

    private PeerTable(IReadOnlyList<IndexedTeam> teams, Lexicon? lexicon, int dimensions)
    {
        (rows, ids, since) = ([.. teams], [.. teams.Select(team => team.Id)], []);
        if (dimensions > 0) vectors = new(MutualVector.Dimensions(dimensions), rows.Length, (row, vector) => PeerGuess.WriteRow(rows[row], vector));
        words = new([.. rows.Select(team => team.Words)], lexicon?.Dimensions ?? 0);
        live = new ulong[VectorLayout.BlocksOf(rows.Length)];
        for (var row = 0; row < rows.Length; row++) live[row / VectorLayout.BlockRows] |= Bit(row);
    }

    private PeerTable(PeerTable table, ulong[] live, IndexedTeam[] since)
    {
        (rows, ids, vectors, words) = (table.rows, table.ids, table.vectors, table.words);
        (this.live, this.since) = (live, since);
    }

    /// <summary>Of all these teams as they are; null where their vectors are too long for it.</summary>
    /// <param name="teams">At least one, by ascending id.</param>
    /// <param name="lexicon">Of their rows of words.</param>
    public static PeerTable? Of(IReadOnlyList<IndexedTeam> teams, Lexicon? lexicon) =>
        teams.Max(team => team.Dimensions) is var dimensions && MutualVector.Dimensions(dimensions) <= VectorLayout.MostDimensions ? new(teams, lexicon, dimensions) : null;

    /// <summary>The same without some teams and with others; null when it is time for another one, because too much has changed.</summary>
    public PeerTable? With(IReadOnlyList<IndexedTeam> added, IReadOnlySet<int> gone)
    {
        IndexedTeam[] tail = [.. since.Where(team => !gone.Contains(team.Id)), .. added];
        var left = (ulong[])live.Clone();
        foreach (var id in gone)
        {
            if (Row(id) is { } row) left[row / VectorLayout.BlockRows] &= ~Bit(row);
        }
        return tail.Length <= Math.Max(LeastTail, rows.Length / 20) && left.Sum(BitOperations.PopCount) >= rows.Length / 2 ? new(this, left, tail) : null;
    }

    /// <summary>How many candidates a list of that length is chosen from: results/peers.md of the benchmarks tells what so many miss.</summary>
    public int Candidates(int count) => Math.Min(MostCandidates, 500 + 4 * count + rows.Length / 50);

    /// <summary>Offers the teams that are likely to be among the best for one; where few fit, all of them.</summary>
    /// <param name="ours">Never offered itself.</param>
    /// <param name="wanted">How many candidates, 1 to <see cref="MostCandidates"/>.</param>
    /// <param name="among">The ids to choose from; null for all.</param>
    /// <param name="scorer">Scores them.</param>
    /// <param name="best">To offer them to.</param>
    public void Find(IndexedTeam ours, int wanted, Func<int, bool>? among, PeerScorer scorer, ref BestTeams best)
    {
        var shared = ArrayPool<double>.Shared.Rent(rows.Length);
        var fit = ArrayPool<ulong>.Shared.Rent(live.Length);
        try
        {
            Array.Clear(shared, 0, rows.Length);
            words.Add(ours.Words, shared);
            if (Fit(ours.Id, among, fit) > Math.Max(Few, wanted)) Narrow(ours, scorer.Guess, wanted, shared, fit);
            for (var block = 0; block < live.Length; block++)
            {
                for (var left = fit[block]; left != 0; left &= left - 1)
                {
                    var row = block * VectorLayout.BlockRows + BitOperations.TrailingZeroCount(left);
                    best.Offer(rows[row], scorer.Of(ours, rows[row], Math.Min(1, shared[row])));
                }
            }
            foreach (var team in since)
            {
                if (team != ours && (among is null || among(team.Id))) best.Offer(team, scorer.Of(ours, team, team.Words.Cosine(ours.Words)));
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(shared);
            ArrayPool<ulong>.Shared.Return(fit);
        }
    }

    /// <summary>Makes what guesses the scores of each of the teams that it was made of with the others, by their places. It keeps the words of as many as are compared at a time.</summary>
    public Func<RowScore> Guesses(PeerGuess guess) => () =>
    {
        var (cached, shared, width) = (new int[PairScores.Block], new double[PairScores.Block][], vectors?.Layout.Stride ?? 0);
        var (queries, factors, products) = (new short[PairScores.Block * width], new float[PairScores.Block], new float[PairScores.Block]);
        Array.Fill(cached, -1);
        return (row, from, guesses) =>
        {
            var slot = row % PairScores.Block;
            var query = queries.AsSpan(slot * width, width);
            if (cached[slot] != row)
            {
                cached[slot] = row;
                factors[slot] = WriteQuery(rows[row], guess, query);
                Array.Clear(shared[slot] ??= new double[rows.Length]);
                words.Add(rows[row].Words, shared[slot]);
            }
            vectors?.Products(query, from, products.AsSpan(0, guesses.Length));
            for (var i = 0; i < guesses.Length; i++) guesses[i] = guess.Of(factors[slot] * products[i], shared[slot][from + i]);
        };
    };

    /// <summary>Marks the rows that may be found; says how many.</summary>
    private int Fit(int ours, Func<int, bool>? among, Span<ulong> fit)
    {
        live.CopyTo(fit);
        if (Row(ours) is { } own) fit[own / VectorLayout.BlockRows] &= ~Bit(own);
        var count = 0;
        for (var block = 0; block < live.Length; block++)
        {
            for (var left = among is null ? 0 : fit[block]; left != 0; left &= left - 1)
            {
                var row = block * VectorLayout.BlockRows + BitOperations.TrailingZeroCount(left);
                if (!among!(ids[row])) fit[block] &= ~Bit(row);
            }
            count += BitOperations.PopCount(fit[block]);
        }
        return count;
    }

    /// <summary>Leaves only those marked that are likeliest to be near.</summary>
    private void Narrow(IndexedTeam ours, PeerGuess guess, int wanted, ReadOnlySpan<double> shared, Span<ulong> fit)
    {
        Span<float> products = stackalloc float[VectorLayout.BlockRows];
        Span<short> query = stackalloc short[vectors?.Layout.Stride ?? 0];
        var factor = WriteQuery(ours, guess, query);
        var nearest = new BestRows(stackalloc Neighbour[wanted]);
        products.Clear();
        for (var block = 0; block < live.Length; block++)
        {
            if (fit[block] == 0) continue;
            var first = block * VectorLayout.BlockRows;
            vectors?.Products(query, first, products[..Math.Min(VectorLayout.BlockRows, rows.Length - first)]);
            for (var left = fit[block]; left != 0; left &= left - 1)
            {
                var row = first + BitOperations.TrailingZeroCount(left);
                nearest.Offer(row, guess.Of(factor * products[row - first], shared[row]));
            }
        }
        fit[..live.Length].Clear();
        foreach (var near in nearest.Sorted()) fit[near.Id / VectorLayout.BlockRows] |= Bit(near.Id);
    }

    /// <summary>Writes what is searched for; returns what the products with it are to be multiplied with.</summary>
    private float WriteQuery(IndexedTeam ours, PeerGuess guess, Span<short> query)
    {
        if (vectors is null || ours.Dimensions == 0) return 0;
        Span<float> asked = stackalloc float[query.Length];
        guess.WriteQuery(ours, asked[..vectors.Layout.Dimensions]);
        return Int8Query.Write(asked, query);
    }

    private int? Row(int id) => Array.BinarySearch(ids, id) is >= 0 and var row ? row : null;

    private static ulong Bit(int row) => 1UL << row % VectorLayout.BlockRows;
}
