using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Events;

internal sealed class EventConfiguration
    : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<WorldCafe>, IEntityTypeConfiguration<CafeRound>, IEntityTypeConfiguration<CafeSeat>
{
    /// <summary>The longest name of a status.</summary>
    private const int MaxStatus = 20;

    public void Configure(EntityTypeBuilder<Event> gathering)
    {
        gathering.Property(e => e.Key).HasMaxLength(Key.Max);
        gathering.HasIndex(e => e.Key).IsUnique().HasFilter(Deletion.Live);
        gathering.Property(e => e.Name).HasMaxLength(EventRules.Name.Max);
        gathering.Property(e => e.Description).HasMaxLength(EventRules.Description.Max);
        gathering.Property(e => e.Place).HasMaxLength(EventRules.Place.Max);
        gathering.Folded(e => e.Name).HasIndex(FoldedColumn.Of(nameof(Event.Name)));
        gathering.Folded(e => e.Place).HasIndex(FoldedColumn.Of(nameof(Event.Place)));
        gathering.HasIndex(e => e.StartsAt);
        gathering.HasIndex(e => e.EndsAt);
        gathering.HasIndex(e => e.PublishedAt);
        gathering.HasIndex(e => e.CancelledAt);
        gathering.HasIndex(e => e.CreatedAt);
        gathering.HasIndex(e => e.UpdatedAt);
        gathering.HasIndex(e => e.DeletedAt);
        gathering.Property(e => e.Version).IsConcurrencyToken();
        gathering.Ignore(e => e.OverAt);
        gathering.HasOne(e => e.Programme).WithMany().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        gathering.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.SetNull);
        gathering.HasMany(e => e.Attendance).WithOne(a => a.Event).HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
        gathering.HasMany(e => e.Cafes).WithOne(c => c.Event).HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Cascade);
        gathering.ToTable("Events", table => table.HasCheckConstraint("CK_Event_Capacity", EventRules.Capacity.Constraint(nameof(Event.Capacity))));
    }

    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("Attendance");
        attendance.Property(a => a.Key).HasMaxLength(Key.Max);
        attendance.HasIndex(a => new { a.EventId, a.TeamId }).IsUnique();
        attendance.HasOne(a => a.Team).WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WorldCafe> cafe)
    {
        cafe.ToTable("WorldCafes");
        cafe.Property(c => c.Key).HasMaxLength(Key.Max);
        cafe.HasIndex(c => c.Key).IsUnique();
        cafe.Property(c => c.Status).HasConversion<string>().HasMaxLength(MaxStatus);
        cafe.HasIndex(c => new { c.EventId, c.Status });
        // An event has one café in use.
        cafe.HasIndex(c => c.EventId).IsUnique().HasFilter($"\"{nameof(WorldCafe.Status)}\" <> '{nameof(CafeStatus.Planned)}'").HasDatabaseName("IX_WorldCafes_InUse");
        cafe.Property(c => c.Version).IsConcurrencyToken();
        cafe.HasOne<WorldCafe>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.SetNull);
        cafe.HasMany(c => c.Rounds).WithOne(r => r.WorldCafe).HasForeignKey(r => r.WorldCafeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CafeRound> round)
    {
        round.ToTable("CafeRounds", table => table.HasCheckConstraint("CK_CafeRound_Minutes", EventRules.Minutes.Constraint(nameof(CafeRound.Minutes))));
        round.Property(r => r.Key).HasMaxLength(Key.Max);
        round.HasIndex(r => r.Key).IsUnique();
        round.Property(r => r.Question).HasMaxLength(EventRules.Question.Max);
        round.HasIndex(r => new { r.WorldCafeId, r.Number });
        round.HasMany(r => r.Seats).WithOne(s => s.Round).HasForeignKey(s => s.CafeRoundId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CafeSeat> seat)
    {
        seat.ToTable("CafeSeats");
        // A team sits once in a round.
        seat.HasIndex(s => new { s.CafeRoundId, s.TeamId }).IsUnique();
        seat.HasOne(s => s.Team).WithMany().HasForeignKey(s => s.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
