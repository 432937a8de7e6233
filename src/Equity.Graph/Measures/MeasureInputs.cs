using Equity.Graph.Execution.Mutations;
using Equity.Graph.Inequities;
using GraphQL;

namespace Equity.Graph.Measures;

/// <summary>One of the groups that a measure compares.</summary>
internal sealed class StratumInput
{
    /// <summary>What the group is called, once within the measure.</summary>
    public required string Name { get; init; }

    /// <summary>Along which dimension the groups differ.</summary>
    public InequityDimension? Dimension { get; init; }

    /// <summary>Its place where the groups have an order: 1 is the most deprived, such as IMD quintile 1. For all of the groups, or for none.</summary>
    public int? Order { get; init; }
}

/// <summary>A measure.</summary>
internal sealed class CreateMeasureInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What is measured, in a few words.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>What a value is, such as "missed of booked appointments".</summary>
    public required string Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public required Direction Better { get; init; }

    /// <summary>Whether the figures count people, or what happens to people: then they are whole numbers, and outside your team and its programme small ones are never shown. It cannot be changed later.</summary>
    public required bool CountsPeople { get; init; }

    /// <summary>The id of your team's inequity that it is about.</summary>
    [Id]
    public string? Inequity { get; init; }

    /// <summary>The groups that are compared; left out, one figure a day stands for everybody.</summary>
    public IReadOnlyList<StratumInput>? Strata { get; init; }
}

/// <summary>What is new about a measure. What is left out stays.</summary>
internal sealed class UpdateMeasureInput : MutationInput
{
    /// <summary>The measure's id.</summary>
    [Id]
    public required string Measure { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What is measured, in a few words.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public MeasureKind? Kind { get; init; }

    /// <summary>What a value is.</summary>
    public string? Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public Direction? Better { get; init; }

    /// <summary>The id of your team's inequity that it is about; null for none.</summary>
    [Id]
    public string? Inequity { get; init; }

    /// <summary>All groups that are compared. One that is not among them goes, unless figures have been recorded for it.</summary>
    public IReadOnlyList<StratumInput>? Strata { get; init; }
}

/// <summary>A figure.</summary>
internal sealed class MeasurementInput
{
    /// <summary>The day, or the first day of the time that is counted.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The name of the group; left out for everybody, which a measure that compares groups of people works out by itself.</summary>
    public string? Stratum { get; init; }

    /// <summary>How many of them, 0 or more.</summary>
    public required double Numerator { get; init; }

    /// <summary>Of how many, 0 or more.</summary>
    public required double Denominator { get; init; }
}

/// <summary>Figures of a measure: all of them are recorded, or none.</summary>
internal sealed class RecordMeasurementsInput : MutationInput
{
    /// <summary>The measure's id.</summary>
    [Id]
    public required string Measure { get; init; }

    /// <summary>The figures, 1 to 1,000, each date and group once. One that is there already is overwritten.</summary>
    public required IReadOnlyList<MeasurementInput> Points { get; init; }
}

/// <summary>Which figures of a measure go.</summary>
internal sealed class RemoveMeasurementsInput : MutationInput
{
    /// <summary>The measure's id.</summary>
    [Id]
    public required string Measure { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Only those of this group, by its name; left out, those of all.</summary>
    public string? Stratum { get; init; }
}
