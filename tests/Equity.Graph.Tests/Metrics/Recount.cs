using System.Globalization;
using Equity.Graph.Friendships;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Metrics;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Tests.Metrics;

/// <summary>The slow way to every figure that is counted from what teams do: goes through all teams for each figure, month by month.</summary>
internal static class Recount
{
    private static readonly Dictionary<string, Func<TeamFacts, DateTime, DateTime, GroupKind, string, IEnumerable<(double Numerator, double Denominator)>>> Ways = new()
    {
        ["teams"] = (team, _, at, kind, group) => Working(team, at) && (kind != GroupKind.Stage || ContractName.Of(StageAt(team, at)) == group) ? [(1, 0)] : [],
        ["daysInStage"] = (team, from, to, kind, group) => Left(team).Where(left => In(left.To, from, to) && (kind != GroupKind.Stage || ContractName.Of(left.Stage) == group)).Select(left => ((left.To.Date - left.From.Date).TotalDays, 1d)),
        ["involvement"] = (team, _, _, kind, group) => team.Team is { ArchivedAt: null, Involvement: { } said } && (kind == GroupKind.All || ContractName.Of(said) == group) ? [(1, 0)] : [],
        ["coProduction"] = (team, _, _, kind, group) => team.Team is { ArchivedAt: null, CoProduction: { } said } && (kind == GroupKind.All || ContractName.Of(said) == group) ? [(1, 0)] : [],
        ["inequities"] = (team, _, at, kind, group) => team.Inequities.Where(one => one.CreatedAt < at && (kind == GroupKind.All || (kind == GroupKind.Dimension ? ContractName.Of(one.Dimension) : one.Kind is { } sort ? ContractName.Of(sort) : "(none)") == group)).Select(_ => (1d, 0d)),
        ["inequitiesByStatus"] = (team, _, _, kind, group) => team.Inequities.Where(one => kind == GroupKind.All || ContractName.Of(one.Status) == group).Select(_ => (1d, 0d)),
        ["learning"] = (team, from, to, kind, group) => team.Learning.Where(one => In(one.SharedAt, from, to) && (kind == GroupKind.All || ContractName.Of(one.Kind) == group)).Select(_ => (1d, 0d)),
        ["thanks"] = (team, from, to, _, _) => team.Thanks.Where(one => In(one.Month.Start, from, to)).Select(one => ((double)one.Count, 0d)),
        ["adoptions"] = (team, from, to, kind, group) => team.Adoptions.Where(one => In(one.At, from, to) && (kind == GroupKind.All || (one.Outcome is { } outcome ? ContractName.Of(outcome) : "(none)") == group)).Select(_ => (1d, 0d)),
        ["travel"] = (team, from, to, kind, group) => team.Adoptions.Where(one => In(one.At, from, to) && (kind == GroupKind.All || one.Steps == int.Parse(group, CultureInfo.InvariantCulture))).Select(_ => (1d, 0d)),
        ["adoptionsAcrossProgrammes"] = (team, from, to, _, _) => team.Adoptions.Where(one => In(one.At, from, to)).Select(one => (one.Across ? 1d : 0, 1d)),
        ["asks"] = (team, from, to, _, _) => team.Asks.Where(one => In(one.CreatedAt, from, to)).Select(_ => (1d, 0d)),
        ["asksAnswered"] = (team, from, to, _, _) => team.Asks.Where(one => In(one.CreatedAt, from, to)).Select(one => (one.Status == AskStatus.Answered ? 1d : 0, 1d)),
        ["friendshipsProposed"] = (team, from, to, _, _) => team.Proposed.Where(one => In(one.ProposedAt, from, to)).Select(_ => (1d, 0d)),
        ["friendshipsAccepted"] = (team, from, to, _, _) => team.Proposed.Where(one => WereFriends(one) && In(one.AnsweredAt, from, to)).Select(_ => (1d, 0d)),
        ["friendshipsDeclined"] = Closed(FriendshipStatus.Declined),
        ["friendshipsWithdrawn"] = Closed(FriendshipStatus.Withdrawn),
        ["friendshipsExpired"] = Closed(FriendshipStatus.Expired),
        ["friendshipsEnded"] = Closed(FriendshipStatus.Ended),
        ["friendshipsMet"] = (team, from, to, _, _) => team.Proposed.Where(one => In(one.MetAt, from, to)).Select(_ => (1d, 0d)),
        ["friendshipsActive"] = (team, _, at, _, _) => team.Proposed.Where(one => WereFriends(one) && StandsAt(one.AnsweredAt!.Value, one.ClosedAt, at)).Select(_ => (1d, 0d)),
        ["teamsWithoutAFriend"] = (team, _, at, _, _) => Working(team, at) ? [(team.Friends.Any(friend => StandsAt(friend.From, friend.To, at)) ? 0 : 1, 1)] : [],
        ["answeredWithinPromise"] = (team, from, to, _, _) => team.Proposed.Where(one => In(one.AnsweredAt ?? (one.Status == FriendshipStatus.Expired ? one.ClosedAt : null), from, to)).Select(one => (one.AnsweredAt <= one.AnswerBy ? 1d : 0, 1d)),
    };

