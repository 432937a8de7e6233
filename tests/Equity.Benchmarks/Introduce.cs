using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How long it takes to plan introductions for a whole cohort, and how near the plan comes to the upper bound. Made-up unit vectors that cluster as texts do,
/// in themes of very different size; a score is a cosine. Made-up places, 1 to 4; every twentieth team is paused.
/// </summary>
internal static class Introduce
{
    private const int Dimensions = 384, PerTeam = 3, Runs = 5;

    public static void Run(int teams)
    {
        var vectors = Vectors(teams);
        var cohort = Teams(teams);
        var ids = cohort.Where(team => !team.Paused).Select(team => team.Id).ToArray();
        var rows = new Int8Rows(Dimensions, ids.Length, (row, vector) => vectors[ids[row]].CopyTo(vector));
        var scores = new PairScores(ids, Scores(vectors, ids), Guesses(rows));
        var all = new PairScores(ids, Scores(vectors, ids));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{teams:N0} teams, {Environment.ProcessorCount} cores, {PerTeam} per team, {Introductions.BestOfEach} candidates of each"));
        IntroductionPlan? plan = null;
        Time("all pairs scored", () => all.Best(Introductions.BestOfEach, new HashSet<(int, int)>(), CancellationToken.None), runs: 1);
        Time("rows as int8", () => _ = new Int8Rows(Dimensions, ids.Length, (row, vector) => vectors[ids[row]].CopyTo(vector)));
        Time("candidates alone", () => scores.Best(Introductions.BestOfEach, new HashSet<(int, int)>(), CancellationToken.None));
        Time("candidates and plan", () => plan = Introductions.Plan(cohort, scores, PerTeam, [], CancellationToken.None));
        Write("plan", plan!.TotalScore, plan.LeftOut.Count(left => left.Why is not LeftOutReason.Paused), plan.MostShown);
        Write("each its own best", plan.Naive.TotalScore, plan.Naive.Unseen, plan.Naive.MostShown);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Introductions.Count:N0} introductions; the plan's total is {plan.TotalScore / plan.UpperBound:0.0000} of the upper bound of {plan.UpperBound:N1}"));
        foreach (var each in (int[])[8, 16, Introductions.BestOfEach, 48])
        {
            var few = Introductions.Plan(cohort, scores.Best(each, new HashSet<(int, int)>(), CancellationToken.None), PerTeam);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"with {each,2} candidates of each: total {few.TotalScore:N1}, upper bound {few.UpperBound:N1}, left out though free {few.LeftOut.Count(left => left.Why is not LeftOutReason.Paused)}"));
        }
    }

    private static Func<RowScore> Scores(float[][] vectors, int[] ids) => () => (row, from, found) =>
    {
        for (var i = 0; i < found.Length; i++) found[i] = Math.Clamp(TensorPrimitives.Dot<float>(vectors[ids[row]], vectors[ids[from + i]]), 0, 1);
    };

    private static Func<RowScore> Guesses(Int8Rows rows) => () =>
    {
        var (query, products) = (new short[rows.Layout.Stride], new float[PairScores.Block]);
        return (row, from, found) =>
        {
            var scale = rows.WriteQuery(row, query);
            rows.Products(query, from, products.AsSpan(0, found.Length));
            for (var i = 0; i < found.Length; i++) found[i] = scale * products[i];
        };
    };

    private static void Write(string what, double total, int unseen, int most) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} total score {total:N1}, teams unseen {unseen}, most shown {most}"));

    /// <summary>By the clock, and by the processor: on a machine with other work only the second tells.</summary>
    private static void Time(string what, Action act, int runs = Runs)
    {
        act();
        var (clock, processor) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            act();
            clock.Add(watch.Elapsed.TotalSeconds);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} median {Median(clock):0.00} s ({clock.Min():0.00} to {clock.Max():0.00}), processor {Median(processor):0.00} s"));
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static List<IntroducibleTeam> Teams(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(id => new IntroducibleTeam(id, 1 + random.Next(4), id % 20 == 19))];
    }

    /// <summary>Themes whose sizes fall as 1, 1/2, 1/3, ...; a team is its theme, another one mixed in, and something of its own.</summary>
    private static float[][] Vectors(int count)
    {
        var random = new Random(7);
        var themes = Enumerable.Range(0, 100).Select(_ => Unit(random, new float[Dimensions], 1)).ToArray();
        var weights = themes.Select((_, i) => 1.0 / (i + 1)).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var vector = Any().ToArray();
            TensorPrimitives.MultiplyAdd<float>(Any(), 0.5f, vector, vector);
            return Unit(random, vector, 0.9f);
        })];

        float[] Any()
        {
            var at = random.NextDouble() * weights.Sum();
            return themes[weights.TakeWhile(weight => (at -= weight) > 0).Count()];
        }
    }

    /// <summary>A vector with noise of this length, scaled to length 1.</summary>
    private static float[] Unit(Random random, float[] vector, float noise)
    {
        var own = Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        TensorPrimitives.MultiplyAdd<float>(own, noise / TensorPrimitives.Norm<float>(own), vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
