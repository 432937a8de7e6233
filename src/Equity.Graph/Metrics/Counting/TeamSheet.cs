using System.Globalization;
using Equity.Graph.Friendships;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Metrics.Counting;

/// <summary>What one team adds to all metrics, and with whom it is counted.</summary>
/// <param name="Scopes">Each once.</param>
/// <param name="Entries">In no order.</param>
internal sealed record TeamSheet(IReadOnlyList<Scope> Scopes, IReadOnlyList<Entry> Entries)
{
    /// <summary>The month of what is counted as it stands now.</summary>
    public static readonly Month Now;

    /// <summary>The longest wait that is told apart, in days.</summary>
    public const int LongestWait = 366;

    /// <summary>Draws up a team's sheet.</summary>
    public static TeamSheet Of(TeamFacts facts)
    {
        var entries = new SheetWriter();
        CountStages(facts, entries);
        CountWork(facts, entries);
        CountSupport(facts, entries);
        CountFriendships(facts, entries);
        CountFriends(facts, entries);
        return new(ScopesOf(facts), entries.Sums);
    }

    /// <summary>Every group that the team is counted in, in the community and again within its programme.</summary>
    private static List<Scope> ScopesOf(TeamFacts facts)
    {
        var team = facts.Team;
        var programme = team.Programme ?? MetricRow.None;
        var phase = team is { Programme: { } key, Phase: { } number } ? string.Create(CultureInfo.InvariantCulture, $"{key}/{number}") : MetricRow.None;
        List<(GroupKind, string)> groups =
        [
            (GroupKind.All, MetricRow.Everything), (GroupKind.Phase, phase), (GroupKind.Stage, ContractName.Of(team.Stage)), (GroupKind.Locality, team.Locality ?? MetricRow.None),
            .. facts.Inequities.Select(inequity => inequity.Dimension).Distinct().Select(dimension => (GroupKind.Dimension, ContractName.Of(dimension))),
        ];
        return [.. new[] { null, programme }.SelectMany(within => groups.Select(group => new Scope(within, group.Item1, group.Item2)))];
    }

    private static void CountStages(TeamFacts facts, SheetWriter entries)
    {
        var (team, spells) = (facts.Team, Spells(facts));
        entries.Stock(MetricCatalogue.Teams, team.CreatedAt, team.ArchivedAt);
        foreach (var (stage, from, to) in spells)
        {
            entries.Stock(MetricCatalogue.Teams, from, to ?? team.ArchivedAt, GroupKind.Stage, ContractName.Of(stage));
            if (to is { } left)
                entries.Flow(MetricCatalogue.DaysInStage, left, DaysBetween(from, left), 1, GroupKind.Stage, ContractName.Of(stage));
        }
        if (team.ArchivedAt is null)
        {
            entries.NowIn(MetricCatalogue.Involvement, GroupKind.Involvement, team.Involvement);
            entries.NowIn(MetricCatalogue.CoProduction, GroupKind.Rung, team.CoProduction);
        }
    }

    /// <summary>The stages that the team was in, oldest first, the last one without an end. Of one that is archived the last is that in which its work ended.</summary>
    private static List<(Stage Stage, DateTime From, DateTime? To)> Spells(TeamFacts facts)
    {
        var (spells, from) = (new List<(Stage, DateTime, DateTime?)>(), facts.Team.CreatedAt);
        foreach (var (stage, at) in facts.StagesLeft)
        {
            if (at > facts.Team.ArchivedAt)
                return [.. spells, (stage, from, null)];
            spells.Add((stage, from, Later(at, from)));
            from = Later(at, from);
        }
        return [.. spells, (facts.Team.Stage, from, null)];
    }

