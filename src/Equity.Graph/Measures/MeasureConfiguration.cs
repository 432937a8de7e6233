using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Measures;

internal sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<Stratum>, IEntityTypeConfiguration<MeasurePoint>
{
    /// <summary>The longest name of a kind, a direction or a dimension.</summary>
    private const int MaxChoice = 50;

    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("Measures");
        measure.Property(m => m.Key).HasMaxLength(Key.Max);
        measure.Property(m => m.Name).HasMaxLength(MeasureRules.Name.Max);
        measure.Property(m => m.Unit).HasMaxLength(MeasureRules.Unit.Max);
        measure.Property(m => m.Kind).HasConversion<string>().HasMaxLength(MaxChoice);
        measure.Property(m => m.Better).HasConversion<string>().HasMaxLength(MaxChoice);
        measure.Property(m => m.Version).IsConcurrencyToken();
        measure.HasIndex(m => new { m.TeamId, m.Key }).IsUnique().HasFilter(Deletion.Live);
        measure.HasOne(m => m.Team).WithMany().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Cascade);
        measure.HasOne(m => m.Inequity).WithMany().HasForeignKey(m => m.InequityId).OnDelete(DeleteBehavior.SetNull);
        measure.HasMany(m => m.Strata).WithOne().HasForeignKey(s => s.MeasureId).OnDelete(DeleteBehavior.Cascade);
        measure.HasMany(m => m.Points).WithOne(p => p.Measure).HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Stratum> stratum)
    {
        stratum.ToTable("Strata");
        stratum.Property(s => s.Key).HasMaxLength(Key.Max);
        stratum.Property(s => s.Name).HasMaxLength(MeasureRules.Stratum.Max);
        stratum.Property(s => s.Dimension).HasConversion<string>().HasMaxLength(MaxChoice);
        stratum.HasIndex(s => new { s.MeasureId, s.Key }).IsUnique();
        stratum.HasOne(s => s.Team).WithMany().HasForeignKey(s => s.TeamId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasurePoint> point)
    {
        point.ToTable("MeasurePoints");
        // Two indexes, because no two absent strata are the same to an index.
        point.HasIndex(p => new { p.MeasureId, p.StratumId, p.Date }).IsUnique();
        point.HasIndex(p => new { p.MeasureId, p.Date }, "IX_MeasurePoints_Everybody").IsUnique().HasFilter("\"StratumId\" IS NULL");
        point.HasOne(p => p.Stratum).WithMany().HasForeignKey(p => p.StratumId).OnDelete(DeleteBehavior.Cascade);
    }
}
