using Equity.Graph.Auth;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Friendships;

internal sealed class FriendshipConfiguration : IEntityTypeConfiguration<Friendship>, IEntityTypeConfiguration<FriendContact>, IEntityTypeConfiguration<CheckIn>
{
    /// <summary>The longest name of a status, of whether they met, or of whom a note is for.</summary>
    private const int MaxName = 20;

    /// <summary>Two integer keys and a hyphen.</summary>
    private const int MaxPair = 21;

    /// <summary>Open friendships, of which a pair has one.</summary>
    private const string Open = "\"ClosedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<Friendship> friendship)
    {
        friendship.Property(f => f.Key).HasMaxLength(Key.Max);
        friendship.Property(f => f.Pair).HasMaxLength(MaxPair);
        friendship.Property(f => f.Status).HasConversion<string>().HasMaxLength(MaxName);
        // What both wrote, when two proposals crossed.
        friendship.Property(f => f.Message).HasMaxLength((2 * FriendshipRules.Message.Max) + 2);
        friendship.Property(f => f.Purpose).HasMaxLength(FriendshipRules.Purpose.Max);
        friendship.Property(f => f.Boundaries).HasMaxLength(FriendshipRules.Boundaries.Max);
        friendship.Property(f => f.DeclineReason).HasMaxLength(FriendshipRules.Reason.Max);
        friendship.HasIndex(f => f.Key).IsUnique();
        friendship.HasIndex(f => f.Pair).IsUnique().HasFilter(Open);
        friendship.HasIndex(f => new { f.FromId, f.ClosedAt });
        friendship.HasIndex(f => new { f.ToId, f.ClosedAt });
        friendship.HasIndex(f => new { f.Status, f.AnswerBy });
        friendship.HasIndex(f => new { f.Status, f.NextCheckIn });
        friendship.Property(f => f.Version).IsConcurrencyToken();
        friendship.HasOne(f => f.From).WithMany().HasForeignKey(f => f.FromId).OnDelete(DeleteBehavior.Cascade);
        friendship.HasOne(f => f.To).WithMany().HasForeignKey(f => f.ToId).OnDelete(DeleteBehavior.Cascade);
        friendship.HasMany(f => f.Contacts).WithOne().HasForeignKey(c => c.FriendshipId).OnDelete(DeleteBehavior.Cascade);
        friendship.HasMany(f => f.CheckIns).WithOne().HasForeignKey(c => c.FriendshipId).OnDelete(DeleteBehavior.Cascade);
        friendship.ToTable("Friendships", table =>
        {
            table.HasCheckConstraint("CK_Friendship_WorkingDays", FriendshipRules.WorkingDays.Constraint(nameof(Friendship.WorkingDays)));
            table.HasCheckConstraint("CK_Friendship_Sides", "\"FromId\" <> \"ToId\"");
        });
    }

    public void Configure(EntityTypeBuilder<FriendContact> contact)
    {
        contact.ToTable("FriendContacts");
        contact.Property(c => c.How).HasMaxLength(FriendshipRules.Contact.Max);
        contact.HasIndex(c => new { c.FriendshipId, c.TeamId }).IsUnique();
        contact.HasOne<Teams.Team>().WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Cascade);
        contact.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        checkIn.Property(c => c.Key).HasMaxLength(Key.Max);
        checkIn.Property(c => c.Met).HasConversion<string>().HasMaxLength(MaxName);
        checkIn.Property(c => c.NoteFor).HasConversion<string>().HasMaxLength(MaxName);
        checkIn.Property(c => c.Note).HasMaxLength(FriendshipRules.Note.Max);
        checkIn.HasIndex(c => new { c.FriendshipId, c.Key }).IsUnique();
        checkIn.HasOne(c => c.Team).WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Cascade);
        checkIn.ToTable("CheckIns", table => table.HasCheckConstraint("CK_CheckIn_Helped", FriendshipRules.Helped.Constraint(nameof(CheckIn.Helped))));
    }
}
