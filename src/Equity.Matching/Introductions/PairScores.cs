namespace Equity.Matching;

/// <summary>Writes the scores, 0 to 1, of one team with those that follow one another from another on. Teams go by their place in the list.</summary>
internal delegate void RowScore(int row, int from, Span<double> scores);

/// <summary>
/// The scores of all pairs of many teams: each is worked out once, on all cores, in blocks that stay in the processor's cache, and only the best of each
/// team are kept. Where a guess is quicker than a score, all pairs are guessed, and those that are likely to be among the best are scored.
/// </summary>
/// <param name="ids">The teams' ids, in the order by which they are scored.</param>
/// <param name="scorer">Makes what scores, once for each that works: it may keep what it works with.</param>
/// <param name="guesser">The same for guesses, on any scale; null to score all pairs.</param>
internal sealed class PairScores(IReadOnlyList<int> ids, Func<RowScore> scorer, Func<RowScore>? guesser = null)
{
    /// <summary>Teams that are compared with as many others at a time.</summary>
    public const int Block = 64;

    /// <summary>So many times as many pairs as are wanted are scored where all are guessed.</summary>
    private const int Likely = 4;

    /// <summary>How many teams there are.</summary>
    public int Count => ids.Count;

    /// <summary>The best pairs of every team: a pair is there when it is among the best of one of its two. Ties go to the earlier team.</summary>
    /// <param name="each">How many of each team.</param>
    /// <param name="apart">Pairs of ids that do not count, in both directions.</param>
    /// <param name="cancel">Stops between two blocks.</param>
    public List<CandidatePair> Best(int each, IReadOnlySet<(int A, int B)> apart, CancellationToken cancel)
    {
        var best = guesser is null ? OfAll(each, scorer, apart, cancel) : Scored(OfAll(Likely * each, guesser, apart, cancel), each, cancel);
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

    /// <summary>The best of each among all others.</summary>
    private BestOfEach OfAll(int each, Func<RowScore> scorer, IReadOnlySet<(int A, int B)> apart, CancellationToken cancel) => Kept(each, scorer, (block, score, best) =>
    {
        Span<double> scores = stackalloc double[Block];
        for (var first = block; first < ids.Count; first += Block)
        {
            cancel.ThrowIfCancellationRequested();
            ScoreBlock(block, first, score, scores, best, apart);
        }
    }, cancel);

    /// <summary>The best of each among those that are likely.</summary>
    private BestOfEach Scored(BestOfEach likely, int each, CancellationToken cancel) => Kept(each, scorer, (block, score, best) =>
    {
        var found = 0.0;
        for (var row = block; row < Math.Min(block + Block, ids.Count); row++)
        {
            foreach (var (other, _) in likely.Of(row))
            {
                if (other < row && likely.Has(other, row)) continue; // scored there
                score(row, other, new(ref found));
                best.Add(row, other, found);
                best.Add(other, row, found);
            }
        }
    }, cancel);

    /// <summary>Goes through the teams in blocks, on all cores. Each that works keeps its own best to the end: begun anew, it would want nearly every pair at first.</summary>
    private BestOfEach Kept(int each, Func<RowScore> scorer, Action<int, RowScore, BestOfEach> score, CancellationToken cancel)
    {
        var best = new BestOfEach(ids.Count, each);
        var next = -1;
        Parallel.For(0, Environment.ProcessorCount, new ParallelOptions { CancellationToken = cancel }, _ =>
        {
            var (own, ownScore) = (new BestOfEach(ids.Count, each), scorer());
            for (int block; (block = Interlocked.Increment(ref next) * Block) < ids.Count;)
            {
                cancel.ThrowIfCancellationRequested();
                score(block, ownScore, own);
            }
            // What is best does not depend on who found it first.
            lock (best) best.Take(own);
        });
        return best;
    }

    private void ScoreBlock(int firstRow, int firstColumn, RowScore score, Span<double> scores, BestOfEach best, IReadOnlySet<(int A, int B)> apart)
    {
        var end = Math.Min(firstColumn + Block, ids.Count);
        for (var row = firstRow; row < Math.Min(firstRow + Block, ids.Count); row++)
        {
            var from = Math.Max(firstColumn, row + 1);
            if (from >= end) continue;
            score(row, from, scores[..(end - from)]);
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
