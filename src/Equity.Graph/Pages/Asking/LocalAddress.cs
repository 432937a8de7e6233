namespace Equity.Graph.Pages.Asking;

/// <summary>Addresses that come with a request: a page leads to this server alone.</summary>
internal static class LocalAddress
{
    /// <summary>The address, where it is one of this server; the main page otherwise.</summary>
    public static string Of(string? wanted) =>
        wanted is ['/', ..] && !wanted.StartsWith("//", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal) && !wanted.Any(char.IsControl)
            // A header holds ASCII alone.
            ? string.Concat(wanted.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))
            : "/";
}
