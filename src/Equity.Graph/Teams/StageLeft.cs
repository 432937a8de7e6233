using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Teams;

/// <summary>That a team's work left a stage for another: what is known of how long it was in each.</summary>
internal sealed class StageLeft : IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team: the stage and the moment.</summary>
    public required string Key { get; set; }

    /// <summary>The stage that it left. It had been in it since it left the one before, or from its start.</summary>
    public Stage Stage { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Notes the stages that teams leave by a save, unless it tells of them itself.</summary>
    public static void Record(DbContext db, IReadOnlyList<EntityEntry> changed, DateTime now)
    {
        var told = changed.Select(entry => entry.Entity).OfType<StageLeft>().Select(left => left.Team).ToHashSet();
        db.AddRange(changed.Where(entry => entry is { Entity: Team team, State: EntityState.Modified } && !told.Contains(team))
            .Select(entry => (Team: (Team)entry.Entity, Stage: entry.Property(nameof(Teams.Team.Stage))))
            .Where(moved => moved.Stage.IsModified && !Equals(moved.Stage.OriginalValue, moved.Stage.CurrentValue))
            .Select(moved => Of(moved.Team, (Stage)moved.Stage.OriginalValue!, now)).ToList());
    }

    private static StageLeft Of(Team team, Stage stage, DateTime at) =>
        new() { Team = team, Stage = stage, At = at, Key = Rules.Key.From(FormattableString.Invariant($"{stage} {at:yyyy-MM-dd-HHmmss}")) };
}

internal sealed class StageLeftConfiguration : IEntityTypeConfiguration<StageLeft>
{
    public void Configure(EntityTypeBuilder<StageLeft> left)
    {
        left.ToTable("StagesLeft");
        left.Property(l => l.Key).HasMaxLength(Key.Max);
        left.HasIndex(l => new { l.TeamId, l.Key });
        left.HasOne(l => l.Team).WithMany().HasForeignKey(l => l.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
