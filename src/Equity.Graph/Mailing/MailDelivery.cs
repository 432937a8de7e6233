using Equity.Graph.Auth;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Mailing;

/// <summary>How far a notification is on its way to a person's mailbox. Whoever writes it first is the only one who sends.</summary>
internal sealed class MailDelivery : IEntity
{
    public int Id { get; set; }

    public int NotificationId { get; set; }

    /// <summary>What is mailed about.</summary>
    public Notification? Notification { get; set; }

    /// <summary>What has become of it.</summary>
    public MailState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>When it is tried next, UTC. While it is tried, this lies so far ahead that nobody else tries.</summary>
    public DateTime NextAt { get; set; }
}

/// <summary>What has become of a mail.</summary>
internal enum MailState
{
    /// <summary>It is tried, or tried again.</summary>
    Waits,
    /// <summary>The mail server took it.</summary>
    Sent,
    /// <summary>It was not needed any more: read already, or not wanted.</summary>
    Dropped,
    /// <summary>It could not be delivered.</summary>
    GivenUp,
}

/// <summary>A kind of notification that a person does not want to be mailed about.</summary>
internal sealed class MailRefusal : IEntity
{
    public int Id { get; set; }

    public int PersonId { get; set; }

    public NotificationKind Kind { get; set; }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<MailDelivery>, IEntityTypeConfiguration<MailRefusal>
{
    /// <summary>The longest name of a state or a kind.</summary>
    private const int MaxName = 50;

    public void Configure(EntityTypeBuilder<MailDelivery> delivery)
    {
        delivery.ToTable("MailDeliveries");
        delivery.Property(d => d.State).HasConversion<string>().HasMaxLength(MaxName);
        delivery.HasIndex(d => d.NotificationId).IsUnique();
        delivery.HasIndex(d => new { d.State, d.NextAt });
        delivery.HasOne(d => d.Notification).WithMany().HasForeignKey(d => d.NotificationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MailRefusal> refusal)
    {
        refusal.ToTable("MailRefusals");
        refusal.Property(r => r.Kind).HasConversion<string>().HasMaxLength(MaxName);
        refusal.HasIndex(r => new { r.PersonId, r.Kind }).IsUnique();
        refusal.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