    /// <summary>The days that were waited in a period, of a median.</summary>
    private static readonly Dictionary<string, Func<TeamFacts, DateTime, DateTime, IEnumerable<double>>> Waits = new()
    {
        ["daysToAnAnswer"] = (team, from, to) => team.Asks.Where(one => one.Status == AskStatus.Answered && In(one.ClosedAt, from, to)).Select(one => Days(one.CreatedAt, one.ClosedAt!.Value)),
        ["daysToAnswerAProposal"] = (team, from, to) => team.Proposed.Where(one => In(one.AnsweredAt, from, to)).Select(one => Days(one.ProposedAt, one.AnsweredAt!.Value)),
    };

    /// <summary>Whether the figures of a metric can be counted anew.</summary>
    public static bool Knows(Metric metric) => Ways.ContainsKey(metric.Name) || Waits.ContainsKey(metric.Name);

    /// <summary>Numerator, denominator and value of one figure.</summary>
    public static (double? Numerator, double? Denominator, double? Value) Of(IEnumerable<TeamFacts> community, Metric metric, GroupKind kind, string group, string? programme, Period period)
    {
        var own = metric.Own.Contains(kind);
        var teams = community.Where(team => programme is null || (team.Team.Programme ?? "(none)") == programme).Where(team => own || Belongs(team, kind, group)).ToList();
        var (from, to) = (period.From.Start, period.To.End);
        if (Waits.TryGetValue(metric.Name, out var waits))
        {
            var days = teams.SelectMany(team => waits(team, from, to)).Order().ToList();
            return (null, days.Count, days.Count < 8 ? null : days.Count % 2 == 1 ? days[days.Count / 2] : (days[days.Count / 2 - 1] + days[days.Count / 2]) / 2);
        }
        var parts = teams.SelectMany(team => Ways[metric.Name](team, from, to, own ? kind : GroupKind.All, group)).ToList();
        var (numerator, denominator) = (parts.Sum(part => part.Numerator), parts.Sum(part => part.Denominator));
        return metric.Denominator is null ? (numerator, null, numerator) : (numerator, denominator, denominator > 0 ? numerator / denominator : null);
    }

    /// <summary>All groups of a kind that there may be something of.</summary>
    public static IEnumerable<string> Groups(IReadOnlyList<TeamFacts> community, Metric metric, GroupKind kind) => metric.Own.Contains(kind)
        ? OwnGroups(kind)
        : community.SelectMany(team => GroupsOf(team, kind)).Distinct();

    private static IEnumerable<string> OwnGroups(GroupKind kind) => kind switch
    {
        GroupKind.Stage => ContractName.All<Stage>(),
        GroupKind.Dimension => ContractName.All<InequityDimension>(),
        GroupKind.Kind => [.. ContractName.All<InequityKind>(), .. ContractName.All<LearningKind>(), "(none)"],
        GroupKind.Status => ContractName.All<InequityStatus>(),
        GroupKind.Outcome => [.. ContractName.All<AdoptionOutcome>(), "(none)"],
        GroupKind.Involvement => ContractName.All<Involvement>(),
        GroupKind.Rung => ContractName.All<CoProductionRung>(),
        _ => Enumerable.Range(1, 12).Select(step => step.ToString("00", CultureInfo.InvariantCulture)),
    };

    private static bool Belongs(TeamFacts team, GroupKind kind, string group) => GroupsOf(team, kind).Contains(group);

    private static IEnumerable<string> GroupsOf(TeamFacts facts, GroupKind kind) => kind switch
    {
        GroupKind.All => ["all"],
        GroupKind.Programme => [facts.Team.Programme ?? "(none)"],
        GroupKind.Phase => [facts.Team is { Programme: { } key, Phase: { } phase } ? $"{key}/{phase}" : "(none)"],
        GroupKind.Stage => [ContractName.Of(facts.Team.Stage)],
        GroupKind.Locality => [facts.Team.Locality ?? "(none)"],
        GroupKind.Dimension => facts.Inequities.Select(one => ContractName.Of(one.Dimension)).Distinct(),
        _ => [],
    };

    private static Func<TeamFacts, DateTime, DateTime, GroupKind, string, IEnumerable<(double, double)>> Closed(FriendshipStatus status) =>
        (team, from, to, _, _) => team.Proposed.Where(one => one.Status == status && In(one.ClosedAt, from, to)).Select(_ => (1d, 0d));

    private static bool WereFriends(FriendshipFact one) => one.Status is FriendshipStatus.Accepted or FriendshipStatus.Ended && one.AnsweredAt is not null;

    private static bool In(DateTime? at, DateTime from, DateTime to) => at >= from && at < to;

    /// <summary>Whether something stands at the last moment before another.</summary>
    private static bool StandsAt(DateTime from, DateTime? to, DateTime at) => from < at && !(to < at);

    private static bool Working(TeamFacts team, DateTime at) => StandsAt(team.Team.CreatedAt, team.Team.ArchivedAt, at);

    private static double Days(DateTime from, DateTime to) => Math.Clamp((to.Date - from.Date).TotalDays, 0, 366);

    private static Stage StageAt(TeamFacts team, DateTime at) => team.StagesLeft.Where(left => left.At >= at).Select(left => (Stage?)left.Stage).FirstOrDefault() ?? team.Team.Stage;

    private static IEnumerable<(Stage Stage, DateTime From, DateTime To)> Left(TeamFacts team) => team.StagesLeft.Where(left => !(left.At > team.Team.ArchivedAt))
        .Select((left, i) => (left.Stage, i == 0 ? team.Team.CreatedAt : team.StagesLeft[i - 1].At, left.At));
}
