using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Resources;

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    /// <summary>The longest name of a kind.</summary>
    private const int MaxName = 20;

    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.ToTable("Resources");
        resource.Property(r => r.Key).HasMaxLength(Key.Max);
        resource.HasIndex(r => new { r.TeamId, r.Key }).IsUnique().HasFilter(Deletion.Live);
        resource.Property(r => r.Kind).HasConversion<string>().HasMaxLength(MaxName);
        resource.HasIndex(r => r.Kind);
        resource.Property(r => r.Title).HasMaxLength(ResourceRules.Title.Max);
        resource.Folded(r => r.Title).HasIndex(FoldedColumn.Of(nameof(Resource.Title)));
        resource.Property(r => r.Url).HasMaxLength(ResourceRules.Url.Max);
        resource.Property(r => r.Transcript).HasMaxLength(ResourceRules.Transcript.Max);
        resource.HasIndex(r => new { r.EventId, r.PublishedAt });
        resource.HasIndex(r => r.PublishedAt);
        resource.HasIndex(r => r.CreatedAt);
        resource.HasIndex(r => r.UpdatedAt);
        resource.HasIndex(r => r.DeletedAt);
        resource.Property(r => r.Version).IsConcurrencyToken();
        resource.HasOne(r => r.Team).WithMany(t => t.Resources).HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Cascade);
        resource.HasOne(r => r.Event).WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.SetNull);
    }
}
