using System.Text.RegularExpressions;
using Equity.Graph.Screening;

namespace Equity.Graph.Tests.Screening;

/// <summary>
/// Sentences with which the detector was widened class by class: how people write each kind, and what only looks like it. In widening.txt a line "## kind" comes before
/// the kind's sentences, «these marks» stand around what is to be found, and "## clean" comes before sentences in which nothing is.
/// </summary>
public class WideningTests
{
    [Fact]
    public void Each_marked_detail_is_found_and_nothing_else()
    {
        var sentences = Read().ToList();
        Assert.InRange(sentences.Count, 1500, int.MaxValue);
        Assert.Empty(sentences.Where(one => !IsRight(one.Kind, one.Marked)).Select(one => $"{one.Kind}: {one.Marked}"));
    }

    private static IEnumerable<(string Kind, string Marked)> Read()
    {
        var kind = "clean";
        foreach (var line in File.ReadLines(Repository.Path("tests", "Equity.Graph.Tests", "Screening", "widening.txt")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                kind = line[3..];
            else
                yield return (kind, Regex.Unescape(line.Replace("[", "\\[", StringComparison.Ordinal)));
        }
    }

    /// <summary>Whether each marked stretch is touched by a finding of the kind, and each finding touches one.</summary>
    private static bool IsRight(string kind, string marked)
    {
        var (text, stretches) = Unmark(marked);
        var findings = Screen.Find(text);
        return stretches.All(one => findings.Any(found => found.Kind.ToString() == kind && Touches(found, one))) && findings.All(found => stretches.Any(one => Touches(found, one)));
    }

    private static bool Touches(Finding found, (int Start, int End) one) => found.Start < one.End && one.Start < found.Start + found.Length;

    private static (string Text, List<(int Start, int End)> Stretches) Unmark(string marked)
    {
        var parts = marked.Split('«', '»');
        var (start, stretches) = (0, new List<(int, int)>());
        for (var part = 0; part < parts.Length; start += parts[part++].Length)
        {
            if (part % 2 == 1)
                stretches.Add((start, start + parts[part].Length));
        }
        return (string.Concat(parts), stretches);
    }
}
