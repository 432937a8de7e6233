using System.Globalization;

namespace Equity.Graph.Metrics;

/// <summary>A month of the calendar.</summary>
/// <param name="Number">Months since the year 0.</param>
internal readonly record struct Month(int Number) : IComparable<Month>
{
    private const int InAYear = 12;

    public const int InAQuarter = 3;

    public static Month Of(DateTime at) => new(at.Year * InAYear + at.Month - 1);

    public static Month Of(DateOnly day) => new(day.Year * InAYear + day.Month - 1);

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Number / InAYear, Number % InAYear + 1, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>Its first moment, UTC.</summary>
    public DateTime Start => First.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The first moment after it, UTC.</summary>
    public DateTime End => Next.Start;

    public Month Next => new(Number + 1);

    public Month Before => new(Number - 1);

    /// <summary>The first month of its quarter.</summary>
    public Month Quarter => new(Number / InAQuarter * InAQuarter);

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    public static bool operator <(Month left, Month right) => left.Number < right.Number;

    public static bool operator >(Month left, Month right) => left.Number > right.Number;

    public static bool operator <=(Month left, Month right) => left.Number <= right.Number;

    public static bool operator >=(Month left, Month right) => left.Number >= right.Number;

    /// <summary>ISO 8601, such as 2026-11.</summary>
    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>Some months in a row.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal readonly record struct Period(Month From, Month To)
{
    public static Period Of(Month month) => new(month, month);

    public static Period QuarterOf(Month month) => new(month.Quarter, new(month.Quarter.Number + Month.InAQuarter - 1));

    /// <summary>A month such as 2026-11, a quarter such as 2026-Q4, else the first and the last month, such as 2026-01/2026-11.</summary>
    public override string ToString() =>
        From == To ? From.ToString()
        : this == QuarterOf(From) ? string.Create(CultureInfo.InvariantCulture, $"{From.First.Year:0000}-Q{(From.First.Month - 1) / Month.InAQuarter + 1}")
        : $"{From}/{To}";
}

/// <summary>How long a period of metrics is.</summary>
internal enum PeriodKind
{
    /// <summary>A month of the calendar.</summary>
    Month,
    /// <summary>Three months: January to March, and so on. Figures that are released come by month only.</summary>
    Quarter,
}
