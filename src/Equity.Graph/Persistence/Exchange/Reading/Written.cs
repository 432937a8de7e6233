using System.Globalization;
using Equity.Graph.Screening;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>How values are written in import and export files, apart from plain texts.</summary>
internal static class Written
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
    /// <summary>The most characters that are quoted; four times as many are screened, so that none of a detail is left where it is cut.</summary>
    private const int MaxShown = 40;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>An instant: UTC, to the last digit that is not 0.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant as UTC; otherwise says what is wrong.</summary>
    public static string? ReadInstant(string written, out DateTime instant)
    {
        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(written, InstantFormats, CultureInfo.InvariantCulture, style, out instant))
            return $"is {Quoted(written)}; allowed is a date and time with Z or an offset, for example \"2026-03-31T09:30:00Z\" or \"2026-03-31T10:30:00+01:00\"";
        return written.EndsWith('Z') || written.AsSpan(written.IndexOf('T', StringComparison.Ordinal)).IndexOfAny('+', '-') > 0
            ? null
            : $"is {Quoted(written)}, which says no offset from UTC; write \"{written}Z\" for UTC, or an offset such as \"{written}+01:00\"";
    }

    /// <summary>Reads a day; otherwise says what is wrong.</summary>
    public static string? ReadDay(string written, out DateOnly day) =>
        DateOnly.TryParseExact(written, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? null
            : $"is {Quoted(written)}; allowed is a day of the calendar, for example \"2026-03-31\"{(written.Count('/') == 2 ? " (in Excel: Format Cells, Custom, yyyy-mm-dd)" : "")}";

    /// <summary>What was written, in quotes, cut where it is long; personal details are not repeated.</summary>
    public static string Quoted(string written) => $"\"{Cut(written)}\"";

    /// <summary>What was written, cut where it is long; personal details are not repeated.</summary>
    public static string Cut(string written)
    {
        var shown = Screen.Shown(written.Length <= 4 * MaxShown ? written : written[..(4 * MaxShown)]);
        return shown.Length <= MaxShown ? shown : shown[..MaxShown] + "…";
    }
}
