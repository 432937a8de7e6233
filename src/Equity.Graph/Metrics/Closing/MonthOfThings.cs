using Equity.Graph.Disclosure;
using Equity.Graph.Events;
using Equity.Graph.Friendships;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Gaps;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Metrics.Closing;

/// <summary>What is counted of things and cannot be counted later: it is kept for a while only, or nothing tells when it changed.</summary>
internal static class MonthOfThings
{
    /// <summary>How many measures are looked at together.</summary>
    private const int AtOnce = 100;

    /// <summary>What happened in a month.</summary>
    public static async Task<IReadOnlyList<KeptTable>> HappenedAsync(EquityDbContext db, Month month, CancellationToken cancel)
    {
        var shown = await db.Showings.IgnoreQueryFilters().Where(showing => showing.Day >= month.First && showing.Day <= month.Last).Select(showing => new { showing.TeamId, showing.PeerId }).Distinct().CountAsync(cancel);
        var answered = await AnsweredAsync(db, month, cancel);
        var (start, end) = (month.Start, month.End);
        var met = await MeetingsAsync(db, db.Events.Where(one => one.StartsAt >= start && one.StartsAt < end), cancel);
        var (from, to) = (start.AddDays(-Events.FirstMeetings.Days), end.AddDays(-Events.FirstMeetings.Days));
        var since = await MeetingsAsync(db, db.Events.Where(one => one.StartsAt >= from && one.StartsAt < to), cancel);
        return
        [
            KeptTable.Of(MetricCatalogue.RecommendationsShown, shown),
            KeptTable.Of(MetricCatalogue.RecommendationsAccepted, answered.Count(accepted => accepted), answered.Count),
            KeptTable.Of(MetricCatalogue.FirstMeetings, met.Count),
            KeptTable.Of(MetricCatalogue.MeetingsThatBecameFriends, since.Count(pair => pair.FriendsAt is not null), since.Count),
        ];
    }

    /// <summary>How it stands now.</summary>
    /// <param name="db">Reads as anybody does, so that of figures about people those count that were released.</param>
    /// <param name="counts">What is counted now.</param>
    /// <param name="until">The first day that no longer counts.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<IReadOnlyList<KeptTable>> StandingAsync(EquityDbContext db, Counts counts, DateOnly until, CancellationToken cancel)
    {
        var standing = await counts.ReadAsync(tallies => MetricCatalogue.All.Where(metric => metric.How == Makeup.Now).Select(metric => Standing(metric, tallies)).ToList(), cancel);
        var (narrowing, known) = (0, 0);
        var measures = await db.Measures.Where(measure => measure.Strata.Count > 1).OrderBy(measure => measure.Id).Select(measure => measure.Id).ToListAsync(cancel);
        foreach (var some in measures.Chunk(AtOnce))
        {
            var trends = await TrendsAsync(db, some, until, cancel);
            (narrowing, known) = (narrowing + trends.Count(narrows => narrows), known + trends.Count);
        }
        return [.. standing, KeptTable.Of(MetricCatalogue.GapsNarrowing, narrowing, known)];
    }

    /// <summary>How unequally teams were shown in a month: 0 when all were shown alike, nearly 1 when only one was. Null when none was shown. The formula by sorted values (Dixon and others 1987).</summary>
    public static async Task<double?> InequalityAsync(EquityDbContext db, Month month, CancellationToken cancel)
    {
        var shown = await db.Showings.IgnoreQueryFilters().Where(showing => showing.Day >= month.First && showing.Day <= month.Last).GroupBy(showing => showing.PeerId)
            .Select(group => new { group.Key, Count = group.Sum(showing => showing.Count) }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var teams = await db.Teams.Where(team => team.PublishedAt != null && team.PublishedAt < month.End && team.ArchivedAt == null).Select(team => team.Id).ToListAsync(cancel);
        return Gini([.. teams.Select(team => (double)shown.GetValueOrDefault(team))]);
    }

    /// <summary>The Gini coefficient of some amounts that are not negative; null when they are all 0.</summary>
    public static double? Gini(double[] amounts)
    {
        Array.Sort(amounts);
        var (sum, weighted) = (amounts.Sum(), amounts.Select((amount, index) => (2 * (index + 1) - amounts.Length - 1) * amount).Sum());
        return sum > 0 ? weighted / (amounts.Length * sum) : null;
    }

    private static KeptTable Standing(Metric metric, Tallies tallies)
    {
        var kind = metric.Own[0];
        var tally = tallies.Find(new(null, GroupKind.All, MetricRow.Everything));
        return new(metric, kind, [.. (tally?.Tracks ?? []).Where(track => track.Key.Metric == metric.Place && track.Key.Kind == kind).OrderBy(track => track.Key.Group, StringComparer.Ordinal)
            .Select(track => new RawStratum(track.Key.Group, track.Value.Sum(TeamSheet.Now, TeamSheet.Now).Numerator, 0))]);
    }

    /// <summary>Of proposals that followed a recommendation and were answered or expired in a month: whether each was accepted.</summary>
    private static Task<List<bool>> AnsweredAsync(EquityDbContext db, Month month, CancellationToken cancel)
    {
        var (start, end) = (month.Start, month.End);
        return db.Friendships.IgnoreQueryFilters()
            .Where(friendship => (friendship.AnsweredAt >= start && friendship.AnsweredAt < end) || (friendship.Status == FriendshipStatus.Expired && friendship.ClosedAt >= start && friendship.ClosedAt < end))
            .Where(friendship => db.Showings.Any(showing => showing.TeamId == friendship.FromId && showing.PeerId == friendship.ToId && showing.Day <= DateOnly.FromDateTime(friendship.ProposedAt)))
            .Select(friendship => friendship.Status == FriendshipStatus.Accepted || friendship.Status == FriendshipStatus.Ended).ToListAsync(cancel);
    }

    private static async Task<List<FirstMeeting>> MeetingsAsync(EquityDbContext db, IQueryable<Event> events, CancellationToken cancel)
    {
        var ids = await events.OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(cancel);
        return [.. (await Events.FirstMeetings.OfAsync(db, ids, cancel)).Values.SelectMany(found => found.All)];
    }

    /// <summary>Of measures whose gap can be told to narrow or not, from figures as anybody may see them: whether it does.</summary>
    private static async Task<List<bool>> TrendsAsync(EquityDbContext db, int[] some, DateOnly until, CancellationToken cancel)
    {
        var strata = (await db.Strata.AsNoTracking().Where(stratum => some.Contains(stratum.MeasureId)).ToListAsync(cancel)).ToLookup(stratum => stratum.MeasureId);
        var figures = await Figures.ReadAsync(db, some, cancel);
        return [.. figures.Keys.Order().Select(measure => MeasureGap.Of(strata[measure].InOrder(), [.. figures[measure].Where(figure => figure.Date < until)], null, null).Trend.Narrowing).OfType<bool>()];
    }
}
