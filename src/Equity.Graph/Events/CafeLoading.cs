using Equity.Graph.Auth;
using Equity.Graph.Execution;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Rounds and seats of world cafés, as far as the viewer sees them, by one query for all cafés of a level.</summary>
internal static class CafeLoading
{
    /// <summary>A café's rounds with who sits where.</summary>
    public static IDataLoaderResult<IReadOnlyList<CafeRound>> Seating(this IResolveFieldContext<WorldCafe> context) => Seating(context, context.Source.Id);

    /// <summary>The tables of a round.</summary>
    public static IDataLoaderResult<IReadOnlyList<Sitting>> Tables(this IResolveFieldContext<CafeRound> context) => context.Source.Seats.Count > 0
        ? new Deferred<IReadOnlyList<Sitting>>(_ => Task.FromResult(context.Source.Sittings()))
        : context.Loader<int, CafeRound>("seated rounds", (db, rounds, cancel) =>
            WithSeats(db.CafeRounds.Where(round => rounds.Contains(round.Id))).ToDictionaryAsync(round => round.Id, cancel)).Load(context.Source.Id).Then(round => round?.Sittings() ?? []);

    /// <summary>What is for those who run the event.</summary>
    public static IDataLoaderResult<object?> OfOrganisers<T>(this IResolveFieldContext<WorldCafe> context, Func<WorldCafe, T> value) =>
        context.LoadOne<Event>(context.Source.EventId).Then(gathering => gathering is not null && context.Viewer().MayOrganise(gathering.ProgrammeId) ? (object?)value(context.Source) : null);

    /// <summary>An event's café in use.</summary>
    public static IDataLoaderResult<WorldCafe?> InUse(this IResolveFieldContext context, int gathering) => context.Loader<int, WorldCafe>("cafés in use", (db, events, cancel) =>
        db.WorldCafes.AsNoTracking().Where(cafe => events.Contains(cafe.EventId) && cafe.Status != CafeStatus.Planned).ToDictionaryAsync(cafe => cafe.EventId, cancel)).Load(gathering);

    /// <summary>The seats that differ in another plan, or in the café in use; null when the viewer cannot see that.</summary>
    public static IDataLoaderResult<object?> ChangesTo(this IResolveFieldContext<WorldCafe> context, string? other, int first)
    {
        var another = other is null ? context.InUse(context.Source.EventId) : context.LoadOne<WorldCafe>(NodeId.Find<WorldCafe>(other));
        return new Deferred<object?>(async cancel => await another.GetResultAsync(cancel) is { } cafe
            ? Changes(await Seating(context, context.Source.Id).GetResultAsync(cancel), await Seating(context, cafe.Id).GetResultAsync(cancel)).Take(first)
            : null);
    }

    /// <summary>Who sits at which table; where the host cannot be seen any more, another team at the table stands for it.</summary>
    public static IReadOnlyList<Sitting> Sittings(this CafeRound round) =>
        [.. from table in round.Seats.GroupBy(seat => seat.Table)
            orderby table.Key
            select new Sitting(round, table.Key, table.OrderByDescending(seat => seat.Hosts).ThenBy(seat => seat.TeamId).First().Team!, [.. table.OrderBy(seat => seat.TeamId).Select(seat => seat.Team!)])];

    private static IEnumerable<MovedSeat> Changes(IReadOnlyList<CafeRound> ours, IReadOnlyList<CafeRound> theirs)
    {
        var teams = ours.Concat(theirs).SelectMany(round => round.Seats).Select(seat => seat.Team!).DistinctBy(team => team.Id).ToDictionary(team => team.Id);
        return CafeSeating.Plan(ours).ChangesTo(CafeSeating.Plan(theirs)).Select(change => new MovedSeat(teams[change.Team], change));
    }

    private static IDataLoaderResult<IReadOnlyList<CafeRound>> Seating(IResolveFieldContext context, int cafe) =>
        context.Loader<int, IReadOnlyList<CafeRound>>("seated cafés", async (db, cafes, cancel) =>
        {
            var rounds = await WithSeats(db.CafeRounds.Where(round => cafes.Contains(round.WorldCafeId))).OrderBy(round => round.Number).ToListAsync(cancel);
            return rounds.GroupBy(round => round.WorldCafeId).ToDictionary(own => own.Key, own => (IReadOnlyList<CafeRound>)[.. own]);
        }).Load(cafe).Then(rounds => rounds ?? []);

    private static IQueryable<CafeRound> WithSeats(IQueryable<CafeRound> rounds) => rounds.AsNoTrackingWithIdentityResolution().Include(round => round.Seats).ThenInclude(seat => seat.Team).AsSplitQuery();
}
