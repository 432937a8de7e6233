using System.Globalization;

namespace Equity.Graph.Measures.Charts;

/// <summary>How the dates of a phase are spoken of: as months when each is a month after the one before, likewise quarters, years, weeks and days.</summary>
/// <param name="Word">What several are called; "points" when they are not evenly apart.</param>
/// <param name="Format">Of a date.</param>
/// <param name="Days">The dates.</param>
internal sealed record ChartDates(string Word, string Format, IReadOnlyList<DateOnly> Days)
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Of a phase.</summary>
    public static ChartDates Of(Phase phase)
    {
        DateOnly[] days = [.. phase.Points.Select(point => point.Date)];
        bool IsEach(Func<DateOnly, int> count, int step) => days.Length > 1 && days.Zip(days.Skip(1), (a, b) => count(b) - count(a)).All(apart => apart == step);
        static int Month(DateOnly day) => (day.Year * 12) + day.Month;
        if (IsEach(day => day.DayNumber, 1)) return new("days", "d MMMM yyyy", days);
        if (IsEach(day => day.DayNumber, 7)) return new("weeks", "d MMMM yyyy", days);
        if (IsEach(Month, 1)) return new("months", "MMMM yyyy", days);
        if (IsEach(Month, 3)) return new("quarters", "MMMM yyyy", days);
        return IsEach(Month, 12) ? new("years", "yyyy", days) : new("points", "d MMMM yyyy", days);
    }

    /// <summary>A number of things, as a word up to twelve.</summary>
    public static string Number(int count) => count >= 0 && count < Words.Length ? Words[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"in March 2025", or "on 3 March 2025".</summary>
    public string In(int point) => $"{(Format.StartsWith('d') ? "on" : "in")} {Text(point)}";

    /// <summary>"from March 2025 to October 2025".</summary>
    public string From(int first, int last) => $"from {Text(first)} to {Text(last)}";

    private string Text(int point) => Days[point].ToString(Format, CultureInfo.InvariantCulture);
}
