using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Programmes;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<ProgrammePhase>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.Key).HasMaxLength(Key.Max);
        programme.HasIndex(p => p.Key).IsUnique();
        programme.Property(p => p.Name).HasMaxLength(ProgrammeRules.Name.Max);
        programme.Folded(p => p.Name).HasIndex(FoldedColumn.Of(nameof(Programme.Name)));
        programme.Property(p => p.SharedAim).HasMaxLength(ProgrammeRules.SharedAim.Max);
        programme.HasMany(p => p.Phases).WithOne().HasForeignKey(p => p.ProgrammeId);
    }

    public void Configure(EntityTypeBuilder<ProgrammePhase> phase)
    {
        phase.HasIndex(p => new { p.ProgrammeId, p.Number }).IsUnique();
        phase.Property(p => p.Name).HasMaxLength(ProgrammeRules.PhaseName.Max);
        phase.Property(p => p.SharedAim).HasMaxLength(ProgrammeRules.SharedAim.Max);
        phase.ToTable(table => table.HasCheckConstraint("CK_ProgrammePhase_Number", ProgrammeRules.Phase.Constraint(nameof(ProgrammePhase.Number))));
    }
}
