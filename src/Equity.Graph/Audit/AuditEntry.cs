using System.Security.Cryptography;
using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Audit;

/// <summary>One change of one thing: who, when, what, before and after. Entries are only ever added; of a forgotten person the texts go and the digest stays.</summary>
internal sealed class AuditEntry : IEntity
{
    public int Id { get; set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime At { get; set; }

    public int? PersonId { get; set; }

    /// <summary>Through what the change came.</summary>
    public ChangedThrough Through { get; set; }

    public int? TeamId { get; set; }

    /// <summary>The team that the thing belongs to, or the team itself.</summary>
    public Team? Team { get; set; }

    public int? ProgrammeId { get; set; }

    /// <summary>What was done.</summary>
    public AuditAction Action { get; set; }

    /// <summary>The sort of thing, by its name in the graph, such as Learning.</summary>
    public required string Kind { get; set; }

    /// <summary>The thing's key, unique within its team or, of teams and programmes, everywhere.</summary>
    public required string Key { get; set; }

    /// <summary>What changed, as a JSON object of fields as they were; null when there was nothing before.</summary>
    public string? Before { get; set; }

    /// <summary>What changed, as a JSON object of fields as they are since; null when nothing is left.</summary>
    public string? After { get; set; }

    /// <summary>SHA-256 of before and after as they were written, in hexadecimal: shows later whether a text is the one.</summary>
    public required string Digest { get; set; }

    /// <summary>The digest of a change.</summary>
    public static string DigestOf(string? before, string? after) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{after}")));
}

/// <summary>What was done to a thing.</summary>
internal enum AuditAction
{
    /// <summary>It was made.</summary>
    Created,
    /// <summary>Some of its fields were changed.</summary>
    Changed,
    /// <summary>It was deleted; it can be restored for 30 days.</summary>
    Deleted,
    /// <summary>It was brought back.</summary>
    Restored,
    /// <summary>It was removed for good.</summary>
    Removed,
    /// <summary>A person was removed from it.</summary>
    Forgotten,
    /// <summary>Figures about people were read as they were counted.</summary>
    Read,
}

/// <summary>Through what a change came.</summary>
internal enum ChangedThrough
{
    /// <summary>A mutation, or a file of figures as they were counted.</summary>
    Graph,
    /// <summary>An import.</summary>
    Import,
    /// <summary>The server's own work, such as what it does on a date.</summary>
    Server,
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>The longest name of a sort of thing.</summary>
    private const int MaxKind = 50;

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Audit");
        entry.Property(e => e.Kind).HasMaxLength(MaxKind);
        entry.Property(e => e.Key).HasMaxLength(Rules.Key.Max);
        entry.Property(e => e.Digest).HasMaxLength(64);
        entry.HasIndex(e => new { e.TeamId, e.Id });
        entry.HasIndex(e => new { e.ProgrammeId, e.Id });
        entry.HasIndex(e => new { e.Kind, e.Action, e.Id });
        entry.HasOne(e => e.Team).WithMany().HasForeignKey(e => e.TeamId).OnDelete(DeleteBehavior.SetNull);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
