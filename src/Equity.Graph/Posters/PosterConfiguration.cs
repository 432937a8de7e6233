using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Posters;

internal sealed class PosterConfiguration : IEntityTypeConfiguration<Poster>
{
    /// <summary>The longest name of a format.</summary>
    private const int MaxName = 20;

    public void Configure(EntityTypeBuilder<Poster> poster)
    {
        poster.ToTable("Posters");
        poster.Property(p => p.Key).HasMaxLength(Key.Max);
        poster.HasIndex(p => new { p.TeamId, p.Key }).IsUnique().HasFilter(Deletion.Live);
        poster.Property(p => p.Title).HasMaxLength(PosterRules.Title.Max);
        poster.Folded(p => p.Title).HasIndex(FoldedColumn.Of(nameof(Poster.Title)));
        poster.Property(p => p.AltText).HasMaxLength(PosterRules.AltText.Max);
        poster.Property(p => p.Summary).HasMaxLength(PosterRules.Summary.Max);
        poster.Folded(p => p.Summary);
        poster.Property(p => p.ImageFormat).HasConversion<string>().HasMaxLength(MaxName);
        foreach (var hash in (string[])[nameof(Poster.Image), nameof(Poster.SmallThumbnail), nameof(Poster.LargeThumbnail), nameof(Poster.Pdf)])
            poster.Property(hash).HasMaxLength(BlobHash.Length);
        poster.HasIndex(p => new { p.EventId, p.PublishedAt });
        poster.HasIndex(p => p.PublishedAt);
        poster.HasIndex(p => p.CreatedAt);
        poster.HasIndex(p => p.UpdatedAt);
        poster.HasIndex(p => p.DeletedAt);
        poster.Property(p => p.Version).IsConcurrencyToken();
        poster.HasOne(p => p.Team).WithMany(t => t.Posters).HasForeignKey(p => p.TeamId).OnDelete(DeleteBehavior.Cascade);
        poster.HasOne(p => p.Event).WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.SetNull);
    }
}
