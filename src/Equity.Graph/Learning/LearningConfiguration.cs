using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Learning;

internal sealed class LearningConfiguration : IEntityTypeConfiguration<SharedLearning>
{
    public void Configure(EntityTypeBuilder<SharedLearning> learning)
    {
        learning.ToTable("Learning");
        learning.Property(l => l.Key).HasMaxLength(Key.Max);
        learning.HasIndex(l => new { l.TeamId, l.Key }).IsUnique().HasFilter(Deletion.Live);
        learning.Property(l => l.Title).HasMaxLength(LearningRules.Title.Max);
        learning.Property(l => l.Body).HasMaxLength(LearningRules.Body.Max);
        learning.Folded(l => l.Title).HasIndex(FoldedColumn.Of(nameof(SharedLearning.Title)));
        learning.Folded(l => l.Body);
        learning.HasIndex(l => l.Kind);
        learning.HasIndex(l => l.SharedAt);
        learning.HasIndex(l => l.FeaturedAt);
        learning.HasIndex(l => l.UpdatedAt);
        learning.Property(l => l.Version).IsConcurrencyToken();
        learning.HasOne(l => l.Team).WithMany(t => t.Learning).HasForeignKey(l => l.TeamId);
        learning.HasOne(l => l.Inequity).WithMany().HasForeignKey(l => l.InequityId).OnDelete(DeleteBehavior.SetNull);
        learning.HasOne(l => l.HeardAtEvent).WithMany().HasForeignKey(l => l.HeardAtEventId).OnDelete(DeleteBehavior.SetNull);
    }
}
