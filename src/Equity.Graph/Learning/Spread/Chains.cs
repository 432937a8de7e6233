using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>One step of an idea from a team to another.</summary>
/// <param name="Steps">How many steps away it is, from 1.</param>
/// <param name="Adoption">The step: who tried what, and what came out of it.</param>
internal sealed record ChainLink(int Steps, Adoption Adoption);

/// <summary>Where ideas came from and where they went, from adoption to adoption.</summary>
internal static class Chains
{
    /// <summary>Follows the chains of several pieces of learning at once: one statement for each step, however many they are. What the viewer cannot see ends a chain.</summary>
    /// <param name="db">Shows what the viewer may read.</param>
    /// <param name="starts">The integer keys of the learning.</param>
    /// <param name="back">Whether to where it came from; else to where it went.</param>
    /// <param name="first">How many steps a chain has at most.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The steps of each, nearest first, then oldest first; none twice.</returns>
    public static async Task<Dictionary<int, IReadOnlyList<ChainLink>>> FollowAsync(EquityDbContext db, IReadOnlyList<int> starts, bool back, int first, CancellationToken cancel)
    {
        var chains = starts.ToDictionary(start => start, start => new Chain(start, first));
        for (var step = 1; step <= SpreadRules.LongestChain; step++)
        {
            int[] ends = [.. chains.Values.SelectMany(chain => chain.Ends).Distinct().Order()];
            if (ends.Length == 0)
                break;
            var next = (await (back ? Behind(db, ends) : Ahead(db, ends, first)).AsNoTracking().ToListAsync(cancel))
                .OrderBy(adoption => adoption.Id).ToLookup(adoption => back ? adoption.LedToId!.Value : adoption.LearningId);
            foreach (var chain in chains.Values)
                chain.Grow(step, next, back);
        }
        return chains.ToDictionary(chain => chain.Key, chain => (IReadOnlyList<ChainLink>)chain.Value.Links);
    }

    /// <summary>Whether a piece of learning is another one or came from it, whoever may see how.</summary>
    public static async Task<bool> ComesFromAsync(EquityDbContext db, int learning, int other, CancellationToken cancel)
    {
        var seen = new HashSet<int>();
        for (List<int> ends = [learning]; ends.Count > 0;)
        {
            if (ends.Contains(other))
                return true;
            seen.UnionWith(ends);
            var before = await db.Adoptions.IgnoreQueryFilters().Where(adoption => adoption.LedToId != null && EF.Parameter(ends).Contains(adoption.LedToId.Value)).Select(adoption => adoption.LearningId).Distinct().ToListAsync(cancel);
            ends = [.. before.Where(each => !seen.Contains(each))];
        }
        return false;
    }

    /// <summary>The next steps from each of these ends, no more of each than a chain has.</summary>
    private static IQueryable<Adoption> Ahead(EquityDbContext db, int[] ends, int first) => db.Learning.Where(end => EF.Parameter(ends).Contains(end.Id))
        .SelectMany(end => db.Adoptions.Where(adoption => adoption.LearningId == end.Id).OrderBy(adoption => adoption.Id).Take(first));

    /// <summary>The steps that led to these ends: all, since they are few (a team's own), and to take some of each SQLite would number all adoptions there are.</summary>
    private static IQueryable<Adoption> Behind(EquityDbContext db, int[] ends) =>
        db.Adoptions.Where(adoption => adoption.LedToId != null && EF.Parameter(ends).Contains(adoption.LedToId.Value) && db.Learning.Any(end => end.Id == adoption.LedToId));

    private sealed class Chain(int start, int first)
    {
        private readonly HashSet<int> seen = [start];

        public List<ChainLink> Links { get; } = [];

        /// <summary>The learning that it has come to and that has not been looked at.</summary>
        public List<int> Ends { get; private set; } = first > 0 ? [start] : [];

        public void Grow(int step, ILookup<int, Adoption> next, bool back)
        {
            // Imports may bring a circle: each step is taken once.
            var steps = Ends.SelectMany(end => next[end]).OrderBy(adoption => adoption.Id).Where(adoption => !(back && seen.Contains(adoption.LearningId))).Take(first - Links.Count).ToList();
            Links.AddRange(steps.Select(adoption => new ChainLink(step, adoption)));
            Ends = Links.Count < first ? [.. steps.Select(adoption => back ? adoption.LearningId : adoption.LedToId).OfType<int>().Where(seen.Add)] : [];
        }
    }
}
