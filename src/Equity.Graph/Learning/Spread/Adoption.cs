using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Learning.Spread;

/// <summary>A team tries what another one has learnt: once a team and piece of learning, however often it changes its mind.</summary>
internal sealed class Adoption : IVersioned, IDeletable, IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that tries it.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team; tells nothing.</summary>
    public required string Key { get; set; }

    public int LearningId { get; set; }

    /// <summary>What it tries: learning of another team.</summary>
    public SharedLearning? Learning { get; set; }

    /// <summary>What it changes about it, or means to.</summary>
    public string? Note { get; set; }

    /// <summary>What became of it; null while it is being tried.</summary>
    public AdoptionOutcome? Outcome { get; set; }

    /// <summary>What happened, in the team's own words.</summary>
    public string? WhatHappened { get; set; }

    public int? LedToId { get; set; }

    /// <summary>What the team has learnt from it and shares in turn; null while there is nothing.</summary>
    public SharedLearning? LedTo { get; set; }

    /// <summary>When the team began to try it.</summary>
    public DateTime AdoptedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>What became of something that a team tried.</summary>
internal enum AdoptionOutcome
{
    /// <summary>The team does it from now on.</summary>
    Adopted,
    /// <summary>The team does it in a way of its own.</summary>
    Adapted,
    /// <summary>The team has given it up.</summary>
    Abandoned,
}

internal sealed class AdoptionConfiguration : IEntityTypeConfiguration<Adoption>
{
    /// <summary>The longest name of an outcome.</summary>
    public const int MaxOutcome = 50;

    public void Configure(EntityTypeBuilder<Adoption> adoption)
    {
        adoption.ToTable("Adoptions");
        adoption.Property(a => a.Key).HasMaxLength(Key.Max);
        adoption.Property(a => a.Note).HasMaxLength(SpreadRules.Note.Max);
        adoption.Property(a => a.WhatHappened).HasMaxLength(SpreadRules.WhatHappened.Max);
        adoption.Property(a => a.Outcome).HasConversion<string>().HasMaxLength(MaxOutcome);
        adoption.HasIndex(a => new { a.TeamId, a.Key }).IsUnique();
        // What was deleted counts too: who tries it once more brings it back.
        adoption.HasIndex(a => new { a.TeamId, a.LearningId }).IsUnique();
        adoption.HasIndex(a => new { a.LearningId, a.AdoptedAt });
        adoption.HasIndex(a => a.LedToId);
        adoption.Property(a => a.Version).IsConcurrencyToken();
        adoption.HasOne(a => a.Team).WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.Cascade);
        adoption.HasOne(a => a.Learning).WithMany().HasForeignKey(a => a.LearningId).OnDelete(DeleteBehavior.Cascade);
        adoption.HasOne(a => a.LedTo).WithMany().HasForeignKey(a => a.LedToId).OnDelete(DeleteBehavior.SetNull);
    }
}
