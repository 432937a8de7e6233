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
        Hint(written, names) is { Length: > 0 } near ? near : $"; the {what} are {string.Join(", ", names)}";

    /// <summary>The nearest of the names; null when none is near.</summary>
    public static string? To(string written, IEnumerable<string> names)
    {
        if (written.Length > MaxLength)
            return null;
        var best = names.Select(name => (Name: name, Distance: Distance(Plain(written), Plain(name)))).MinBy(one => one.Distance);
        return best.Name is not null && best.Distance <= Math.Max(1, best.Name.Length / 3) ? best.Name : null;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters must be changed, added or left out (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
