using System.Globalization;
using Equity.Graph.Rules;
using Equity.Graph.Transport;

namespace Equity.Graph.Measures.Charts;

/// <summary>A picture that is asked for by an address.</summary>
/// <param name="Order">By which rules.</param>
/// <param name="Stratum">The group, by its name as it is stored; null for everybody.</param>
/// <param name="Multiples">Whether all groups are drawn side by side, and everybody.</param>
internal sealed record ChartRequest(ChartOrder Order, string? Stratum, bool Multiples)
{
    private static readonly string[] Names = ["method", "stratum", "rebase", "baseline", "multiples"];

    /// <summary>What the parameters ask for; null, with the answer to them, when one of them is none or cannot be understood.</summary>
    public static ChartRequest? Read(IQueryCollection query, Measure measure, out IResult? problem)
    {
        var refused = query.Keys.Except(Names).Select(Unknown)
            .Concat(query.Where(given => given.Key != "rebase" && given.Value.Count > 1).Select(given => Refuse(given.Key, "is there more than once", "Give it once.")))
            .FirstOrDefault();
        var order = new ChartOrder(Method(query["method"], ref refused), measure.Better, measure.Unit) { Rebases = Rebases(query["rebase"], ref refused), BaselinePoints = Baseline(query["baseline"], ref refused) };
        var multiples = Multiple(query["multiples"], ref refused);
        var stratum = Group(query["stratum"], measure, multiples, ref refused);
        problem = refused;
        return refused is null ? new(order, stratum, multiples) : null;
    }

    /// <summary>Draws it, of what the viewer may see and nothing else.</summary>
    public string Draw(Measure measure, IReadOnlyList<Figure> figures)
    {
        if (Multiples)
            return ChartPicture.Multiples(measure.Name, [.. MeasureChart.OfEach(figures, measure.Strata, Order).Select(chart => (chart.Title, chart.Chart))]);
        var chart = MeasureChart.Of(measure, figures, Stratum, Order);
        return ChartPicture.Of(chart.Title, chart.Chart);
    }

    private static ChartMethod Method(string? given, ref IResult? problem)
    {
        var known = Enum.GetValues<ChartMethod>().ToDictionary(method => ConstantCase.Of(method.ToString()), StringComparer.OrdinalIgnoreCase);
        if (given is null || known.TryGetValue(given, out var method))
            return given is null ? ChartMethod.Xmr : known[given];
        problem ??= Refuse("method", "is none of the methods", $"Give one of {string.Join(", ", known.Keys)}, or leave it out.");
        return method;
    }

    private static List<DateOnly> Rebases(IReadOnlyList<string?> given, ref IResult? problem)
    {
        var days = new List<DateOnly>();
        foreach (var text in given)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(day);
            else
                problem ??= Refuse("rebase", "is no day", "Write days as 2026-03-31, one in each rebase.");
        }
        if (given.Count > ChartOrder.MostRebases)
            problem ??= Refuse("rebase", "is there too often", $"Give at most {ChartOrder.MostRebases} days.");
        return days;
    }

    private static int? Baseline(string? given, ref IResult? problem)
    {
        if (given is null)
            return null;
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var points) || points < 1)
            problem ??= Refuse("baseline", "is no number of points", "Give a whole number, 1 or more, or leave it out.");
        return points;
    }

    private static bool Multiple(string? given, ref IResult? problem)
    {
        if (given is not (null or "true" or "false"))
            problem ??= Refuse("multiples", "is neither true nor false", "Give true, or leave it out.");
        return given == "true";
    }

    private static string? Group(string? given, Measure measure, bool multiples, ref IResult? problem)
    {
        if (given is null)
            return null;
        var known = measure.Strata.Find(stratum => Folding.Fold(stratum.Name) == Folding.Fold(given))?.Name;
        if (multiples)
            problem ??= Refuse("stratum", "names one group, and multiples asks for all", "Leave one of the two out.");
        else if (measure.Strata.Count == 0)
            problem ??= Refuse("stratum", "names a group, and the measure compares none", "Leave it out.");
        else if (known is null)
            problem ??= Refuse("stratum", "is none of the measure's groups", $"Give one of {string.Join(", ", measure.Strata.InOrder().Select(stratum => $"“{stratum.Name}”"))}, or leave it out.");
        return known;
    }

    private static IResult Unknown(string name) => Problems.Of(
        StatusCodes.Status400BadRequest, "Unknown parameter", "The address has a parameter that charts do not have.", name.Length > 50 ? name[..50] : name, $"Parameters are {string.Join(", ", Names)}.");

    private static IResult Refuse(string name, string what, string remedy) => Problems.Of(StatusCodes.Status400BadRequest, "Not understood", $"The parameter {name} {what}.", name, remedy);
}
