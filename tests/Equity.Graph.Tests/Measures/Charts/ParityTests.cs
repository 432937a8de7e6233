using System.Globalization;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Thirty series for each method with what the published R packages say of them: ties, shifts, trends, odd points, gaps, new starts, baselines. vectors.R made them.</summary>
public class ParityTests
{
    public static IEnumerable<object[]> Cases(string file) => Enumerable.Range(1, 30).Select(number => new object[] { file, number });

    [Theory, MemberData(nameof(Cases), "xmr")]
    public void An_XmR_chart_is_that_of_NHSRplotthedots(string file, int number)
    {
        var rows = Row.Read(file, number);
        var chart = Row.Chart(rows, ChartMethod.Xmr);
        HasTheLinesOf(rows, chart);
        Assert.Equal(Row.Flagged(rows, "outside"), chart.At(Signal.OutsideLimits));
        Assert.Equal(Row.Flagged(rows, "trend"), chart.At(Signal.Trend));
        Assert.Equal(Row.Flagged(rows, "two"), chart.At(Signal.TwoOfThree));
        Assert.Equal(Row.Flagged(rows, "shift"), chart.At(Signal.Shift));
    }

    [Theory, MemberData(nameof(Cases), "run"), MemberData(nameof(Cases), "p"), MemberData(nameof(Cases), "p_prime")]
    public void A_run_chart_and_the_P_charts_are_those_of_qicharts2(string file, int number)
    {
        var rows = Row.Read(file, number);
        var chart = Row.Chart(rows, file == "run" ? ChartMethod.Run : file == "p" ? ChartMethod.P : ChartMethod.PPrime);
        HasTheLinesOf(rows, chart);
        Assert.Equal(Row.Flagged(rows, "outside"), chart.At(Signal.OutsideLimits));
        foreach (var phase in chart.Points.Zip(rows).GroupBy(pair => pair.First.Phase))
        {
            bool Has(Signal signal) => phase.Any(pair => pair.First.Signals.Contains(signal));
            var said = phase.First().Second;
            var isLongEnough = said.Number("useful") >= 10;
            Assert.Equal(isLongEnough && said.Number("longest") > said.Number("longest_usual"), Has(Signal.LongRun));
            Assert.Equal(isLongEnough && said.Number("crossings") < said.Number("crossings_usual"), Has(Signal.FewCrossings));
        }
    }

    private static void HasTheLinesOf(IReadOnlyList<Row> rows, ProcessChart chart)
    {
        Assert.Equal(rows.Count, chart.Points.Count);
        Assert.All(rows.Zip(chart.Points), pair =>
        {
            IsSame(pair.First.Number("centre"), pair.Second.Centre);
            IsSame(pair.First.Number("lower"), pair.Second.Lower);
            IsSame(pair.First.Number("upper"), pair.Second.Upper);
        });
    }

    private static void IsSame(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } number) Assert.Equal(number, actual!.Value, 1e-9);
    }

    /// <summary>A line of a file of vectors, by the names of its columns.</summary>
    private sealed record Row(Dictionary<string, string> Cells)
    {
        public static IReadOnlyList<Row> Read(string file, int number)
        {
            var lines = File.ReadAllLines(Repository.Path("tests", "Equity.Graph.Tests", "Measures", "Charts", $"{file}.csv"));
            var names = lines[0].Split(',');
            return [.. lines.Skip(1)
                .Select(line => new Row(names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second)))
                .Where(row => row.Number("case") == number)];
        }

        public static ProcessChart Chart(IReadOnlyList<Row> rows, ChartMethod method) => new ChartOrder(method, Direction.Lower, "days")
        {
            LeastPoints = 1,
            BaselinePoints = (int?)rows[0].Number("baseline"),
            Rebases = [.. Flagged(rows, "rebase").Select(Series.Month)],
        }.Chart(Series.Parts([.. rows.Select(row => (row.Number("numerator"), row.Number("denominator")))]));

        public static int[] Flagged(IReadOnlyList<Row> rows, string column) => [.. rows.Index().Where(row => row.Item.Number(column) == 1).Select(row => row.Index)];

        public double? Number(string column) => Cells[column].Length == 0 ? null : double.Parse(Cells[column], CultureInfo.InvariantCulture);
    }
}