    private static void CountWork(TeamFacts facts, SheetWriter entries)
    {
        foreach (var inequity in facts.Inequities)
        {
            entries.Stock(MetricCatalogue.Inequities, inequity.CreatedAt, null);
            entries.Stock(MetricCatalogue.Inequities, inequity.CreatedAt, null, GroupKind.Dimension, ContractName.Of(inequity.Dimension));
            entries.Stock(MetricCatalogue.Inequities, inequity.CreatedAt, null, GroupKind.Kind, inequity.Kind is { } kind ? ContractName.Of(kind) : MetricRow.None);
            entries.NowIn(MetricCatalogue.InequitiesByStatus, GroupKind.Status, (Inequities.InequityStatus?)inequity.Status);
        }
        foreach (var learning in facts.Learning)
            entries.Flow(MetricCatalogue.Learning, learning.SharedAt, 1, 0, GroupKind.Kind, ContractName.Of(learning.Kind));
        foreach (var (month, count) in facts.Thanks)
            entries.Flow(MetricCatalogue.Thanks, month, count);
        foreach (var adoption in facts.Adoptions)
        {
            entries.Flow(MetricCatalogue.Adoptions, adoption.At, 1, 0, GroupKind.Outcome, adoption.Outcome is { } outcome ? ContractName.Of(outcome) : MetricRow.None);
            entries.Flow(MetricCatalogue.Travel, adoption.At, 1, 0, GroupKind.Steps, adoption.Steps.ToString("00", CultureInfo.InvariantCulture));
            entries.Flow(MetricCatalogue.AcrossProgrammes, adoption.At, adoption.Across ? 1 : 0, 1);
        }
    }

    private static void CountSupport(TeamFacts facts, SheetWriter entries)
    {
        foreach (var ask in facts.Asks)
        {
            entries.Flow(MetricCatalogue.Asks, ask.CreatedAt, 1);
            entries.Flow(MetricCatalogue.AsksAnswered, ask.CreatedAt, ask.Status == AskStatus.Answered ? 1 : 0, 1);
            if (ask is { Status: AskStatus.Answered, ClosedAt: { } closed })
                entries.Wait(MetricCatalogue.DaysToAnAnswer, ask.CreatedAt, closed);
        }
    }

    private static void CountFriendships(TeamFacts facts, SheetWriter entries)
    {
        foreach (var friendship in facts.Proposed)
        {
            entries.Flow(MetricCatalogue.FriendshipsProposed, friendship.ProposedAt, 1);
            entries.Flow(MetricCatalogue.FriendshipsAccepted, friendship.HasStood ? friendship.AnsweredAt : null, 1);
            entries.Flow(MetricCatalogue.FriendshipsDeclined, friendship.Status == FriendshipStatus.Declined ? friendship.ClosedAt : null, 1);
            entries.Flow(MetricCatalogue.FriendshipsWithdrawn, friendship.Status == FriendshipStatus.Withdrawn ? friendship.ClosedAt : null, 1);
            entries.Flow(MetricCatalogue.FriendshipsExpired, friendship.Status == FriendshipStatus.Expired ? friendship.ClosedAt : null, 1);
            entries.Flow(MetricCatalogue.FriendshipsEnded, friendship.Status == FriendshipStatus.Ended ? friendship.ClosedAt : null, 1);
            entries.Flow(MetricCatalogue.FriendshipsMet, friendship.MetAt, 1);
            if (friendship.HasStood)
                entries.Stock(MetricCatalogue.FriendshipsActive, friendship.AnsweredAt!.Value, friendship.ClosedAt);
            if (friendship.AnsweredAt is { } answered)
                entries.Wait(MetricCatalogue.DaysToAnswerAProposal, friendship.ProposedAt, answered);
            if ((friendship.AnsweredAt ?? (friendship.Status == FriendshipStatus.Expired ? friendship.ClosedAt : null)) is { } over)
                entries.Flow(MetricCatalogue.AnsweredWithinPromise, over, friendship.AnsweredAt <= friendship.AnswerBy ? 1 : 0, 1);
        }
    }

