using Equity.Matching;

namespace Equity.Benchmarks.Evaluation;

/// <summary>How well the matcher's lists fit what people judged, beside plainer ways. Writes Markdown.</summary>
internal static class Evaluate
{
    private const string Usage = "evaluate [COMMUNITY.jsonl JUDGEMENTS.jsonl] [--final | --fit]";

    public static async Task<int> RunAsync(string[] args)
    {
        var paths = args.Where(arg => !arg.StartsWith('-')).ToArray();
        if (paths.Length is not (0 or 2) || args.Any(arg => arg.StartsWith('-') && arg is not ("--final" or "--fit")))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var community = EvaluatedCommunity.Read(paths is [var teams, _] ? teams : Path.Combine(AppContext.BaseDirectory, "community.jsonl"));
        var judged = Judgements.Read(paths is [_, var grades] ? grades : Path.Combine(AppContext.BaseDirectory, "judgements.jsonl"), community);
        using var encoder = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        using var rankers = new Rankers(community, encoder);
        if (args.Contains("--fit"))
        {
            await Fit.RunAsync(rankers, judged);
            return 0;
        }
        var all = await rankers.AllAsync();
        Console.WriteLine($"{community.Profiles.Count} teams; encoder {encoder.ModelId}; weights {string.Join(", ", new MatcherOptions().Weights.Select(w => FormattableString.Invariant($"{w.Name} {w.Value:0.00}")))}.");
        bool[] halves = args.Contains("--final") ? [false, true] : [false];
        foreach (var isFinal in halves)
        {
            foreach (var kind in Enum.GetValues<QueryKind>()) Report(all, kind, isFinal, [.. judged.Where(query => query.Kind == kind && query.IsFinal == isFinal)]);
        }
        ReportExposure(all, community);
        return 0;
    }

    private static void Report(IReadOnlyList<Ranker> rankers, QueryKind kind, bool isFinal, IReadOnlyList<Judged> queries)
    {
        if (queries.Count == 0) return;
        Console.WriteLine($"\n| {kind.ToString().ToLowerInvariant()} queries, {(isFinal ? "final" : "develop")} half ({queries.Count}) | nDCG@5 | MRR | nDCG@5 of the blend above it |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var blend = Ndcg(rankers[^1]);
        foreach (var ranker in rankers.Where(ranker => ranker.Rank(queries[0]) is not null))
        {
            var ndcg = Ndcg(ranker);
            var first = Figures.Mean([.. queries.Select(query => Figures.ReciprocalRank(ranker.Rank(query)!, query.Grades)).OfType<double>()]);
            var ahead = ranker == rankers[^1] ? "" : Figures.Mean([.. blend.Zip(ndcg, (b, other) => b - other)]).ToString();
            Console.WriteLine($"| {ranker.Name} | {Figures.Mean(ndcg)} | {first} | {ahead} |");
        }

        List<double> Ndcg(Ranker ranker) => [.. queries.Select(query => Figures.Ndcg(ranker.Rank(query)!, query.Grades))];
    }

    /// <summary>Whom the first five of everybody's lists show.</summary>
    private static void ReportExposure(IReadOnlyList<Ranker> rankers, EvaluatedCommunity community)
    {
        Console.WriteLine($"\n| first {Figures.Shown} of every team's list | teams shown | most shown | Gini |\n| --- | --- | --- | --- |");
        foreach (var ranker in rankers)
        {
            var shown = new int[community.Profiles.Count];
            foreach (var profile in community.Profiles)
            {
                foreach (var id in ranker.Rank(new(QueryKind.Team, profile.Id, 0, "", false, "", new Dictionary<int, int>()))!.Take(Figures.Shown)) shown[id - 1]++;
            }
            Console.WriteLine(FormattableString.Invariant($"| {ranker.Name} | {shown.Count(times => times > 0) / (double)shown.Length:0.0 %} | {shown.Max()} times | {Figures.Gini(shown):0.00} |"));
        }
    }
}
