namespace Equity.Graph.Metrics.Counting;

/// <summary>A series over the months, as sums of what teams add to it. All sums are of whole numbers, and exact.</summary>
internal sealed class Track
{
    private int first;
    private int used;
    private (double Numerator, double Denominator)[] months = [];

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsEmpty => used == 0;

    /// <summary>The first month of which there is something. Of one that is empty there is none.</summary>
    public Month First => new(first + Array.FindIndex(months, month => month != default));

    /// <summary>What was added in a month.</summary>
    public (double Numerator, double Denominator) this[Month month] => month.Number >= first && month.Number < first + months.Length ? months[month.Number - first] : default;

    /// <summary>Adds to a month.</summary>
    public void Add(Month month, double numerator, double denominator)
    {
        Reach(month.Number);
        ref var sum = ref months[month.Number - first];
        used -= sum == default ? 0 : 1;
        sum = (sum.Numerator + numerator, sum.Denominator + denominator);
        used += sum == default ? 0 : 1;
    }

    /// <summary>The sum of some months.</summary>
    public (double Numerator, double Denominator) Sum(Month from, Month to)
    {
        var sum = (Numerator: 0d, Denominator: 0d);
        for (var month = Math.Max(from.Number, first); month <= to.Number && month < first + months.Length; month++)
            sum = (sum.Numerator + months[month - first].Numerator, sum.Denominator + months[month - first].Denominator);
        return sum;
    }

    private void Reach(int month)
    {
        if (months.Length == 0)
            (first, months) = (month, new (double, double)[1]);
        else if (month < first)
            (months, first) = ([.. new (double, double)[first - month], .. months], month);
        else if (month >= first + months.Length)
            Array.Resize(ref months, month - first + 1);
    }
}
