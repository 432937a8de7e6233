using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Peers.Feedback;

/// <summary>What a person found of a team that was recommended to the person's own. The latest counts; whoever changes it changes this row.</summary>
internal sealed class Rating : IKeyed, IWithTeam
{
    public int Id { get; set; }

    /// <summary>Unique within the team; tells nothing.</summary>
    public required string Key { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that it was recommended to.</summary>
    public Team? Team { get; set; }

    public int PeerId { get; set; }

    /// <summary>The recommended team.</summary>
    public Team? Peer { get; set; }

    public int PersonId { get; set; }

    /// <summary>Who rated.</summary>
    public Person? Person { get; set; }

    /// <summary>What the person found.</summary>
    public RecommendationVerdict Verdict { get; set; }

    /// <summary>When it was last rated, UTC.</summary>
    public DateTime RatedAt { get; set; }

    /// <summary>How alike the two teams were then.</summary>
    public required StoredLikeness Likeness { get; set; }
}

/// <summary>What somebody found of a recommended team.</summary>
internal enum RecommendationVerdict
{
    /// <summary>The team was worth calling.</summary>
    Useful,
    /// <summary>The team was not.</summary>
    NotUseful,
    /// <summary>The two know each other. That tells nothing of how well they fit, and nothing is learnt from it.</summary>
    AlreadyKnowThem,
}

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    /// <summary>The longest name of a verdict.</summary>
    private const int MaxVerdict = 50;

    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.ToTable("Ratings");
        rating.Property(r => r.Key).HasMaxLength(Key.Max);
        rating.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(MaxVerdict);
        rating.ComplexProperty(r => r.Likeness);
        rating.HasIndex(r => new { r.TeamId, r.Key }).IsUnique();
        rating.HasIndex(r => new { r.TeamId, r.PeerId, r.PersonId }).IsUnique();
        rating.HasIndex(r => r.RatedAt);
        rating.HasOne(r => r.Team).WithMany().HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Cascade);
        rating.HasOne(r => r.Peer).WithMany().HasForeignKey(r => r.PeerId).OnDelete(DeleteBehavior.Cascade);
        rating.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
