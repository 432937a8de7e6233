using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Equity.Graph.Learning.Spread;

/// <summary>Where a change of an idea is felt: how far it has come is told wherever it has come to.</summary>
internal static class IdeaRoutes
{
    /// <summary>The teams to which ideas have come along a way that a save changes: what goes or comes back, what something led to, and a team that joins another programme.</summary>
    /// <returns>Integer keys.</returns>
    public static HashSet<int> Along(EquityDbContext db, IReadOnlyList<EntityEntry> changed)
    {
        List<int> starts =
        [
            .. changed.Where(entry => entry.Entity is SharedLearning && IsChanged(entry, nameof(SharedLearning.DeletedAt))).Select(entry => ((SharedLearning)entry.Entity).Id),
            .. changed.Where(entry => entry.Entity is Adoption).SelectMany(LedTo),
        ];
        var moved = changed.Where(entry => entry.Entity is Team && (IsChanged(entry, nameof(Team.ProgrammeId)) || IsChanged(entry, nameof(Team.DeletedAt)))).Select(entry => ((Team)entry.Entity).Id).ToList();
        if (moved.Count > 0)
            starts.AddRange(db.Learning.IgnoreQueryFilters().Where(learning => EF.Parameter(moved).Contains(learning.TeamId)).Select(learning => learning.Id));
        return starts.Count > 0 ? From(db, starts) : [];
    }

    private static HashSet<int> From(EquityDbContext db, IReadOnlyList<int> starts)
    {
        var (teams, seen) = (new HashSet<int>(), starts.ToHashSet());
        for (List<int> ends = [.. seen]; ends.Count > 0;)
        {
            var steps = db.Adoptions.IgnoreQueryFilters().Where(adoption => EF.Parameter(ends).Contains(adoption.LearningId)).Select(adoption => new { adoption.TeamId, adoption.LedToId }).ToList();
            teams.UnionWith(steps.Select(step => step.TeamId));
            ends = [.. steps.Select(step => step.LedToId).OfType<int>().Where(seen.Add)];
        }
        return teams;
    }

    /// <summary>What an adoption led to, and what it did before. What is new has gone nowhere yet.</summary>
    private static IEnumerable<int> LedTo(EntityEntry adoption)
    {
        var ledTo = adoption.Property(nameof(Adoption.LedToId));
        return new[] { ledTo.OriginalValue, ledTo.CurrentValue }.OfType<int>().Where(id => id > 0).Distinct();
    }

    private static bool IsChanged(EntityEntry entry, string property) => entry.State == EntityState.Modified && entry.Property(property).IsModified;
}
