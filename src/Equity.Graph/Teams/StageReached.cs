using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Teams;

/// <summary>That a team's work has come to a stage: what is known of how long it was in each.</summary>
internal sealed class StageReached : IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team: the stage and the moment.</summary>
    public required string Key { get; set; }

    /// <summary>The stage.</summary>
    public Stage Stage { get; set; }

    /// <summary>When the team came to it, UTC; it was in it until it came to the next.</summary>
    public DateTime At { get; set; }

    /// <summary>Notes the stages that teams come to by a save, unless it tells of them itself. A new team has been in its stage from the start.</summary>
    public static void Record(DbContext db, IReadOnlyList<EntityEntry> changed, DateTime now)
    {
        var told = changed.Select(entry => entry.Entity).OfType<StageReached>().Where(reached => reached.Team is not null).Select(reached => (reached.Team!, reached.Stage)).ToHashSet();
        foreach (var entry in changed.Where(entry => entry.Entity is Team team && !told.Contains((team, team.Stage))))
        {
            var team = (Team)entry.Entity;
            if (entry.State == EntityState.Added)
                db.Add(Of(team, team.CreatedAt));
            else if (entry.State == EntityState.Modified && entry.Property(nameof(Team.Stage)).IsModified)
                db.Add(Of(team, now));
        }
    }

    private static StageReached Of(Team team, DateTime at) => new() { Team = team, Stage = team.Stage, At = at, Key = Rules.Key.From(FormattableString.Invariant($"{team.Stage} {at:yyyy-MM-dd-HHmmss}")) };
}

internal sealed class StageReachedConfiguration : IEntityTypeConfiguration<StageReached>
{
    /// <summary>The longest name of a stage.</summary>
    private const int MaxStage = 50;

    public void Configure(EntityTypeBuilder<StageReached> reached)
    {
        reached.ToTable("StagesReached");
        reached.Property(r => r.Key).HasMaxLength(Key.Max);
        reached.Property(r => r.Stage).HasConversion<string>().HasMaxLength(MaxStage);
        reached.HasIndex(r => new { r.TeamId, r.Key });
        reached.HasOne(r => r.Team).WithMany().HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
