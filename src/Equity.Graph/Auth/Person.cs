using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Auth;

/// <summary>A person who has signed in and done something. Membership of teams hangs on this row; names do not live here.</summary>
internal sealed class Person : IEntity
{
    /// <summary>The most characters of an issuer's or a subject's name.</summary>
    public const int Max = 255;

    public int Id { get; set; }

    /// <summary>Who vouches for the person.</summary>
    public required string Issuer { get; set; }

    /// <summary>The issuer's name for the person.</summary>
    public required string Subject { get; set; }

    /// <summary>When the person was first seen to do something.</summary>
    public DateTime CreatedAt { get; set; }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Issuer).HasMaxLength(Person.Max);
        person.Property(p => p.Subject).HasMaxLength(Person.Max);
        person.HasIndex(p => new { p.Issuer, p.Subject }).IsUnique();
    }
}
