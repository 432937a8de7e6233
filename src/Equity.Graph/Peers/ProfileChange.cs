using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Peers;

/// <summary>Says that a team's profile changed, or what is counted of it. Each process reads on from the last one it saw, whoever wrote it.</summary>
internal sealed class ProfileChange
{
    /// <summary>How many are kept: more than any process can be behind.</summary>
    public const long Kept = 100_000;

    /// <summary>Grows with every change and is never given twice.</summary>
    public long Id { get; set; }

    /// <summary>The team; null when one was deleted: then a reader compares all.</summary>
    public int? TeamId { get; set; }

    public Team? Team { get; set; }
}

internal sealed class ProfileChangeConfiguration : IEntityTypeConfiguration<ProfileChange>
{
    public void Configure(EntityTypeBuilder<ProfileChange> change) =>
        change.HasOne(c => c.Team).WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Cascade);
}
