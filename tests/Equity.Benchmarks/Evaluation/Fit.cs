using Equity.Matching;

namespace Equity.Benchmarks.Evaluation;

/// <summary>
/// Looks for better weights of a score on the team queries of the develop half: the ones that rank best, less a price for leaving those that are set. Whether
/// they are better is for cross-validation to say: each theme is ranked by weights that were chosen on the others.
/// </summary>
internal static class Fit
{
    private static readonly double[] Prices = [0, 0.1, 0.3, 1, 3, 10];
    private static readonly double[] Steps = [0.1, 0.05, 0.02];

    public static async Task RunAsync(Rankers rankers, IReadOnlyList<Judged> judged)
    {
        string[] names = [.. new MatcherOptions().Weights.Select(weight => weight.Name)];
        double[] set = [.. new MatcherOptions().Weights.Select(weight => weight.Value)];
        var parts = await rankers.PartsAsync();
        Query[] queries = [.. judged.Where(query => query is { Kind: QueryKind.Team, IsFinal: false }).Select(query => new Query(query, parts(query.Team)))];
        Console.WriteLine($"\n| price of leaving the weights that are set | nDCG@5 across themes | weights on all: {string.Join(", ", names)} | nDCG@5 with them |\n| --- | --- | --- | --- |");
        foreach (var price in Prices)
        {
            double[] across = [.. queries.GroupBy(query => query.Judged.Theme).SelectMany(theme => Held(theme, Best([.. queries.Except(theme)], set, price)))];
            var weights = Best(queries, set, price);
            Console.WriteLine($"| {price} | {Figures.Mean(across)} | {string.Join(", ", weights.Select(weight => weight.ToString("0.00", null)))} | {Mean(queries, weights):0.000} |");
        }
        Console.WriteLine($"| as set |  | {string.Join(", ", set.Select(weight => weight.ToString("0.00", null)))} | {Figures.Mean([.. Held(queries, set)])} |");

        static IEnumerable<double> Held(IEnumerable<Query> theme, double[] weights) => theme.Select(query => query.Ndcg(weights));
    }

    /// <summary>Climbs from the weights that are set, a step of one weight at a time.</summary>
    private static double[] Best(IReadOnlyList<Query> queries, double[] set, double price)
    {
        var best = set;
        var value = Value(best);
        foreach (var step in Steps)
        {
            for (var better = true; better;)
            {
                better = false;
                foreach (var next in Neighbours(best, step))
                {
                    var nextValue = Value(next);
                    if (nextValue <= value + 1e-9) continue;
                    (best, value, better) = (next, nextValue, true);
                }
            }
        }
        return best;

        double Value(double[] weights) => Mean(queries, weights) - price * weights.Zip(set, (weight, from) => (weight - from) * (weight - from)).Sum();
    }

    /// <summary>One weight changed, none below 0, scaled to sum to 1.</summary>
    private static IEnumerable<double[]> Neighbours(double[] weights, double step)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            foreach (var change in (double[])[step, -step])
            {
                var next = (double[])weights.Clone();
                next[i] = Math.Max(0, next[i] + change);
                var sum = next.Sum();
                if (sum > 0) yield return [.. next.Select(weight => weight / sum)];
            }
        }
    }

    private static double Mean(IReadOnlyList<Query> queries, double[] weights) => queries.Average(query => query.Ndcg(weights));

    /// <summary>A query with the parts, 0 to 1 each, of every team that may answer it.</summary>
    private sealed record Query(Judged Judged, IReadOnlyList<(int Team, double[] Parts)> Teams)
    {
        public double Ndcg(double[] weights) => Figures.Ndcg(
            Teams.OrderByDescending(team => team.Parts.Zip(weights, (part, weight) => part * weight).Sum()).ThenBy(team => team.Team).Select(team => team.Team), Judged.Grades);
    }
}
