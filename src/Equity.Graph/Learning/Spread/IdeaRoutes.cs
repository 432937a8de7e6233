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

    /// <summary>Tells through how many teams learning had come before, 0 to <see cref="SpreadRules.LongestChain"/>; the longest way, where it came several ways. Imports may bring a circle: each piece counts once.</summary>
    /// <param name="db">Shows what counts.</param>
    /// <param name="starts">The integer keys of the learning that will be asked about.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Func<int, int>> BehindAsync(EquityDbContext db, IReadOnlyList<int> starts, CancellationToken cancel)
    {
        var (ways, known) = (new List<(int LedTo, int From)>(), starts.ToHashSet());
        for (int[] ends = [.. starts]; ends.Length > 0;)
        {
            var steps = await db.Adoptions.Where(adoption => adoption.LedToId != null && EF.Parameter(ends).Contains(adoption.LedToId.Value)).Select(adoption => new { LedTo = adoption.LedToId!.Value, adoption.LearningId }).ToListAsync(cancel);
            ways.AddRange(steps.Select(step => (step.LedTo, step.LearningId)));
            ends = [.. steps.Select(step => step.LearningId).Where(known.Add)];
        }
        var back = ways.ToLookup(way => way.LedTo, way => way.From);
        return learning =>
        {
            var (behind, seen) = (0, new HashSet<int> { learning });
            for (int[] ends = [learning]; behind < SpreadRules.LongestChain; behind++)
            {
                ends = [.. ends.SelectMany(end => back[end]).Where(seen.Add)];
                if (ends.Length == 0)
                    break;
            }
            return behind;
        };
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
