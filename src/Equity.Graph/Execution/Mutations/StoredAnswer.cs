using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Execution.Mutations;

/// <summary>A request that carried an Idempotency-Key, and what it was answered, so that the same request is answered the same and changes nothing.</summary>
internal sealed class StoredAnswer : IEntity
{
    public int Id { get; set; }

    public int PersonId { get; set; }

    /// <summary>The Idempotency-Key, unique for the person.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of the request's body, in hexadecimal.</summary>
    public required string BodyHash { get; set; }

    /// <summary>When the request came first, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>The answer's status; null until it was answered.</summary>
    public int? Status { get; set; }

    /// <summary>The answer's media type; null until it was answered.</summary>
    public string? ContentType { get; set; }

    /// <summary>The answer's body; null until it was answered.</summary>
    public string? Body { get; set; }

    /// <summary>What it changed already.</summary>
    public List<AppliedMutation> Applied { get; } = [];
}

/// <summary>
/// One mutation of a request that carried an Idempotency-Key, noted in the transaction that changed the rows:
/// a process that is killed before it answers does not change them again when the request comes again.
/// </summary>
internal sealed class AppliedMutation : IEntity
{
    public int Id { get; set; }

    public int StoredAnswerId { get; set; }

    /// <summary>Which mutation of the request: the operation's place in the batch and the field's name or alias.</summary>
    public required string Path { get; set; }

    /// <summary>The integer key of the row that it changed.</summary>
    public int Row { get; set; }
}

internal sealed class StoredAnswerConfiguration : IEntityTypeConfiguration<StoredAnswer>, IEntityTypeConfiguration<AppliedMutation>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> answer)
    {
        answer.Property(a => a.Key).HasMaxLength(IdempotencyKey.Max);
        answer.Property(a => a.BodyHash).HasMaxLength(64);
        answer.HasIndex(a => new { a.PersonId, a.Key }).IsUnique();
        answer.HasIndex(a => a.StartedAt);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        answer.HasMany(a => a.Applied).WithOne().HasForeignKey(applied => applied.StoredAnswerId);
    }

    public void Configure(EntityTypeBuilder<AppliedMutation> applied) =>
        applied.HasIndex(a => new { a.StoredAnswerId, a.Path }).IsUnique();
}
