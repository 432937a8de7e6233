namespace Equity.Matching;

/// <summary>Writes the scores, 0 to 1, of one team with those that follow one another from another on. Teams go by their place in the list.</summary>
internal delegate void RowScore(int row, int from, Span<double> scores);

/// <summary>
/// The scores of all pairs of many teams: each is worked out once, on all cores, in blocks that stay in the processor's cache, and only the best of each
/// team are kept.
/// </summary>
/// <param name="ids">The teams' ids, in the order by which they are scored.</param>
/// <param name="scorer">Makes what scores, once for each that works: it may keep what it works with.</param>
internal sealed class PairScores(IReadOnlyList<int> ids, Func<RowScore> scorer)
{
    /// <summary>Teams that are compared with as many others at a time.</summary>
    private const int Block = 32;

    /// <summary>How many teams there are.</summary>
    public int Count => ids.Count;

    /// <summary>The best pairs of every team: a pair is there when it is among the best of one of its two. Ties go to the earlier team.</summary>
    /// <param name="each">How many of each team.</param>
    /// <param name="apart">Pairs of ids that do not count, in both directions.</param>
    /// <param name="cancel">Stops between two blocks.</param>
    public List<CandidatePair> Best(int each, IReadOnlySet<(int A, int B)> apart, CancellationToken cancel)
    {
        var starts = Enumerable.Range(0, (ids.Count + Block - 1) / Block).Select(i => i * Block).ToList();
        var blocks = from row in starts from column in starts where row <= column select (row, column);
        var best = new BestOfEach(ids.Count, each);
        Parallel.ForEach(
            blocks,
            new ParallelOptions { CancellationToken = cancel },
            () => (Score: scorer(), Best: new BestOfEach(ids.Count, each), Scores: new double[Block]),
            (block, _, own) =>
            {
                ScoreBlock(block.row, block.column, own.Score, own.Scores, own.Best, apart);
                return own;
            },
            own =>
            {
                // What is best does not depend on who found it first.
                lock (best) best.Take(own.Best);
            });
        return [.. best.All().Select(found => new CandidatePair(ids[found.Team], ids[found.Other], found.Score))];
    }

    /// <summary>All pairs of some teams.</summary>
    /// <param name="teams">Their ids.</param>
    /// <param name="apart">Pairs of ids that do not count, in both directions.</param>
    public List<CandidatePair> All(IReadOnlySet<int> teams, IReadOnlySet<(int A, int B)> apart)
    {
        var pairs = new List<CandidatePair>();
        var (score, scores) = (scorer(), new double[ids.Count]);
        foreach (var row in Enumerable.Range(0, ids.Count).Where(row => teams.Contains(ids[row])))
        {
            score(row, 0, scores);
            pairs.AddRange(Enumerable.Range(0, ids.Count).Where(other => other != row && !apart.Contains((ids[row], ids[other])))
                .Select(other => new CandidatePair(ids[row], ids[other], scores[other])));
        }
        return pairs;
    }

    private void ScoreBlock(int firstRow, int firstColumn, RowScore score, double[] scores, BestOfEach best, IReadOnlySet<(int A, int B)> apart)
    {
        var end = Math.Min(firstColumn + Block, ids.Count);
        for (var row = firstRow; row < Math.Min(firstRow + Block, ids.Count); row++)
        {
            var from = Math.Max(firstColumn, row + 1);
            if (from >= end) continue;
            score(row, from, scores.AsSpan(0, end - from));
            for (var column = from; column < end; column++)
            {
                var found = scores[column - from];
                if (!best.Wants(row, column, found) && !best.Wants(column, row, found) || apart.Contains((ids[row], ids[column]))) continue;
                best.Add(row, column, found);
                best.Add(column, row, found);
            }
        }
    }
}
