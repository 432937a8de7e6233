using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Inequities;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;

namespace Equity.Graph.Measures.Demo;

/// <summary>A measure of a team of the demo: how often something happened each month, up to the one before the first start.</summary>
/// <param name="Team">The team's key.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Unit">What a value is.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="People">Whether it counts people.</param>
/// <param name="Inequity">The title of the inequity that it is about; null for none.</param>
/// <param name="Months">For how many months.</param>
/// <param name="Seed">What chance begins with: the same figures at every first start.</param>
/// <param name="Everybody">How it goes where no groups are compared.</param>
/// <param name="Strata">How it goes for each group.</param>
internal sealed record DemoMeasure(
    string Team, string Name, MeasureKind Kind, string Unit, Direction Better, bool People, string? Inequity, int Months, int Seed, DemoCourse? Everybody = null, IReadOnlyList<DemoStratum>? Strata = null);

/// <summary>How often something happens, and from when on it changes.</summary>
/// <param name="Of">Of about how many, each month.</param>
/// <param name="Rate">Which share of them, at first.</param>
/// <param name="To">Which share of them in the last month; null where nothing changes.</param>
/// <param name="FromMonth">In which month it begins to change, from 0.</param>
internal record DemoCourse(int Of, double Rate, double? To = null, int FromMonth = 0)
{
    /// <summary>The share in a month.</summary>
    public double RateIn(int month, int months) => To is { } to && month > FromMonth ? Rate + (to - Rate) * (month - FromMonth) / (months - 1 - FromMonth) : Rate;
}

/// <summary>The same for a group.</summary>
internal sealed record DemoStratum(string Name, InequityDimension? Dimension, int? Order, int Of, double Rate, double? To = null, int FromMonth = 0) : DemoCourse(Of, Rate, To, FromMonth);

/// <summary>What the demo community measures: all of it made up.</summary>
internal static class DemoMeasures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    /// <summary>The measures, from the file that comes with the program.</summary>
    public static IReadOnlyList<DemoMeasure> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "measures.json"));
        return JsonSerializer.Deserialize<IReadOnlyList<DemoMeasure>>(file, Json)!;
    }

    /// <summary>Adds them with their figures.</summary>
    public static void Add(DemoScene scene, IReadOnlyList<DemoMeasure> measures)
    {
        foreach (var demo in measures)
        {
            var team = scene.Team(demo.Team);
            var measure = new Measure
            {
                Team = team,
                Key = Key.From(demo.Name),
                Name = demo.Name,
                Kind = demo.Kind,
                Unit = demo.Unit,
                Better = demo.Better,
                CountsPeople = demo.People,
                Inequity = team.Inequities.Find(inequity => inequity.Title == demo.Inequity),
                CreatedAt = scene.At(-30 * demo.Months),
                RecordedAt = scene.At(-1),
            };
            var chance = new Random(demo.Seed);
            foreach (var group in demo.Strata ?? [])
            {
                var stratum = new Stratum { Team = team, Key = Key.From(group.Name), Name = group.Name, Dimension = group.Dimension, Order = group.Order };
                measure.Strata.Add(stratum);
                measure.Points.AddRange(Points(scene, demo, group, stratum, chance));
            }
            if (demo.Everybody is { } everybody)
                measure.Points.AddRange(Points(scene, demo, everybody, null, chance));
            scene.Db.Add(measure);
        }
    }

    private static IEnumerable<MeasurePoint> Points(DemoScene scene, DemoMeasure demo, DemoCourse course, Stratum? stratum, Random chance)
    {
        var first = new DateOnly(scene.Today.Year, scene.Today.Month, 1).AddMonths(-demo.Months);
        for (var month = 0; month < demo.Months; month++)
        {
            // Some months are busier, by up to a seventh; each of those who are counted then has the same chance.
            var of = Math.Max(0, (int)Math.Round(course.Of * (1 + (chance.NextDouble() - 0.5) * 2 / 7)));
            var rate = course.RateIn(month, demo.Months);
            var times = Enumerable.Range(0, of).Count(_ => chance.NextDouble() < rate);
            yield return new MeasurePoint { Stratum = stratum, Date = first.AddMonths(month), Numerator = demo.People ? times : times + 0.5, Denominator = of };
        }
    }
}
