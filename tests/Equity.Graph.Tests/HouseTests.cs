using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests;

/// <summary>The rules of the house that the compiler does not keep.</summary>
[Collection(nameof(Community))]
public partial class HouseTests(EquityHost host)
{
    private static readonly string[] Features = ["Programmes", "Teams", "Inequities", "Learning", "Support", "Peers", "Friendships", "Events"];

    [Fact]
    public void Only_peers_and_world_cafes_call_the_matcher() => Assert.DoesNotContain(Files(), file => file.Folder is not ("Peers" or "Events") && file.Uses.Contains("Equity.Matching"));

    [Fact]
    public void The_transport_knows_no_feature() => Assert.DoesNotContain(Files(), file => file.Folder == "Transport" && file.Uses.Any(use => Features.Any(feature => use.StartsWith($"Equity.Graph.{feature}", StringComparison.Ordinal))));

    [Fact]
    public void Pages_know_no_database() => Assert.DoesNotContain(Files(), file => file.Folder == "Pages" && file.Uses.Any(use => use.Contains("EntityFramework", StringComparison.Ordinal) || use.StartsWith("Equity.Graph.Persistence", StringComparison.Ordinal)));

    [Fact]
    public void The_program_is_a_table_of_contents() => Assert.InRange(File.ReadAllLines(Repository.Path("src", "Equity.Graph", "Program.cs")).Length, 1, 60);

    [Fact]
    public async Task The_newest_migration_is_the_model()
    {
        await using var db = await host.OpenAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static IEnumerable<(string Folder, string Path, HashSet<string> Uses)> Files()
    {
        var root = Repository.Path("src", "Equity.Graph");
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Select(path => (Relative: Path.GetRelativePath(root, path), Path: path))
            .Where(file => !file.Relative.StartsWith("obj", StringComparison.Ordinal) && !file.Relative.StartsWith("bin", StringComparison.Ordinal))
            .Select(file => (file.Relative.Split(Path.DirectorySeparatorChar)[0], file.Relative, Using().Matches(File.ReadAllText(file.Path)).Select(use => use.Groups[1].Value).ToHashSet()));
    }

    [GeneratedRegex(@"^@?using (?:static )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
