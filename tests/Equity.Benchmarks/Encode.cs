using System.Diagnostics;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How much the encoder costs over the bare runtime: one session, one caller a core, texts tokenised beforehand. The three take turns over the same texts
/// in one run, the first turn rotating, so that a busy machine slows all of them alike.
/// </summary>
internal static class Encode
{
    private const int Rounds = 9, TextsARound = 240;

    public static async Task RunAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6");
        using var encoder = SentenceEncoder.FromFolder(folder);
        using var bare = new BareRuntime(folder);
        using var matcher = new PeerMatcher(encoder);
        var texts = Texts.Of(seed: 7);
        var rounds = Enumerable.Range(0, Rounds + 1).Select(r => texts[(r * TextsARound)..((r + 1) * TextsARound)]).ToArray();
        (string Name, Func<string[], Func<Task>> Prepare)[] contenders =
        [
            ("bare runtime", t => { var ids = bare.Tokenise(t); return () => { bare.Run(ids); return Task.CompletedTask; }; }),
            ("EncodeAll", t => () => { encoder.EncodeAll(t); return Task.CompletedTask; }),
            ("EncodeAsync", t => { var teams = AsTeams(t); return () => matcher.EncodeAsync(teams); }),
        ];

        var seconds = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var who = (round + turn) % contenders.Length;
                var run = contenders[who].Prepare(rounds[round]);
                var watch = Stopwatch.StartNew();
                await run();
                if (round > 0) seconds[who].Add(watch.Elapsed.TotalSeconds); // the first round warms up
            }
        }

        Console.WriteLine($"{Rounds} rounds of {TextsARound} texts, {Environment.ProcessorCount} cores");
        for (var who = 0; who < contenders.Length; who++)
        {
            var ratios = seconds[0].Zip(seconds[who], (b, s) => b / s).Order().ToList();
            Console.WriteLine($"{contenders[who].Name,-14} {Rounds * TextsARound / seconds[who].Sum(),7:0.0} texts/s   "
                + $"{seconds[0].Sum() / seconds[who].Sum():0.000} of bare (median round {ratios[Rounds / 2]:0.000})");
        }
    }

    private static TeamProfile[] AsTeams(string[] texts) =>
        [.. texts.Chunk(12).Select((some, team) => new TeamProfile(team, 0, [.. some.Select((t, i) => new ProfileText(ProfileField.Ask, i, t))]))];
}
