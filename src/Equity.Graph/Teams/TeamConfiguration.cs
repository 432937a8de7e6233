using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Teams;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamMember>, IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.Property(t => t.Key).HasMaxLength(Key.Max);
        team.HasIndex(t => t.Key).IsUnique().HasFilter(Deletion.Live);
        team.Property(t => t.Name).HasMaxLength(TeamRules.Name.Max);
        team.Property(t => t.Service).HasMaxLength(TeamRules.Service.Max);
        team.Property(t => t.Locality).HasMaxLength(TeamRules.Locality.Max);
        team.Property(t => t.CoProductionPlan).HasMaxLength(TeamRules.CoProductionPlan.Max);
        team.Property(t => t.Aim).HasMaxLength(TeamRules.Aim.Max);
        team.Property(t => t.Summary).HasMaxLength(TeamRules.Summary.Max);
        team.Folded(t => t.Name).HasIndex(FoldedColumn.Of(nameof(Team.Name)));
        team.Folded(t => t.Service).HasIndex(FoldedColumn.Of(nameof(Team.Service)));
        team.Folded(t => t.Locality).HasIndex(FoldedColumn.Of(nameof(Team.Locality)));
        team.Folded(t => t.Aim);
        team.Folded(t => t.Summary);
        team.HasIndex(t => t.Stage);
        team.HasIndex(t => t.Involvement);
        team.HasIndex(t => t.CoProduction);
        team.HasIndex(t => t.ProgressScore);
        team.HasIndex(t => t.CoachScore);
        team.HasIndex(t => t.FriendCapacity);
        team.HasIndex(t => t.PausedUntil);
        team.HasIndex(t => t.Phase);
        team.HasIndex(t => t.PublishedAt);
        team.HasIndex(t => t.DeletedAt);
        team.HasIndex(t => t.CreatedAt);
        team.HasIndex(t => t.UpdatedAt);
        team.HasIndex(t => new { t.ProgrammeId, t.Phase });
        team.Property(t => t.Version).IsConcurrencyToken();
        team.HasOne(t => t.Organisation).WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        team.HasOne(t => t.Programme).WithMany().HasForeignKey(t => t.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        team.HasMany(t => t.Members).WithOne(m => m.Team).HasForeignKey(m => m.TeamId);
        team.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Team_ProgressScore", TeamRules.ProgressScore.Constraint(nameof(Team.ProgressScore)));
            table.HasCheckConstraint("CK_Team_CoachScore", TeamRules.CoachScore.Constraint(nameof(Team.CoachScore)));
            table.HasCheckConstraint("CK_Team_FriendCapacity", TeamRules.FriendCapacity.Constraint(nameof(Team.FriendCapacity)));
        });
    }

    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.Property(m => m.Key).HasMaxLength(Key.Max);
        member.HasIndex(m => new { m.TeamId, m.Key }).IsUnique();
        member.Property(m => m.Name).HasMaxLength(TeamRules.MemberName.Max);
        member.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Key).HasMaxLength(Key.Max);
        organisation.HasIndex(o => o.Key).IsUnique();
        organisation.Property(o => o.Name).HasMaxLength(TeamRules.Organisation.Max);
        organisation.Folded(o => o.Name).HasIndex(FoldedColumn.Of(nameof(Organisation.Name)));
    }
}
