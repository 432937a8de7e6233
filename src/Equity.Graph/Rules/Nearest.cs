namespace Equity.Graph.Rules;

/// <summary>The name that somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>Longer ones are no slips of the finger, and cost time to compare.</summary>
    private const int MaxLength = 64;

    /// <summary>"; did you mean X?", or nothing where no name is near: at most a third of its letters may differ, and case never counts.</summary>
    public static string Hint(string written, IEnumerable<string> names) => To(written, names) is { } near ? $"; did you mean {near}?" : "";

    /// <summary>The same; where no name is near, all of them: "; the fields are A, B".</summary>
    public static string Hint(string written, IReadOnlyCollection<string> names, string what) =>
        Hint(written, names) is { Length: > 0 } near ? near : names.Count > 0 ? $"; the {what} are {string.Join(", ", names)}" : "";

    /// <summary>The nearest of the names; null when none is near.</summary>
    public static string? To(string written, IEnumerable<string> names)
    {
        if (written.Length > MaxLength)
            return null;
        var near = names.Select(name => (Name: name, Distance: Distance(Plain(written), Plain(name)))).Where(one => one.Distance <= Math.Max(1, one.Name.Length / 3));
        return near.OrderBy(one => one.Distance).FirstOrDefault().Name;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters must be changed, added, left out or swapped with their neighbour (Levenshtein's distance, with swaps).</summary>
    private static int Distance(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }
        return steps[a.Length, b.Length];
    }
}
