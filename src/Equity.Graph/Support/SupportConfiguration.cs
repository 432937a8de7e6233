using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Support;

internal sealed class SupportConfiguration : IEntityTypeConfiguration<Ask>, IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Ask> ask)
    {
        ask.Property(a => a.Key).HasMaxLength(Key.Max);
        ask.HasIndex(a => new { a.TeamId, a.Key }).IsUnique().HasFilter(Deletion.Live);
        ask.Property(a => a.Text).HasMaxLength(SupportRules.Text.Max);
        ask.Folded(a => a.Text);
        ask.HasIndex(a => a.Status);
        ask.HasIndex(a => a.CreatedAt);
        ask.HasIndex(a => a.UpdatedAt);
        ask.Property(a => a.Version).IsConcurrencyToken();
        ask.HasOne(a => a.Team).WithMany(t => t.Asks).HasForeignKey(a => a.TeamId);
    }

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.Property(o => o.Key).HasMaxLength(Key.Max);
        offer.HasIndex(o => new { o.TeamId, o.Key }).IsUnique().HasFilter(Deletion.Live);
        offer.Property(o => o.Text).HasMaxLength(SupportRules.Text.Max);
        offer.Folded(o => o.Text);
        offer.HasIndex(o => o.Available);
        offer.HasIndex(o => o.CreatedAt);
        offer.HasIndex(o => o.UpdatedAt);
        offer.Property(o => o.Version).IsConcurrencyToken();
        offer.HasOne(o => o.Team).WithMany(t => t.Offers).HasForeignKey(o => o.TeamId);
    }
}
