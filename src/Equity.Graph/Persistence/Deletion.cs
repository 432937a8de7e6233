using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence;

/// <summary>What is deleted is marked first and can be restored; it goes for good when its time is over.</summary>
internal static class Deletion
{
    /// <summary>How long something that was deleted can be restored.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The rows that a unique index counts: a key that was deleted can be taken anew.</summary>
    public const string Live = "\"DeletedAt\" IS NULL";

    /// <summary>Turns the removal of rows that can be restored into a mark. One that is marked already goes for good.</summary>
    public static void Mark(DbContext db, DateTime now)
    {
        foreach (var entry in db.ChangeTracker.Entries<IDeletable>().Where(e => e.State == EntityState.Deleted && e.Entity.DeletedAt is null))
        {
            entry.State = EntityState.Unchanged;
            entry.Entity.DeletedAt = now;
            entry.Property(row => row.DeletedAt).IsModified = true;
        }
    }
}
