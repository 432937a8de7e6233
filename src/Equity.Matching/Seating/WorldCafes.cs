namespace Equity.Matching;

/// <summary>Seats the teams of a world café by simulated annealing. The same order has the same plan everywhere, in whatever order teams and tables come.</summary>
internal static class WorldCafes
{
    /// <summary>How often the search begins anew as long as it finds more repeats than are known to be unavoidable. Where there is a plan to keep to, once.</summary>
    private const int Tries = 3;

    /// <summary>A plan.</summary>
    /// <param name="order">What the café is to be like.</param>
    /// <param name="score">How well two teams belong together, 0 to 1: asked once for each pair of those who come, the lower id first, and counted in millionths.</param>
    /// <param name="stepsPerSeat">How long the search is, for each guest and round to come.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The order contradicts itself, or asks for what cannot be.</exception>
    public static SeatingPlan Plan(CafeOrder order, Func<int, int, double> score, int stepsPerSeat = Annealing.StepsPerSeat, CancellationToken cancel = default)
    {
        var cafe = new Cafe(order, score);
        var room = Seated(cafe, stepsPerSeat * cafe.Guests.Length * cafe.Coming, cancel);
        IReadOnlyList<IReadOnlyList<SeatedTable>> rounds = [.. order.Past, .. Enumerable.Range(0, cafe.Coming).Select(round => Tables(cafe, room, round))];
        return new(rounds, Figures(cafe, room, Meetings.In(rounds)));
    }

    private static Room Seated(Cafe cafe, int steps, CancellationToken cancel)
    {
        var seeds = new SplitMix((ulong)cafe.Order.Seed);
        var unavoidable = cafe.Present.Length > 0 ? int.MaxValue : UnavoidableRepeats.Of(cafe) - Meetings.Repeated(Meetings.In(cafe.Order.Past));
        Room? best = null;
        for (var tried = 0; best is null || tried < Tries && best.Cost.Repeats > unavoidable; tried++)
        {
            var random = new SplitMix(seeds.Next());
            var room = new Annealing(cafe, Opening.Of(cafe, ref random), random).Run(steps, cancel);
            if (best is null || room.Cost.IsBetterThan(best.Cost)) best = room;
        }
        return best;
    }

    /// <summary>A round as the caller knows it.</summary>
    public static IReadOnlyList<SeatedTable> Tables(Cafe cafe, Room room, int round) =>
        [.. cafe.Hosts.Select((host, table) => new SeatedTable(cafe.Numbers[table], cafe.Teams[host].Id, [.. room.At(round, table).ToArray().Order().Select(team => cafe.Teams[team].Id)]))];

    private static SeatingFigures Figures(Cafe cafe, Room room, Dictionary<(int A, int B), int> meetings)
    {
        var known = cafe.Order.Known.Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B))).ToHashSet();
        var score = meetings.Keys.Select(pair => (A: cafe.Number(pair.A), B: cafe.Number(pair.B))).Where(pair => pair.A != Cafe.None && pair.B != Cafe.None)
            .Sum(pair => (long)cafe.Scores[pair.A * cafe.Teams.Count + pair.B]);
        return new(
            meetings.Count, Meetings.Repeated(meetings), UnavoidableRepeats.Of(cafe), meetings.Keys.Count(pair => !known.Contains(pair)),
            room.Cost.Stays, room.Cost.SameStage, room.Cost.SameDimension, score / (double)Cafe.Millionths, ScoreBound.Of(cafe) / (double)Cafe.Millionths,
            TeamsMoved(cafe, room), room.Cost.Moved);
    }

    private static int TeamsMoved(Cafe cafe, Room room)
    {
        var seats = room.Seats();
        return cafe.Present.Index().Where(seat => seat.Item != Cafe.None && seat.Item != seats[seat.Index]).Select(seat => seat.Index % cafe.Teams.Count).Distinct().Count();
    }
}
