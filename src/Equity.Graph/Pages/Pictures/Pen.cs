using System.Globalization;

namespace Equity.Graph.Pages.Pictures;

/// <summary>Numbers as pictures have them: short, and the same in every country.</summary>
internal static class Pen
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <summary>A place or a length, in pixels to one decimal.</summary>
    public static string At(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share of something, from 0 to 1.</summary>
    public static string Share(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The end of an axis that holds values up to this one, and reads well: 1, 2 or 5 times a power of ten.</summary>
    public static double AxisEnd(double most)
    {
        if (most <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Steps.Select(step => step * power).First(end => end >= most - (power * 1e-9));
    }
}
