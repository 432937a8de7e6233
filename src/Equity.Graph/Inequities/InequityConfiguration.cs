using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Inequities;

internal sealed class InequityConfiguration : IEntityTypeConfiguration<Inequity>
{
    public void Configure(EntityTypeBuilder<Inequity> inequity)
    {
        inequity.Property(i => i.Key).HasMaxLength(Key.Max);
        inequity.HasIndex(i => new { i.TeamId, i.Key }).IsUnique().HasFilter(Deletion.Live);
        inequity.Property(i => i.Title).HasMaxLength(InequityRules.Title.Max);
        inequity.Property(i => i.Population).HasMaxLength(InequityRules.Population.Max);
        inequity.Property(i => i.Evidence).HasMaxLength(InequityRules.Evidence.Max);
        inequity.Folded(i => i.Title).HasIndex(FoldedColumn.Of(nameof(Inequity.Title)));
        inequity.Folded(i => i.Population).HasIndex(FoldedColumn.Of(nameof(Inequity.Population)));
        inequity.Folded(i => i.Evidence);
        inequity.HasIndex(i => i.Dimension);
        inequity.HasIndex(i => i.Kind);
        inequity.HasIndex(i => i.Status);
        inequity.HasIndex(i => i.CreatedAt);
        inequity.HasIndex(i => i.UpdatedAt);
        inequity.Property(i => i.Version).IsConcurrencyToken();
        inequity.HasOne(i => i.Team).WithMany(t => t.Inequities).HasForeignKey(i => i.TeamId);
    }
}
