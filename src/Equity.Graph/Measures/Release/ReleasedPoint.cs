using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Measures.Release;

/// <summary>What others see of a figure about people: what was released, which stands until a release shows it anew.</summary>
internal sealed class ReleasedPoint : IEntity
{
    public int Id { get; set; }

    public int MeasureId { get; set; }

    /// <summary>The measure.</summary>
    public Measure? Measure { get; set; }

    public int? StratumId { get; set; }

    /// <summary>The group; null stands for everybody: the total where groups are compared.</summary>
    public Stratum? Stratum { get; set; }

    /// <summary>The day, or the first day of the time that is counted.</summary>
    public DateOnly Date { get; set; }

    /// <summary>How many of them, rounded to 5; null when it is hidden.</summary>
    public double? Numerator { get; set; }

    /// <summary>Of how many, rounded to 5; null when it is hidden.</summary>
    public double? Denominator { get; set; }

    /// <summary>Whether the table of this date has been shown anew since it was first released.</summary>
    public bool Revised { get; set; }
}

/// <summary>That what teams recorded of closed months was released.</summary>
internal sealed class MonthlyRelease : IEntity
{
    public int Id { get; set; }

    /// <summary>The first day that it does not cover: the first of a month.</summary>
    public DateOnly Until { get; set; }

    /// <summary>When it began, UTC: what is recorded from then on comes with the next one.</summary>
    public DateTime At { get; set; }

    /// <summary>When it was whole, UTC; null while it is made.</summary>
    public DateTime? CompletedAt { get; set; }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<ReleasedPoint>, IEntityTypeConfiguration<MonthlyRelease>
{
    public void Configure(EntityTypeBuilder<ReleasedPoint> point)
    {
        point.ToTable("ReleasedPoints");
        point.HasIndex(p => new { p.MeasureId, p.StratumId, p.Date }).IsUnique();
        point.HasIndex(p => new { p.MeasureId, p.Date }, "IX_ReleasedPoints_Everybody").IsUnique().HasFilter("\"StratumId\" IS NULL");
        point.HasOne(p => p.Measure).WithMany().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Cascade);
        point.HasOne(p => p.Stratum).WithMany().HasForeignKey(p => p.StratumId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MonthlyRelease> release)
    {
        release.ToTable("MonthlyReleases");
        release.HasIndex(r => r.Until).IsUnique();
    }
}
