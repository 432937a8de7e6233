using Equity.Graph.Learning.Spread;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Ideas;

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<ChangeIdea>, IEntityTypeConfiguration<PdsaCycle>, IEntityTypeConfiguration<IdeaMeasure>
{
    public void Configure(EntityTypeBuilder<ChangeIdea> idea)
    {
        idea.ToTable("ChangeIdeas");
        idea.Property(i => i.Key).HasMaxLength(Key.Max);
        idea.Property(i => i.Title).HasMaxLength(IdeaRules.Title.Max);
        idea.Property(i => i.Description).HasMaxLength(IdeaRules.Description.Max);
        idea.HasIndex(i => new { i.TeamId, i.Key }).IsUnique().HasFilter(Deletion.Live);
        idea.Property(i => i.Version).IsConcurrencyToken();
        idea.HasOne(i => i.Team).WithMany().HasForeignKey(i => i.TeamId).OnDelete(DeleteBehavior.Cascade);
        idea.HasOne(i => i.From).WithMany().HasForeignKey(i => i.FromId).OnDelete(DeleteBehavior.SetNull);
        idea.HasMany(i => i.Cycles).WithOne().HasForeignKey(c => c.ChangeIdeaId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PdsaCycle> cycle)
    {
        cycle.ToTable("PdsaCycles");
        // The key of an idea that is as long as may be, and a number.
        cycle.Property(c => c.Key).HasMaxLength(Key.Max + 10);
        cycle.Property(c => c.Plan).HasMaxLength(IdeaRules.Plan.Max);
        cycle.Property(c => c.Do).HasMaxLength(IdeaRules.Do.Max);
        cycle.Property(c => c.Study).HasMaxLength(IdeaRules.Study.Max);
        cycle.Property(c => c.Act).HasMaxLength(IdeaRules.Act.Max);
        cycle.Property(c => c.Decision).HasConversion<string>().HasMaxLength(AdoptionConfiguration.MaxOutcome);
        cycle.HasIndex(c => new { c.ChangeIdeaId, c.Number }).IsUnique();
        cycle.HasOne(c => c.Team).WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdeaMeasure> link)
    {
        link.ToTable("IdeaMeasures");
        link.HasIndex(l => new { l.ChangeIdeaId, l.MeasureId }).IsUnique();
        link.HasOne(l => l.ChangeIdea).WithMany(i => i.Measures).HasForeignKey(l => l.ChangeIdeaId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne(l => l.Measure).WithMany().HasForeignKey(l => l.MeasureId).OnDelete(DeleteBehavior.Cascade);
    }
}
