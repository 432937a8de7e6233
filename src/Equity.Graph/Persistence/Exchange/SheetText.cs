namespace Equity.Graph.Persistence.Exchange;

/// <summary>
/// Texts in cells of CSV files. A spreadsheet would calculate one that begins like a formula, so export puts an apostrophe before it, as people do, and import takes it
/// off again. A text that begins with such an apostrophe by itself has one more, so that every text comes back as it was.
/// </summary>
internal static class SheetText
{
    private const string Formulas = "=+-@\t\r";

    /// <summary>The text as it stands in a cell.</summary>
    public static string? Write(string? text) => text is { Length: > 0 } && (Formulas.Contains(text[0], StringComparison.Ordinal) || IsGuarded(text)) ? $"'{text}" : text;

    /// <summary>The text that a cell stands for.</summary>
    public static string Read(string cell) => IsGuarded(cell) ? cell[1..] : cell;

    private static bool IsGuarded(string text) => text.Length > 1 && text[0] == '\'' && (text[1] == '\'' || Formulas.Contains(text[1], StringComparison.Ordinal));
}
