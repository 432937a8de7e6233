using System.Diagnostics;
using System.Text.Json;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// A whole import, from starting the process to its end, against the bare runtime on the very texts that it encodes: half of them before the import
/// and half after it, so that a busy machine slows both.
/// </summary>
internal static class Import
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static async Task RunAsync(int count)
    {
        var teams = Teams(count);
        var texts = teams.SelectMany(team => Passage.Of(Profile(team)).Select(passage => passage.Text)).Distinct().ToArray();
        var folder = Directory.CreateTempSubdirectory("equity-import-").FullName;
        var path = Path.Combine(folder, "teams.jsonl");
        await File.WriteAllLinesAsync(path, teams.Select(team => JsonSerializer.Serialize(team, Lines)));

        using var bare = new BareRuntime(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        bare.Run(bare.Tokenise(texts[..Math.Min(200, texts.Length)])); // warms up
        var seconds = Bare(texts[..(texts.Length / 2)]);
        var watch = Stopwatch.StartNew();
        using (var import = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Equity.Graph.dll"), "import", path, "--data", Path.Combine(folder, "data")]))
        {
            await import.WaitForExitAsync();
            if (import.ExitCode != 0) throw new InvalidOperationException("The import failed.");
        }
        var whole = watch.Elapsed.TotalSeconds;
        seconds += Bare(texts[(texts.Length / 2)..]);
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{count:N0} teams, {texts.Length:N0} texts, {Environment.ProcessorCount} cores");
        Console.WriteLine($"bare runtime   {texts.Length / seconds,7:0.0} texts/s");
        Console.WriteLine($"whole import   {texts.Length / whole,7:0.0} texts/s   {seconds / whole:0.000} of bare   ({whole:0.0} s)");

        double Bare(string[] some)
        {
            var ids = bare.Tokenise(some);
            var turn = Stopwatch.StartNew();
            bare.Run(ids);
            return turn.Elapsed.TotalSeconds;
        }
    }

    private sealed record Team(string Key, string Name, string Service, string Stage, string Summary, Inequity[] Inequities, string[] Asks, string[] Offers, Learning[] Learning);

    private sealed record Inequity(string Title, string Dimension, string Population);

    private sealed record Learning(string Kind, string Title, string Body);

    /// <summary>Teams of distinct texts: the same material again gets a number.</summary>
    private static Team[] Teams(int count)
    {
        var material = Texts.Of(seed: 11);
        var next = 0;
        return [.. Enumerable.Range(1, count).Select(number => new Team(
            $"team-{number}", $"Team {number}", "Community care", "FORMING", Text(),
            [new(Text(), "AGE", Text()), new(Text(), "SEX", Text())], [Text(), Text()], [Text(), Text()],
            [new("WORKED", Text(), Text()), new("ADVICE", Text(), Text()), new("SURPRISED_US", Text(), Text())]))];

        string Text()
        {
            var text = material[next % material.Length];
            var again = next++ / material.Length;
            if (text.Length > 280) text = text[..280];
            return again == 0 ? text : $"{text} ({again})";
        }
    }

    private static TeamProfile Profile(Team team) => new(0, 0,
    [
        new(ProfileField.Name, 0, team.Name), new(ProfileField.Service, 0, team.Service), new(ProfileField.Summary, 0, team.Summary),
        .. team.Inequities.SelectMany((one, i) => new ProfileText[] { new(ProfileField.InequityTitle, i, one.Title), new(ProfileField.Population, i, one.Population) }),
        .. team.Asks.Select((one, i) => new ProfileText(ProfileField.Ask, i, one)),
        .. team.Offers.Select((one, i) => new ProfileText(ProfileField.Offer, i, one)),
        .. team.Learning.SelectMany((one, i) => new ProfileText[] { new(ProfileField.LearningTitle, i, one.Title), new(ProfileField.LearningBody, i, one.Body) }),
    ]);
}
