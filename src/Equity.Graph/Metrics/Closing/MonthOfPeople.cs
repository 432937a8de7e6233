using System.Globalization;
using Equity.Graph.Disclosure;
using Equity.Graph.Friendships;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics.Closing;

/// <summary>What is counted of people, and of what was said in confidence. It leaves here through <see cref="KeptTable.Told"/> only.</summary>
internal static class MonthOfPeople
{
    /// <summary>What was said in a month.</summary>
    public static async Task<IReadOnlyList<KeptTable>> SaidAsync(EquityDbContext db, Month month, CancellationToken cancel)
    {
        var (start, end) = (month.Start, month.End);
        var checkIns = await db.Set<CheckIn>().IgnoreQueryFilters().Where(said => said.At >= start && said.At < end).GroupBy(said => said.Met).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var helped = await db.Set<CheckIn>().IgnoreQueryFilters().Where(said => said.At >= start && said.At < end && said.Helped != null).Select(said => said.Helped >= HelpedMuch).ToListAsync(cancel);
        var rated = await db.Ratings.IgnoreQueryFilters().Where(rating => rating.RatedAt >= start && rating.RatedAt < end).GroupBy(rating => rating.Verdict).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return
        [
            KeptTable.Of(MetricCatalogue.CheckIns, GroupKind.Answer, EveryAnswer<Met>(answer => checkIns.SingleOrDefault(group => group.Key == answer)?.Count)),
            KeptTable.Of(MetricCatalogue.CheckInsThatHelped, helped.Count(much => much), helped.Count),
            KeptTable.Of(MetricCatalogue.RecommendationsRated, GroupKind.Answer, EveryAnswer<RecommendationVerdict>(answer => rated.SingleOrDefault(group => group.Key == answer)?.Count)),
        ];
    }

    /// <summary>How it stands now.</summary>
    public static async Task<IReadOnlyList<KeptTable>> StandingAsync(EquityDbContext db, CancellationToken cancel)
    {
        var working = db.Teams.Where(team => team.PublishedAt != null && team.ArchivedAt == null);
        var scores = await working.Where(team => team.ProgressScore != null).GroupBy(team => team.ProgressScore!.Value).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var both = await working.Where(team => team.ProgressScore != null && team.CoachScore != null).Select(team => new { team.Programme!.Key, Higher = team.ProgressScore > team.CoachScore }).ToListAsync(cancel);
        var roles = await db.TeamMembers.Where(member => working.Any(team => team.Id == member.TeamId)).GroupBy(member => member.Role).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return
        [
            KeptTable.Of(MetricCatalogue.ProgressScores, GroupKind.Score, Scores.Select(score => (score.ToString("0.0", CultureInfo.InvariantCulture), scores.SingleOrDefault(group => group.Key == score)?.Count ?? 0))),
            new(MetricCatalogue.CoachGap, GroupKind.Programme, [.. both.GroupBy(team => team.Key ?? MetricRow.None).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new RawStratum(group.Key, group.Count(team => team.Higher), group.Count()))]),
            KeptTable.Of(MetricCatalogue.People, GroupKind.Role, EveryAnswer<TeamRole>(role => roles.SingleOrDefault(group => group.Key == role)?.Count)),
        ];
    }

    /// <summary>From how much on, of 1 to 5, a check-in says that it helped.</summary>
    private const int HelpedMuch = 4;

    private static readonly double[] Scores = [.. Enumerable.Range(1, 10).Select(half => half / 2.0)];

    /// <summary>All answers that there are, also those that nobody gave: which groups a table has tells nothing.</summary>
    private static IEnumerable<(string, int)> EveryAnswer<T>(Func<T, int?> count) where T : struct, Enum => Enum.GetValues<T>().Select(answer => (ContractName.Of(answer), count(answer) ?? 0));
}
