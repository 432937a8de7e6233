using System.Globalization;
using Equity.Graph.Pages.Pictures;

namespace Equity.Graph.Pages.Insights;

/// <summary>Figures and months as they are read.</summary>
internal static class Told
{
    /// <summary>A figure with its unit, such as 17 % or 3 teams.</summary>
    public static string Of(double value, string unit) => unit == "share" ? Percent(value) : $"{Number(value)} {(value == 1 && unit.EndsWith('s') && !unit.Contains(' ', StringComparison.Ordinal) && unit != "thanks" ? unit[..^1] : unit)}";

    /// <summary>A figure without its unit, for an axis or a table.</summary>
    public static string Bare(double value, string unit) => unit == "share" ? Percent(value) : Number(value);

    /// <summary>A share, such as 17.5 %.</summary>
    public static string Percent(double value) => (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number, such as 1,234.5.</summary>
    public static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>A period such as 2026-11, as November 2026.</summary>
    public static string Period(string period) =>
        Month(period, out var month) ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : period;

    /// <summary>Figures by month as marks of a picture: a month without one is there too, as a gap.</summary>
    public static IReadOnlyList<Mark> Months<T>(IReadOnlyList<T> rows, Func<T, (string Period, double? Value, bool Hidden)> of)
    {
        var known = rows.Select(of).ToDictionary(row => row.Period);
        if (rows.Count == 0 || !Month(of(rows[0]).Period, out var month) || !Month(of(rows[^1]).Period, out var last))
            return [.. known.Values.Select(row => new Mark(row.Period, row.Value, row.Hidden))];
        var marks = new List<Mark>();
        for (; month <= last; month = month.AddMonths(1))
        {
            var row = known.GetValueOrDefault(month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            marks.Add(new Mark(month.ToString("MMMM yyyy", CultureInfo.InvariantCulture), row.Value, row.Hidden));
        }
        return marks;
    }

    /// <summary>A group: constants of the graph in words, names as they are.</summary>
    public static string Group(string group) => group switch
    {
        "all" => "All",
        "(none)" => "Not said",
        _ when group.All(letter => letter is '_' or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && group.Any(char.IsAsciiLetterUpper) => Words.Of(group),
        _ => group,
    };

    /// <summary>The day on which some months begin, the newest of which is this one.</summary>
    public static DateOnly Since(DateOnly today, int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);

    private static bool Month(string period, out DateOnly month) => DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
}
