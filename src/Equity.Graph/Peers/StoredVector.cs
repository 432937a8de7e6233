using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Peers;

/// <summary>The vector that an encoder made of a text: kept, so that no text is encoded twice.</summary>
internal sealed class StoredVector
{
    /// <summary>Which encoder made it.</summary>
    public required string Model { get; set; }

    /// <summary>SHA-256 of the text, 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>Little-endian float32 values.</summary>
    public required byte[] Values { get; set; }
}

internal sealed class StoredVectorConfiguration : IEntityTypeConfiguration<StoredVector>
{
    public void Configure(EntityTypeBuilder<StoredVector> vector)
    {
        vector.HasKey(v => new { v.Model, v.Hash });
        vector.Property(v => v.Model).HasMaxLength(100);
    }
}
