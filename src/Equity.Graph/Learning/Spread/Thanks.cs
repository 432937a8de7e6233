using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Learning.Spread;

/// <summary>That a person has thanked a team for a piece of learning. How many did is told, who did is not: neither in the graph nor in the audit.</summary>
internal sealed class Thanks : IEntity
{
    public int Id { get; set; }

    public int LearningId { get; set; }

    public int PersonId { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }
}

internal sealed class ThanksConfiguration : IEntityTypeConfiguration<Thanks>
{
    public void Configure(EntityTypeBuilder<Thanks> thanks)
    {
        thanks.ToTable("Thanks");
        thanks.HasIndex(t => new { t.LearningId, t.PersonId }).IsUnique();
        thanks.HasOne<SharedLearning>().WithMany().HasForeignKey(t => t.LearningId).OnDelete(DeleteBehavior.Cascade);
        thanks.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
