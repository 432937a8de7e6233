using Equity.Graph.Execution;
using Equity.Graph.Measures;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// Every way to a figure is known to the attack. When one of these fails there is a new one: have it asked by a door of <see cref="HttpAttack.Doors"/> (or say why it tells
/// nothing of figures, by the list it is put in), and then add it here.
/// </summary>
[Collection(nameof(Community))]
public class FigureDoorsTests(EquityHost host)
{
    /// <summary>What <see cref="HttpAttack.Doors"/> ask, with all its arguments.</summary>
    private static readonly string[] Attacked =
    [
        "Measure.points(from stratum to)",
        "MeasurePoint.date", "MeasurePoint.denominator", "MeasurePoint.numerator", "MeasurePoint.stratum", "MeasurePoint.suppressed", "MeasurePoint.value",
        "Measure.chart(baseline method rebase stratum)",
        "ProcessChart.centre", "ProcessChart.method", "ProcessChart.points", "ProcessChart.rules", "ProcessChart.svg", "ProcessChart.verdict",
        "ChartPoint.centre", "ChartPoint.date", "ChartPoint.lower", "ChartPoint.signals", "ChartPoint.suppressed", "ChartPoint.upper", "ChartPoint.value",
        "Measure.gap(at reference)",
        "EquityGap.at", "EquityGap.disparityIndex", "EquityGap.groups", "EquityGap.narrowing", "EquityGap.reference", "EquityGap.relativeIndex", "EquityGap.relativeIndexInterval", "EquityGap.slopeIndex",
        "EquityGap.slopeIndexInterval", "EquityGap.trend", "EquityGap.verdict", "EquityGap.why",
        "GapGroup.difference", "GapGroup.differenceInterval", "GapGroup.rate", "GapGroup.ratio", "GapGroup.ratioInterval", "GapGroup.stratum", "GapGroup.suppressed",
    ];

    /// <summary>What a team says of a measure before it counts, and when it changed it: not what.</summary>
    private static readonly string[] WithoutFigures =
    [
        "Measure.better", "Measure.changeIdeas", "Measure.countsPeople", "Measure.createdAt", "Measure.id", "Measure.inequity", "Measure.key", "Measure.kind", "Measure.name", "Measure.recordedAt", "Measure.strata", "Measure.team", "Measure.unit",
        "Measure.updatedAt", "Measure.version",
        "Stratum.dimension", "Stratum.name", "Stratum.order",
    ];

    /// <summary>Ways to a measure; the last six answer to the team alone. <see cref="FigurePathsTests"/> goes them.</summary>
    private static readonly string[] Ways =
    [
        "Team.measures", "Inequity.measures", "ChangeIdea.measures",
        "CreateMeasurePayload.measure", "DeleteMeasurePayload.measure", "RecordMeasurementsPayload.measure", "RemoveMeasurementsPayload.measure", "RestoreMeasurePayload.measure", "UpdateMeasurePayload.measure",
    ];

    /// <summary>Files of the program that touch figures: those that tell them to somebody ask for them as the viewer may see them.</summary>
    private static readonly string[] Touching =
    [
        "Auth/ReadRules.cs", "Measures/Charts/ChartEndpoint.cs", "Measures/Charts/ChartFields.cs", "Measures/Charts/ChartRequest.cs", "Measures/Demo/DemoMeasures.cs", "Measures/Figures.cs", "Measures/Gaps/GapFields.cs", "Measures/Measure.cs", "Measures/MeasureConfiguration.cs",
        "Measures/MeasureLines.cs", "Measures/MeasureMutations.cs", "Measures/MeasurePoint.cs", "Measures/MeasureTypes.cs", "Measures/Recording.cs", "Measures/Release/ReleasedPoint.cs", "Measures/Release/Releasing.cs",
        "Metrics/Closing/MonthOfThings.cs", "Persistence/EquityDbContext.cs", "Reports/MeasuredTeams.cs",
    ];

    [Fact]
    public void Every_field_of_the_graph_that_tells_of_measures_is_attacked_or_tells_no_figure()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        var found = schema.AllTypes.OfType<IObjectGraphType>().SelectMany(type => type.Fields.Where(field => IsOfMeasures(type) || IsOfMeasures(field.ResolvedType!))
            .Select(field => field.Arguments is { Count: > 0 } arguments ? $"{type.Name}.{field.Name}({string.Join(' ', arguments.Select(argument => argument.Name).Order(StringComparer.Ordinal))})" : $"{type.Name}.{field.Name}"));
        Assert.Equal(Attacked.Concat(WithoutFigures).Concat(Ways).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_of_the_program_that_touches_figures_is_known()
    {
        var root = Repository.Path("src", "Equity.Graph");
        string[] words = ["LoadFigures", "Figures.ReadAsync", nameof(MeasurePoint), "ReleasedPoint", "MeasureChart.Of", "MeasureGap.Of"];
        var found = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(path => words.Any(word => File.ReadAllText(path).Contains(word, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal));
        Assert.Equal(Touching, found.Order(StringComparer.Ordinal));
    }

    /// <summary>Whether what a type shows is of the folder of measures; errors say what was sent.</summary>
    private static bool IsOfMeasures(IGraphType type) => type switch
    {
        IProvideResolvedType { ResolvedType: { } inner } => IsOfMeasures(inner),
        IObjectGraphType shown => !shown.ResolvedInterfaces.Any(each => each.Name == "Error") && Shown(type.GetType()).Any(each => each.Namespace?.StartsWith(typeof(Measure).Namespace!, StringComparison.Ordinal) == true),
        _ => false,
    };

    /// <summary>The class that a graph type shows; of a pair, each.</summary>
    private static IEnumerable<Type> Shown(Type? type) => type switch
    {
        null => [],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ObjectGraphType<>) => type.GenericTypeArguments.SelectMany(shown => shown.GenericTypeArguments.Prepend(shown)),
        _ => Shown(type.BaseType),
    };
}