    /// <summary>The team counts as one without a friend from its start to its end, but for the times in which it had one or more.</summary>
    private static void CountFriends(TeamFacts facts, SheetWriter entries)
    {
        var (start, end) = (facts.Team.CreatedAt, facts.Team.ArchivedAt);
        entries.Stock(MetricCatalogue.TeamsWithoutAFriend, start, end, 1, 1);
        var until = start;
        foreach (var (from, to) in facts.Friends.OrderBy(friend => friend.From))
        {
            var (begin, over) = (Later(from, until), Earlier(to, end));
            if (over is not null && over <= begin)
                continue;
            entries.Stock(MetricCatalogue.TeamsWithoutAFriend, begin, over, -1, 0);
            if (over is null)
                return;
            until = over.Value;
        }
    }

    private static int DaysBetween(DateTime from, DateTime to) => DateOnly.FromDateTime(to).DayNumber - DateOnly.FromDateTime(from).DayNumber;

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime? Earlier(DateTime? one, DateTime? other) => other is null || one < other ? one : other;

    /// <summary>Sums entries up, so that a sheet is no longer than it has to be.</summary>
    private sealed class SheetWriter
    {
        private readonly Dictionary<(Series, Month), (double Numerator, double Denominator)> sums = [];

        public IReadOnlyList<Entry> Sums => [.. sums.Where(sum => sum.Value != default).Select(sum => new Entry(sum.Key.Item1, sum.Key.Item2, sum.Value.Numerator, sum.Value.Denominator))];

        /// <summary>Something that happened, if it did.</summary>
        public void Flow(Metric metric, DateTime? at, double numerator, double denominator = 0)
        {
            if (at is { } when)
                Flow(metric, Month.Of(when), numerator, denominator);
        }

        public void Flow(Metric metric, Month month, double numerator, double denominator = 0) => Add(SeriesOf(metric), month, numerator, denominator);

        /// <summary>The same, of which the thing's own group is told too.</summary>
        public void Flow(Metric metric, DateTime at, double numerator, double denominator, GroupKind kind, string group)
        {
            Flow(metric, at, numerator, denominator);
            Add(SeriesOf(metric, kind, group), Month.Of(at), numerator, denominator);
        }

        /// <summary>Something that there was from one moment to another; not at all when it ended before it began.</summary>
        public void Stock(Metric metric, DateTime from, DateTime? to, double numerator, double denominator) => Stock(SeriesOf(metric), from, to, numerator, denominator);

        public void Stock(Metric metric, DateTime from, DateTime? to, GroupKind kind = GroupKind.All, string group = MetricRow.Everything) => Stock(SeriesOf(metric, kind, group), from, to, 1, 0);

        /// <summary>Something that stands now in a group of its own, if it is in one.</summary>
        public void NowIn<T>(Metric metric, GroupKind kind, T? group) where T : struct, Enum
        {
            if (group is not { } choice)
                return;
            Add(SeriesOf(metric), Now, 1, 0);
            Add(SeriesOf(metric, kind, ContractName.Of(choice)), Now, 1, 0);
        }

        /// <summary>A wait that is over, in whole days.</summary>
        public void Wait(Metric metric, DateTime from, DateTime to) =>
            Add(SeriesOf(metric) with { Days = Math.Clamp(DaysBetween(from, to), 0, LongestWait) + 1 }, Month.Of(to), 0, 1);

        private static Series SeriesOf(Metric metric, GroupKind kind = GroupKind.All, string group = MetricRow.Everything) => new(metric.Place, kind, group);

        private void Stock(Series series, DateTime from, DateTime? to, double numerator, double denominator)
        {
            if (to <= from)
                return;
            Add(series, Month.Of(from), numerator, denominator);
            if (to is { } end)
                Add(series, Month.Of(end), -numerator, -denominator);
        }

        private void Add(Series series, Month month, double numerator, double denominator)
        {
            var sum = sums.GetValueOrDefault((series, month));
            sums[(series, month)] = (sum.Numerator + numerator, sum.Denominator + denominator);
        }
    }
}
