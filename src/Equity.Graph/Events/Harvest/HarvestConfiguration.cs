using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Events.Harvest;

internal sealed class HarvestConfiguration : IEntityTypeConfiguration<HarvestNote>
{
    public void Configure(EntityTypeBuilder<HarvestNote> note)
    {
        note.ToTable("HarvestNotes");
        note.Property(n => n.Key).HasMaxLength(Key.Max);
        note.HasIndex(n => n.Key).IsUnique();
        note.Property(n => n.Title).HasMaxLength(HarvestRules.Title.Max);
        note.Property(n => n.Text).HasMaxLength(HarvestRules.Text.Max);
        note.Folded(n => n.Text);
        note.HasIndex(n => new { n.EventId, n.Round, n.Table });
        note.Property(n => n.Version).IsConcurrencyToken();
        note.HasOne(n => n.Event).WithMany().HasForeignKey(n => n.EventId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne(n => n.From).WithMany().HasForeignKey(n => n.FromId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne(n => n.WrittenBy).WithMany().HasForeignKey(n => n.WrittenById).OnDelete(DeleteBehavior.Cascade);
        // One that is removed takes along what it stands for.
        note.HasOne(n => n.MergedInto).WithMany().HasForeignKey(n => n.MergedIntoId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne(n => n.Learning).WithMany().HasForeignKey(n => n.LearningId).OnDelete(DeleteBehavior.SetNull);
    }
}
