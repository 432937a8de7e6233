using System.Runtime.CompilerServices;

namespace Equity.Matching.Tests;

/// <summary>What the library's README shows is run here as it stands there.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_code_in_README_runs_and_finds_the_team_with_the_bus_tickets()
    {
        // The lines between the marks are those of README.
        // <README>
        TeamProfile[] teams =
        [
            new(1, Stage: 2, [new(ProfileField.Aim, 1, "Fewer missed appointments in the poorest streets."), new(ProfileField.Ask, 11, "Who has sorted bus fares for patients?")]),
            new(2, Stage: 4, [new(ProfileField.Aim, 2, "Children are brought to clinic, whatever the bus costs."), new(ProfileField.Offer, 21, "Our form for a float of bus tickets.")]),
            new(3, Stage: 1, [new(ProfileField.Aim, 3, "Deaf patients have an interpreter at every visit.")]),
        ];
        using var encoder = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        using var matcher = new PeerMatcher(encoder);
        await matcher.UpdateAsync(teams);
        foreach (var peer in matcher.Peers(team: 1, count: 3))
            Console.WriteLine($"{peer.Team}: {peer.Score:0.00}. {peer.Reasons[0].Text}");
        // </README>
        var first = matcher.Peers(team: 1, count: 3)[0];
        Assert.Equal((2, "They offer what you ask for: “Our form for a float of bus tickets.”"), (first.Team, first.Reasons[0].Text));
    }

    [Fact]
    public void Every_line_of_code_in_README_is_one_that_is_run_here()
    {
        var here = File.ReadAllText(Here());
        var run = here[here.IndexOf("// <README>", StringComparison.Ordinal)..here.IndexOf("// </README>", StringComparison.Ordinal)];
        var blocks = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Equity.Matching", "README.md")).Split("```").Where(block => block.StartsWith("csharp", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.All(blocks.SelectMany(block => block.Split('\n').Skip(1)).Where(line => line.Length > 0), line => Assert.Contains(line.Trim(), run, StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
