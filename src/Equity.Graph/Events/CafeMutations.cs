using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Peers;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>What those do who run a world café: planWorldCafe, replanWorldCafe, publishWorldCafe, startCafeRound.</summary>
internal sealed class CafeMutations(CafePlanning planning) : ITypeExtension<Mutation>
{
    private static readonly Type[] OfPlans = [typeof(NotAnOrganiser), typeof(NotFound), typeof(CafeNotInThatState), typeof(CannotBeSeated), typeof(PlanOutOfDate)];

    public void Extend(Mutation type)
    {
        type.AddPlanned<PlanWorldCafeInput, PlannedCafe, WorldCafe, WorldCafeType>(
            "planWorldCafe",
            "Plans who sits where in each round, for the teams that come: no pair twice, then new meetings rather than friends, then the best scores; hosts stay. "
            + FormattableString.Invariant($"The plan is for those who run the event until publishWorldCafe; the {EventRules.MostPlans} newest are kept."),
            PeerCosts.Cohort, planning.PlanAsync, StoreAsync, [.. OfPlans, .. InputErrors.OfTexts, typeof(NumberOutOfRange)]);
        type.AddPlanned<ReplanWorldCafeInput, PlannedCafe, WorldCafe, WorldCafeType>(
            "replanWorldCafe", "Plans the rounds to come anew, for the teams that come now: rounds that have begun stay as they were, and as few teams as possible move. It is another plan until publishWorldCafe.",
            PeerCosts.Cohort, planning.ReplanAsync, StoreAsync, OfPlans);
        type.Add<PublishWorldCafeInput, WorldCafe, WorldCafeType>(
            "publishWorldCafe", "Shows a plan to everybody, in place of the one that was in use, and tells those who come. Who has joined since has a seat in all rounds to come, who has left has none.", PublishAsync,
            typeof(NotAnOrganiser), typeof(NotFound), typeof(StaleVersion), typeof(CafeNotInThatState), typeof(PlanOutOfDate));
        type.Add<StartCafeRoundInput, CafeRound, CafeRoundType>(
            "startCafeRound", "Begins the next round of a world café, which cafeRoundStarted tells; the later ones move with it.", StartAsync,
            typeof(NotAnOrganiser), typeof(NotFound), typeof(CafeNotInThatState), typeof(EventNotOpen), typeof(RoundOutOfTurn));
    }

    private static async Task<WorldCafe?> StoreAsync(Change change, PlannedCafe planned)
    {
        var gathering = await change.Db.Events.SingleOrDefaultAsync(known => known.Id == planned.Event, change.Cancel);
        if (gathering is null || !change.Organises(gathering))
            return null;
        var coming = (await change.AttendanceAsync(gathering.Id)).Where(there => !there.Waits).Select(there => there.TeamId);
        var inUse = await LateSeats.InUseAsync(change, gathering.Id);
        if (!planned.Teams.SetEquals(coming) || inUse?.Id != planned.Replaces || Begun(inUse) != planned.Begun)
        {
            change.Refuse(new PlanOutOfDate());
            return null;
        }
        var keys = await change.Db.WorldCafes.IgnoreQueryFilters().Select(known => known.Key).Where(key => key.StartsWith(gathering.Key))
            .Concat(change.Db.CafeRounds.IgnoreQueryFilters().Select(round => round.Key).Where(key => key.StartsWith(gathering.Key))).ToHashSetAsync(change.Cancel);
        var cafe = new WorldCafe
        {
            Key = Key.Free(Key.From($"{gathering.Key} cafe"), keys),
            Event = gathering,
            ReplacesId = planned.Replaces,
            LeastAtATable = planned.Order.Least,
            MostAtATable = planned.Order.Most,
            Seed = planned.Order.Seed,
            PlannedAt = change.Now,
        };
        cafe.Take(planned.Plan.Figures);
        foreach (var (i, round) in planned.Rounds.Index())
        {
            var stored = new CafeRound
            {
                Key = Key.Free(Key.From($"{cafe.Key} round {i + 1}"), keys),
                Number = i + 1,
                Question = round.Question,
                StartsAt = round.StartsAt,
                Minutes = round.Minutes,
                StartedAt = round.StartedAt,
                WorldCafe = cafe,
            };
            stored.Seats.AddRange(CafeSeating.Seats(planned.Plan.Rounds[i]));
            cafe.Rounds.Add(stored);
        }
        change.Db.Add(cafe);
        var plans = change.Db.WorldCafes.IgnoreQueryFilters().Where(plan => plan.EventId == gathering.Id && plan.Status == CafeStatus.Planned);
        change.Db.RemoveRange(await plans.OrderByDescending(plan => plan.Id).Skip(EventRules.MostPlans - 1).ToListAsync(change.Cancel));
        return cafe;
    }

