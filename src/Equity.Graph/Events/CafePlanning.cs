using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Peers;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>A café as it was worked out, before it is stored.</summary>
/// <param name="Event">The integer key of the event.</param>
/// <param name="Replaces">The integer key of the café in use; null when there was none.</param>
/// <param name="Teams">The integer keys of those who were to come.</param>
/// <param name="Begun">How many rounds had begun.</param>
/// <param name="Rounds">Question, beginning and minutes of each round, and when it began.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="Plan">Who sits where.</param>
internal sealed record PlannedCafe(int Event, int? Replaces, IReadOnlySet<int> Teams, int Begun, IReadOnlyList<PlannedRound> Rounds, CafeOrder Order, SeatingPlan Plan);

/// <summary>A round of a café that is planned.</summary>
internal sealed record PlannedRound(string Question, DateTime StartsAt, int Minutes, DateTime? StartedAt = null);

/// <summary>Works out who sits where. It takes a second or more, so that nothing is stored here and nobody waits who writes.</summary>
internal sealed class CafePlanning(PeerIndex index)
{
    /// <summary>A plan for the teams that come to an event.</summary>
    public async Task<PlannedCafe?> PlanAsync(Change change, PlanWorldCafeInput input)
    {
        if (await change.FindAsync<Event>(input.Event, "event") is not { } gathering || !change.Organises(gathering))
            return null;
        var rounds = Rounds(change, input, gathering);
        foreach (var (rule, size) in new[] { (EventRules.LeastAtATable, input.LeastAtATable), (EventRules.MostAtATable, input.MostAtATable) })
            change.Number(input, rule, size, _ => { });
        var inUse = await InUseAsync(change, gathering.Id);
        if (inUse?.Rounds.Exists(round => round.StartedAt is not null) == true)
            change.Refuse(new CafeNotInThatState(inUse.Status));
        var teams = change.Errors.Count > 0 ? [] : await TeamsAsync(change, gathering.Id);
        var hosts = change.Errors.Count > 0 ? [] : Hosts(change, input.Hosts, teams);
        if (change.Errors.Count > 0)
            return null;
        var order = new CafeOrder(teams, rounds.Count, input.Seed ?? EventRules.DefaultSeed)
        {
            Least = input.LeastAtATable ?? EventRules.DefaultLeast,
            Most = input.MostAtATable ?? Math.Max(EventRules.DefaultMost, input.LeastAtATable ?? 0),
            Hosts = hosts,
        };
        return await SeatAsync(change, gathering.Id, inUse?.Id, rounds, order);
    }

    /// <summary>A plan for the rest of a café, that changes as little as possible.</summary>
    public async Task<PlannedCafe?> ReplanAsync(Change change, ReplanWorldCafeInput input)
    {
        if (await change.FindAsync(input.Cafe, "cafe", change.Db.WorldCafes.WithSeats()) is not { } cafe || !change.Organises(cafe.Event!))
            return null;
        var inUse = cafe.Status == CafeStatus.Planned ? await InUseAsync(change, cafe.EventId) : cafe;
        var past = inUse?.Rounds.Where(round => round.StartedAt is not null).ToList() ?? [];
        var present = cafe.Rounds.Where(round => round.StartedAt is null).ToList();
        if (cafe.Status == CafeStatus.Planned && (cafe.ReplacesId != inUse?.Id || past.Count + present.Count != cafe.Rounds.Count))
            change.Refuse(new PlanOutOfDate());
        else if (present.Count == 0)
            change.Refuse(new CafeNotInThatState(CafeStatus.Over));
        var teams = change.Errors.Count > 0 ? [] : await TeamsAsync(change, cafe.EventId);
        var hosts = change.Errors.Count > 0 ? [] : Hosts(change, input.Hosts, teams);
        if (change.Errors.Count > 0)
            return null;
        var order = new CafeOrder(teams, past.Count + present.Count, input.Seed ?? cafe.Seed)
        {
            Least = cafe.LeastAtATable,
            Most = cafe.MostAtATable,
            Hosts = hosts,
            Past = [.. past.Select(CafeSeating.Tables)],
            Present = [.. present.Select(CafeSeating.Tables)],
        };
        return await SeatAsync(change, cafe.EventId, inUse?.Id, [.. past.Concat(present).Select(round => new PlannedRound(round.Question, round.StartsAt, round.Minutes, round.StartedAt))], order);
    }

