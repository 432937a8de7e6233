using System.Globalization;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>An axis: where numbers are drawn, and which are written beside it.</summary>
/// <param name="From">The number at the start.</param>
/// <param name="To">The number at the end.</param>
/// <param name="Ticks">What is written, and at which number, ascending.</param>
internal sealed record Scale(double From, double To, IReadOnlyList<(double At, string Label)> Ticks)
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000];

    /// <summary>Where a number is drawn between two coordinates; in the middle when there is only one number.</summary>
    public double Place(double number, double start, double end) => To > From ? start + ((number - From) / (To - From) * (end - start)) : (start + end) / 2;

    /// <summary>An axis that holds numbers, with about five ticks at 1, 2 or 5 times a power of ten. From 0 to 1 without numbers.</summary>
    public static Scale Of(IReadOnlyCollection<double> numbers)
    {
        var (least, most) = numbers.Count == 0 ? (0, 1) : (numbers.Min(), numbers.Max());
        if (most - least <= 1e-9 * Math.Abs(most))
        {
            var around = most == 0 ? 1 : Math.Abs(most) / 10;
            (least, most) = (least - around, most + around);
        }
        var step = NiceStep((most - least) / 5);
        var (from, to) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step);
        var count = (int)Math.Round((to - from) / step);
        return new Scale(from, to, [.. Enumerable.Range(0, count + 1).Select(i => from + (i * step)).Select(at => (at, Label(at, step)))]);
    }

    /// <summary>An axis of days, by their number since year 1, with at most so many ticks: ISO months, or days when there are less than three months.</summary>
    public static Scale OfDays(IReadOnlyCollection<DateOnly> days, int most)
    {
        if (days.Count == 0) return new Scale(0, 0, []);
        var (first, last) = (days.Min(), days.Max());
        var span = last.DayNumber - first.DayNumber;
        if (span < 90 && days.DistinctBy(day => (day.Year, day.Month)).Count() < days.Count)
        {
            var step = Math.Max(1, (span + most - 1) / most);
            return new Scale(first.DayNumber, last.DayNumber,
                [.. Enumerable.Range(0, (span / step) + 1).Select(i => first.AddDays(i * step)).Select(day => ((double)day.DayNumber, Iso(day)))]);
        }
        var start = new DateOnly(first.Year, first.Month, 1);
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        var every = MonthSteps.First(step => months / step < most);
        return new Scale(start.DayNumber, last.DayNumber,
            [.. Enumerable.Range(0, (months / every) + 1).Select(i => start.AddMonths(i * every)).Select(day => ((double)day.DayNumber, IsoMonth(day)))]);
    }

    /// <summary>2025-03.</summary>
    public static string IsoMonth(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>2025-03-14.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double NiceStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }

    private static string Label(double at, double step)
    {
        if (step < 1e-6) return at.ToString("0.##E+0", CultureInfo.InvariantCulture);
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        var rounded = Math.Round(at, Math.Min(decimals, 15));
        return (rounded == 0 ? 0 : rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
