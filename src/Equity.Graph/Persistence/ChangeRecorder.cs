using Equity.Graph.Audit;
using Equity.Graph.Friendships;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Peers;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equity.Graph.Persistence;

/// <summary>
/// What every save does besides: counts versions, notes when, fills folded columns, notes stages, and says of which teams something changed,
/// in the same transaction, so that the peer index and the counts of each process can follow; and it writes the audit.
/// </summary>
internal sealed class ChangeRecorder(TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(DbContext db)
    {
        var now = time.GetUtcNow().UtcDateTime;
        Deletion.Mark(db, now);
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e.State != EntityState.Deleted))
        {
            FoldedColumn.Fill(entry);
            if (entry.Entity is IVersioned row)
            {
                row.UpdatedAt = now;
                row.Version++;
            }
        }
        StageLeft.Record(db, changed, now);
        RecordProfiles(db, changed);
        AuditWriter.Record((EquityDbContext)db, changed, now);
    }

    /// <summary>The teams whose learning somebody has thanked for, or no longer does.</summary>
    private static List<int> Thanked(DbContext db, List<EntityEntry> changed)
    {
        var learning = changed.Select(entry => entry.Entity).OfType<Thanks>().Select(thanks => thanks.LearningId).Distinct().ToList();
        return learning.Count == 0 ? [] : [.. db.Set<SharedLearning>().IgnoreQueryFilters().Where(own => EF.Parameter(learning).Contains(own.Id)).Select(own => own.TeamId).Distinct()];
    }

    private static void RecordProfiles(DbContext db, List<EntityEntry> changed)
    {
        var news = new HashSet<Team>();
        var known = new HashSet<int>();
        var deleted = false;
        foreach (var entry in changed)
        {
            // Who has a place left shows in whom others are shown. A team that is new itself has no number yet, and tells of itself.
            if (entry.Entity is Friendship friendship)
                known.UnionWith(new[] { friendship.FromId, friendship.ToId }.Where(id => id > 0));
            var ofTeam = entry.Entity as IOfTeam ?? entry.Entity as Adoption ?? (IWithTeam?)(entry.Entity as StageLeft);
            var team = entry.Entity as Team ?? ofTeam?.Team;
            if (entry.Entity is Team && entry.State == EntityState.Deleted)
                deleted = true;
            else if (team is { Id: 0 })
                news.Add(team);
            else if (team is not null)
                known.Add(team.Id);
            else if (ofTeam is not null)
                known.Add(ofTeam.TeamId);
        }
        known.UnionWith(Thanked(db, changed));
        db.AddRange(news.Select(team => new ProfileChange { Team = team }));
        db.AddRange(known.Select(team => new ProfileChange { TeamId = team }));
        if (deleted)
            db.Add(new ProfileChange());
    }
}
