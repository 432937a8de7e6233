using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Auth;

/// <summary>A person who has signed in and done something. Membership of teams hangs on this row; names do not live here.</summary>
internal sealed class Person : IEntity
{
    /// <summary>The most characters of an issuer's or a subject's name.</summary>
    public const int Max = 255;

    /// <summary>The most characters of a mail address (RFC 5321).</summary>
    public const int MaxEmail = 254;

    public int Id { get; set; }

    /// <summary>Who vouches for the person.</summary>
    public required string Issuer { get; set; }

    /// <summary>The issuer's name for the person.</summary>
    public required string Subject { get; set; }

    /// <summary>Where the person is mailed, as a token said it that vouched for it; null where none did.</summary>
    public string? Email { get; set; }

    /// <summary>Whether the person wants no mail at all.</summary>
    public bool NoMail { get; set; }

    /// <summary>Counts how often the person's calendar has got a new address: those before it count no more.</summary>
    public int CalendarAddress { get; set; }

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
        person.Property(p => p.Email).HasMaxLength(Person.MaxEmail);
        person.HasIndex(p => new { p.Issuer, p.Subject }).IsUnique();
    }
}