    private static async Task<WorldCafe?> PublishAsync(Change change, PublishWorldCafeInput input)
    {
        if (await change.FindAsync(input.Cafe, "cafe", change.Db.WorldCafes.WithSeats()) is not { } cafe || !change.Organises(cafe.Event!) || !change.IsCurrent(cafe, input.Version))
            return null;
        var inUse = await LateSeats.InUseAsync(change, cafe.EventId);
        if (cafe.Status != CafeStatus.Planned)
            change.Refuse(new CafeNotInThatState(cafe.Status));
        else if (inUse?.Id != cafe.ReplacesId || Begun(inUse) != Begun(cafe))
            change.Refuse(new PlanOutOfDate());
        if (change.Errors.Count > 0)
            return null;
        if (inUse is not null)
            await ReplaceAsync(change, cafe, inUse);
        cafe.Status = Begun(cafe) > 0 ? CafeStatus.Running : CafeStatus.Published;
        await change.Db.SaveChangesAsync(change.Cancel);
        var coming = (await change.AttendanceAsync(cafe.EventId)).Where(there => !there.Waits).Select(there => there.TeamId).ToList();
        // Teams that cannot be seen any more have seats too.
        cafe = (await LateSeats.InUseAsync(change, cafe.EventId))!;
        var seated = cafe.Rounds.Where(round => round.StartedAt is null).SelectMany(round => round.Seats).Select(seat => seat.TeamId).Distinct();
        foreach (var gone in seated.Except(coming).Order().ToList())
            await LateSeats.RemoveAsync(change, cafe.EventId, gone);
        foreach (var late in coming.Where(team => cafe.Rounds.Exists(round => round.StartedAt is null && round.Seats.TrueForAll(seat => seat.TeamId != team))).ToList())
            await LateSeats.AddAsync(change, cafe.EventId, late);
        await change.TellAsync(cafe.Event!, coming, NotificationKind.CafePublished);
        return cafe;
    }

    /// <summary>What began stays itself, with all that was heard there: the plan has copies of it, which go. So does the café that was in use.</summary>
    private static async Task ReplaceAsync(Change change, WorldCafe cafe, WorldCafe inUse)
    {
        change.Db.RemoveRange(cafe.Rounds.Where(round => round.StartedAt is not null));
        foreach (var begun in inUse.Rounds.Where(round => round.StartedAt is not null).ToList())
            begun.WorldCafe = cafe;
        await change.Db.SaveChangesAsync(change.Cancel);
        change.Db.Remove(inUse);
        await change.Db.SaveChangesAsync(change.Cancel);
    }

    private static async Task<CafeRound?> StartAsync(Change change, StartCafeRoundInput input)
    {
        if (await change.FindAsync(input.Round, "round", change.Db.CafeRounds.Include(known => known.WorldCafe!.Event)) is not { WorldCafe: { } cafe } round || !change.Organises(cafe.Event!))
            return null;
        var rounds = await change.Db.CafeRounds.Where(each => each.WorldCafeId == cafe.Id).OrderBy(each => each.Number).ToListAsync(change.Cancel);
        if (cafe.Status == CafeStatus.Planned)
            change.Refuse(new CafeNotInThatState(cafe.Status));
        else if (cafe.Event!.CancelledAt is not null)
            change.Refuse(new EventNotOpen(EventState.Cancelled));
        else if (rounds.Find(each => each.StartedAt is null) is var next && next != round)
            change.Refuse(new RoundOutOfTurn(next?.Number));
        if (change.Errors.Count > 0)
            return null;
        var late = change.Now - round.StartsAt;
        foreach (var each in rounds.Where(each => each.Number >= round.Number))
            each.StartsAt += late;
        round.StartedAt = change.Now;
        cafe.Status = CafeStatus.Running;
        if (round == rounds[^1])
            cafe.OverAt = change.Now.AddMinutes(round.Minutes);
        return round;
    }

    private static int Begun(WorldCafe? cafe) => cafe?.Rounds.Count(round => round.StartedAt is not null) ?? 0;
}
