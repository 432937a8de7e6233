using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Peers.Feedback;

/// <summary>That a team was recommended to another's members on a day. It does not say to whom.</summary>
internal sealed class Showing : IEntity
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team whose members saw it.</summary>
    public Team? Team { get; set; }

    public int PeerId { get; set; }

    /// <summary>The recommended team.</summary>
    public Team? Peer { get; set; }

    /// <summary>The day, UTC.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How many lists it was on.</summary>
    public int Count { get; set; }

    /// <summary>Its best place on them, from 1.</summary>
    public int Rank { get; set; }

    /// <summary>How alike the two were, the last time.</summary>
    public required StoredLikeness Likeness { get; set; }
}

internal sealed class ShowingConfiguration : IEntityTypeConfiguration<Showing>
{
    public void Configure(EntityTypeBuilder<Showing> showing)
    {
        showing.ToTable("Showings");
        showing.ComplexProperty(s => s.Likeness);
        showing.HasIndex(s => new { s.TeamId, s.PeerId, s.Day }).IsUnique();
        showing.HasIndex(s => s.Day);
        showing.HasOne(s => s.Team).WithMany().HasForeignKey(s => s.TeamId).OnDelete(DeleteBehavior.Cascade);
        showing.HasOne(s => s.Peer).WithMany().HasForeignKey(s => s.PeerId).OnDelete(DeleteBehavior.Cascade);
    }
}