    private async Task<PlannedCafe?> SeatAsync(Change change, int gathering, int? inUse, IReadOnlyList<PlannedRound> rounds, CafeOrder order)
    {
        var teams = order.Teams.Select(team => team.Id).ToHashSet();
        var known = await CafeMeetings.KnownAsync(change.Db, gathering, teams, change.Cancel);
        var matcher = await index.ReadyAsync(change.Cancel);
        try
        {
            var plan = await Task.Run(() => matcher.SeatCafe(order with { Known = known }, cancel: change.Cancel), change.Cancel);
            return new(gathering, inUse, teams, order.Past.Count, rounds, order, plan);
        }
        catch (ArgumentException)
        {
            // What else an order can be wrong in has been looked at: the tables and hosts do not fit the teams.
            change.Refuse(new CannotBeSeated(teams.Count));
            return null;
        }
    }

    private static List<PlannedRound> Rounds(Change change, PlanWorldCafeInput input, Event gathering)
    {
        var rounds = new List<PlannedRound>();
        var minutes = EventRules.DefaultMinutes;
        change.Number(input, EventRules.Minutes, input.Minutes, each => minutes = (int?)each ?? minutes);
        if (EventRules.Rounds.Problem(input.Questions.Count) is not null)
            change.Refuse(new NumberOutOfRange(EventRules.Rounds.Field, EventRules.Rounds.Min, EventRules.Rounds.Max, EventRules.Rounds.Step));
        else if (input.Rounds is { } wanted && wanted != input.Questions.Count)
            change.Refuse(new InvalidText(EventRules.Question.Field, FormattableString.Invariant($"has {input.Questions.Count} for {wanted} rounds; write one for each")));
        if (change.Errors.Count > 0)
            return rounds;
        foreach (var question in input.Questions)
            change.Text(input, EventRules.Question, question, text => rounds.Add(new(text!, (input.StartsAt ?? gathering.StartsAt).AddMinutes(rounds.Count * minutes), minutes)));
        return rounds;
    }

    /// <summary>The teams that come, as the planner knows them.</summary>
    private static async Task<List<CafeTeam>> TeamsAsync(Change change, int gathering)
    {
        var teams = await change.Db.Attendance.AsNoTracking().Where(there => there.EventId == gathering && !there.Waits)
            .OrderBy(there => there.TeamId).Select(there => new { there.TeamId, there.Team!.Stage, Dimensions = there.Team.Inequities.Select(inequity => inequity.Dimension).ToList() }).ToListAsync(change.Cancel);
        return [.. teams.Select(team => new CafeTeam(team.TeamId, (int)team.Stage, [.. team.Dimensions.Distinct().Select(dimension => dimension.ToString())]))];
    }

    private static List<int> Hosts(Change change, IReadOnlyList<string>? hosts, List<CafeTeam> teams)
    {
        if (teams.Count == 0)
            change.Refuse(new CannotBeSeated(0));
        var found = (hosts ?? []).Select(NodeId.Find<Teams.Team>).Select(key => teams.Exists(team => team.Id == key) ? key : null).ToList();
        if (found.Contains(null))
            change.Refuse(new NotFound("hosts"));
        return [.. found.OfType<int>()];
    }

    private static Task<WorldCafe?> InUseAsync(Change change, int gathering) =>
        change.Db.WorldCafes.AsNoTracking().WithSeats().SingleOrDefaultAsync(cafe => cafe.EventId == gathering && cafe.Status != CafeStatus.Planned, change.Cancel);
}
