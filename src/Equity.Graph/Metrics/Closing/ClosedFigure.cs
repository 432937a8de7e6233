using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Metrics.Closing;

/// <summary>A figure of a closed month that is kept as it was told: of people as released, of things as they stood.</summary>
internal sealed class ClosedFigure : IEntity
{
    public int Id { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>The metric, by name.</summary>
    public required string Metric { get; set; }

    /// <summary>What the groups are.</summary>
    public GroupKind Kind { get; set; }

    /// <summary>The group.</summary>
    public required string Group { get; set; }

    /// <summary>How many; null when it is hidden, and where the value is no share.</summary>
    public double? Numerator { get; set; }

    /// <summary>Of how many; null when it is hidden, and where the value is the numerator itself.</summary>
    public double? Denominator { get; set; }

    /// <summary>The value, where it is made of more than the two; else null.</summary>
    public double? Value { get; set; }

    /// <summary>Whether it has been told anew since the month closed.</summary>
    public bool Revised { get; set; }
}

/// <summary>That a month was closed.</summary>
internal sealed class ClosedMonth : IEntity
{
    public int Id { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }
}

internal sealed class ClosedConfiguration : IEntityTypeConfiguration<ClosedFigure>, IEntityTypeConfiguration<ClosedMonth>
{
    private const int MaxMetric = 50;
    private const int MaxGroup = 250;

    public void Configure(EntityTypeBuilder<ClosedFigure> figure)
    {
        figure.ToTable("ClosedFigures");
        figure.Property(f => f.Metric).HasMaxLength(MaxMetric);
        figure.Property(f => f.Kind).HasConversion<string>().HasMaxLength(MaxMetric);
        figure.Property(f => f.Group).HasMaxLength(MaxGroup);
        figure.HasIndex(f => new { f.Metric, f.Kind, f.Group, f.Month }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClosedMonth> month)
    {
        month.ToTable("ClosedMonths");
        month.HasIndex(m => m.Month).IsUnique();
    }
}
